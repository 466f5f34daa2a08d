import type { Point, Series } from "../../model/index.ts";
import { round } from "../../model/index.ts";
import type { As, Measure } from "../tools/measure.ts";
import { measure, usualMeasure } from "../tools/measure.ts";
import type { Ends } from "../tools/periods.ts";
import { periodName } from "../tools/periods.ts";
import { comparePrinted } from "../tools/precision.ts";
import { withhold } from "../statistic.ts";

/** A change over full periods that ends at a place among their ends. */
export interface Step {
  readonly place: number;
  readonly from: Point;
  readonly to: Point;
  /** Signed, in plain numbers; null where no percentage starts at its base. */
  readonly size: number | null;
}

/** All changes of one length in a run of periods. */
export interface Steps {
  readonly ends: Ends;
  readonly length: number;
  readonly last: Step;
  readonly size: (from: Point, to: Point) => number | null;
  readonly measure: (from: Point, to: Point) => Measure;
  /** Is the first size larger than the second as printed (1), smaller (−1) or equal (0)? */
  readonly compare: (one: number, two: number) => number;
}

/** Withheld where there are too few periods, or where the latest change prints as nothing. */
export function stepsOf(ends: Ends, length: number, as: As | undefined): Steps {
  const { series, points, period } = ends;
  const wanted = as ?? usualMeasure(series.unit);
  const size = (from: Point, to: Point): number | null => {
    if (wanted !== "percent") return to.value - from.value;
    return from.value > 0 ? to.value / from.value - 1 : null;
  };
  const place = points.length - 1;
  const from = points[place - length];
  const to = points[place];
  if (from === undefined || to === undefined) {
    return withhold(`${series.name} has too few ${periodName(period)} in a row`);
  }
  const { digits } = measure(series, wanted, from, to);
  const compare = comparing(series, wanted, digits);
  const last: Step = { place, from, to, size: size(from, to) };
  if (compare(Math.abs(last.size ?? 0), 0) === 0) withhold(`${series.name} has hardly moved`);
  return {
    ends,
    length,
    last,
    size,
    measure: (one, two) => measure(series, wanted, one, two),
    compare,
  };
}

function comparing(series: Series, as: As, digits: number): Steps["compare"] {
  if (as === "amount") return (one, two) => comparePrinted(series, one, two);
  const inHundredths = as === "percent" || series.unit === "ratio" || series.unit === "yield";
  const scale = inHundredths ? 100 : 1;
  return (one, two) => {
    const between = (one - two) * scale;
    if (Math.abs(between) > 2 * 10 ** -digits) return Math.sign(between);
    return Math.sign(round(one * scale, digits) - round(two * scale, digits));
  };
}

/** Earlier changes in the latest one's direction that are at least, or strictly, as large; doubtful ones are. */
export function larger(steps: Steps, how: "at least" | "strictly"): (step: Step) => boolean {
  const { last, compare } = steps;
  const sign = Math.sign(last.size ?? 0);
  const latest = Math.abs(last.size ?? 0);
  return ({ from, to, size }) => {
    if (from.suspect !== undefined || to.suspect !== undefined || size === null) return true;
    if (Math.sign(size) !== sign) return false;
    const found = compare(Math.abs(size), latest);
    return how === "strictly" ? found > 0 : found >= 0;
  };
}

/**
 * The newest changes of a kind, newest first, that overlap neither each other nor the latest one.
 */
export function apart(
  { ends, last, length, size }: Steps,
  holds: (step: Step) => boolean,
  most: number,
): readonly Step[] {
  const found: Step[] = [];
  let place = last.place - length;
  while (place >= length && found.length < most) {
    const from = ends.points[place - length];
    const to = ends.points[place];
    if (from === undefined || to === undefined) break;
    const step: Step = { place, from, to, size: size(from, to) };
    const taken = holds(step);
    if (taken) found.push(step);
    place -= taken ? length : 1;
  }
  return found;
}
