import type { Day } from "../model/index.ts";
import { daysBetween, fromNumber, monthOf, toNumber, weekNumber, yearOf } from "../model/index.ts";
import type { Candle } from "./input.ts";

/** Lengths of time one candle may stand for, shortest first. */
export const RHYTHMS = ["day", "week", "two weeks", "month", "quarter", "year"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** A candle drawn at the middle of its period. */
export interface Merged extends Candle {
  readonly middle: Day;
}

/** The shortest rhythm that leaves every candle its room. */
export function rhythmFor(
  candles: readonly Candle[],
  finest: Rhythm,
  width: number,
  room: number,
): Rhythm {
  const from = RHYTHMS.indexOf(finest);
  const fits = RHYTHMS.slice(from).find((each) => periods(candles, each) * room <= width);
  return fits ?? "year";
}

/** One candle a period: first open, highest high, lowest low, last close. */
export function merge(candles: readonly Candle[], rhythm: Rhythm): readonly Merged[] {
  const merged: Candle[][] = [];
  let period: number | null = null;
  for (const each of candles) {
    const own = periodOf(each.day, rhythm);
    if (own === period) merged.at(-1)?.push(each);
    else merged.push([each]);
    period = own;
  }
  return merged.flatMap(one);
}

function one(group: readonly Candle[]): readonly Merged[] {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
  const half = Math.floor(daysBetween(first.day, last.day) / 2);
  return [
    {
      day: last.day,
      middle: fromNumber(toNumber(first.day) + half),
      open: first.open,
      high: Math.max(...group.map((each) => each.high)),
      low: Math.min(...group.map((each) => each.low)),
      close: last.close,
    },
  ];
}

function periods(candles: readonly Candle[], rhythm: Rhythm): number {
  return new Set(candles.map((each) => periodOf(each.day, rhythm))).size;
}

function periodOf(day: Day, rhythm: Rhythm): number {
  switch (rhythm) {
    case "day":
      return toNumber(day);
    case "week":
      return weekNumber(day);
    case "two weeks":
      return Math.floor(weekNumber(day) / 2);
    case "month":
      return yearOf(day) * 12 + monthOf(day);
    case "quarter":
      return yearOf(day) * 4 + Math.floor((monthOf(day) - 1) / 3);
    case "year":
      return yearOf(day);
  }
}
