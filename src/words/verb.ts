import { familyOf } from "./band.ts";
import type { Band } from "./band.ts";
import type { Voice } from "./voice.ts";

/**
 * "jumped", "jumping", "a jump" without its article; in the present "jumps" of one, "jump" of several;
 * "jumped" or "risen" after "has". All take a bare amount or "of" an amount.
 */
export type VerbForm = "past" | "participle" | "noun" | "present" | "present plural" | "perfect";

/**
 * The verb of a move, by direction of the printed figure and band of its size. `turn` is the
 * edition's ordinal and the slot's place in the template; each list is walked by it, and no word
 * stands in two lists, so that none returns within four turns. A nil move that still prints a
 * figure is told as a tiny one.
 */
export function verb(
  direction: -1 | 0 | 1,
  band: Band | "neutral",
  turn: number,
  form: VerbForm,
  voice: Voice,
  kind = "default",
): string {
  return inForm(pick(listOf(direction, band, voice, kind), turn), form);
}

/** One verb of the pack in a form; forms that the pack does not give are said in the past. */
export function inForm(found: Voice["verbs"]["flat"][number], form: VerbForm): string {
  switch (form) {
    case "past":
    case "participle":
    case "noun":
      return found[form];
    case "perfect":
      return found.perfect ?? found.past;
    case "present plural":
      return found.base ?? found.past;
    case "present":
      return found.base === undefined ? found.past : thirdPerson(found.base);
  }
}

/** "rises", "edges up", "hardly changes", "goes down", "rallies". */
function thirdPerson(base: string): string {
  const [first = "", ...rest] = base.split(" ");
  if (ADVERBS.has(first)) return [first, thirdPerson(rest.join(" "))].join(" ");
  return [withS(first), ...rest].join(" ");
}

const ADVERBS = new Set(["barely", "hardly", "scarcely"]);

function withS(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** A phrase of the voice whose turn it is, by the name of its list: "leaning", "high since"; null: no such list. */
export function phrase(name: string, turn: number, voice: Voice): string | null {
  const list = phraseLists(voice).get(name);
  return list === undefined ? null : pick(list, turn);
}

/** Lists that claim nothing by themselves, by name: hedges, and words before a figure. */
export function phraseLists(voice: Voice): ReadonlyMap<string, readonly string[]> {
  const { superlatives, levels, hedges } = voice;
  const before = ["high since", "low since", "passing", "matching", "near"] as const;
  const around = ["between", "lies at", "rangebound"] as const;
  return new Map([
    ...before.map((name) => [name, superlatives[name]] as const),
    ...around.map((name) => [name, levels[name]] as const),
    ...Object.entries(hedges),
  ]);
}

/** The item whose turn it is. */
export function pick<T>(list: readonly T[], turn: number): T {
  const found = list[((turn % list.length) + list.length) % list.length];
  if (found === undefined) throw new RangeError("the list is empty");
  return found;
}

function listOf(
  direction: -1 | 0 | 1,
  band: Band | "neutral",
  voice: Voice,
  kind: string,
): Voice["verbs"]["flat"] {
  if (direction === 0) return voice.verbs.flat;
  const side = direction > 0 ? "up" : "down";
  const name = band === "nil" ? "tiny" : band;
  const family = familyOf(kind);
  const own = family === null ? undefined : voice.verbs.kinds[family];
  return own?.[side][name] ?? voice.verbs[side][name];
}
