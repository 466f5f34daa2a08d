import type { Pivot } from "./pivots.ts";
import { pivots, touches } from "./pivots.ts";
import type { Prices } from "./prices.ts";
import { roundsBetween } from "./rounds.ts";

/** A price at which the market has turned at least three times. */
export interface Level {
  readonly price: number;
  /** A round number, or the mean of the turns it was found by. */
  readonly kind: "round" | "cluster" | "pinned";
  /** The turns it was found by, ascending by day. A turn near two levels is a member of one. */
  readonly members: readonly Pivot[];
  /** Every turn at it from that place on, its members among them; ascending by day. */
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
  const all = pivots(prices.sessions, from);
  const near = all.filter(({ point }) => point.value >= close / 2 && point.value <= close * 2);
  const rounds = roundLevels(near, close);
  const taken = new Set(rounds.flatMap((each) => each.members));
  const found = [...rounds, ...clusters(near.filter((each) => !taken.has(each)))];
  return found
    .map((each): Level => ({ ...each, touches: touchesOf(each, all) }))
    .toSorted((a, b) => a.price - b.price);
}

/** The level an author pinned, with whatever touches it has. */
export function pinnedLevel(prices: Prices, price: number, from = 0): Level {
  const touching = pivots(prices.sessions, from).filter((each) => touches(each, price));
  return { price, kind: "pinned", members: touching, touches: touching };
}

type Found = Omit<Level, "touches">;

/** A member of a cluster may lie a hair too far from its mean to touch it, and counts all the same. */
function touchesOf({ price, members }: Found, all: readonly Pivot[]): readonly Pivot[] {
  const found = new Set(members);
  return all.filter((each) => found.has(each) || touches(each, price));
}

function roundLevels(near: readonly Pivot[], close: number): readonly Found[] {
  return roundsBetween(close / 2, close * 2)
    .map((price): Found => {
      return { price, kind: "round", members: near.filter((each) => touches(each, price)) };
    })
    .filter((each) => each.members.length >= LEAST_TOUCHES);
}

/**
 * Around each pivot those within tolerance of it; the most numerous cluster first, at a tie the one
 * touched last, then the lower one.
 */
function clusters(loose: readonly Pivot[]): readonly Found[] {
  const found: Found[] = [];
  let rest = loose.toSorted((a, b) => a.point.value - b.point.value);
  for (;;) {
    const best = largest(rest);
    if (best.length < LEAST_TOUCHES) return found;
    const sum = best.reduce((total, each) => total + each.point.value, 0);
    found.push({
      price: sum / best.length,
      kind: "cluster",
      members: best.toSorted((a, b) => a.session.place - b.session.place),
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
