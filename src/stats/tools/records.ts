import type { Point, Span } from "../../model/index.ts";
import { spanBefore } from "../../model/index.ts";
import type { Side } from "./extreme.ts";

/** Every point that went further out than all before it, ascending in time. */
export function runningRecords(points: readonly Point[], side: Side): readonly Point[] {
  const found: Point[] = [];
  for (const point of points) {
    const best = found.at(-1);
    const further =
      best === undefined || (side === "high" ? point.value > best.value : point.value < best.value);
    if (further) found.push(point);
  }
  return found;
}

/** The last record before the present one that stood long enough before the next exceeded it. */
export function priorRecord(records: readonly Point[], stood: Span): Point | null {
  for (let index = records.length - 2; index >= 0; index--) {
    const each = records[index];
    const next = records[index + 1];
    if (each !== undefined && next !== undefined && each.day <= spanBefore(next.day, stood)) {
      return each;
    }
  }
  return null;
}
