import type { Fact } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";
import { bandOf, kindOf } from "../band.ts";
import { printedSign, printedValue } from "../value.ts";
import type { ValueForm } from "../value.ts";
import { verb } from "../verb.ts";
import type { VerbForm } from "../verb.ts";
import { listed, sharingUnit } from "./join.ts";
import { keysIn, partOf, verbWord, words } from "./part.ts";
import type { Phrase, Speech } from "./part.ts";
import { figure, named, size } from "./say.ts";

/** Direction of the figure as it is printed, so that nothing rises by 0.0 percent. */
function directionOf(fact: Fact, speech: Speech, form: ValueForm = {}): -1 | 0 | 1 {
  return printedSign(fact.value, fact.unit, fact.digits, form, speech.voice);
}

/**
 * The kind of measure a fact is a change of: it chooses lists and tables of verbs. Volatility is
 * quoted like a price, but nobody says that fear rallied.
 */
function kindOfMove(fact: Fact, speech: Pick<Speech, "series">): string {
  const series = named(fact, speech);
  const days = daysBetween(fact.window.from, fact.window.to);
  if (series === null || series.instrument === "volatility") return "default";
  return kindOf(series.unit, series.every, days);
}

/** The verb whose turn it is, or the next one of its list that was not said nearby. */
export function moved(
  fact: Fact,
  speech: Speech,
  form: VerbForm = "past",
  printed: ValueForm = {},
): Phrase {
  const { voice } = speech;
  const kind = kindOfMove(fact, speech);
  const direction = directionOf(fact, speech, printed);
  const band = bandOf(fact, kind, voice);
  return fresh(speech, (at) => verb(direction, band, at, form, voice, kind));
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

/**
 * What has no percentage, told by its ends: "rose from 800 to 10,900". The verb has no size; equal as
 * printed, it is one of standing still.
 */
export function fromTo(from: Fact, to: Fact, speech: Speech): Phrase {
  const { voice } = speech;
  const print = (each: Fact): number => printedValue(each.value, each.unit, each.digits, {}, voice);
  const step = Math.sign(print(to) - print(from));
  const direction = step > 0 ? 1 : step < 0 ? -1 : 0;
  const chosen = fresh(speech, (at) => verb(direction, "neutral", at, "past", voice));
  if (direction === 0) return [...chosen, ...words("at"), ...figure(to, speech)];
  return [
    ...chosen,
    ...words("from"),
    ...figure(from, speech),
    ...words("to"),
    ...figure(to, speech),
  ];
}

/**
 * Several changes in the order of their subjects: "fell 1.2 and 3.4 percent, respectively"; where
 * they part, each with its verb: "rose 1.2 and fell 3.4 percent, respectively". Where their sizes lie
 * in different bands, the one verb has no size. `to` are the levels they ended at.
 */
export function movedTogether(
  facts: readonly Fact[],
  speech: Speech,
  to: readonly Fact[] = [],
): Phrase {
  const directions = new Set(facts.map((each) => directionOf(each, speech)));
  const ends = to.length === 0 ? [] : sharing(to, speech);
  const [direction] = directions;
  if (direction === undefined) return [];
  const order =
    facts.length < 2 ? [] : [...words(","), ...words(speech.voice.sentences.respectively)];
  if (directions.size === 1) {
    const still = direction === 0;
    const sizes = still ? [] : listed(sharingUnit(facts.map((each) => size(each, speech))), speech);
    const tail = ends.length === 0 ? [] : [...words(still ? "at" : "to"), ...ends];
    const ordered = still && ends.length === 0 ? [] : order;
    return [...oneVerb(facts, direction, speech), ...sizes, ...tail, ...ordered];
  }
  const each = apart(facts, speech);
  return [
    ...listed(each, speech),
    ...(ends.length === 0 ? [] : [...words("to"), ...ends]),
    ...order,
  ];
}

/** Levels that share their unit, as a list. */
function sharing(facts: readonly Fact[], speech: Speech): Phrase {
  return listed(sharingUnit(facts.map((each) => figure(each, speech))), speech);
}

function oneVerb(facts: readonly Fact[], direction: -1 | 0 | 1, speech: Speech): Phrase {
  const { voice } = speech;
  const bands = new Set(facts.map((each) => bandOf(each, kindOfMove(each, speech), voice)));
  const kinds = new Set(facts.map((each) => kindOfMove(each, speech)));
  const [band = "neutral"] = bands;
  const [kind = "default"] = kinds;
  const shared = bands.size === 1 ? band : "neutral";
  const of = kinds.size === 1 ? kind : "default";
  return fresh(speech, (at) => verb(direction, shared, at, "past", voice, of));
}

/** Each with its own verb, no verb twice. */
function apart(facts: readonly Fact[], speech: Speech): readonly Phrase[] {
  let { used } = speech;
  return facts.map((each) => {
    const phrase = changed(each, { ...speech, used }, null);
    used = new Set([...used, ...keysIn(phrase)]);
    return phrase;
  });
}

/** The verb whose turn it is, or the next one that was not said nearby. */
function fresh({ turn, used }: Speech, say: (at: number) => string): Phrase {
  const found = Array.from({ length: 8 }, (_, step) => say(turn + step)).find(
    (each) => !used.has(each),
  );
  return verbWord(found ?? say(turn));
}
