import type { Frequency, Point, Series } from "../model/index.ts";
import { slotOf } from "../model/index.ts";
import type { Readings } from "./find.ts";
import { refuseHoles } from "./find.ts";
import { printed } from "./precision.ts";
import { withhold } from "./statistic.ts";

export type Side = "high" | "low";

/** A point that none of the points just before it reaches. */
export interface Extreme {
  readonly side: Side;
  readonly point: Point;
  /** The last earlier point at least as far out as printed, or null where there is none. */
  readonly since: Point | null;
  /** Is that one equal as printed? */
  readonly tied: boolean;
  /** The points after it up to and with the extreme: no other of them is as far out. */
  readonly run: readonly Point[];
  /** Periods from `since` to the point, or all periods of the series. */
  readonly periods: number;
}

/** How far back the point at a place is the highest or lowest, at the precision that is printed. */
export function extremeAt(readings: Readings, place: number, side: Side): Extreme {
  const { series, points, every } = readings;
  const point = points[place] ?? withhold(`nothing of ${series.name} is known yet`);
  const value = outward(series, point, side);
  let start = place - 1;
  while (start >= 0 && outward(series, points[start] ?? point, side) < value) start -= 1;
  const since = points[start] ?? null;
  const run = points.slice(start + 1, place + 1);
  const back = slotOf(point.day, every) - slotOf((since ?? run[0] ?? point).day, every);
  return {
    side,
    point,
    since,
    tied: since !== null && outward(series, since, side) === value,
    run,
    periods: since === null ? back + 1 : back,
  };
}

/** The last earlier point strictly further out as printed, or null. */
export function beyond(readings: Readings, extreme: Extreme): Point | null {
  const value = outward(readings.series, extreme.point, extreme.side);
  const further = (each: Point): boolean =>
    each.day < extreme.point.day && outward(readings.series, each, extreme.side) > value;
  return readings.points.findLast(further) ?? null;
}

/** Larger is further out, on either side. */
function outward(series: Series, point: Point, side: Side): number {
  const value = printed(series, point.value);
  return side === "high" ? value : -value;
}

/** Readings that a superlative must reach back over, lest it say nothing. */
export function leastFor(every: Frequency): number {
  switch (every) {
    case "day":
      return 60;
    case "week":
      return 13;
    case "half-month":
      return 6;
    case "month":
      return 3;
  }
}

/** Withheld where a missing reading could have been further out. */
export function refuseBrokenRun(readings: Readings, extreme: Extreme): void {
  const window = extreme.since === null ? extreme.run : [extreme.since, ...extreme.run];
  refuseHoles(readings.series, window, readings.every);
}

/** How near a suspect point must lie to the extreme to be able to overturn it. */
const DOUBT = 0.05;

/** Suspect points of the run that could overturn the extreme: they are cited, so that it is doubted too. */
export function doubtful(points: readonly Point[], extreme: Point): readonly Point[] {
  return points.filter(
    (each) =>
      each.suspect !== undefined &&
      each.day !== extreme.day &&
      Math.abs(each.value - extreme.value) <= DOUBT * Math.abs(extreme.value),
  );
}
