import type { Point, Series } from "../../model/index.ts";
import { addDays, sessionsBetween, weekNumber } from "../../model/index.ts";
import { lastSessionOfWeek, refuseHoles } from "../tools/find.ts";
import { withhold } from "../statistic.ts";
import type { Prices, Session } from "./prices.ts";
import { most } from "./prices.ts";

/** A day, or a full week of them: where it opened, how far it went, where it closed. */
export interface Candle {
  readonly open: Point;
  readonly high: Point;
  readonly low: Point;
  readonly close: Point;
  /** Sessions it is made of, in order. */
  readonly sessions: readonly Session[];
  /** Half the mean true range of the fourteen candles before; NaN where there are fewer. */
  readonly noise: number;
  /** Why its shape cannot be told: a missing session, a missing open. */
  readonly broken: string | null;
}

export type Every = "day" | "week";

/** Candles in a true range's mean, as for sessions. */
const RANGE_CANDLES = 14;

/**
 * The newest candles, at most so many, ascending. A week counts once its last session is known.
 * Withheld where there is none.
 */
export function lastCandles(prices: Prices, every: Every, count: number): readonly Candle[] {
  const wanted = count + RANGE_CANDLES + 1;
  const groups =
    every === "day"
      ? prices.sessions.slice(-wanted).map((each) => [each])
      : weeks(prices.sessions.slice(-5 * (wanted + 2))).slice(-wanted);
  const opens = opensOf(prices.bars.open, groups[0]?.[0]);
  const made = groups.flatMap((each) => candleOf(prices, each, every, opens) ?? []);
  const ranges = made.map((each, place) => trueRange(each, made[place - 1]));
  const found = made.map((each, place) => {
    if (place < RANGE_CANDLES) return each;
    const sum = ranges.slice(place - RANGE_CANDLES, place).reduce((total, one) => total + one, 0);
    return { ...each, noise: sum / RANGE_CANDLES / 2 };
  });
  if (found.length === 0) withhold(`no full ${every} of ${prices.bars.name} is known`);
  return found.slice(-count);
}

function weeks(sessions: readonly Session[]): readonly (readonly Session[])[] {
  const found: Session[][] = [];
  for (const each of sessions) {
    const current = found.at(-1);
    const same = current?.[0] !== undefined && weekNumber(current[0].day) === weekNumber(each.day);
    if (same) current.push(each);
    else found.push([each]);
  }
  const last = found.at(-1)?.at(-1);
  const running = last !== undefined && last.day < lastSessionOfWeek(last.day);
  return running ? found.slice(0, -1) : found;
}

function opensOf(open: Series, first: Session | undefined): ReadonlyMap<string, Point> {
  const points = open.points.filter((each) => first !== undefined && each.day >= first.day);
  return new Map(points.map((each) => [each.day, each]));
}

function candleOf(
  { bars }: Prices,
  sessions: readonly Session[],
  every: Every,
  opens: ReadonlyMap<string, Point>,
): Candle | null {
  const [first] = sessions;
  const last = sessions.at(-1);
  const top = most(sessions, (each) => each.high.value);
  const bottom = most(sessions, (each) => -each.low.value);
  if (first === undefined || last === undefined || top === null || bottom === null) return null;
  const open = opens.get(first.day);
  const whole = every === "day" || sessionsInWeek(first) === sessions.length;
  const broken =
    open === undefined || open.suspect !== undefined
      ? `the opening price of ${bars.name} of ${first.day} is missing or suspect`
      : whole
        ? null
        : `a session of ${bars.name} is missing in the week to ${last.day}`;
  return {
    open: open ?? first.close,
    high: top.high,
    low: bottom.low,
    close: last.close,
    sessions,
    noise: Number.NaN,
    broken,
  };
}

/** How many sessions the exchange held in the ISO week of a session. */
export function sessionsInWeek({ day }: Session): number {
  return sessionsBetween(lastSessionOfWeek(addDays(day, -7)), lastSessionOfWeek(day));
}

function trueRange({ high, low }: Candle, before: Candle | undefined): number {
  if (before === undefined) return high.value - low.value;
  return Math.max(high.value, before.close.value) - Math.min(low.value, before.close.value);
}

/** Withheld where a session is missing within the candles or between them, or an opening price. */
export function refuseBroken(prices: Prices, candles: readonly Candle[], every: Every): void {
  const { bars } = prices;
  const broken = candles.find((each) => each.broken !== null)?.broken;
  if (typeof broken === "string") withhold(broken);
  refuseHoles(
    bars.close,
    candles.map((each) => each.close),
    every,
  );
}
