import type { Basis, Point } from "../../model/index.ts";
import type { Session } from "./prices.ts";

/** A turning point that a later move has confirmed. */
export interface Swing {
  readonly kind: "high" | "low";
  readonly session: Session;
  readonly point: Point;
  /** The session whose price stood the whole reversal away. */
  readonly confirmed: Session;
}

export type SwingBasis = Extract<Basis, "intraday" | "close">;

export function highOf(session: Session, basis: SwingBasis): Point {
  return basis === "close" ? session.close : session.high;
}

export function lowOf(session: Session, basis: SwingBasis): Point {
  return basis === "close" ? session.close : session.low;
}

/**
 * Zigzag: a low counts once a later session's high stands `reversal` above it, a high once a
 * later session's low stands `reversal` under it. Highs and lows take turns. The extreme on the
 * first session of the data is left out: nobody knows what went before.
 */
export function swings(
  sessions: readonly Session[],
  reversal: number,
  basis: SwingBasis,
): readonly Swing[] {
  const found: Swing[] = [];
  const [first, ...later] = sessions;
  if (first === undefined) return found;
  let top = first;
  let bottom = first;
  let direction: "up" | "down" | null = null;
  const confirm = (kind: Swing["kind"], session: Session, confirmed: Session): void => {
    const point = kind === "high" ? highOf(session, basis) : lowOf(session, basis);
    if (session !== first) found.push({ kind, session, point, confirmed });
  };
  for (const each of later) {
    const higher = highOf(each, basis).value > highOf(top, basis).value;
    const lower = lowOf(each, basis).value < lowOf(bottom, basis).value;
    const rises = highOf(each, basis).value >= lowOf(bottom, basis).value * (1 + reversal);
    const falls = lowOf(each, basis).value <= highOf(top, basis).value * (1 - reversal);
    if (direction === "up") {
      if (higher) top = each;
      else if (falls) {
        confirm("high", top, each);
        bottom = each;
        direction = "down";
      }
    } else if (direction === "down") {
      if (lower) bottom = each;
      else if (rises) {
        confirm("low", bottom, each);
        top = each;
        direction = "up";
      }
    } else {
      if (rises && !lower) {
        confirm("low", bottom, each);
        direction = "up";
      } else if (falls && !higher) {
        confirm("high", top, each);
        direction = "down";
      }
      if (higher || direction === "up") top = each;
      if (lower || direction === "down") bottom = each;
    }
  }
  return found;
}

/** The last confirmed swing of a kind, or null. */
export function lastSwing(all: readonly Swing[], kind: Swing["kind"]): Swing | null {
  return all.findLast((each) => each.kind === kind) ?? null;
}

/** A rise from a swing low to the swing high after it. */
export interface Leg {
  readonly low: Swing;
  readonly high: Swing;
  /** high / low − 1 */
  readonly size: number;
}

export function upLegs(all: readonly Swing[]): readonly Leg[] {
  return all.flatMap((low, index) => {
    const high = all[index + 1];
    if (low.kind !== "low" || high === undefined) return [];
    return [{ low, high, size: high.point.value / low.point.value - 1 }];
  });
}
