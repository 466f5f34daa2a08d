import type { Day, Facts, Problem } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";
import { sentencesOf } from "../sentences.ts";
import type { DirectionWords } from "./direction.ts";
import { isMove } from "./groups.ts";
import type { Passage, Span } from "./passages.ts";
import { objection } from "./text.ts";

type Figure = Span & { readonly inline: Extract<Span["inline"], { kind: "figure" }> };
type Dated = Span & { readonly inline: Extract<Span["inline"], { kind: "date" }> };

export function figuresOf(passage: Passage): readonly Figure[] {
  return passage.spans.filter((each): each is Figure => each.inline.kind === "figure");
}

/** A word of direction beside a change must go the way the fact went. */
export function directionProblems(
  passage: Passage,
  facts: Facts,
  words: DirectionWords,
): readonly Problem[] {
  const before = new RegExp(
    `(?<![\\p{L}-])(${words.pattern})(?: (?:by|of|a|an|another|some|about|around|roughly|nearly|almost|just|only|over|under|more than|less than))*[ \\u00A0]$`,
    "iu",
  );
  const after = /^[ \u00A0](?:percent )?(higher|lower|more|less|fewer|up|down)(?![\p{L}-])/iu;
  return figuresOf(passage).flatMap((figure) => {
    const fact = facts.get(figure.inline.said.fact);
    if (fact?.kind !== "fact" || !isMove(fact.recipe)) return [];
    const lead = before.exec(passage.text.slice(0, figure.start))?.[1]?.toLowerCase();
    const tail = after.exec(passage.text.slice(figure.end))?.[1]?.toLowerCase();
    const word = lead ?? tail;
    if (word === undefined) return [];
    const isUp = words.up.has(word);
    if (isUp && words.down.has(word)) return [];
    if (isUp ? fact.value > 0 : fact.value < 0) return [];
    const at = passage.text.slice(0, figure.start).toLowerCase().lastIndexOf(word);
    const message = `"${word}" says one direction, and the fact "${fact.id}" went the other`;
    return [objection("direction", passage, Math.max(at, 0), figure.inline.said.text, message)];
  });
}

/** Every figure of the headline stands in the running text, too. */
export function headlineProblems(passages: readonly Passage[]): readonly Problem[] {
  const body = passages.filter((each) => each.block >= 0).flatMap(figuresOf);
  const facts = new Set(body.map((each) => each.inline.said.fact));
  const texts = new Set(body.map((each) => each.inline.said.text));
  return passages
    .filter((each) => each.where === "headline")
    .flatMap((headline) =>
      figuresOf(headline)
        .filter(({ inline: { said } }) => !facts.has(said.fact) && !texts.has(said.text))
        .map(({ start, inline: { said } }) =>
          objection(
            "headline",
            headline,
            start,
            said.text,
            "the text below never says this figure",
          ),
        ),
    );
}

const AGO =
  /(?<!\b(?:than|from|with|to|of|since|until|the) )\b(?:(?:more than|over|nearly|almost|about) )?[\p{L}\p{N}]+(?:-| )?(?:weeks?|months?|years?) ago\b/iu;

/** "Five years ago, … by half": a change that runs until today did not happen back then. */
export function agoProblems(passage: Passage, facts: Facts, asOf: Day): readonly Problem[] {
  if (passage.kind === "label" || passage.voice) return [];
  return sentencesOf(passage.text).flatMap(({ start, end }) => {
    const found = AGO.exec(passage.text.slice(start, end));
    if (found === null) return [];
    const running = figuresOf(passage).filter(({ start: at, inline: { said } }) => {
      const fact = facts.get(said.fact);
      if (at < start || at >= end || fact?.kind !== "fact" || !isMove(fact.recipe)) return false;
      const long = daysBetween(fact.window.from, fact.window.to) > RECENT;
      return long && daysBetween(fact.window.to, asOf) <= RECENT;
    });
    return running.slice(0, 1).map(({ inline: { said } }) => {
      const message = `the change "${said.fact}" has come about since then, and not then`;
      return objection("headline", passage, start + found.index, found[0], message);
    });
  });
}

/** Days: what ended within them ends now, and what is shorter may well have happened then. */
const RECENT = 45;

const THEN =
  /\b(?:then|thereafter|afterwards|subsequently|later|before (?:falling|rising|dropping)|only to)\b/iu;
const RANGE = /^ (?:to|until|through) $/;

/** Where the words say that one thing came after another, the days must. */
export function sequenceProblems(passage: Passage): readonly Problem[] {
  const dates = passage.spans.filter((each): each is Dated => each.inline.kind === "date");
  const sentences = sentencesOf(passage.text);
  return dates.flatMap((date, at) => {
    const last = dates[at - 1];
    if (last === undefined || date.inline.day >= last.inline.day) return [];
    const between = passage.text.slice(last.end, date.start);
    const apart = sentences.filter(({ start }) => start > last.start && start <= date.start).length;
    const isRange =
      RANGE.test(between) && /\b(?:from|between) $/i.test(passage.text.slice(0, last.start));
    if (!isRange && (apart > 1 || !THEN.test(between))) return [];
    const found = date.inline.said.text;
    return [
      objection("sequence", passage, date.start, found, "this day lies before the one it follows"),
    ];
  });
}
