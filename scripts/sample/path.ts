import type { Day } from "../../src/model/index.ts";
import { daysBetween } from "../../src/model/index.ts";
import type { Random } from "./random.ts";
import { stream } from "./random.ts";

/** A value that a path leans on at a day. */
export interface Lean {
  readonly day: Day;
  readonly value: number;
}

/** Straight from lean to lean; before the first and after the last, flat. */
export function leaning(leans: readonly Lean[], day: Day): number {
  const at = leans.findLastIndex((each) => each.day <= day);
  const from = leans[at] ?? leans[0];
  const to = leans[at + 1] ?? from;
  if (from === undefined || to === undefined) throw new RangeError("nothing to lean on");
  const length = daysBetween(from.day, to.day);
  if (length <= 0) return from.value;
  return from.value + ((to.value - from.value) * daysBetween(from.day, day)) / length;
}

/** Noise that remembers: each value is the last one times `memory`, and a draw of the given scale. */
export function spells(
  name: string,
  count: number,
  memory: number,
  scale: number,
): readonly number[] {
  const random: Random = stream(name);
  let value = 0;
  return Array.from({ length: count }, () => {
    value = memory * value + scale * random.normal();
    return value;
  });
}
