import type { Level } from "./levels.ts";
import { touches } from "./pivots.ts";
import type { Prices, Session } from "./prices.ts";

/** A stretch of time that the closes spent between two levels. */
export interface Rectangle {
  readonly low: Level;
  readonly high: Level;
  /** First and last session that closed inside. */
  readonly from: Session;
  readonly to: Session;
  /** Sessions from the first to the last, and how many of them closed inside. */
  readonly sessions: number;
  readonly inside: number;
  /** How the price left, or null where it still is inside. */
  readonly exit: { readonly side: "up" | "down"; readonly session: Session } | null;
  /** Closes inside, times the variance of daily log changes, over the squared log height. */
  readonly score: number;
}

/** Half a year, two closes of three, two touches of each bound. */
const LEAST_SESSIONS = 120;
const LEAST_INSIDE = 2 / 3;
const LEAST_TOUCHES = 2;
/** Closes in a row outside that count as an exit however near they are: a trading week. */
const EXIT_CLOSES = 5;

/**
 * The most remarkable rectangle between any two of the levels from a place on, or null. With a
 * bound, only those count of which it is one of the two.
 */
export function bestRectangle(
  prices: Prices,
  levels: readonly Level[],
  start: number,
  bound: number | null = null,
): Rectangle | null {
  const sums = variances(prices);
  let best: Rectangle | null = null;
  levels.forEach((low, index) => {
    for (const high of levels.slice(index + 1)) {
      if (high.price <= low.price) continue;
      if (bound !== null && low.price !== bound && high.price !== bound) continue;
      for (const found of rectangles(prices, low, high, start, sums)) {
        const each = found.from.place === start ? whole(prices, found, sums) : found;
        if (each !== null && (best === null || each.score > best.score)) best = each;
      }
    }
  });
  return best;
}

/** The same rectangle with the part of it that lies before the window, or null where that undoes it. */
function whole(prices: Prices, cut: Rectangle, sums: readonly number[]): Rectangle | null {
  const all = rectangles(prices, cut.low, cut.high, 0, sums);
  return all.find((each) => each.to === cut.to) ?? null;
}

/** Every rectangle that the closes kept to between two levels, in the order of time. */
function rectangles(
  prices: Prices,
  low: Level,
  high: Level,
  start: number,
  sums: readonly number[],
): readonly Rectangle[] {
  const found: Rectangle[] = [];
  const height = high.price - low.price;
  let from: Session | null = null;
  let to: Session | null = null;
  let inside = 0;
  const end = (exit: Rectangle["exit"]): void => {
    if (from === null || to === null) return;
    const made = rectangle(low, high, from, to, inside, exit, sums);
    if (made !== null) found.push(made);
  };
  for (let place = start; place < prices.sessions.length; place++) {
    const each = prices.sessions[place];
    if (each === undefined) break;
    const close = each.close.value;
    if (close >= low.price && close <= high.price) {
      from ??= each;
      to = each;
      inside++;
    } else if (to !== null && (close > high.price + height || close < low.price - height)) {
      end(exitAfter(prices, to, high));
      from = null;
      to = null;
      inside = 0;
    }
  }
  if (to !== null) end(pendingExit(prices, to, low, high));
  return found;
}

function exitAfter(prices: Prices, to: Session, high: Level): Rectangle["exit"] {
  const session = prices.sessions[to.place + 1];
  if (session === undefined) return null;
  return { side: session.close.value > high.price ? "up" : "down", session };
}

/** The closes since the last one inside, if they amount to a breach of the bound. */
function pendingExit(prices: Prices, to: Session, low: Level, high: Level): Rectangle["exit"] {
  const outside = prices.sessions.slice(to.place + 1);
  const breached = outside.some(
    (each) =>
      each.close.value > high.price + each.noise || each.close.value < low.price - each.noise,
  );
  return breached || outside.length >= EXIT_CLOSES ? exitAfter(prices, to, high) : null;
}

function rectangle(
  low: Level,
  high: Level,
  from: Session,
  to: Session,
  inside: number,
  exit: Rectangle["exit"],
  sums: readonly number[],
): Rectangle | null {
  const sessions = to.place - from.place + 1;
  if (sessions < LEAST_SESSIONS || inside / sessions < LEAST_INSIDE) return null;
  if (turnsWithin(high, "high", from, to) < LEAST_TOUCHES) return null;
  if (turnsWithin(low, "low", from, to) < LEAST_TOUCHES) return null;
  const variance = ((sums[to.place] ?? 0) - (sums[from.place] ?? 0)) / (sessions - 1);
  const score = (inside * variance) / Math.log(high.price / low.price) ** 2;
  return { low, high, from, to, sessions, inside, exit, score };
}

/** Touches from within: highs at the upper bound, lows at the lower one. */
function turnsWithin(level: Level, kind: "high" | "low", from: Session, to: Session): number {
  return level.touches.filter(
    (each) =>
      each.kind === kind &&
      each.session.place >= from.place &&
      each.session.place <= to.place &&
      touches(each, level.price),
  ).length;
}

/** Running sum of the squared log changes of the closes. */
export function variances(prices: Prices): readonly number[] {
  let sum = 0;
  return prices.sessions.map((each, place) => {
    const before = prices.sessions[place - 1];
    if (before !== undefined) sum += Math.log(each.close.value / before.close.value) ** 2;
    return sum;
  });
}
