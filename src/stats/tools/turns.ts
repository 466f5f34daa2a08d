import type { Point } from "../../model/index.ts";
import { median } from "../../model/index.ts";
import type { Side } from "./extreme.ts";

/** A high or a low that the series has left behind far enough. */
export interface Turn {
  readonly point: Point;
  readonly side: Side;
}

/**
 * Every turn of a run of readings, ascending, highs and lows in turn: walks forward with the
 * running high and low, and turns where the last of them is left behind by `times` typical steps.
 * The typical step is the median size of the changes from one reading to the next (of logarithms,
 * or of plain values where some are not positive).
 */
export function turns(points: readonly Point[], times: number): readonly Turn[] {
  const [first] = points;
  if (first === undefined) return [];
  const distance = distanceOf(points);
  const steps = points.slice(1).map((each, index) => distance(points[index] ?? each, each));
  const threshold = times * median(steps);
  if (threshold === 0) return [];
  let high = first;
  let low = first;
  let heading: "up" | "down" | null = null;
  const found: Turn[] = [];
  for (const point of points) {
    if (point.value > high.value) high = point;
    if (point.value < low.value) low = point;
    if (heading !== "down" && point.value < high.value && distance(high, point) >= threshold) {
      found.push({ point: high, side: "high" });
      heading = "down";
      low = point;
    } else if (heading !== "up" && point.value > low.value && distance(low, point) >= threshold) {
      found.push({ point: low, side: "low" });
      heading = "up";
      high = point;
    }
  }
  return found;
}

function distanceOf(points: readonly Point[]): (from: Point, to: Point) => number {
  if (points.some((each) => each.value <= 0)) return (from, to) => Math.abs(to.value - from.value);
  return (from, to) => Math.abs(Math.log(to.value / from.value));
}
