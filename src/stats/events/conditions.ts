import type { PriceColumns } from "../../model/index.ts";
import {
  LENGTHS,
  aroon,
  bollinger,
  macd,
  momentum,
  rsi,
  runs,
  sma,
  stochastic,
} from "../../model/index.ts";

/** What can hold on a day; events are the days on which one of them begins or ends. */
export type Condition =
  | "histogram positive"
  | "MACD positive"
  | "RSI oversold"
  | "RSI overbought"
  | "momentum positive"
  | "price above average"
  | "averages crossed"
  | "below lower band"
  | "above upper band"
  | "stochastic oversold"
  | "stochastic overbought"
  | "Aroon up"
  | "Aroon down"
  | "rising"
  | "falling";

/** Where the zones begin: over the first of each pair, under the second. */
export const ZONES = {
  rsi: { over: 70, under: 30 },
  stochastic: { over: 80, under: 20 },
  aroon: { over: 70, under: 30, sessions: 3 },
} as const;

/** Readings of the two moving averages: the price crosses the long one, and so does the short one. */
export const AVERAGES = { short: 10, long: 50 } as const;

/** Held, did not hold, or neither: a reading exactly on its line changes no side. */
export const [HOLDS, FAILS, NEITHER] = [1, 0, -1] as const;

/**
 * Columns to work in, none shorter than the prices: one set serves a universe, ticker by ticker,
 * with `subarray`.
 */
export interface Scratch {
  readonly one: Float64Array;
  readonly two: Float64Array;
  readonly three: Float64Array;
  readonly runs: Int32Array;
}

export function scratchFor(rows: number): Scratch {
  const column = (): Float64Array => new Float64Array(rows);
  return { one: column(), two: column(), three: column(), runs: new Int32Array(rows) };
}

/**
 * Fills in where a condition holds, day by day; `days` is the length of a run for "rising" and
 * "falling". Nothing at a place depends on a later place.
 */
export function fillCondition(
  condition: Condition,
  prices: PriceColumns,
  days: number,
  scratch: Scratch,
  out: Int8Array,
): void {
  const { high, low, close } = prices;
  const rows = close.length;
  const one = scratch.one.subarray(0, rows);
  const two = scratch.two.subarray(0, rows);
  const three = scratch.three.subarray(0, rows);
  switch (condition) {
    case "histogram positive":
      macd(close, LENGTHS.macd, { line: one, signal: two, histogram: three });
      return side(three, close, out);
    case "MACD positive":
      macd(close, LENGTHS.macd, { line: one, signal: two, histogram: three });
      return side(one, close, out);
    case "RSI oversold":
      rsi(close, LENGTHS.rsi, one);
      return under(one, ZONES.rsi.under, out);
    case "RSI overbought":
      rsi(close, LENGTHS.rsi, one);
      return over(one, ZONES.rsi.over, out);
    case "momentum positive":
      momentum(close, LENGTHS.momentum, one);
      return side(one, close, out);
    case "price above average":
      sma(close, AVERAGES.long, one);
      return sideOf(close, one, out);
    case "averages crossed":
      sma(close, AVERAGES.short, one);
      sma(close, AVERAGES.long, two);
      return sideOf(one, two, out);
    case "below lower band":
      bollinger(close, LENGTHS.bollinger.n, LENGTHS.bollinger.width, one, two);
      return beyond(one, close, out);
    case "above upper band":
      bollinger(close, LENGTHS.bollinger.n, LENGTHS.bollinger.width, one, two);
      return beyond(close, two, out);
    case "stochastic oversold":
      stochastic(high, low, close, LENGTHS.stochastic, { k: one, d: two });
      return under(two, ZONES.stochastic.under, out);
    case "stochastic overbought":
      stochastic(high, low, close, LENGTHS.stochastic, { k: one, d: two });
      return over(two, ZONES.stochastic.over, out);
    case "Aroon up":
      aroon(high, low, LENGTHS.aroon, one, two);
      return trend(one, two, out);
    case "Aroon down":
      aroon(high, low, LENGTHS.aroon, one, two);
      return trend(two, one, out);
    case "rising":
    case "falling": {
      const sign = condition === "rising" ? 1 : -1;
      const run = scratch.runs.subarray(0, rows);
      runs(close, run);
      for (let place = 0; place < rows; place++) {
        out[place] = sign * (run[place] ?? 0) >= days ? HOLDS : FAILS;
      }
    }
  }
}

/** Two readings nearer than this, as a ratio, are equal: rounding alone parts them. */
const EQUAL = 1e-9;

/** Above zero or under it, as far as prices of this size tell. NaN, no reading yet, is neither. */
function side(values: Float64Array, prices: Float64Array, out: Int8Array): void {
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    const nothing = EQUAL * (prices[place] ?? 0);
    out[place] = value > nothing ? HOLDS : value < -nothing ? FAILS : NEITHER;
  }
}

function sideOf(values: Float64Array, line: Float64Array, out: Int8Array): void {
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    const ratio = value / (line[place] ?? Number.NaN) - 1;
    out[place] = ratio > EQUAL ? HOLDS : ratio < -EQUAL ? FAILS : NEITHER;
  }
}

function over(values: Float64Array, level: number, out: Int8Array): void {
  const least = level * (1 + EQUAL);
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    out[place] = value > least ? HOLDS : value <= least ? FAILS : NEITHER;
  }
}

function under(values: Float64Array, level: number, out: Int8Array): void {
  const most = level * (1 - EQUAL);
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    out[place] = value < most ? HOLDS : value >= most ? FAILS : NEITHER;
  }
}

/** Does the first stand over the second? On it, it does not. */
function beyond(first: Float64Array, second: Float64Array, out: Int8Array): void {
  for (let place = 0; place < first.length; place++) {
    const one = first[place] ?? Number.NaN;
    const least = (second[place] ?? Number.NaN) + EQUAL * Math.abs(one);
    out[place] = one > least ? HOLDS : one <= least ? FAILS : NEITHER;
  }
}

/** The first line over its level and the second under its own, for so many days in a row. */
function trend(first: Float64Array, second: Float64Array, out: Int8Array): void {
  let days = 0;
  for (let place = 0; place < first.length; place++) {
    const strong = (first[place] ?? Number.NaN) > ZONES.aroon.over;
    const weak = (second[place] ?? Number.NaN) < ZONES.aroon.under;
    days = strong && weak ? days + 1 : 0;
    out[place] = days >= ZONES.aroon.sessions ? HOLDS : FAILS;
  }
}
