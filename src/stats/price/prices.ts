import type { Bars, Day, Point, Span } from "../../model/index.ts";
import { spanBefore } from "../../model/index.ts";
import { withhold } from "../statistic.ts";

/** One session's prices, each a point that can be cited. */
export interface Session {
  /** Place among the sessions it came with, from 0. */
  readonly place: number;
  readonly day: Day;
  readonly high: Point;
  readonly low: Point;
  readonly close: Point;
  /**
   * Half the mean true range of the fourteen sessions before: how far a price may lie from a level
   * and still be at it. NaN where fewer than fourteen went before.
   */
  readonly noise: number;
}

export interface Prices {
  readonly bars: Bars;
  readonly sessions: readonly Session[];
  readonly last: Session;
}

/** Sessions in a true range's mean (Wilder, New Concepts in Technical Trading Systems, 1978). */
const RANGE_SESSIONS = 14;

/** Many statistics of a report look at the same prices: they are put together once. */
const PUT_TOGETHER = {
  all: new WeakMap<Bars, Prices>(),
  trusted: new WeakMap<Bars, Prices>(),
};

/** Every session that has a high, a low and a close. Withheld where there are fewer than two, or prices at or under zero. */
export function pricesOf(bars: Bars): Prices {
  return once(PUT_TOGETHER.all, bars, () => made(bars, rows(bars)));
}

/** Without the sessions that have a suspect row. Withheld where the last one has. */
export function trustedPrices(bars: Bars): Prices {
  return once(PUT_TOGETHER.trusted, bars, () => trusted(bars));
}

function once(held: WeakMap<Bars, Prices>, bars: Bars, make: () => Prices): Prices {
  const prices = held.get(bars) ?? make();
  held.set(bars, prices);
  return prices;
}

function trusted(bars: Bars): Prices {
  const all = rows(bars);
  const newest = all.at(-1);
  if (newest !== undefined && isSuspect(newest)) {
    withhold(`the last session of ${bars.name}, ${newest.high.day}, is suspect`);
  }
  return made(
    bars,
    all.filter((each) => !isSuspect(each)),
  );
}

interface Row {
  readonly high: Point;
  readonly low: Point;
  readonly close: Point;
}

function rows(bars: Bars): readonly Row[] {
  const lows = bars.low.points;
  const closes = bars.close.points;
  let low = 0;
  let close = 0;
  const found: Row[] = [];
  for (const high of bars.high.points) {
    while ((lows[low]?.day ?? high.day) < high.day) low++;
    while ((closes[close]?.day ?? high.day) < high.day) close++;
    const row = { high, low: lows[low], close: closes[close] };
    if (row.low?.day !== high.day || row.close?.day !== high.day) continue;
    found.push({ high, low: row.low, close: row.close });
  }
  return found;
}

function isSuspect({ high, low, close }: Row): boolean {
  return high.suspect !== undefined || low.suspect !== undefined || close.suspect !== undefined;
}

function made(bars: Bars, all: readonly Row[]): Prices {
  const ranges = all.map((each, index) => trueRange(each, all[index - 1]));
  const sessions = all.map((each, place) => ({
    place,
    day: each.high.day,
    ...each,
    noise: meanBefore(ranges, place) / 2,
  }));
  const last = sessions.at(-1);
  if (last === undefined || sessions.length < 2) {
    return withhold(`too few sessions of ${bars.name} are known`);
  }
  if (sessions.some((each) => each.low.value <= 0 || each.close.value <= 0)) {
    withhold(`prices of ${bars.name} are not all above zero`);
  }
  return { bars, sessions, last };
}

/** Of the high and the close before, the higher, less the lower of the low and the close before. */
function trueRange({ high, low }: Row, before: Row | undefined): number {
  if (before === undefined) return high.value - low.value;
  return Math.max(high.value, before.close.value) - Math.min(low.value, before.close.value);
}

function meanBefore(ranges: readonly number[], place: number): number {
  if (place < RANGE_SESSIONS) return Number.NaN;
  let sum = 0;
  for (let index = place - RANGE_SESSIONS; index < place; index++) sum += ranges[index] ?? 0;
  return sum / RANGE_SESSIONS;
}

/** The sessions from the first place to the last, both included. */
export function within(prices: Prices, first: number, last: number): readonly Session[] {
  return prices.sessions.slice(first, last + 1);
}

/** Place of the first session within a span that ends with the last one. */
export function startOf({ sessions, last }: Prices, over: Span): number {
  if (over.unit === "session") return Math.max(0, sessions.length - over.count);
  const day = spanBefore(last.day, over);
  return sessions.findIndex((each) => each.day > day);
}

export function sessionOn(prices: Prices, day: Day): Session {
  const found = prices.sessions.find((each) => each.day === day);
  return found ?? withhold(`${prices.bars.name} did not trade on ${day}`);
}

/** The session with the greatest of what is asked for; at a tie the earliest. Null among none. */
export function most(
  sessions: readonly Session[],
  of: (session: Session) => number,
): Session | null {
  let best: Session | null = null;
  let size = Number.NEGATIVE_INFINITY;
  for (const each of sessions) {
    const found = of(each);
    if (found > size) {
      best = each;
      size = found;
    }
  }
  return best;
}
