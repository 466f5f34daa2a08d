import type { Day, Panel } from "../../model/index.ts";
import { monthOf, rowsBefore, sessionNumber, sma, weekNumber, yearOf } from "../../model/index.ts";

/**
 * What thousands of members did, counted over their columns without a citation: for finding what is
 * worth asking. A figure that is said is asked of a statistic, which proves it.
 */
export type Period = "week" | "month" | "quarter";

/** Places in the days at which a period of the calendar ends; the newest may still be running. */
export function periodEnds(days: readonly Day[], period: Period): Int32Array {
  const ends = days.flatMap((day, place) => {
    const next = days[place + 1];
    return next === undefined || periodOf(next, period) !== periodOf(day, period) ? [place] : [];
  });
  return Int32Array.from(ends);
}

function periodOf(day: Day, period: Period): number {
  if (period === "week") return weekNumber(day);
  const month = yearOf(day) * 12 + monthOf(day) - 1;
  return period === "month" ? month : Math.floor(month / 3);
}

/** A value for each member and period: member by member, one less than there are ends. */
export interface Growth {
  readonly periods: number;
  readonly values: Float64Array;
}

/**
 * Growth of each member's close from each end to the next, as a ratio. NaN where it has no close on
 * one of the two days, or where a row in doubt lies on them.
 */
export function priceGrowth(panel: Panel, ends: Int32Array): Growth {
  const periods = Math.max(ends.length - 1, 0);
  const values = new Float64Array(panel.members.length * periods);
  panel.columns.forEach(({ day, close, suspect }, at) => {
    const doubtful = suspect.size > 0;
    let before = Number.NaN;
    for (let each = 0; each <= periods; each++) {
      const end = ends[each] ?? 0;
      const row = rowsBefore(day, end);
      const there = day[row] === end && !(doubtful && suspect.has(row));
      const here = there ? (close[row] ?? Number.NaN) : Number.NaN;
      if (each > 0) values[at * periods + each - 1] = here / before - 1;
      before = here;
    }
  });
  return { periods, values };
}

/** Growth of each member's mean daily volume from each period to the next, as a ratio. */
export function volumeGrowth(panel: Panel, ends: Int32Array): Growth {
  const periods = Math.max(ends.length - 1, 0);
  const values = new Float64Array(panel.members.length * periods);
  panel.columns.forEach(({ day, volume, suspect }, at) => {
    const doubtful = suspect.size > 0;
    let row = 0;
    let before = Number.NaN;
    for (let each = 0; each <= periods; each++) {
      const next = rowsBefore(day, (ends[each] ?? 0) + 1);
      let sum = 0;
      let count = 0;
      for (; row < next; row++) {
        const traded = volume[row] ?? Number.NaN;
        if (traded !== traded || (doubtful && suspect.has(row))) continue;
        sum += traded;
        count += 1;
      }
      const here = sum > 0 ? sum / count : Number.NaN;
      if (each > 0) values[at * periods + each - 1] = here / before - 1;
      before = here;
    }
  });
  return { periods, values };
}

/** Of how many members something holds, day by day, and of how many it could. */
export interface Breadth {
  readonly holds: Int32Array;
  readonly of: Int32Array;
}

/** Two readings nearer than this, as a ratio, are equal: rounding alone parts them. */
const EQUAL = 1e-9;

/** How many members closed above the mean of their own last n closes. */
export function aboveAverage(panel: Panel, n: number): Breadth {
  const holds = new Int32Array(panel.days.length);
  const of = new Int32Array(panel.days.length);
  const longest = panel.columns.reduce((most, { day }) => Math.max(most, day.length), 0);
  const scratch = new Float64Array(longest);
  panel.columns.forEach(({ day, close, suspect }) => {
    const average = scratch.subarray(0, close.length);
    sma(close, n, average);
    const doubtful = suspect.size > 0;
    for (let row = n - 1; row < close.length; row++) {
      if (doubtful && inDoubt(suspect, row - n + 1, row)) continue;
      const place = day[row] ?? 0;
      of[place] = (of[place] ?? 0) + 1;
      if ((close[row] ?? 0) > (average[row] ?? 0) * (1 + EQUAL))
        holds[place] = (holds[place] ?? 0) + 1;
    }
  });
  return { holds, of };
}

function inDoubt(suspect: ReadonlyMap<number, string>, from: number, to: number): boolean {
  for (const row of suspect.keys()) if (row >= from && row <= to) return true;
  return false;
}

/** How many members closed higher than on the session before, how many lower, and of how many. */
export interface Advances {
  readonly up: Int32Array;
  readonly down: Int32Array;
  readonly of: Int32Array;
}

export function advances(panel: Panel): Advances {
  const counts = (): Int32Array => new Int32Array(panel.days.length);
  const [up, down, of] = [counts(), counts(), counts()];
  const slots = sessionsOf(panel);
  panel.columns.forEach(({ day, close, suspect }) => {
    const doubtful = suspect.size > 0;
    const complete = isComplete(day, slots);
    let before = close[0] ?? 0;
    for (let row = 1; row < close.length; row++) {
      const here = close[row] ?? 0;
      const change = here - before;
      before = here;
      if (!complete && !follows(day, slots, row)) continue;
      if (doubtful && (suspect.has(row) || suspect.has(row - 1))) continue;
      const place = day[row] ?? 0;
      of[place] = (of[place] ?? 0) + 1;
      if (change > 0) up[place] = (up[place] ?? 0) + 1;
      else if (change < 0) down[place] = (down[place] ?? 0) + 1;
    }
  });
  return { up, down, of };
}

/** Running number of each day's session: a step of more than one is a hole. */
export function sessionsOf({ days }: Panel): Int32Array {
  return Int32Array.from(days, sessionNumber);
}

/** Has the member a row for every session from its first to its last? */
export function isComplete(day: Int32Array, slots: Int32Array): boolean {
  return (slots[day.at(-1) ?? 0] ?? 0) - (slots[day[0] ?? 0] ?? 0) === day.length - 1;
}

function follows(day: Int32Array, slots: Int32Array, row: number): boolean {
  return (slots[day[row] ?? 0] ?? 0) - (slots[day[row - 1] ?? 0] ?? 0) === 1;
}
