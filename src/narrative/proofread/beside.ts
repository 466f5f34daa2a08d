import type { Article, Facts, Problem } from "../../model/index.ts";
import { sentencesOf } from "../sentences.ts";
import { figuresOf } from "./figures.ts";
import type { Passage } from "./passages.ts";
import { sectionOf } from "./section.ts";
import { objection } from "./text.ts";

const TIME =
  /\b(?:days?|daily|sessions?|weeks?|weekly|months?|monthly|quarters?|quarterly|years?|yearly|yesterday|today|since|until)\b/iu;
const OF_A_TIME: readonly string[] = ["ranking", "group-change", "group-volume", "contribution"];

/** Nobody is a best mover without a time: the section says over which. */
export function horizonProblems(
  article: Article,
  passages: readonly Passage[],
  facts: Facts,
): readonly Problem[] {
  return passages.flatMap((passage) => {
    if (passage.kind !== "sentences" || passage.block < 0) return [];
    const move = figuresOf(passage).find(({ inline: { said } }) => {
      const fact = facts.get(said.fact);
      return fact?.kind === "fact" && OF_A_TIME.includes(fact.statistic) && fact.unit === "ratio";
    });
    if (move === undefined) return [];
    const section = sectionOf(article, passage, passages);
    const told = section.some(
      ({ text, spans }) => TIME.test(text) || spans.some(({ inline }) => inline.kind === "date"),
    );
    if (told) return [];
    const found = move.inline.said.text;
    const message = "over which time this is measured, the section does not say";
    return [objection("horizon", passage, move.start, found, message)];
  });
}

const CHOSEN =
  /\b(?:(?:most )?notable|most (?:important|interesting|prominent)|leading) (?:companies|names|stocks|members|holdings)\b/iu;
const CRITERION =
  /\b(?:by|in order of|ranked|measured|with the (?:largest|highest|greatest|heaviest)|the (?:largest|heaviest)) \p{L}/iu;

/** Notable by what? The rule of a choice stands in its section. */
export function choiceProblems(article: Article, passages: readonly Passage[]): readonly Problem[] {
  return passages.flatMap((passage) => {
    const found = CHOSEN.exec(passage.text);
    if (found === null || passage.block < 0 || passage.voice) return [];
    const section = sectionOf(article, passage, passages);
    if (section.some(({ text }) => CRITERION.test(text.replace(CHOSEN, "")))) return [];
    const message = "say by which measure they were chosen";
    return [objection("choice", passage, found.index, found[0], message, "warning")];
  });
}

/** Shapes of a chart, and the statistics that find them. */
const SHAPES: readonly (readonly [pattern: RegExp, statistics: readonly string[]])[] = [
  [/\bdouble[- ‑]tops?\b/iu, ["double-top"]],
  [/\bdouble[- ‑]bottoms?\b/iu, ["double-bottom"]],
  [/\b(?:golden|death) cross(?:es)?\b/iu, ["averages-cross", "event"]],
  [/\b(?:rising|falling|declining|downtrend|uptrend|trend) channel\b/iu, ["channel"]],
  [/\b(?:head[- ]and[- ]shoulders|cup[- ]and[- ]handle|bull flag|bear flag|pennant)\b/iu, []],
];

/** A shape that no statistic found: a double top without two tops. */
export function shapeProblems(passage: Passage, facts: Facts): readonly Problem[] {
  if (passage.voice || passage.kind === "label" || passage.kind === "heading") return [];
  const found = passage.spans.flatMap(({ inline }) => {
    const fact = "said" in inline ? facts.get(inline.said.fact) : undefined;
    return fact?.kind === "fact" ? [fact.statistic] : [];
  });
  return SHAPES.flatMap(([pattern, statistics]) => {
    const named = pattern.exec(passage.text);
    if (named === null || statistics.some((each) => found.includes(each))) return [];
    const message = "no fact beside it has found this shape";
    return [objection("shape", passage, named.index, named[0], message, "warning")];
  });
}

/** From 8 to 12 percent of something is four points, or half as much again: the sentence says which. */
export function relativeChangeProblems(passage: Passage, facts: Facts): readonly Problem[] {
  if (passage.voice || passage.kind === "label") return [];
  return sentencesOf(passage.text).flatMap(({ start, end }) => {
    const sentence = passage.text.slice(start, end);
    if (/\brelative|\btimes\b|\bpoints?\b|\bas (?:much|many|large)\b/iu.test(sentence)) return [];
    return figuresOf(passage).flatMap(({ start: at, inline: { said } }) => {
      const fact = facts.get(said.fact);
      const from = facts.get(`${said.fact}.from`);
      if (at < start || at >= end || fact?.kind !== "fact" || from?.kind !== "fact") return [];
      const share = from.unit === "ratio" || from.unit === "net percent";
      if (fact.unit !== "ratio" || fact.recipe.op !== "change" || !share) return [];
      const message = "a change of a share: say that it is relative, or say it in points";
      return [objection("relative-change", passage, at, said.text, message, "warning")];
    });
  });
}

const NEXT =
  /\b(?:this|it|that|which|the (?:reading|fall|drop|decline|rise)) (?:follow(?:s|ed)|came after|comes after|succeed(?:s|ed))\b/iu;

/** "This followed four readings": not where a fifth lies between. */
export function streakProblems(passage: Passage, facts: Facts): readonly Problem[] {
  return sentencesOf(passage.text).flatMap(({ start, end }) => {
    const words = NEXT.exec(passage.text.slice(start, end));
    if (words === null) return [];
    const inside = figuresOf(passage).filter((each) => each.start >= start && each.end <= end);
    const said = new Set(figuresOf(passage).map((each) => each.inline.said.fact));
    return inside.flatMap(
      ({
        inline: {
          said: { fact: id, text },
        },
        start: at,
      }) => {
        const streak = facts.get(id);
        const after = facts.get(`${id}.after`);
        if (streak?.kind !== "fact" || streak.statistic !== "streak" || after?.kind !== "fact")
          return [];
        if (after.value < 2 || said.has(after.id)) return [];
        const message = `the streak ended ${after.value} readings ago; what came between is not told`;
        return [objection("streak", passage, at, text, message, "warning")];
      },
    );
  });
}
