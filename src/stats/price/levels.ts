import type { Pivot } from "./pivots.ts";
import { pivots, touches } from "./pivots.ts";
import type { Prices } from "./prices.ts";
import { roundsBetween } from "./rounds.ts";

/** A price at which the market has turned at least three times. */
export interface Level {
  readonly price: number;
  /** A round number, or the mean of its touches. */
  readonly kind: "round" | "cluster" | "pinned";
  /** Ascending by day. */
  readonly touches: readonly Pivot[];
}

/** Two points make any line. */
const LEAST_TOUCHES = 3;

/**
 * The levels among the pivots from a place on, ascending: round numbers first, then clusters of
 * the pivots that touch none of these. Only prices between half and twice the last close matter.
 */
export function levelsOf(prices: Prices, from = 0): readonly Level[] {
  const close = prices.last.close.value;
  const near = pivots(prices.sessions, from).filter(
    ({ point }) => point.value >= close / 2 && point.value <= close * 2,
  );
  const rounds = roundLevels(near, close);
  const touching = new Set(rounds.flatMap((each) => each.touches));
  const rest = near.filter((each) => !touching.has(each));
  return [...rounds, ...clusters(rest)].toSorted((a, b) => a.price - b.price);
}

/** The level an author pinned, with whatever touches it has. */
export function pinnedLevel(prices: Prices, price: number, from = 0): Level {
  const touching = pivots(prices.sessions, from).filter((each) => touches(each, price));
  return { price, kind: "pinned", touches: touching };
}

function roundLevels(near: readonly Pivot[], close: number): readonly Level[] {
  return roundsBetween(close / 2, close * 2)
    .map((price): Level => {
      return { price, kind: "round", touches: near.filter((each) => touches(each, price)) };
    })
    .filter((each) => each.touches.length >= LEAST_TOUCHES);
}

/** Around each pivot those within tolerance of it; the most numerous cluster first, then the latest. */
function clusters(loose: readonly Pivot[]): readonly Level[] {
  const found: Level[] = [];
  let rest = loose.toSorted((a, b) => a.point.value - b.point.value);
  for (;;) {
    const best = largest(rest);
    if (best.length < LEAST_TOUCHES) return found;
    const sum = best.reduce((total, each) => total + each.point.value, 0);
    found.push({
      price: sum / best.length,
      kind: "cluster",
      touches: best.toSorted((a, b) => a.session.place - b.session.place),
    });
    const taken = new Set(best);
    rest = rest.filter((each) => !taken.has(each));
  }
}

function largest(rest: readonly Pivot[]): readonly Pivot[] {
  const widest = rest.reduce((most, each) => Math.max(most, each.session.noise), 0);
  let best: readonly Pivot[] = [];
  let start = 0;
  let end = 0;
  for (const seed of rest) {
    const price = seed.point.value;
    while ((rest[start]?.point.value ?? price) < price - widest) start++;
    while ((rest[end]?.point.value ?? Number.POSITIVE_INFINITY) <= price + widest) end++;
    if (end - start < best.length) continue;
    const members = rest.slice(start, end).filter((each) => touches(each, price));
    if (members.length > best.length || (members.length === best.length && later(members, best))) {
      best = members;
    }
  }
  return best;
}

function later(one: readonly Pivot[], other: readonly Pivot[]): boolean {
  return latest(one) > latest(other);
}

function latest(members: readonly Pivot[]): number {
  return members.reduce((most, each) => Math.max(most, each.session.place), 0);
}
