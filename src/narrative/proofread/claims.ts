import type { Article, Compliance, Problem } from "../../model/index.ts";
import { weekNumber } from "../../model/index.ts";
import type { Voice } from "../../words/index.ts";
import { objections } from "../../words/index.ts";
import { sentencesOf } from "../sentences.ts";
import { actionProblems, promiseProblems } from "./compliance.ts";
import { figuresOf } from "./figures.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

const ODDS = /\b(?:odds|probability|chances?) (?:favou?r|are|of)\b/iu;

/** Promises, calls to trade, and odds that nothing was counted for. */
export function claimProblems(
  passage: Passage,
  voice: Voice | null,
  compliance: Compliance,
): readonly Problem[] {
  const told = voice === null ? [] : objections(passage.text, voice).filter((each) => each.banned);
  const promises = promiseProblems(
    passage,
    told.map((each) => each.index),
  );
  const actions = actionProblems(passage, compliance);
  if (passage.voice) return [...promises, ...actions];
  const figures = figuresOf(passage);
  const odds = sentencesOf(passage.text).flatMap(({ start, end }) => {
    const found = ODDS.exec(passage.text.slice(start, end));
    const counted = figures.some((each) => each.start >= start && each.end <= end);
    if (found === null || counted) return [];
    const message = "odds without a figure are a view, and belong into one of the author's slots";
    return [objection("odds", passage, start + found.index, found[0], message)];
  });
  return [...promises, ...actions, ...odds];
}

const DAYS = /(?<![\p{L}-])(?:yesterday|today|tomorrow)(?![\p{L}-])/giu;
const WEEKS = /(?<![\p{L}-])(this|last) week(?![\p{L}-])/giu;

/**
 * Relative words are reckoned from the published day. Where a helper said them they are right; typed
 * ones must agree with the two days on the masthead.
 */
export function relativeProblems(article: Article, passage: Passage): readonly Problem[] {
  const weeks = weekNumber(article.published) - weekNumber(article.asOf);
  return passage.spans.flatMap(({ start, inline }) => {
    if (inline.kind !== "text") return [];
    const typed = passage.voice ? [] : [...inline.text.matchAll(DAYS)];
    const days = typed.map((found) => {
      const message = `no fact says which day this is; the note is published on ${article.published}`;
      return objection("relative-word", passage, start + found.index, found[0], message, "warning");
    });
    const wrong = [...inline.text.matchAll(WEEKS)]
      .filter((found) => weeks !== (found[1]?.toLowerCase() === "last" ? 1 : 0))
      .map((found) => {
        const message = `the data end on ${article.asOf}, the note is published on ${article.published}`;
        return objection("relative-word", passage, start + found.index, found[0], message);
      });
    return [...days, ...wrong];
  });
}
