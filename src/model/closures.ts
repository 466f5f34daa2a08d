import type { Day } from "./day.ts";
import { day } from "./day.ts";

/** A day on which the exchange was not open as its rules have it, and why. */
interface OutOfTurn {
  readonly day: Day;
  readonly why: string;
}

/**
 * Data, not rules: weekdays on which the New York Stock Exchange stayed closed out of turn. A new one
 * is a new line. Held against the sessions of the price files by test/real/exchange.test.ts.
 */
export const CLOSURES: readonly OutOfTurn[] = rows([
  ["1980-11-04", "Election Day"],
  ["1985-09-27", "Hurricane Gloria"],
  ["1994-04-27", "the day of mourning for President Nixon"],
  ["2001-09-11", "the September attacks"],
  ["2001-09-12", "the September attacks"],
  ["2001-09-13", "the September attacks"],
  ["2001-09-14", "the September attacks"],
  ["2004-06-11", "the day of mourning for President Reagan"],
  ["2007-01-02", "the day of mourning for President Ford"],
  ["2012-10-29", "Hurricane Sandy"],
  ["2012-10-30", "Hurricane Sandy"],
  ["2018-12-05", "the day of mourning for President Bush"],
  ["2025-01-09", "the day of mourning for President Carter"],
]);

/** Sessions that ended early, at 13:00 in New York, besides those of the rule in exchange.ts. */
export const EARLY_CLOSES: readonly OutOfTurn[] = rows([
  ["1996-07-05", "the day after Independence Day"],
  ["1997-12-26", "the day after Christmas"],
  ["1999-12-31", "New Year's Eve"],
  ["2002-07-05", "the day after Independence Day"],
  ["2003-12-26", "the day after Christmas"],
]);

function rows(from: readonly (readonly [day: string, why: string])[]): readonly OutOfTurn[] {
  return from.map(([text, why]) => ({ day: day(text), why }));
}
