import type { Bars, Citation, PriceColumns, Series } from "../../model/index.ts";
import { WARM_UP, sessionNumber } from "../../model/index.ts";
import { refuseHoles } from "../tools/find.ts";
import type { Prices, Session } from "../price/prices.ts";
import { trustedPrices } from "../price/prices.ts";
import { cite, withhold } from "../statistic.ts";
import type { Condition } from "./conditions.ts";
import { fillCondition, scratchFor } from "./conditions.ts";
import type { Whole } from "./odds.ts";

/** A bar file as columns, beside the sessions they stand for. Suspect rows take no part. */
export interface Track {
  readonly prices: Prices;
  readonly columns: PriceColumns;
  /** Running number of each session of the exchange: a step of more than one is a hole. */
  readonly slots: Int32Array;
  /** Where a condition holds, worked out when first asked for. */
  readonly held: (condition: Condition, days: number) => Int8Array;
}

/** Many statistics of a report look at the same bars: they are put into columns once. */
const TRACKS = new WeakMap<Prices, Track>();

export function trackOf(bars: Bars): Track {
  const prices = trustedPrices(bars);
  const track = TRACKS.get(prices) ?? made(prices);
  TRACKS.set(prices, track);
  return track;
}

function made(prices: Prices): Track {
  const { sessions } = prices;
  const column = (of: "high" | "low" | "close"): Float64Array =>
    Float64Array.from(sessions, (each) => each[of].value);
  const columns = { high: column("high"), low: column("low"), close: column("close") };
  const found = new Map<string, Int8Array>();
  const scratch = scratchFor(sessions.length);
  const held = (condition: Condition, days: number): Int8Array => {
    const key = `${condition} ${days}`;
    const out = found.get(key) ?? new Int8Array(sessions.length);
    if (!found.has(key)) fillCondition(condition, columns, days, scratch, out);
    found.set(key, out);
    return out;
  };
  const slots = Int32Array.from(sessions, (each) => sessionNumber(each.day));
  return { prices, columns, slots, held };
}

/** Withholds where the indicators are not yet free of their beginning. */
export function warmedUp({ prices }: Track): void {
  const { length } = prices.sessions;
  if (length > WARM_UP) return;
  withhold(`${prices.bars.name} has ${length} sessions, too few for indicators (${WARM_UP})`);
}

/** Is no session missing from one place to another? */
export function wholeIn({ slots }: Track): Whole {
  return (from, to) => (slots[to] ?? 0) - (slots[from] ?? 0) === to - from;
}

export function sessionAt(track: Track, place: number): Session {
  return track.prices.sessions[place] ?? withhold("there is no such session");
}

/** Rows of the sessions up to a place, column by column; withheld where some are missing. */
export function citesUpTo(
  track: Track,
  place: number,
  count: number,
  columns: readonly ("high" | "low" | "close")[],
): readonly Citation[] {
  const { bars, sessions } = track.prices;
  const window = sessions.slice(Math.max(0, place - count + 1), place + 1);
  if (window.length < count) {
    return withhold(`${bars.name} has ${window.length} sessions, ${count} are needed`);
  }
  refuseHoles(
    bars.close,
    window.map((each) => each.close),
    "day",
  );
  return columns.flatMap((column) => window.map((each) => cite(bars[column], each[column])));
}

/** Closes of the sessions at some places. */
export function closesAt({ prices }: Track, places: readonly number[]): readonly Citation[] {
  const { close } = prices.bars;
  return places.flatMap((place) => {
    const session = prices.sessions[place];
    return session === undefined ? [] : [cite(close, session.close)];
  });
}

export function closeOf({ prices }: Track): Series {
  return prices.bars.close;
}
