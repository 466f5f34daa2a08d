import type { Day } from "../model/index.ts";
import { daysBetween, slotOf } from "../model/index.ts";
import type { Entry, Opinion } from "./entry.ts";
import type { Row } from "./rows.ts";
import { APART, jumpDoubts } from "./jumps.ts";

/** Reasons not to trust what a row says, by its day. */
export interface Doubts {
  /** Of the whole row. */
  readonly rows: ReadonlyMap<Day, string>;
  /** Of its close, or its one value, alone. */
  readonly values: ReadonlyMap<Day, string>;
}

/** A dated value of another series, to compare with. */
export interface Told {
  readonly day: Day;
  readonly value: number;
}

/** The doubts about the entry's rows; `second` is what the other source says. */
export function doubts(entry: Entry, rows: readonly Row[], second: readonly Told[] | null): Doubts {
  const whole = new Map<Day, string>();
  const note = (day: Day, reason: string): void => {
    if (!whole.has(day)) whole.set(day, reason);
  };
  if (entry.kind === "bars") barDoubts(rows, note);
  else frozenDoubts(entry, rows, note);
  for (const [day, reason] of jumpDoubts(entry, rows)) note(day, reason);
  const values = new Map<Day, string>();
  if (second !== null && entry.opinion !== null) {
    for (const [day, reason] of disagreements(entry, entry.opinion, rows, second))
      values.set(day, reason);
  }
  return { rows: whole, values };
}

/** Prices adjusted for dividends are products of rounded factors: their last digits may cross. */
const CROSSING = 1e-6;
/** So many equal bars without a range and without volume are a dead feed, not a quiet market. */
const DEAD = 5;

function barDoubts(rows: readonly Row[], note: (day: Day, reason: string) => void): void {
  let equal = 1;
  rows.forEach((row, index) => {
    const [open, high, low, close, volume] = row.values;
    if (!isNumber(open) || !isNumber(high) || !isNumber(low) || !isNumber(close)) return;
    if (outside(open, high, low, close)) note(row.day, outsideReason(row.day, high, low, close));
    const before = rows[index - 1];
    const same =
      before !== undefined && row.values.every((value, at) => value === before.values[at]);
    equal = same ? equal + 1 : 1;
    if (same && isDead(equal, high > low || (isNumber(volume) && volume > 0))) {
      note(row.day, repeatReason(row.day, before.day));
    }
  });
}

/** An amount of so many steps of its precision does not come twice running by chance. */
const STEPS = 1e5;

/**
 * A count or a sum, told by the half-month or so, that is the one before to the last digit: the feed
 * told the old figure again. A balance may be the same by chance, and a day declared with the ratio 1 is.
 */
function frozenDoubts(
  entry: Entry,
  rows: readonly Row[],
  note: (day: Day, reason: string) => void,
): void {
  const [part] = entry.parts;
  if (part === undefined || part.negative || entry.every === "day" || entry.jumps === "any") return;
  for (const [index, { day, values }] of rows.entries()) {
    const before = rows[index - 1];
    const [value] = values;
    if (before === undefined || !isNumber(value) || before.values[0] !== value) continue;
    const near = daysBetween(before.day, day) <= APART[entry.every];
    const fine = value * 10 ** part.precision >= STEPS;
    if (near && fine && !entry.splits.has(day)) {
      note(day, `the figure of ${day} repeats the one of ${before.day} to the last digit`);
    }
  }
}

/** Do open and close lie outside the bar's own high and low? */
export function outside(open: number, high: number, low: number, close: number): boolean {
  const slack = high * CROSSING;
  return high + slack < Math.max(open, low, close) || low - slack > Math.min(open, high, close);
}

export function outsideReason(day: Day, high: number, low: number, close: number): string {
  const slack = high * CROSSING;
  const which = close > high + slack || close < low - slack ? "close" : "open";
  return `the ${which} of ${day} lies outside that day's high and low`;
}

/** Is a bar that repeats the one before, as the nth of its kind, the mark of a dead feed? */
export function isDead(equal: number, traded: boolean): boolean {
  return traded || equal >= DEAD;
}

export function repeatReason(day: Day, before: Day): string {
  return `the bar of ${day} repeats the one of ${before} in every figure`;
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number";
}

/** The last value of each week (or each day) against what the other source gives for it. */
function disagreements(
  entry: Entry,
  opinion: Opinion,
  rows: readonly Row[],
  second: readonly Told[],
): readonly (readonly [Day, string])[] {
  const at = entry.kind === "bars" ? 3 : 0;
  const own = new Map<number, Row>();
  for (const row of rows) own.set(slotOf(row.day, opinion.every), row);
  const last = rows.at(-1)?.day;
  return second.flatMap(({ day, value }) => {
    const row = own.get(slotOf(day, opinion.every));
    const mine = row?.values[at];
    if (row === undefined || !isNumber(mine) || value === 0) return [];
    // A week still running at the end of the file, or one that lacks its last day, cannot be compared.
    if (row.day < day && (row.day === last || sessionsMissing(row.day, day))) return [];
    if (Math.abs(mine / value - 1) <= opinion.tolerance) return [];
    const what = entry.kind === "bars" ? "close" : "value";
    return [
      [row.day, `for the ${what} of ${row.day}, ${mine}, a second source has ${value}`] as const,
    ];
  });
}

function sessionsMissing(own: Day, other: Day): boolean {
  return daysBetween(own, other) > 0 && slotOf(other, "day") > slotOf(own, "day");
}
