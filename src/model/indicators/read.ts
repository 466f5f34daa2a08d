import { MACD_LENGTHS, WARM_UP, bollinger, macd } from "./averages.ts";
import { aroon, stochastic } from "./ranges.ts";
import { atr, rsi } from "./wilder.ts";

/** The indicators a recipe may name, with the lengths that are usual and are used throughout. */
export type Indicator =
  | "RSI"
  | "MACD"
  | "MACD signal"
  | "MACD histogram"
  | "ATR"
  | "stochastic %K"
  | "stochastic %D"
  | "lower Bollinger band"
  | "upper Bollinger band"
  | "Bollinger %b"
  | "Aroon up"
  | "Aroon down";

/** The lengths, in sessions: the ones their inventors gave or that charts show unasked. */
export const LENGTHS = {
  rsi: 14,
  atr: 14,
  momentum: 14,
  macd: MACD_LENGTHS,
  bollinger: { n: 20, width: 2 },
  stochastic: { n: 14, smooth: 3 },
  aroon: 25,
} as const;

/** Bars of one instrument, column by column, all of one length. */
export interface PriceColumns {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

const CLOSES = ["close"] as const;
const RANGES = ["high", "low"] as const;
const ALL = ["high", "low", "close"] as const;

/** The columns an indicator looks at, in the order in which a recipe cites them. */
export const BLOCKS: Readonly<Record<Indicator, readonly (keyof PriceColumns)[]>> = {
  RSI: CLOSES,
  MACD: CLOSES,
  "MACD signal": CLOSES,
  "MACD histogram": CLOSES,
  ATR: ALL,
  "stochastic %K": ALL,
  "stochastic %D": ALL,
  "lower Bollinger band": CLOSES,
  "upper Bollinger band": CLOSES,
  "Bollinger %b": CLOSES,
  "Aroon up": RANGES,
  "Aroon down": RANGES,
};

/**
 * Sessions an indicator's reading rests on. What smooths without end is read from the last 250:
 * what lies before them moves an RSI by less than 0.0001.
 */
export const RESTS_ON: Readonly<Record<Indicator, number>> = {
  RSI: WARM_UP,
  MACD: WARM_UP,
  "MACD signal": WARM_UP,
  "MACD histogram": WARM_UP,
  ATR: WARM_UP,
  "stochastic %K": 14,
  "stochastic %D": 16,
  "lower Bollinger band": 20,
  "upper Bollinger band": 20,
  "Bollinger %b": 20,
  "Aroon up": 26,
  "Aroon down": 26,
};

/** The whole column of an indicator, with its usual lengths; NaN where there is no reading yet. */
export function columnOf(
  indicator: Indicator,
  { high, low, close }: PriceColumns,
): Float64Array<ArrayBuffer> {
  const out = new Float64Array(close.length);
  const other = (): Float64Array => new Float64Array(close.length);
  switch (indicator) {
    case "RSI":
      rsi(close, LENGTHS.rsi, out);
      return out;
    case "MACD":
      macd(close, LENGTHS.macd, { line: out, signal: other(), histogram: other() });
      return out;
    case "MACD signal":
      macd(close, LENGTHS.macd, { line: other(), signal: out, histogram: other() });
      return out;
    case "MACD histogram":
      macd(close, LENGTHS.macd, { line: other(), signal: other(), histogram: out });
      return out;
    case "ATR":
      atr(high, low, close, LENGTHS.atr, out);
      return out;
    case "stochastic %K":
      stochastic(high, low, close, LENGTHS.stochastic, { k: out, d: other() });
      return out;
    case "stochastic %D":
      stochastic(high, low, close, LENGTHS.stochastic, { k: other(), d: out });
      return out;
    case "lower Bollinger band":
      bollinger(close, LENGTHS.bollinger.n, LENGTHS.bollinger.width, out, other());
      return out;
    case "upper Bollinger band":
      bollinger(close, LENGTHS.bollinger.n, LENGTHS.bollinger.width, other(), out);
      return out;
    case "Bollinger %b":
      percentB(close, out);
      return out;
    case "Aroon up":
      aroon(high, low, LENGTHS.aroon, out, other());
      return out;
    case "Aroon down":
      aroon(high, low, LENGTHS.aroon, other(), out);
      return out;
  }
}

/** Place of the close between the bands: 0 on the lower, 1 on the upper; one half where they meet. */
function percentB(close: Float64Array, out: Float64Array): void {
  const lower = new Float64Array(close.length);
  const upper = new Float64Array(close.length);
  bollinger(close, LENGTHS.bollinger.n, LENGTHS.bollinger.width, lower, upper);
  for (let place = 0; place < close.length; place++) {
    const from = lower[place] ?? Number.NaN;
    const to = upper[place] ?? Number.NaN;
    out[place] = from === to ? 0.5 : ((close[place] ?? Number.NaN) - from) / (to - from);
  }
}
