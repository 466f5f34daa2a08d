import type { Prices, Session } from "./prices.ts";
import { most, within } from "./prices.ts";
import { pivots } from "./pivots.ts";
import { behaviourAt } from "./behaviour.ts";

export type Kind = "top" | "bottom";

/** Two turns at the same height, with a way back between them. */
export interface Double {
  readonly first: Session;
  readonly second: Session;
  /** The session with the lowest low between two tops, the highest high between two bottoms. */
  readonly neck: Session;
  /** The close that broke the neckline, or null while none has. */
  readonly confirmed: Session | null;
}

/** A month between the two, as between the turns of a trend line. */
const LEAST_APART = 21;

/**
 * The latest double top or bottom that begins at a place or later, or null. `depth` is
 * how far the price must go back between the two, as a ratio.
 */
export function lastDouble(prices: Prices, kind: Kind, from: number, depth: number): Double | null {
  const turns = pivots(prices.sessions, from)
    .filter((each) => each.kind === (kind === "top" ? "high" : "low"))
    .map((each) => each.session);
  for (const second of turns.toReversed()) {
    const partners = turns
      .filter((each) => second.place - each.place >= LEAST_APART && isSame(each, second, kind))
      .toSorted((a, b) => apartBy(a, second, kind) - apartBy(b, second, kind));
    for (const first of partners) {
      const found = doubleOf(prices, kind, first, second, depth);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Height above the ground for tops, below it for bottoms: larger is further out. */
function out(session: Session, kind: Kind): number {
  return kind === "top" ? session.high.value : -session.low.value;
}

function back(session: Session, kind: Kind): number {
  return kind === "top" ? session.low.value : -session.high.value;
}

function apartBy(one: Session, other: Session, kind: Kind): number {
  return Math.abs(out(one, kind) - out(other, kind));
}

/** The two zones of tolerance meet. */
function isSame(one: Session, other: Session, kind: Kind): boolean {
  return apartBy(one, other, kind) <= one.noise + other.noise;
}

function doubleOf(
  prices: Prices,
  kind: Kind,
  first: Session,
  second: Session,
  depth: number,
): Double | null {
  const between = within(prices, first.place + 1, second.place - 1);
  const neck = most(between, (each) => -back(each, kind));
  if (neck === null) return null;
  const higher = Math.max(out(first, kind), out(second, kind));
  const lower = Math.min(out(first, kind), out(second, kind));
  const line = back(neck, kind);
  if (Math.abs(lower - line) < depth * Math.abs(lower)) return null;
  if (between.some((each) => out(each, kind) > higher)) return null;
  if (!cameFromBeyond(prices, kind, first, line)) return null;
  const after = within(prices, second.place + 1, prices.last.place);
  const neckline = Math.abs(line);
  const broke = behaviourAt(prices, neckline).breaches.find(
    (each) => each.session.place > second.place && each.to === (kind === "top" ? "below" : "above"),
  );
  const until = broke?.session.place ?? prices.last.place;
  const undone = after.some((each) => each.place <= until && out(each, kind) > higher + each.noise);
  if (undone) return null;
  return { first, second, neck, confirmed: broke?.session ?? null };
}

/** A top ends a rise: the price came to the first from under the neckline, with no higher price on the way. */
function cameFromBeyond(prices: Prices, kind: Kind, first: Session, line: number): boolean {
  for (let place = first.place - 1; place >= 0; place--) {
    const each = prices.sessions[place];
    if (each === undefined || out(each, kind) > out(first, kind)) return false;
    if (back(each, kind) < line) return true;
  }
  return false;
}
