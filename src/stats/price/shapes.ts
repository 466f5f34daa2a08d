import type { Candle } from "./candles.ts";

export type Trend = "rising" | "falling" | "flat";

export type Shape =
  | "hammer"
  | "hanging man"
  | "inverted hammer"
  | "shooting star"
  | "bullish engulfing"
  | "bearish engulfing"
  | "long-legged doji"
  | "doji"
  | "spinning top";

/** Shares of the range from low to high. */
const DOJI_BODY = 0.1;
const SMALL_BODY = 1 / 3;
const NO_SHADOW = 0.1;
const LONG_LEG = 0.3;
/** A long shadow has twice the body. */
const LONG_SHADOW = 2;
/** Candles over which the trend before a candle is taken. */
export const TREND_CANDLES = 5;

export interface Parts {
  readonly range: number;
  readonly body: number;
  readonly upper: number;
  readonly lower: number;
}

export function partsOf({ open, high, low, close }: Candle): Parts {
  return {
    range: high.value - low.value,
    body: Math.abs(close.value - open.value),
    upper: high.value - Math.max(open.value, close.value),
    lower: Math.min(open.value, close.value) - low.value,
  };
}

/**
 * Where the closes of the five candles before one at a place have gone: flat within a mean true
 * range. Null where fewer are known.
 */
export function trendBefore(candles: readonly Candle[], place: number): Trend | null {
  const here = candles[place];
  const from = candles[place - 1 - TREND_CANDLES];
  const to = candles[place - 1];
  if (here === undefined || from === undefined || to === undefined) return null;
  if (Number.isNaN(here.noise)) return null;
  const moved = to.close.value - from.close.value;
  if (Math.abs(moved) <= 2 * here.noise) return "flat";
  return moved > 0 ? "rising" : "falling";
}

/** The shape of the last candle, or null where it has none with a name, or its range is under half a mean true range. */
export function shapeOf(candles: readonly Candle[]): Shape | null {
  const place = candles.length - 1;
  const candle = candles[place];
  const trend = trendBefore(candles, place);
  if (candle === undefined || trend === null) return null;
  if (partsOf(candle).range < candle.noise) return null;
  return engulfing(candles, place) ?? single(candle, trend);
}

function single(candle: Candle, trend: Trend): Shape | null {
  const { range, body, upper, lower } = partsOf(candle);
  if (body <= DOJI_BODY * range) {
    const legs = Math.min(upper, lower) >= LONG_LEG * range && range >= 2 * candle.noise;
    return legs ? "long-legged doji" : "doji";
  }
  if (lower >= LONG_SHADOW * body && upper <= NO_SHADOW * range) {
    if (trend !== "flat") return trend === "falling" ? "hammer" : "hanging man";
  }
  if (upper >= LONG_SHADOW * body && lower <= NO_SHADOW * range) {
    if (trend !== "flat") return trend === "rising" ? "shooting star" : "inverted hammer";
  }
  const top = body <= SMALL_BODY * range && Math.min(upper, lower) > body;
  return top ? "spinning top" : null;
}

/** The body covers that of the candle before, of the other colour, against the trend up to it. */
function engulfing(candles: readonly Candle[], place: number): Shape | null {
  const here = candles[place];
  const before = candles[place - 1];
  const trend = trendBefore(candles, place - 1);
  if (here === undefined || before === undefined || trend === null || trend === "flat") return null;
  const rose = here.close.value > here.open.value;
  const fell = before.close.value < before.open.value;
  if (rose !== fell || before.close.value === before.open.value) return null;
  if (rose !== (trend === "falling")) return null;
  const [low, high] = ends(here);
  const [least, most] = ends(before);
  const covers = low <= least && high >= most && high - low > most - least;
  if (!covers || high - low < here.noise) return null;
  return rose ? "bullish engulfing" : "bearish engulfing";
}

export function isEngulfing(shape: string): boolean {
  return shape === "bullish engulfing" || shape === "bearish engulfing";
}

function ends({ open, close }: Candle): readonly [number, number] {
  return [Math.min(open.value, close.value), Math.max(open.value, close.value)];
}
