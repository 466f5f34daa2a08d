import type { Day, Frequency, Point, Series } from "../../model/index.ts";
import {
  addDays,
  dayOfMonth,
  endOfMonth,
  sessionOnOrBefore,
  slotOf,
  weekdayOf,
  weekNumber,
} from "../../model/index.ts";
import type { Readings } from "./find.ts";
import { own } from "./find.ts";

/** Which points of a series take part, as `at` says it in YAML. */
export type At = "any" | "week-end" | "month-end" | "mid-month";

/**
 * A coarser view of a series. The points are the very ones of the source, so that a citation still
 * leads to their row. A week or month that has not ended has no last point yet, and neither has
 * one whose last session is missing: nothing is filled in.
 */
export function view(series: Series, at: At): Readings {
  switch (at) {
    case "any":
      return own(series);
    case "week-end":
      if (series.every === "half-month" || series.every === "month") return own(series);
      return { series, every: "week", points: lastOf(series, weekNumber, endsWeek) };
    case "month-end":
      return monthly(series);
    case "mid-month":
      return { series, every: "month", points: series.points.filter((each) => isMidMonth(each)) };
  }
}

/** The last point of each full month. */
export function monthly(series: Series): Readings {
  const points = lastOf(series, (day) => slotOf(day, "month"), endsMonth);
  return { series, every: "month", points };
}

/** Is the series told in the middle of the month and at its end, and this the middle? */
function isMidMonth(point: Point): boolean {
  return dayOfMonth(point.day) <= 16;
}

function lastOf(
  series: Series,
  periodOf: (day: Day) => number,
  ends: (day: Day, every: Frequency) => boolean,
): readonly Point[] {
  return series.points.filter((point, index) => {
    const next = series.points[index + 1];
    if (next !== undefined && periodOf(next.day) === periodOf(point.day)) return false;
    return ends(point.day, series.every);
  });
}

function endsWeek(day: Day, every: Frequency): boolean {
  return every !== "day" || day >= sessionOnOrBefore(addDays(day, 7 - weekdayOf(day)));
}

/** Can no later point of the series fall into the same month? */
function endsMonth(day: Day, every: Frequency): boolean {
  switch (every) {
    case "day":
      return day >= sessionOnOrBefore(endOfMonth(day));
    case "week":
      return addDays(day, 7) > endOfMonth(day);
    case "half-month":
      return dayOfMonth(day) > 16;
    case "month":
      return true;
  }
}
