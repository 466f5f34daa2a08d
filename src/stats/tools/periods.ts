import type { Day, Frequency, Point, Series, SpanUnit } from "../../model/index.ts";
import { slotOf } from "../../model/index.ts";
import type { Over } from "./base.ts";
import { own } from "./find.ts";
import { view } from "./views.ts";
import { withhold } from "../statistic.ts";

/** The periods of the calendar that changes are ranked over. */
export type Period = "session" | "week" | "half-month" | "month" | "quarter" | "year";

/** The last readings of full periods that follow each other without a hole, up to the newest. */
export interface Ends {
  readonly series: Series;
  readonly period: Period;
  readonly points: readonly Point[];
}

const OWN: Readonly<Record<Frequency, Period>> = {
  day: "session",
  week: "week",
  "half-month": "half-month",
  month: "month",
};

/** Which periods a span is made of, and of how many. Withheld where that is none of them. */
export function periodsIn(
  over: Over,
  every: Frequency,
): { readonly period: Period; readonly count: number } {
  if (over.kind === "period") return { period: OWN[every], count: 1 };
  if (over.kind === "to date") return withhold("a change to date is not held against full periods");
  const { unit, count } = over.span;
  return { period: unit === "day" ? "session" : unit, count };
}

/** What a span is called in a sentence's own number: 4 of "weeks". */
export function periodName(period: Period): `${Exclude<SpanUnit, "day">}s` | "periods" {
  return period === "half-month" ? "periods" : `${period}s`;
}

/**
 * The last reading of every full period, back to the newest hole. A period that has not ended has
 * none yet. Withheld where the series is told less often than that.
 */
export function endsOf(series: Series, period: Period): Ends {
  const all = candidates(series, period);
  let start = all.length - 1;
  while (start > 0 && follows(all[start - 1], all[start], period)) start -= 1;
  return { series, period, points: all.slice(Math.max(start, 0)) };
}

function candidates(series: Series, period: Period): readonly Point[] {
  const { every } = series;
  if (OWN[every] === period) return own(series).points;
  if (period === "week" && every === "day") return view(series, "week-end").points;
  if (period === "session" || period === "week" || period === "half-month") {
    return withhold(`${series.name} is not told every ${period}`);
  }
  const { points } = view(series, "month-end");
  const months = period === "quarter" ? 3 : period === "year" ? 12 : 1;
  return points.filter((each) => slotOf(each.day, "month") % months === months - 1);
}

function follows(before: Point | undefined, here: Point | undefined, period: Period): boolean {
  if (before === undefined || here === undefined) return false;
  return numberOf(here.day, period) - numberOf(before.day, period) <= 1;
}

/** The running number of the period a day lies in. */
export function numberOf(day: Day, period: Period): number {
  switch (period) {
    case "session":
      return slotOf(day, "day");
    case "week":
    case "half-month":
    case "month":
      return slotOf(day, period);
    case "quarter":
      return Math.floor(slotOf(day, "month") / 3);
    case "year":
      return Math.floor(slotOf(day, "month") / 12);
  }
}

/** Periods that a superlative of a change must reach back over, lest it say nothing. */
export function leastPeriods(period: Period): number {
  switch (period) {
    case "session":
      return 60;
    case "week":
      return 13;
    case "half-month":
    case "month":
      return 6;
    case "quarter":
      return 4;
    case "year":
      return 3;
  }
}
