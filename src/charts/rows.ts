import type { Day, Frequency } from "../model/index.ts";
import { addDays, daysBetween, slotOf } from "../model/index.ts";
import { instant } from "./axis-time.ts";
import type { Rhythm } from "./candles.ts";
import { merge, rhythmFor } from "./candles.ts";
import type { Candle, ChartPoint, ChartSet } from "./input.ts";
import { isCandle } from "./input.ts";

/** A row as Vega gets it: the day as an instant, null where a hole must break a line. */
export interface Row {
  readonly [field: string]: number | string | null;
}

interface PlainRow extends Row {
  readonly day: number;
  readonly value: number | null;
}

export interface Rows {
  readonly set: ChartSet;
  readonly rows: readonly Row[];
  /** Length of time of one candle; null for other shapes. */
  readonly rhythm: Rhythm | null;
  /** Is there a row without value? */
  readonly broken: boolean;
  /** Periods between the first and the last day, for the width of bars. */
  readonly slots: number;
}

export function rowsOf(set: ChartSet, width: number, room: number): Rows {
  const candles = set.points.filter(isCandle).filter(isWhole);
  if (candles.length > 0) return candleRows(set, candles, width, room);
  const points = set.points.flatMap((each) => (isCandle(each) ? [] : [each]));
  const rows = thinned(withHoles(points, set.every), width);
  const broken = rows.some((each) => each.value === null);
  return { set, rows, rhythm: null, broken, slots: slots(points, set.every) };
}

function candleRows(set: ChartSet, candles: readonly Candle[], width: number, room: number): Rows {
  const finest = set.every === "half-month" ? "two weeks" : set.every;
  const rhythm = rhythmFor(candles, finest, width, room);
  const merged = merge(candles, rhythm);
  const rows = merged.map((each) => ({
    day: instant(each.middle),
    open: each.open,
    high: each.high,
    low: each.low,
    close: each.close,
    direction: each.close >= each.open ? "up" : "down",
  }));
  return { set, rows, rhythm, broken: false, slots: merged.length };
}

/** Width of the strip of which only the outermost points are drawn. */
const STRIP = 2;

/**
 * A series with more points than the picture can show: of each strip its lowest and its highest
 * stay, in their order, so that every peak and trough stands where it did; and every hole.
 */
function thinned(rows: readonly PlainRow[], width: number): readonly PlainRow[] {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined || rows.length < width * 0.75) return rows;
  const unit = width / STRIP / Math.max(last.day - first.day, 1);
  const strips = new Map<number, [PlainRow, PlainRow]>();
  for (const row of rows) {
    if (row.value === null) continue;
    const strip = Math.floor((row.day - first.day) * unit);
    const [low, high] = strips.get(strip) ?? [row, row];
    const lower = row.value < (low.value ?? 0) ? row : low;
    strips.set(strip, [lower, row.value > (high.value ?? 0) ? row : high]);
  }
  const kept = new Set([first, last, ...[...strips.values()].flat()]);
  return rows.filter((row) => row.value === null || kept.has(row));
}

/** A row without value stands in every hole, so that no line crosses it. */
function withHoles(points: readonly ChartPoint[], every: Frequency): readonly PlainRow[] {
  const rows: PlainRow[] = [];
  let before: Day | null = null;
  for (const { day, value } of points) {
    if (before !== null && isHole(before, day, every)) {
      rows.push({ day: instant(addDays(before, 1)), value: null });
    }
    rows.push({ day: instant(day), value: Number.isFinite(value) ? value : null });
    before = day;
  }
  return rows;
}

/** Daily series may miss a week: nothing narrower could be seen as a gap. */
const LONGEST_DAILY = 10;

function isHole(from: Day, to: Day, every: Frequency): boolean {
  if (every === "day") return daysBetween(from, to) > LONGEST_DAILY;
  return slotOf(to, every) - slotOf(from, every) > 1;
}

const DAYS: Readonly<Record<Frequency, number>> = {
  day: 365.25 / 252,
  week: 7,
  "half-month": 365.25 / 24,
  month: 365.25 / 12,
};

function slots(points: readonly ChartPoint[], every: Frequency): number {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return 1;
  return Math.round(daysBetween(first.day, last.day) / DAYS[every]) + 1;
}

/** A candle that lacks a price is left out: there is nothing to draw of it. */
function isWhole(each: Candle): boolean {
  return [each.open, each.high, each.low, each.close].every(Number.isFinite);
}
