import type { Day, Frequency, Point, Series } from "../../model/index.ts";
import { addDays, sessionOnOrBefore, slotOf, weekdayOf } from "../../model/index.ts";
import { withhold } from "../statistic.ts";

/** Points of a series with the rhythm at which they are counted: its own, or a coarser view of it. */
export interface Readings {
  readonly series: Series;
  readonly every: Frequency;
  readonly points: readonly Point[];
}

export function own(series: Series): Readings {
  return { series, every: series.every, points: series.points };
}

/** The newest point. Withheld where there is none. */
export function newest(readings: Readings): Point {
  return readings.points.at(-1) ?? withhold(`nothing of ${readings.series.name} is known yet`);
}

/** Place of the last point on or before the day, or −1. */
export function placeOnOrBefore(points: readonly Point[], day: Day): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle]?.day ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function pointOnOrBefore(points: readonly Point[], day: Day): Point | null {
  return points[placeOnOrBefore(points, day)] ?? null;
}

/** Points from the first day to the last, both included. */
export function between(points: readonly Point[], from: Day, to: Day): readonly Point[] {
  const first = placeOnOrBefore(points, addDays(from, -1)) + 1;
  return points.slice(first, placeOnOrBefore(points, to) + 1);
}

/** The point of a period by its running number (`slotOf`), or null where it is missing. */
export function pointInSlot(readings: Readings, slot: number): Point | null {
  const { points, every } = readings;
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const point = points[middle];
    if (point !== undefined && slotOf(point.day, every) <= slot) low = middle + 1;
    else high = middle;
  }
  const found = points[low - 1];
  return found !== undefined && slotOf(found.day, every) === slot ? found : null;
}

/**
 * The point that tells the state on a day: on the exchange's last session on or before it for a
 * daily series, of the day's own period for all others. Null where that one is missing.
 */
export function pointTelling(readings: Readings, day: Day): Point | null {
  if (readings.every !== "day") return pointInSlot(readings, slotOf(day, readings.every));
  const found = pointOnOrBefore(readings.points, day);
  return found !== null && found.day >= sessionOnOrBefore(day) ? found : null;
}

/** Does nothing lie between two points that follow each other in a list? */
export function adjacent(before: Point, after: Point, every: Frequency): boolean {
  return slotOf(after.day, every) - slotOf(before.day, every) <= 1;
}

/** Two neighbouring points with periods missing between them. */
interface Hole {
  readonly after: Day;
  readonly before: Day;
}

/** The newest hole among points that should follow each other without one, or null. */
export function lastHole(points: readonly Point[], every: Frequency): Hole | null {
  let next: { readonly day: Day; readonly slot: number } | null = null;
  for (const point of points.toReversed()) {
    const slot = slotOf(point.day, every);
    if (next !== null && next.slot - slot > 1) return { after: point.day, before: next.day };
    next = { day: point.day, slot };
  }
  return null;
}

/** Withholds where a period between the first and the last of the points is missing. */
export function refuseHoles(series: Series, points: readonly Point[], every: Frequency): void {
  const hole = lastHole(points, every);
  if (hole === null) return;
  withhold(`${series.name} has no figures between ${hole.after} and ${hole.before}`);
}

/** The longest run of points without a hole that ends at the last one. */
export function unbroken(points: readonly Point[], every: Frequency): readonly Point[] {
  const hole = lastHole(points, every);
  return hole === null ? points : points.slice(placeOnOrBefore(points, hole.before));
}

/** The last session of the ISO week a day lies in. */
export function lastSessionOfWeek(day: Day): Day {
  return sessionOnOrBefore(addDays(day, 7 - weekdayOf(day)));
}
