import type { Context } from "../../../src/stats/index.ts";
import type { Bars, Series } from "../../../src/model/index.ts";
import { addSessions, day } from "../../../src/model/index.ts";
import type { Prices } from "../../../src/stats/price/prices.ts";
import { trustedPrices } from "../../../src/stats/price/prices.ts";
import type { Request } from "../support.ts";
import { contextOf, seriesOf } from "../support.ts";

/** A session by hand: high, low, close; it opens where it closes unless an open is given. */
export type Bar = readonly [high: number, low: number, close: number, open?: number];

/** A session that strays one point to each side of its close. */
export function around(close: number): Bar {
  return [close + 1, close - 1, close];
}

/** Straight from one close to another in so many sessions, the first close left out. */
export function leg(from: number, to: number, sessions: number): readonly Bar[] {
  return Array.from({ length: sessions }, (_, index) =>
    around(from + ((to - from) * (index + 1)) / sessions),
  );
}

export function flat(close: number, sessions: number): readonly Bar[] {
  return Array.from({ length: sessions }, () => around(close));
}

/** The first session of all made bars, and the nth after it. */
const FIRST = "2020-01-02";
export function nth(place: number): string {
  return addSessions(day(FIRST), place);
}

/** Series x.open to x.close on sessions in a row from the first one on. */
function madeSeries(bars: readonly Bar[], suspect: readonly string[] = []): readonly Series[] {
  const column = (name: string, of: (bar: Bar) => number, intraday: boolean): Series =>
    seriesOf(
      `x.${name}`,
      bars.map((bar, index) => [nth(index), of(bar)] as const),
      { basis: intraday ? "intraday" : "close", suspect },
    );
  return [
    column("open", ([, , close, open]) => open ?? close, false),
    column("high", ([high]) => high, true),
    column("low", ([, low]) => low, true),
    column("close", ([, , close]) => close, false),
  ];
}

export interface More {
  readonly facts?: Readonly<Record<string, Request>>;
  readonly published?: string;
  readonly suspect?: readonly string[];
}

/** As known after the last bar. */
export function made(bars: readonly Bar[], more: More = {}): Context {
  return contextOf(madeSeries(bars, more.suspect), nth(bars.length - 1), more);
}

export function madeBars(bars: readonly Bar[], suspect: readonly string[] = []): Bars {
  return contextOf(madeSeries(bars, suspect), nth(bars.length - 1)).bars("x");
}

export function prices(bars: readonly Bar[]): Prices {
  return trustedPrices(madeBars(bars));
}
