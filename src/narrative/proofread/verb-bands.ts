import type { Facts, Problem } from "../../model/index.ts";
import type { Voice } from "../../words/index.ts";
import { bandOf } from "../../words/index.ts";
import type { DirectionWords } from "./direction.ts";
import { figuresOf } from "./figures.ts";
import { isMove } from "./groups.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

const SOFT = /^(?:edged|edges|inched|inches|ticked|ticks|eked|crept|nudged)\b/iu;
const STRONG =
  /^(?:soar(?:ed|s|ing)|surg(?:ed|es|ing)|jump(?:ed|s|ing)|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|cratered|crashed|plummeted|leapt|collapsed)\b/iu;

/** What a soft word cannot hold, and what a strong one makes too much of. */
const TOO_LARGE: readonly string[] = ["large", "very large", "extreme"];
const TOO_SMALL: readonly string[] = ["nil", "tiny", "small"];

/** A typed verb must fit the size of the move among the same measure's own. */
export function bandProblems(
  passage: Passage,
  facts: Facts,
  words: DirectionWords,
  voice: Voice | null,
): readonly Problem[] {
  if (voice === null) return [];
  const extra = "crept|nudged|cratered|crashed|plummeted|leapt|collapsed";
  const lead = new RegExp(
    `(?<![\\p{L}-])(${words.pattern}|${extra})(?: (?:up|down|higher|lower|by|a|of|some|about))*[ \\u00A0]$`,
    "iu",
  );
  return figuresOf(passage).flatMap(({ start, inline: { said } }) => {
    const fact = facts.get(said.fact);
    const word = lead.exec(passage.text.slice(0, start))?.[1];
    if (fact?.kind !== "fact" || word === undefined || !isMove(fact.recipe)) return [];
    if (fact.rank === null || fact.ranked < voice.bands.ranked) return [];
    const band = bandOf(fact, "default", voice);
    const wrong = SOFT.test(word)
      ? TOO_LARGE.includes(band)
      : STRONG.test(word) && TOO_SMALL.includes(band);
    if (!wrong) return [];
    const message = `"${word}" does not fit a move that is ${band} for this measure; let {{moved ${fact.id}}} choose the verb`;
    return [objection("verb-band", passage, start, said.text, message, "warning")];
  });
}
