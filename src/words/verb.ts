import { familyOf } from "./band.ts";
import type { Band } from "./band.ts";
import type { Voice } from "./voice.ts";

/** "jumped", "jumping", "a jump" without its article. All take a bare amount or "of" an amount. */
export type VerbForm = "past" | "participle" | "noun";

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
  return pick(listOf(direction, band, voice, kind), turn)[form];
}

/** A phrase of the voice whose turn it is, by the name of its list: "leaning", "high since"; null: no such list. */
export function phrase(name: string, turn: number, voice: Voice): string | null {
  const list = { ...voice.hedges, ...voice.superlatives }[name];
  return list === undefined ? null : pick(list, turn);
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
