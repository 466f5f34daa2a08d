import type { Candle, ChartPoint, ChartSet } from "../charts/index.ts";
import type {
  Bars,
  ChartData,
  ChartRequest,
  Day,
  Frequency,
  Point,
  Series,
} from "../model/index.ts";
import { mean, parseDay, parseSpan, slotOf, spanBefore } from "../model/index.ts";
import { staleness } from "../facts/index.ts";
import type { Book } from "../stats/index.ts";
import { Withholding } from "../stats/index.ts";

/** The data of a chart, or why it cannot be drawn on this day. */
export type ChartSets =
  | { readonly sets: readonly ChartSet[]; readonly missing: null }
  | { readonly sets: null; readonly missing: string };

/** Fetches what the chart draws. A chart with a stale or absent series, or too little in a row, falls out. */
export function chartSets(request: ChartRequest, book: Book): ChartSets {
  const sets: ChartSet[] = [];
  for (const data of request.data) {
    const set = fetched(data, book);
    if (typeof set !== "string") sets.push(set);
    else if (!data.optional || data === request.data[0]) return { sets: null, missing: set };
  }
  const [first] = sets;
  const run = first === undefined ? 0 : longestRun(first);
  if (run < request.least) {
    const missing = `it needs ${request.least} points in a row and has ${run}`;
    return { sets: null, missing };
  }
  return { sets, missing: null };
}

/** The data set, or why it cannot be drawn. */
function fetched(data: ChartData, book: Book): ChartSet | string {
  try {
    const series =
      data.shape === "candles" ? book.bars(data.series).close : book.series(data.series);
    const stale = staleness(series, book.asOf);
    if (stale !== null) return stale;
    const set = setOf(data, series, book);
    if (set.points.length > 0) return set;
    return `of ${set.label} of ${series.name} there is nothing to draw`;
  } catch (error) {
    if (error instanceof Withholding) return error.message;
    throw error;
  }
}

function setOf(data: ChartData, series: Series, book: Book): ChartSet {
  const from = startOf(data, book.asOf);
  const within = (each: { readonly day: Day }): boolean => from === null || each.day >= from;
  const every: Frequency = data.every === "own" ? series.every : data.every;
  const points =
    data.shape === "candles"
      ? candles(book.bars(data.series)).filter(within)
      : lastOfPeriods(values(data, series, from), every).filter(within);
  const label = data.shape === "average" ? `${data.sessions ?? 0}-day average` : series.name;
  return {
    name: data.name,
    label,
    unit: series.unit,
    every,
    digits: Math.max(series.precision, 0),
    ...(series.seldom === true ? { seldom: true } : {}),
    points,
  };
}

function startOf(data: ChartData, asOf: Day): Day | null {
  if (data.from === null) return null;
  const span = parseSpan(data.from);
  return span === null ? parseDay(data.from) : spanBefore(asOf, span);
}

function values(data: ChartData, series: Series, from: Day | null): readonly ChartPoint[] {
  if (data.shape !== "average") return series.points;
  const sessions = data.sessions ?? 1;
  const first = from === null ? 0 : series.points.findIndex((each) => each.day >= from);
  return averages(series.points.slice(Math.max(first - sessions, 0)), sessions);
}

/** The moving average at every point that has enough before it. */
function averages(points: readonly Point[], sessions: number): readonly ChartPoint[] {
  return points.slice(sessions - 1).map((point, index) => ({
    day: point.day,
    value: mean(points.slice(index, index + sessions).map((each) => each.value)),
  }));
}

function candles(bars: Bars): readonly Candle[] {
  const byDay = (series: Series): ReadonlyMap<Day, number> =>
    new Map(series.points.map((each) => [each.day, each.value]));
  const [open, high, low] = [byDay(bars.open), byDay(bars.high), byDay(bars.low)];
  return bars.close.points.map(({ day, value }) => ({
    day,
    open: open.get(day) ?? Number.NaN,
    high: high.get(day) ?? Number.NaN,
    low: low.get(day) ?? Number.NaN,
    close: value,
  }));
}

/** The last point of every period; the newest period may still be running. */
function lastOfPeriods(points: readonly ChartPoint[], every: Frequency): readonly ChartPoint[] {
  return points.filter((point, index) => {
    const next = points[index + 1];
    return next === undefined || slotOf(next.day, every) !== slotOf(point.day, every);
  });
}

/** Points whose periods follow on each other without a hole. */
function longestRun(set: ChartSet): number {
  let longest = 0;
  let run = 0;
  let before: number | null = null;
  for (const { day } of set.points) {
    const slot = slotOf(day, set.every);
    run = before !== null && slot - before === 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = slot;
  }
  return longest;
}
