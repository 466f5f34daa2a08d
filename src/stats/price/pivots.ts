import type { Point } from "../../model/index.ts";
import type { Session } from "./prices.ts";

/** A small turn: the highest high or the lowest low of eleven sessions, in their middle. */
export interface Pivot {
  readonly kind: "high" | "low";
  readonly session: Session;
  readonly point: Point;
}

/** One trading week on each side. A pivot is known only that much later. */
const SIDE = 5;

/**
 * From a place on, ascending by day. Sessions whose noise is unknown make none; at a tie the
 * earlier one counts.
 */
export function pivots(sessions: readonly Session[], from = 0): readonly Pivot[] {
  const found: Pivot[] = [];
  for (const session of sessions.slice(from, -SIDE)) {
    if (Number.isNaN(session.noise)) continue;
    if (turns(sessions, session, high)) {
      found.push({ kind: "high", session, point: session.high });
    }
    if (turns(sessions, session, depth)) {
      found.push({ kind: "low", session, point: session.low });
    }
  }
  return found;
}

const high = (session: Session): number => session.high.value;
const depth = (session: Session): number => -session.low.value;

function turns(
  sessions: readonly Session[],
  session: Session,
  of: (session: Session) => number,
): boolean {
  const own = of(session);
  for (let step = 1; step <= SIDE; step++) {
    const before = sessions[session.place - step];
    const after = sessions[session.place + step];
    if (before === undefined || after === undefined) return false;
    if (of(before) >= own || of(after) > own) return false;
  }
  return true;
}

/** Did the market turn at the level? Within the session's own noise of it. */
export function touches(pivot: Pivot, level: number): boolean {
  return Math.abs(pivot.point.value - level) <= pivot.session.noise;
}
