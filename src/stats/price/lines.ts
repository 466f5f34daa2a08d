import { toNumber } from "../../model/index.ts";
import type { Pivot } from "./pivots.ts";
import { pivots } from "./pivots.ts";
import type { Prices, Session } from "./prices.ts";
import { within } from "./prices.ts";

/** A falling line runs over highs, a rising one under lows. */
export type Trend = "falling" | "rising";

export interface Line {
  readonly anchor: Session;
  readonly second: Session;
  /** The anchor, and every later pivot of its kind within its noise of the line. */
  readonly touches: readonly Session[];
}

/** A month: a line through two turns nearer than that says little months later. */
const LEAST_APART = 21;

interface Dated {
  readonly session: Session;
  readonly number: number;
}

/**
 * The line from the anchor through a later, less extreme pivot that no close up to the last one
 * has gone through by more than its noise, and that has most touches; at a tie the flatter one.
 */
export function trendLine(prices: Prices, anchor: Session, trend: Trend): Line | null {
  const sign = trend === "falling" ? 1 : -1;
  const extreme = (session: Session): number =>
    sign * (trend === "falling" ? session.high.value : session.low.value);
  const later = dated(within(prices, anchor.place + 1, prices.sessions.length - 1));
  const turns = dated(turnsAfter(prices, anchor, trend));
  const origin = toNumber(anchor.day);
  const last = prices.sessions.length - 1;
  let best: (Line & { readonly slope: number }) | null = null;
  for (const turn of turns) {
    if (turn.session.place - anchor.place < LEAST_APART) continue;
    if (last - turn.session.place < LEAST_APART) continue;
    const slope = (extreme(turn.session) - extreme(anchor)) / (turn.number - origin);
    if (slope >= 0) continue;
    const lineAt = (number: number): number => extreme(anchor) + slope * (number - origin);
    const broken = later.some(
      ({ session, number }) => sign * session.close.value > lineAt(number) + session.noise,
    );
    if (broken) continue;
    const touching = turns
      .filter(({ session, number }) => Math.abs(extreme(session) - lineAt(number)) <= session.noise)
      .map((each) => each.session);
    const touches = [anchor, ...touching];
    const better =
      best === null ||
      touches.length > best.touches.length ||
      (touches.length === best.touches.length && slope > best.slope);
    if (better) best = { anchor, second: turn.session, touches, slope };
  }
  return best;
}

function turnsAfter(prices: Prices, anchor: Session, trend: Trend): readonly Session[] {
  const kind: Pivot["kind"] = trend === "falling" ? "high" : "low";
  return pivots(prices.sessions, anchor.place + 1)
    .filter((each) => each.kind === kind)
    .map((each) => each.session);
}

function dated(sessions: readonly Session[]): readonly Dated[] {
  return sessions.map((session) => ({ session, number: toNumber(session.day) }));
}
