import type { Fact } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";
import { bandOf, kindOf } from "../band.ts";
import { printedSign } from "../value.ts";
import type { ValueForm } from "../value.ts";
import { verb } from "../verb.ts";
import type { VerbForm } from "../verb.ts";
import { partOf, verbWord, words } from "./part.ts";
import type { Phrase, Speech } from "./part.ts";
import { figure, named, size } from "./say.ts";

/** Direction of the figure as it is printed, so that nothing rises by 0.0 percent. */
export function directionOf(fact: Fact, speech: Speech, form: ValueForm = {}): -1 | 0 | 1 {
  return printedSign(fact.value, fact.unit, fact.digits, form, speech.voice);
}

/** The kind of measure a fact is a change of: it chooses lists and tables of verbs. */
export function kindOfMove(fact: Fact, speech: Pick<Speech, "series">): string {
  const series = named(fact, speech);
  const days = daysBetween(fact.window.from, fact.window.to);
  return series === null ? "default" : kindOf(series.unit, series.every, days);
}

/** The verb whose turn it is, or the next one of its list that was not said nearby. */
export function moved(
  fact: Fact,
  speech: Speech,
  form: VerbForm = "past",
  printed: ValueForm = {},
): Phrase {
  const { voice, turn, used } = speech;
  const kind = kindOfMove(fact, speech);
  const direction = directionOf(fact, speech, printed);
  const band = bandOf(fact, kind, voice);
  const say = (at: number): string => verb(direction, band, at, form, voice, kind);
  const fresh = Array.from({ length: 8 }, (_, step) => say(turn + step)).find(
    (each) => !used.has(each),
  );
  return verbWord(fresh ?? say(turn));
}

/**
 * A change in one go: "rose 3.5 percent to 2040"; "held steady at 2040" where the figure prints as
 * zero. `to` is the level it ended at, if it is to be said.
 */
export function changed(
  fact: Fact,
  speech: Speech,
  to: Fact | null = partOf(fact, "to", speech),
): Phrase {
  const still = directionOf(fact, speech) === 0;
  return [
    ...moved(fact, speech),
    ...(still ? [] : size(fact, speech)),
    ...(to === null ? [] : [...words(still ? "at" : "to"), ...figure(to, speech)]),
  ];
}
