import { toNumber } from "../../model/index.ts";
import type { Pivot } from "./pivots.ts";
import { pivots } from "./pivots.ts";
import type { Prices, Session } from "./prices.ts";
import { within } from "./prices.ts";
import { variances } from "./rectangles.ts";

/** Two parallel lines between which the closes have kept. */
export interface Channel {
  /** The line through two turns: under lows where it rises, over highs where it falls. */
  readonly base: "lower" | "upper";
  readonly anchor: Session;
  readonly second: Session;
  /** The farthest turn on the other side: the parallel runs through it. */
  readonly opposite: Session;
  readonly trend: "rising" | "falling" | "sideways";
  /** Turns within tolerance of each line, ascending by day. */
  readonly baseTouches: readonly Session[];
  readonly parallelTouches: readonly Session[];
  /** Sum of the squared log changes of its closes over its squared height, as for rectangles. */
  readonly score: number;
}

/** A month, as for trend lines: between the turns of a line, and from each turn that fixes a line to now. */
const LEAST_APART = 21;
/** Touches of each line, and of both together: three turns make any channel. */
const LEAST_EACH = 2;
const LEAST_TOGETHER = 5;
/** Mean true ranges between the lines. */
const LEAST_HEIGHT = 2;
/** A random walk leaves a box from its middle, on average, when it has travelled a quarter of this. */
const LEAST_SCORE = 1;
/** Closes that may stand outside: the last week's, which may be leaving it. */
const LEAVING = 5;

interface Ruled {
  readonly session: Session;
  readonly number: number;
  readonly value: number;
}

/** Of all channels that begin at a place or later the one with the greatest score. */
export function bestChannel(
  prices: Prices,
  from: number,
  trend: Channel["trend"] | null = null,
): Channel | null {
  const turns = pivots(prices.sessions, from);
  const lows = ruled(turns, "low");
  const highs = ruled(turns, "high");
  const sums = variances(prices);
  const found = [
    ...channelsOn("lower", prices, lows, highs, sums),
    ...channelsOn("upper", prices, highs, lows, sums),
  ].filter((each) => trend === null || each.trend === trend);
  return found.toSorted((a, b) => b.score - a.score)[0] ?? null;
}

function ruled(turns: readonly Pivot[], kind: Pivot["kind"]): readonly Ruled[] {
  return turns
    .filter((each) => each.kind === kind)
    .map(({ session, point }) => ({ session, number: toNumber(session.day), value: point.value }));
}

function channelsOn(
  base: Channel["base"],
  prices: Prices,
  turns: readonly Ruled[],
  others: readonly Ruled[],
  sums: readonly number[],
): readonly Channel[] {
  const settled = prices.last.place - LEAST_APART;
  const found: Channel[] = [];
  for (const anchor of turns) {
    for (const second of turns) {
      const { place } = second.session;
      if (place > settled || place - anchor.session.place < LEAST_APART) continue;
      const channel = channelThrough(base, prices, turns, others, anchor, second);
      if (channel === null) continue;
      const travelled = (sums.at(-1) ?? 0) - (sums[anchor.session.place] ?? 0);
      const score = travelled * channel.score;
      if (score >= LEAST_SCORE) found.push({ ...channel, score });
    }
  }
  return found;
}

function channelThrough(
  base: Channel["base"],
  prices: Prices,
  turns: readonly Ruled[],
  others: readonly Ruled[],
  anchor: Ruled,
  second: Ruled,
): Channel | null {
  /** Away from the base line, into the channel. */
  const sign = base === "lower" ? 1 : -1;
  const slope = (second.value - anchor.value) / (second.number - anchor.number);
  if (sign * slope < 0) return null;
  const inside = (number: number, value: number): number =>
    sign * (value - anchor.value - slope * (number - anchor.number));
  const start = anchor.session.place;
  const facing = others.filter((each) => each.session.place > start);
  const height = (each: Ruled): number => inside(each.number, each.value);
  const settled = facing.filter((each) => each.session.place <= prices.last.place - LEAST_APART);
  const [opposite] = settled.toSorted((a, b) => height(b) - height(a));
  if (opposite === undefined) return null;
  const width = height(opposite);
  if (width < LEAST_HEIGHT * 2 * prices.last.noise) return null;
  const near = (each: Ruled, line: number): boolean =>
    Math.abs(height(each) - line) <= each.session.noise;
  const own = turns.filter((each) => each.session.place >= start);
  const baseTouches = own.filter((each) => near(each, 0)).map((each) => each.session);
  const parallelTouches = facing.filter((each) => near(each, width)).map((each) => each.session);
  if (Math.min(baseTouches.length, parallelTouches.length) < LEAST_EACH) return null;
  if (baseTouches.length + parallelTouches.length < LEAST_TOGETHER) return null;
  const kept = within(prices, start, prices.last.place - LEAVING).every((each) => {
    const far = inside(toNumber(each.day), each.close.value);
    return far >= -each.noise && far <= width + each.noise;
  });
  if (!kept) return null;
  const drift = slope * (toNumber(prices.last.day) - anchor.number);
  const steep = Math.abs(drift) >= width / 2;
  return {
    base,
    anchor: anchor.session,
    second: second.session,
    opposite: opposite.session,
    trend: steep ? (drift > 0 ? "rising" : "falling") : "sideways",
    baseTouches,
    parallelTouches,
    score: (prices.last.close.value / width) ** 2,
  };
}
