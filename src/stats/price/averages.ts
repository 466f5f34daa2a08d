import type { Point, Recipe, Series } from "../../model/index.ts";
import { mean, round } from "../../model/index.ts";
import { refuseHoles } from "../tools/find.ts";
import { withhold } from "../statistic.ts";

export type Side = "above" | "below" | "at";

/** The simple moving average at a place: the mean of that reading and those before it, `of` in all. */
export function averageAt(points: readonly Point[], of: number, place: number): number {
  return mean(points.slice(place - of + 1, place + 1).map((each) => each.value));
}

/** Sums are made anew after so many steps, so that rounding cannot gather in them. */
const ANEW = 100;

/** The average at every place, NaN where too few readings went before: exact but for the last digits. */
export function averagesOf(points: readonly Point[], of: number): Float64Array {
  const found = new Float64Array(points.length).fill(Number.NaN);
  let sum = 0;
  for (let place = of - 1; place < points.length; place++) {
    if ((place - of + 1) % ANEW === 0) sum = of * averageAt(points, of, place);
    else sum += (points[place]?.value ?? 0) - (points[place - of]?.value ?? 0);
    found[place] = sum / of;
  }
  return found;
}

/** The readings that an average at a place rests on. */
export function windowAt(points: readonly Point[], of: number, place: number): readonly Point[] {
  return points.slice(place - of + 1, place + 1);
}

/** Compared at the precision of the source: the dust of a mean changes no side. */
export function sideOf(series: Series, value: number, middle: number): Side {
  const { precision } = series;
  const apart = value - middle;
  const far = Math.abs(apart) > 10 ** -precision;
  const sign = far ? apart : settled(value, precision) - settled(middle, precision);
  return sign === 0 ? "at" : sign > 0 ? "above" : "below";
}

/** Rounded without the dust of sums: a mean of 0.645 may stand there as 0.6449999999999999. */
function settled(value: number, precision: number): number {
  return round(Number(value.toPrecision(12)), precision);
}

/** The average of the citations from a place on, `of` of them. */
export function averageFrom(first: number, of: number): Recipe {
  return { op: "mean", first, last: first + of - 1 };
}

/** Withheld where there are fewer readings, or one is missing among those from a place on. */
export function refuseShort(series: Series, of: number): void {
  const { points } = series;
  if (points.length >= of) return;
  withhold(`${series.name} has ${points.length} readings, too few for an average of ${of}`);
}

/** Withheld where a reading is missing from a place up to another. */
export function refuseHoleIn(series: Series, points: readonly Point[], first: number): void {
  refuseHoles(series, points.slice(Math.max(0, first)), series.every);
}

/** A place where a line passed from one side to the other. */
export interface Crossing {
  /** First reading on the new side. */
  readonly place: number;
  readonly side: "above" | "below";
}

/**
 * The last crossing up to a place: the first reading on the new side, readings in between that lie
 * on neither left out. Null where there is none down to the first place.
 */
export function lastCrossing(
  side: (place: number) => Side,
  latest: number,
  first: number,
): Crossing | null {
  let since: Crossing | null = null;
  for (let place = latest; place >= first; place--) {
    const found = side(place);
    if (found === "at") continue;
    if (since !== null && found !== since.side) return since;
    since = { place, side: found };
  }
  return null;
}
