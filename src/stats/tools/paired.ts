import type { Citation, Frequency, Point, Series } from "../../model/index.ts";
import { slotOf } from "../../model/index.ts";
import { cite, withhold } from "../statistic.ts";
import type { Readings } from "./find.ts";
import { own } from "./find.ts";
import { view } from "./views.ts";

/** Readings of two series for the same period of the calendar. */
export interface Pair {
  readonly one: Point;
  readonly two: Point;
}

/** Two series read at one rhythm, period by period; the periods that both tell. */
export interface Paired {
  readonly every: Frequency;
  readonly pairs: readonly Pair[];
}

/** Rhythm at which two series are read: that of the slower of them, or the end of each week or month. */
export type Rhythm = "own" | "week" | "month";

/**
 * Readings of two series that meet by period of the calendar, never by row: days on the same
 * session, weeks and months on the last reading of each full one. The second series may be advanced:
 * its reading of so many periods before stands beside the first one's.
 */
export function paired(one: Series, two: Series, rhythm: Rhythm, advanced = 0): Paired {
  const every = rhythm === "own" ? slower(one, two) : rhythm;
  const first = readAt(one, every);
  const second = readAt(two, every);
  const bySlot = new Map(second.points.map((each) => [slotOf(each.day, every) + advanced, each]));
  const pairs = first.points.flatMap((each): readonly Pair[] => {
    const other = bySlot.get(slotOf(each.day, every));
    return other === undefined ? [] : [{ one: each, two: other }];
  });
  return { every, pairs };
}

/** The longest run of pairs without a missing period that ends with the last. */
export function unbrokenPairs({ every, pairs }: Paired): readonly Pair[] {
  const start = pairs.findLastIndex(({ one }, index) => {
    const before = pairs[index - 1];
    return before !== undefined && slotOf(one.day, every) - slotOf(before.one.day, every) > 1;
  });
  return start < 0 ? pairs : pairs.slice(start);
}

/** First all readings of the one series, then all of the other, as the recipes of two series want them. */
export function pairCites(one: Series, two: Series, pairs: readonly Pair[]): readonly Citation[] {
  return [...pairs.map((each) => cite(one, each.one)), ...pairs.map((each) => cite(two, each.two))];
}

/** Changes relative to the reading before, one fewer than there are values. */
export function relativeChanges(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, index) => value / (values[index] ?? Number.NaN) - 1);
}

/** What readings of a rhythm are called in a reason. */
export function readingsText(every: Frequency): string {
  return every === "day" ? "sessions" : every === "half-month" ? "half-months" : `${every}s`;
}

const PACE: readonly Frequency[] = ["day", "week", "half-month", "month"];

function slower(one: Series, two: Series): Frequency {
  return PACE.indexOf(one.every) > PACE.indexOf(two.every) ? one.every : two.every;
}

function readAt(series: Series, every: Frequency): Readings {
  if (series.every === every) return own(series);
  if (PACE.indexOf(series.every) < PACE.indexOf(every) && every !== "half-month") {
    return view(series, every === "week" ? "week-end" : "month-end");
  }
  return withhold(`${series.name} is not told by ${readingsText(every)}`);
}
