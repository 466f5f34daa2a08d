import type { Day } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";
import { isDead, outside, outsideReason, repeatReason } from "../doubt.ts";
import { APART, footingAfter, jumpReason, leaps } from "../jumps.ts";
import type { Arranged } from "./arrange.ts";
import { dateOf } from "./dates.ts";
import type { GroupEntry } from "./entry.ts";

/** Reasons not to trust rows of one member, by their place among its own. */
export type Suspects = ReadonlyMap<number, string>;

/** The same doubts as those about the rows of a bar file: see doubt.ts and jumps.ts beside this folder. */
export function suspectsOf(
  entry: GroupEntry,
  member: string,
  { starts, date, values }: Arranged,
  at: number,
): Suspects {
  const found = new Map<number, string>();
  const note = (row: number, reason: string): void => {
    if (!found.has(row)) found.set(row, reason);
  };
  const from = starts[at] ?? 0;
  const own = {
    date: date.subarray(from, starts[at + 1]),
    values: values.map((each) => each.subarray(from, starts[at + 1])),
  };
  barDoubts(own, note);
  if (entry.jumps !== "any") jumpDoubts(own, entry.jumps, entry.splits.get(member), note);
  return found;
}

interface Own {
  readonly date: Int32Array;
  readonly values: readonly Float64Array[];
}

type Note = (row: number, reason: string) => void;

function barDoubts({ date, values }: Own, note: Note): void {
  const [open, high, low, close, volume] = values;
  if (open === undefined || high === undefined || low === undefined || close === undefined) return;
  if (open.length === 0 || high.length === 0 || low.length === 0) return;
  let equal = 1;
  for (let row = 0; row < close.length; row++) {
    const o = open[row] ?? 0;
    const h = high[row] ?? 0;
    const l = low[row] ?? 0;
    const c = close[row] ?? 0;
    if (outside(o, h, l, c)) note(row, outsideReason(dayAt(date, row), h, l, c));
    const before = row - 1;
    const same =
      row > 0 &&
      close[before] === c &&
      open[before] === o &&
      high[before] === h &&
      low[before] === l &&
      (volume === undefined || volume.length === 0 || Object.is(volume[before], volume[row]));
    equal = same ? equal + 1 : 1;
    if (same && isDead(equal, h > l || (volume?.[row] ?? 0) > 0)) {
      note(row, repeatReason(dayAt(date, row), dayAt(date, before)));
    }
  }
}

function jumpDoubts(
  { date, values }: Own,
  jumps: "split-like" | "tenfold",
  splits: ReadonlyMap<Day, number> | undefined,
  note: Note,
): void {
  const [open, , , close] = values;
  if (close === undefined) return;
  const [least, most] = QUIET[jumps];
  let footing = 1;
  let reason = "";
  for (let row = 1; row < close.length; row++) {
    const old = close[row - 1] ?? 0;
    const ratio = (close[row] ?? 0) / old;
    if (ratio < least || ratio > most) {
      const day = dayAt(date, row);
      const near = daysBetween(dayAt(date, row - 1), day) <= APART.day;
      const begun = open?.[row] ?? Number.NaN;
      const atOpen = Number.isNaN(begun) ? ratio : begun / old;
      if (near && splits?.has(day) !== true && leaps(jumps, ratio, atOpen)) {
        footing = footingAfter(footing, ratio);
        if (footing !== 1) reason = jumpReason(day, ratio);
      }
    }
    if (footing !== 1) note(row, reason);
  }
}

/** Ratios between these are no jumps, whatever the rule: nearly all of them are looked at no further. */
const QUIET = { "split-like": [0.75, 1.3], tenfold: [0.2, 5] } as const;

function dayAt(date: Int32Array, row: number): Day {
  return dateOf(date[row] ?? 0);
}
