import type { Fact, Unit } from "../../model/index.ts";
import { printedValue } from "../value.ts";
import { pick } from "../verb.ts";
import { words } from "./part.ts";
import type { Phrase, Speech, Unsaid } from "./part.ts";
import { figure } from "./say.ts";
import { listed } from "./join.ts";

const CHANGES: ReadonlySet<Unit> = new Set(["ratio", "points", "basis points"]);

/**
 * One fact held against another of the same unit, as printed: changes "outperformed", "lagged" or
 * "matched"; levels lie "just under", "above", "level with". The other's name or figure follows.
 */
export function comparedWith(fact: Fact, other: Fact, speech: Speech): Phrase | Unsaid {
  if (fact.unit !== other.unit) {
    return { unsaid: `${fact.id} is in ${fact.unit}, ${other.id} in ${other.unit}` };
  }
  const { voice, turn } = speech;
  const [one, two] = [printed(fact, speech), printed(other, speech)];
  if (CHANGES.has(fact.unit)) {
    const name = one === two ? "matched" : one > two ? "outperformed" : "lagged";
    return words(pick(voice.comparisons[name], turn));
  }
  return words(pick(voice.levels[placeOf(one, two, voice.levels.near)], turn));
}

type Place = "at" | "just under" | "just over" | "under" | "over";

function placeOf(one: number, two: number, near: number): Place {
  if (one === two) return "at";
  const close = Math.abs(one - two) < near * Math.abs(two);
  if (one < two) return close ? "just under" : "under";
  return close ? "just over" : "over";
}

/** "caught between 1991 and 2100", lower level first; unsaid where the fact does not lie between. */
export function betweenThe(
  fact: Fact,
  ends: readonly [Fact, Fact],
  speech: Speech,
): Phrase | Unsaid {
  const strange = ends.find((each) => each.unit !== fact.unit);
  if (strange !== undefined) {
    return { unsaid: `${fact.id} is in ${fact.unit}, ${strange.id} in ${strange.unit}` };
  }
  const [low, high] = ends.toSorted((a, b) => a.value - b.value);
  const value = printed(fact, speech);
  if (low === undefined || high === undefined) return { unsaid: "there are no two levels" };
  if (!(printed(low, speech) < value && value < printed(high, speech))) {
    return { unsaid: `${fact.id} does not lie between ${low.id} and ${high.id}` };
  }
  const both = listed([figure(low, speech), figure(high, speech)], speech);
  return [...words(pick(speech.voice.levels.between, speech.turn)), ...both];
}

function printed(fact: Fact, { voice }: Speech): number {
  return printedValue(fact.value, fact.unit, fact.digits, {}, voice);
}
