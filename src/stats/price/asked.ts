import type { Bars, Series } from "../../model/index.ts";
import type { Context } from "../statistic.ts";
import { UnknownName, withhold } from "../statistic.ts";

/** A series stands for the same bars whenever it is asked for: prices are put together once. */
const MADE = new WeakMap<Series, Bars>();

/**
 * The bars of an instrument by its name. Of a daily series, such as a yield, the values alone are
 * known: they stand for open, high, low and close alike.
 */
export function barsOf(context: Context, id: string): Bars {
  try {
    return context.bars(id);
  } catch (error) {
    if (!(error instanceof UnknownName)) throw error;
    return ofSeries(seriesOr(context, id, error));
  }
}

/** Withheld where only closes are known: a statistic on highs, lows or opens would find nothing but them. */
export function fullBarsOf(context: Context, id: string): Bars {
  const bars = barsOf(context, id);
  return bars.high === bars.low ? withhold(`only daily values of ${bars.name} are known`) : bars;
}

function seriesOr(context: Context, id: string, unknown: UnknownName): Series {
  try {
    return context.series(id);
  } catch (error) {
    throw error instanceof UnknownName ? unknown : error;
  }
}

function ofSeries(series: Series): Bars {
  const { id, name, noun, instrument, every } = series;
  if (every !== "day") withhold(`${name} is not told every day`);
  const known = instrument === undefined ? {} : { instrument };
  const four = { open: series, high: series, low: series, close: series };
  const bars = MADE.get(series) ?? { id, name, noun, ...known, ...four, volume: null };
  MADE.set(series, bars);
  return bars;
}
