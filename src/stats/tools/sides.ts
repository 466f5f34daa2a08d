import { z } from "zod";
import type { Day, Frequency, Point, Series, Span } from "../../model/index.ts";
import { dayOf, slotOf, spanBefore, yearOf } from "../../model/index.ts";
import type { Side } from "./extreme.ts";
import { refuseHoles } from "./find.ts";
import { barsRef, seriesRef } from "./options.ts";
import { comparePrinted } from "./precision.ts";
import type { Context } from "../statistic.ts";
import { withhold } from "../statistic.ts";

/** A series, or a bar file whose highs, lows and closes each have their part. */
export const sidedShape = {
  series: seriesRef.optional(),
  bars: barsRef.optional(),
  basis: z
    .enum(["intraday", "close"])
    .default("intraday")
    .describe("Of bars: the highs and lows of the day, or the closes."),
} as const;

interface Asked {
  readonly series?: string | undefined;
  readonly bars?: string | undefined;
  readonly basis: "intraday" | "close";
}

/** Either the one or the other. */
export function isSided({ series, bars }: Asked): boolean {
  return (series === undefined) !== (bars === undefined);
}

export const SIDED = { message: "name either a series or bars", path: ["series"] };

/** What highs and lows are looked for in, and where the instrument stands now. */
export interface Sided {
  readonly high: Series;
  readonly low: Series;
  readonly now: Series;
}

export function sidedOf({ series, bars, basis }: Asked, context: Context): Sided {
  if (series !== undefined) {
    const found = context.series(series);
    return { high: found, low: found, now: found };
  }
  const { high, low, close } = context.bars(bars ?? "");
  return basis === "close" ? { high: close, low: close, now: close } : { high, low, now: close };
}

/**
 * The readings of a window that ends with the newest one. Withheld where the data do not reach
 * back over all of it, or where a reading in it is missing.
 */
export function windowOf(series: Series, over: Span): readonly Point[] {
  const { points, every, name } = series;
  const latest = points.at(-1);
  if (latest === undefined) return withhold(`nothing of ${name} is known yet`);
  const sessions = over.unit === "session";
  if (sessions && every !== "day") {
    withhold(`${name} is not told often enough to be looked at over sessions`);
  }
  const window = sessions ? points.slice(-over.count) : after(series, latest, over);
  const whole = sessions
    ? window.length === over.count
    : reaches(window[0] ?? latest, spanBefore(latest.day, over), every);
  if (!whole) withhold(`${name} is not known for all of the last ${over.count} ${over.unit}s`);
  refuseHoles(series, window, every);
  return window;
}

/** The readings of the calendar year up to the newest one, from its first period on. */
export function thisYear(series: Series): readonly Point[] {
  const { points, every, name } = series;
  const latest = points.at(-1);
  if (latest === undefined) return withhold(`nothing of ${name} is known yet`);
  const start = dayOf(yearOf(latest.day) - 1, 12, 31);
  const window = points.filter((each) => each.day > start);
  if (!reaches(window[0] ?? latest, start, every)) {
    withhold(`${name} is not known for all of the year to date`);
  }
  refuseHoles(series, window, every);
  return window;
}

/** Does no period lie between the start of the window and its first reading? */
function reaches(first: Point, start: Day, every: Frequency): boolean {
  return slotOf(first.day, every) - slotOf(start, every) <= 1;
}

/** Months of a monthly series are counted as months: the end of January is no sixth one before June's. */
function after(series: Series, latest: Point, over: Span): readonly Point[] {
  const { points, every } = series;
  const start = spanBefore(latest.day, over);
  const monthly = every === "month" || every === "half-month";
  if (!monthly || over.unit === "week" || over.unit === "day") {
    return points.filter((each) => each.day > start);
  }
  return points.filter((each) => slotOf(each.day, every) > slotOf(start, every));
}

/** The point furthest out; of those equal in the source the earliest. */
export function furthest(points: readonly Point[], side: Side): Point | null {
  let best: Point | null = null;
  for (const each of points) {
    if (best === null || (side === "high" ? each.value > best.value : each.value < best.value)) {
      best = each;
    }
  }
  return best;
}

/** Is the first value further out than the second as printed (1), less far (−1), or equal (0)? */
export function further(series: Series, side: Side, one: number, two: number): number {
  const found = comparePrinted(series, one, two);
  return side === "high" ? found : -found;
}
