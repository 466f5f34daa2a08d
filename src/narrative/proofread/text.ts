import type { Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { objections } from "../../words/index.ts";
import type { Voice } from "../../words/index.ts";
import { typedFigures } from "../figures.ts";
import { sentencesOf } from "../sentences.ts";
import type { DirectionWords } from "./direction.ts";
import type { Passage } from "./passages.ts";
import { PATTERNS } from "./patterns.ts";

/** A problem in a finished passage, with the words around it. */
export function objection(
  rule: string,
  passage: Passage,
  at: number,
  found: string,
  message: string,
  severity: Problem["severity"] = "error",
): Problem {
  const start = Math.max(0, at - 40);
  const around = passage.text.slice(start, at + found.length + 40);
  const shown = `${start > 0 ? "…" : ""}${around}${at + found.length + 40 < passage.text.length ? "…" : ""}`;
  const hint = `${passage.where}: ${shown}`;
  return problem(rule, null, `"${found.trim() || found}": ${message}`, hint, severity);
}

/** Rules that need the text alone. */
export function textProblems(
  passage: Passage,
  words: DirectionWords,
  voice: Voice | null,
): readonly Problem[] {
  return [
    ...patternProblems(passage),
    ...signProblems(passage, words),
    ...balanceProblems(passage),
    ...(passage.kind === "sentences" ? sentenceProblems(passage, words) : []),
    ...wordingProblems(passage, voice),
  ];
}

function patternProblems(passage: Passage): readonly Problem[] {
  const patterns = PATTERNS.filter((each) => !each.sentencesOnly || passage.kind === "sentences");
  return patterns.flatMap(({ rule, pattern, message, severity }) =>
    [...passage.text.matchAll(pattern)].map((found) =>
      objection(rule, passage, found.index, found[0], message, severity),
    ),
  );
}

/** "fell −3 percent", "a fall of −3", "rose 0.0 percent". */
function signProblems(passage: Passage, words: DirectionWords): readonly Problem[] {
  const lead = `(?<![\\p{L}-])(?:${words.pattern})(?: by| of| a| about| some)* ?`;
  const signed = new RegExp(`${lead}[-−+]\\$?\\p{N}`, "giu");
  const still = lead.replace(words.pattern, `${words.pattern}|${words.flat}`);
  const nothing = new RegExp(`${still}(?:\\$?0(?:\\.0+)?(?![.,\\p{N}])|zero\\b)`, "giu");
  const find = (pattern: RegExp, rule: string, message: string): readonly Problem[] =>
    [...passage.text.matchAll(pattern)].map((each) =>
      objection(rule, passage, each.index, each[0], message),
    );
  return [
    ...find(signed, "sign", "the word says the direction, and the figure says it again"),
    ...find(nothing, "zero-move", "nothing that moves, moves by zero"),
  ];
}

const PAIRS = [
  ["(", ")"],
  ["[", "]"],
  ["“", "”"],
] as const;

function balanceProblems(passage: Passage): readonly Problem[] {
  return PAIRS.flatMap(([open, close]) => {
    const opened = passage.text.split(open).length;
    const closed = passage.text.split(close).length;
    if (opened === closed) return [];
    const at = passage.text.indexOf(opened > closed ? open : close);
    const found = opened > closed ? open : close;
    return [objection("balance", passage, at, found, "its counterpart is missing")];
  });
}

const VERBS =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|\p{L}+(?:ed|es|s|ing)|rose|fell|went|came|sat|held|made|took|stood|saw|set|hit|lay|began|ran|got|gave|kept|left|lost|met|put|read|sank|slid|shed|sold|bought|spent|swung|told|won|grew|broke|drew|found|knew|led|said|show|point|wait|remain|lie|stand|sit|hold|cancel|agree|differ|lean|speak|tell|say|need|mean|give|take|make|come|go|look|turn|keep|leave|follow|stay|weigh|cross|meet|buy|sell|owe|cover)\b|\p{L}n’t\b|\b(?:it|that|there|here|what|who)’s\b|\p{L}’(?:re|ve|ll|d)\b/iu;

function sentenceProblems(passage: Passage, words: DirectionWords): readonly Problem[] {
  const moves = new RegExp(`(?<![\\p{L}-])(?:${words.pattern}|${words.flat})(?![\\p{L}-])`, "iu");
  return sentencesOf(passage.text).flatMap(({ start, end }) => {
    const sentence = passage.text.slice(start, end).trim();
    const read = sentence.match(/[\p{L}\p{N}$−][\p{L}\p{N}.,’'$%-]*/gu) ?? [];
    const first = /^["“‘'([]*([\p{L}\p{N}]+)/u.exec(sentence)?.[1] ?? "";
    const tell = (
      rule: string,
      message: string,
      severity: Problem["severity"] = "error",
    ): Problem => objection(rule, passage, start, sentence.slice(0, 60), message, severity);
    return [
      ...(/^\p{Ll}/u.test(first) && first === first.toLowerCase()
        ? [tell("lower-case", "a sentence begins with a small letter")]
        : []),
      ...(read.length === 0 ? [tell("no-sentence", "there is nothing to read")] : []),
      ...(read.length > 0 && read.length < 3
        ? [tell("short-sentence", "this is short for a sentence", "warning")]
        : []),
      ...(read.length >= 3 && !VERBS.test(sentence) && !moves.test(sentence)
        ? [tell("no-verb", "the sentence seems to have no verb", "warning")]
        : []),
    ];
  });
}

function wordingProblems(passage: Passage, voice: Voice | null): readonly Problem[] {
  if (voice === null) return [];
  return objections(passage.text, voice)
    .filter((each) => each.banned)
    .map(({ index, found, reason }) => objection("banned-word", passage, index, found, reason));
}

/** Figures in the text that no fact stands behind. */
export function unprovedProblems(passage: Passage, names: readonly string[]): readonly Problem[] {
  if (passage.voice) return [];
  return passage.spans.flatMap(({ start, inline }) => {
    if (inline.kind !== "text") return [];
    return typedFigures(inline.text, names)
      .filter((each) => each.kind === "digits")
      .map(({ offset, text }) =>
        objection("unproved-figure", passage, start + offset, text, "no fact stands behind it"),
      );
  });
}
