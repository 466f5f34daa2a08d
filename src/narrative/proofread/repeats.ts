import type { Article } from "../../model/index.ts";
import type { Voice } from "../../words/index.ts";
import { directionWords } from "./direction.ts";
import type { Passage } from "./passages.ts";
import { passagesOf } from "./passages.ts";

/** A verb or a run of words that comes back. */
export interface Repeat {
  readonly kind: "verb" | "phrase";
  readonly text: string;
  readonly count: number;
}

/** Words in a row that nobody writes twice by chance. */
const PHRASE = 5;
/** Words so light that they make no repetition. */
const LIGHT = new Set([
  "up",
  "down",
  "higher",
  "lower",
  "more",
  "less",
  "fewer",
  "off",
  "fall",
  "rise",
  "rally",
  "growth",
]);

/** Verbs of direction and phrases that stand more than once in the running text, most often first. */
export function repeats(article: Article, voice: Voice | null = null): readonly Repeat[] {
  const passages = passagesOf(article).filter((each) => each.block >= 0 && !each.voice);
  return [...verbs(passages, voice), ...tally(passages.flatMap(phrasesOf), "phrase")].toSorted(
    (a, b) => b.count - a.count || (a.text < b.text ? -1 : 1),
  );
}

/** Phrases that stand in more than one of the editions, with the number of editions. */
export function repeatsAcross(articles: readonly Article[]): readonly Repeat[] {
  const each = articles.map((article) => {
    const passages = passagesOf(article).filter((passage) => passage.block >= 0 && !passage.voice);
    return [...new Set(passages.flatMap(phrasesOf))];
  });
  return tally(each.flat(), "phrase").toSorted((a, b) => b.count - a.count);
}

function verbs(passages: readonly Passage[], voice: Voice | null): readonly Repeat[] {
  const { pattern } = directionWords(voice);
  const words = new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, "giu");
  const found = passages.flatMap(({ text }) => text.toLowerCase().match(words) ?? []);
  return tally(
    found.filter((each) => !LIGHT.has(each)),
    "verb",
  );
}

/** Runs of words with # for every figure and day; runs across a mark do not count. */
function phrasesOf(passage: Passage): readonly string[] {
  const plain = passage.spans
    .map(({ start, end, inline }) =>
      inline.kind === "text"
        ? passage.text.slice(start, end)
        : inline.kind === "chart-reference"
          ? ""
          : "#",
    )
    .join("");
  return plain
    .toLowerCase()
    .split(/[.,;:!?()–—“”]+/)
    .flatMap((clause) => {
      const words = clause.split(/[\s\u00A0]+/).filter((each) => each !== "");
      const starts = words.slice(0, Math.max(words.length - PHRASE + 1, 0));
      return starts
        .map((_, at) => words.slice(at, at + PHRASE))
        .filter((run) => run.filter((each) => each === "#").length < 2 && run.some(isHeavy))
        .map((run) => run.join(" "));
    });
}

function isHeavy(word: string): boolean {
  return word.length >= 5;
}

function tally(texts: readonly string[], kind: Repeat["kind"]): readonly Repeat[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([text, count]) => ({ kind, text, count }));
}
