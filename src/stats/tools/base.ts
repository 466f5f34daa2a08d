import type { Day, Point, Span } from "../../model/index.ts";
import {
  addDays,
  addMonths,
  endOfMonth,
  monthOf,
  slotOf,
  spanBefore,
  startOfMonth,
} from "../../model/index.ts";
import type { Readings } from "./find.ts";
import {
  lastSessionOfWeek,
  own,
  placeOnOrBefore,
  pointInSlot,
  pointOnOrBefore,
  pointTelling,
} from "./find.ts";
import { withhold } from "../statistic.ts";

/** How far back a change reaches: a length of time, the period before, or the end of a past period. */
export type Over =
  | { readonly kind: "span"; readonly span: Span }
  | { readonly kind: "period" }
  | { readonly kind: "to date"; readonly of: "month" | "quarter" | "year" };

/** The point a change is measured from, or null where it is missing. Never just the row before. */
export function baseOf(readings: Readings, to: Point, over: Over): Point | null {
  switch (over.kind) {
    case "period":
      return pointInSlot(readings, slotOf(to.day, readings.every) - 1);
    case "to date":
      return endOfPast(own(readings.series), dayBefore(to.day, over.of));
    case "span":
      return spanBase(readings, to, over.span);
  }
}

function spanBase(readings: Readings, to: Point, span: Span): Point | null {
  const slot = slotOf(to.day, readings.every);
  const months = monthsOf(span);
  if (months !== null && readings.every === "month") return pointInSlot(readings, slot - months);
  if (months !== null && readings.every === "half-month") {
    return pointInSlot(readings, slot - 2 * months);
  }
  if (months !== null) return pointTelling(readings, spanBefore(to.day, span));
  if (span.unit === "session" && readings.every === "day") {
    return pointInSlot(readings, slot - span.count);
  }
  if (span.unit === "week" && readings.every === "week") {
    return pointInSlot(readings, slot - span.count);
  }
  if (readings.every === "day" && span.unit !== "session") {
    const target = spanBefore(to.day, span);
    return pointTelling(readings, span.unit === "week" ? lastSessionOfWeek(target) : target);
  }
  return withhold(
    `${readings.series.name} is not told often enough to be compared over ${span.unit}s`,
  );
}

function monthsOf(span: Span): number | null {
  if (span.unit === "month") return span.count;
  if (span.unit === "quarter") return 3 * span.count;
  return span.unit === "year" ? 12 * span.count : null;
}

/** The last day before the month, quarter or year that the given day lies in. */
function dayBefore(day: Day, period: "month" | "quarter" | "year"): Day {
  const start = startOfMonth(day);
  const into = (monthOf(day) - 1) % (period === "quarter" ? 3 : 12);
  return addDays(period === "month" ? start : addMonths(start, -into), -1);
}

/** The last point of a period that ends with the given day. */
function endOfPast(readings: Readings, day: Day): Point | null {
  if (readings.every !== "week") return pointTelling(readings, endOfMonth(day));
  const found = pointOnOrBefore(readings.points, day);
  return found !== null && found.day > addDays(day, -7) ? found : null;
}

/** What the missing base is called in a reason. */
export function overText(over: Over): string {
  if (over.kind === "period") return "the period before";
  if (over.kind === "to date") return `the end of the ${over.of} before`;
  return `${over.span.count} ${over.span.unit}${over.span.count === 1 ? "" : "s"} before`;
}

/**
 * Pairs of points that span the same time as a change, one after another back from the change's
 * own start, so that no two of them overlap. A missing base is stepped over.
 */
export function pastPairs(
  readings: Readings,
  from: Point,
  base: (to: Point) => Point | null,
): readonly (readonly [Point, Point])[] {
  const pairs: (readonly [Point, Point])[] = [];
  let place = placeOnOrBefore(readings.points, from.day);
  while (place > 0) {
    const to = readings.points[place];
    if (to === undefined) break;
    const found = base(to);
    if (found !== null && found.day < to.day) pairs.push([found, to]);
    const next = found === null ? place - 1 : placeOnOrBefore(readings.points, found.day);
    place = Math.min(next, place - 1);
  }
  return pairs;
}
