import type { Article, Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { sentencesOf } from "../sentences.ts";
import type { Bearer } from "./nouns.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

/**
 * A paragraph of several sentences that says no fact and names nothing the report is about has come
 * from somewhere else. What it is about no rule can tell; that it rests on nothing, this one can.
 */
export function provenanceProblems(
  article: Article,
  passage: Passage,
  called: readonly string[],
  bearers: readonly Bearer[],
): readonly Problem[] {
  if (passage.voice || passage.block < 0 || passage.kind !== "sentences") return [];
  if (passage.spans.some(({ inline }) => inline.kind !== "text")) return [];
  if (sentencesOf(passage.text).length < 2) return [];
  const text = passage.text.toLowerCase();
  const names = [
    ...called,
    ...bearers.map(({ noun }) => noun),
    ...article.keywords,
    article.masthead,
  ];
  if (names.some((each) => text.includes(each.toLowerCase()))) return [];
  const found = passage.text.slice(0, 60);
  const message =
    "this paragraph says no fact and names nothing that the report is about; it belongs into one of the author's slots, or nowhere";
  return [objection("provenance", passage, 0, found, message)];
}

/** Other pieces stand below the note, never within it, and the note itself is none of them. */
export function relatedProblems(
  article: Article,
  passages: readonly Passage[],
): readonly Problem[] {
  const tell = (message: string): Problem =>
    problem(
      "related",
      null,
      message,
      "take the piece out of the archive's list, or the words out of the text",
    );
  const self = article.related
    .filter(({ href }) => href === article.canonical)
    .map(({ title }) => tell(`"${title}" is this note itself`));
  const titles = article.related.map(({ title }) => title).filter((each) => each.includes(" "));
  const inside = passages
    .filter(({ block, voice }) => block >= 0 && !voice)
    .flatMap(({ text }) => titles.filter((each) => text.trim() === each))
    .map((title) => tell(`the teaser "${title}" stands in the running text`));
  const many =
    article.related.length > MOST
      ? [tell(`${article.related.length} other pieces are listed`)]
      : [];
  return [...self, ...inside, ...many];
}

/** More than this is no list of related pieces, but an archive. */
const MOST = 12;

/** What readers must be able to look up: who speaks, on which data, with which interest. */
export function requiredFields(article: Article): readonly Problem[] {
  const lacks = (isMissing: boolean, what: string): readonly Problem[] =>
    isMissing
      ? [
          problem(
            "required",
            null,
            `the note has no ${what}`,
            "give it in report.yaml or the catalogue",
          ),
        ]
      : [];
  return [
    ...lacks(article.byline.author.trim() === "", "author"),
    ...lacks(article.disclosure.trim() === "", "disclosure"),
    ...lacks(article.sources.length === 0, "line of sources"),
    ...article.charts.flatMap(({ id, source }) =>
      lacks(source.length === 0, `source of the chart "${id}"`),
    ),
  ];
}
