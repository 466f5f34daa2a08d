import type { Frequency, Point, Series } from "../../model/index.ts";
import { slotOf } from "../../model/index.ts";
import type { Readings } from "./find.ts";
import { refuseHoles } from "./find.ts";
import { comparePrinted } from "./precision.ts";
import { withhold } from "../statistic.ts";

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
  let start = place - 1;
  while (start >= 0 && against(series, points[start] ?? point, point, side) < 0) start -= 1;
  const since = points[start] ?? null;
  const run = points.slice(start + 1, place + 1);
  const back = slotOf(point.day, every) - slotOf((since ?? run[0] ?? point).day, every);
  return {
    side,
    point,
    since,
    tied: since !== null && against(series, since, point, side) === 0,
    run,
    periods: since === null ? back + 1 : back,
  };
}

/** The last earlier point strictly further out as printed, or null. */
export function beyond(readings: Readings, extreme: Extreme): Point | null {
  const { series, points } = readings;
  const { point, side } = extreme;
  const further = (each: Point): boolean =>
    each.day < point.day && against(series, each, point, side) > 0;
  return points.findLast(further) ?? null;
}

/** Is the first point further out than the second (1), less far (−1), or equal as printed (0)? */
function against(series: Series, one: Point, two: Point, side: Side): number {
  const found = comparePrinted(series, one.value, two.value);
  return side === "high" ? found : -found;
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
