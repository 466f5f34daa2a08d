import type { Day } from "../model/index.ts";
import { daysBetween, roundText } from "../model/index.ts";
import type { Entry } from "./entry.ts";
import type { Row } from "./rows.ts";

/** Ratios of splits and reverse splits that happen. */
const SPLITS: readonly number[] = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100];
/** How far the open, and the close after a day's trading, may lie from the ratio. */
const AT_OPEN = 0.04;
const AT_CLOSE = 0.08;
/** No market moves so far in a day. */
const BEYOND_REASON = 2.5;
/** Between two settlements the count itself moves too: two for one shows as 1.7 to 2.3. */
const SLOW = 1.7;
/** A digit lost or added, or a change of unit: tenfold, less or more what the figure itself has moved. */
const TENFOLD = 6;
/** A jump back within this leaves the series where it was. */
const BACK = 0.2;
/** Neighbours further apart than this, in days, say nothing about one day. */
export const APART: Readonly<Record<Entry["every"], number>> = {
  day: 7,
  week: 21,
  "half-month": 40,
  month: 70,
};

/**
 * Values from an unexplained jump on are on another footing than those before it; so all of them are
 * doubtful, until a jump back. A split that the catalogue declares is restated before it comes here;
 * a day declared with the ratio 1 is a jump known to be real.
 */
export function jumpDoubts(
  entry: Entry,
  rows: readonly Row[],
): readonly (readonly [Day, string])[] {
  if (entry.jumps === "any") return [];
  if (entry.jumps === "balance") return balanceDoubts(entry, rows);
  const at = entry.kind === "bars" ? 3 : 0;
  const found: (readonly [Day, string])[] = [];
  let footing = 1;
  let reason = "";
  for (let index = 1; index < rows.length; index++) {
    const before = rows[index - 1];
    const row = rows[index];
    const old = before?.values[at];
    const value = row?.values[at];
    if (before === undefined || row === undefined || !old || !value) continue;
    const ratio = value / old;
    const open = entry.kind === "bars" ? row.values[0] : null;
    const near = daysBetween(before.day, row.day) <= APART[entry.every];
    if (
      near &&
      !isFew(entry, Math.min(old, value)) &&
      !entry.splits.has(row.day) &&
      leaps(entry.jumps, ratio, open ? open / old : ratio, entry.every)
    ) {
      footing = footingAfter(footing, ratio);
      if (footing !== 1) reason = jumpReason(row.day, ratio);
    }
    if (footing !== 1) found.push([row.day, reason]);
  }
  return found;
}

/** So few shares may well be ten times as many at the next count. */
const FEW = 1000;

function isFew({ parts: [part], kind }: Entry, value: number): boolean {
  return kind === "value" && part?.unit === "shares" && value * 10 ** part.precision < FEW;
}

/** A balance may pass through zero, but is never so many times the largest of the ones just before. */
const OUT_OF_SCALE = 50;
const BEFORE = 8;

function balanceDoubts(entry: Entry, rows: readonly Row[]): readonly (readonly [Day, string])[] {
  const sizes = rows.map((row) => Math.abs(row.values[0] ?? 0));
  const from = sizes.findIndex((size, index) => {
    const largest = Math.max(...sizes.slice(Math.max(index - BEFORE, 0), index));
    const row = rows[index];
    return (
      index >= BEFORE &&
      largest > 0 &&
      size >= OUT_OF_SCALE * largest &&
      row !== undefined &&
      !entry.splits.has(row.day)
    );
  });
  const first = rows[from];
  if (first === undefined) return [];
  const reason = `on ${first.day} the value is over ${OUT_OF_SCALE} times the largest of the ${BEFORE} before, with no change of unit declared`;
  return rows.slice(from).map((row) => [row.day, reason] as const);
}

/** Where a series stands after an unexplained jump, as a multiple of where it began; 1: it is back. */
export function footingAfter(footing: number, ratio: number): number {
  const after = footing * ratio;
  return Math.abs(after - 1) <= BACK || Math.abs(1 / after - 1) <= BACK ? 1 : after;
}

export function jumpReason(day: Day, ratio: number): string {
  return `on ${day} the value is ${said(ratio)} times the one before, with no split or change of unit declared`;
}

/** Is the ratio of two neighbouring values one to be doubted? `atOpen` is what the open had of it. */
export function leaps(
  jumps: Entry["jumps"],
  ratio: number,
  atOpen: number,
  every: Entry["every"] = "day",
): boolean {
  const size = ratio < 1 ? 1 / ratio : ratio;
  if (jumps === "tenfold") return !(size < TENFOLD);
  if (every !== "day") return size >= SLOW;
  if (size >= BEYOND_REASON) return true;
  const open = atOpen < 1 ? 1 / atOpen : atOpen;
  return SPLITS.some(
    (split) => Math.abs(size / split - 1) <= AT_CLOSE && Math.abs(open / split - 1) <= AT_OPEN,
  );
}

/** Three figures of it: 0.143, 2.16, 271000. */
function said(ratio: number): string {
  return roundText(ratio, 2 - Math.floor(Math.log10(ratio)));
}

/** Values before a declared split as they would be had it happened earlier: prices down, shares up. */
export function restate(entry: Entry, rows: readonly Row[]): readonly Row[] {
  if (entry.splits.size === 0) return rows;
  return rows.map((row) => {
    const factor = splitFactor(entry, row.day);
    if (factor === 1) return row;
    const values = row.values.map((value, index) =>
      value === null ? null : restated(value, factor, entry.parts[index]?.unit ?? "price"),
    );
    return { ...row, values };
  });
}

/** New shares for one of the given day, by the splits declared after it. */
export function splitFactor(entry: Entry, day: Day): number {
  let factor = 1;
  for (const [split, ratio] of entry.splits) if (day < split) factor *= ratio;
  return factor;
}

export function restated(value: number, factor: number, unit: string): number {
  if (factor === 1) return value;
  return unit === "shares" ? value * factor : value / factor;
}
