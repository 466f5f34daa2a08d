import type { Prices, Session } from "./prices.ts";

type Side = "above" | "below";

/** A time at which the price, coming from one side, was at the level. */
export interface Test {
  /** Where the price came from. */
  readonly side: Side;
  readonly from: Session;
  /** The session with the farthest price: the lowest low from above, the highest high from below. */
  readonly farthest: Session;
  readonly outcome: "held" | "gave way" | "open";
}

/** The price changed sides. */
interface Breach {
  readonly to: Side;
  /** First close of the run that did it. */
  readonly session: Session;
}

/** What the price has done at a level since the data begin. */
export interface Behaviour {
  /** The side on which the price stands, or null where it never left the level. */
  readonly side: Side | null;
  /** The first session that traded at the level; null where none did, where the data begin there, or where the level moves. */
  readonly first: Session | null;
  readonly breaches: readonly Breach[];
  readonly tests: readonly Test[];
}

/** Closes in a row beyond a level that count as a breach however near they are: a trading week. */
const BREACH_CLOSES = 5;

/** A level that stands still, or one that moves from session to session: NaN where it is not known. */
export type LevelOn = number | ((session: Session) => number);

/**
 * A breach is a close beyond the level by more than the session's noise, or five closes in a row
 * beyond it. A test opens when the price comes within noise of the level, and ends with a close
 * that stands clear on the old side (held) or with the breach (gave way).
 */
export function behaviourAt(prices: Prices, levelOn: LevelOn): Behaviour {
  const breaches: Breach[] = [];
  const tests: Test[] = [];
  let side: Side | null = null;
  let open: { from: Session; farthest: Session } | null = null;
  let run: Run | null = null;
  for (const each of prices.sessions) {
    const level = typeof levelOn === "number" ? levelOn : levelOn(each);
    const past = each.close.value - level;
    run = extended(run, each, past);
    if (Number.isNaN(each.noise) || Number.isNaN(level)) continue;
    const clear = Math.abs(past) > each.noise;
    if (side === null) {
      if (clear && run !== null) side = run.side;
      continue;
    }
    if (isNear(each, level, side)) open ??= { from: each, farthest: each };
    if (open !== null && farther(each, open.farthest, side)) open.farthest = each;
    if (run !== null && run.side !== side && (clear || run.count >= BREACH_CLOSES)) {
      if (open !== null) tests.push({ side, ...open, outcome: "gave way" });
      breaches.push({ to: run.side, session: run.first });
      side = run.side;
      open = null;
    } else if (open !== null && clear) {
      tests.push({ side, ...open, outcome: "held" });
      open = null;
    }
  }
  if (side !== null && open !== null) tests.push({ side, ...open, outcome: "open" });
  const first = typeof levelOn === "number" ? firstAt(prices, levelOn) : null;
  return { side, first, breaches, tests };
}

/** Closes in a row on one side of the level. */
interface Run {
  readonly side: Side;
  readonly first: Session;
  readonly count: number;
}

function extended(run: Run | null, session: Session, past: number): Run | null {
  if (past === 0 || Number.isNaN(past)) return null;
  const side = past > 0 ? "above" : "below";
  return run?.side === side ? { ...run, count: run.count + 1 } : { side, first: session, count: 1 };
}

function isNear(session: Session, level: number, side: Side): boolean {
  return side === "above"
    ? session.low.value <= level + session.noise
    : session.high.value >= level - session.noise;
}

function farther(one: Session, other: Session, side: Side): boolean {
  return side === "above" ? one.low.value < other.low.value : one.high.value > other.high.value;
}

/** Does the session's range contain the level? */
export function tradesAt(session: Session, level: number): boolean {
  return session.low.value <= level && level <= session.high.value;
}

/** Null also where one of the first sessions, those without noise, traded there. */
function firstAt(prices: Prices, level: number): Session | null {
  const found = prices.sessions.find((each) => tradesAt(each, level));
  return found === undefined || Number.isNaN(found.noise) ? null : found;
}

export type Role =
  "support" | "resistance" | "support turned resistance" | "resistance turned support";

/** Under the level it is resistance, above it support; "turned" where it had held as the other. */
export function roleOf({ side, breaches, tests }: Behaviour): Role | null {
  if (side === null) return null;
  const role = side === "above" ? "support" : "resistance";
  const last = breaches.at(-1);
  if (last === undefined) return role;
  const before = breaches.at(-2)?.session.place ?? 0;
  const held = tests.some(
    (each) =>
      each.outcome === "held" &&
      each.side !== side &&
      each.from.place >= before &&
      each.from.place <= last.session.place,
  );
  if (!held) return role;
  return side === "above" ? "resistance turned support" : "support turned resistance";
}
