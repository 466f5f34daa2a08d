import type { Replayed } from "./agents.ts";
import type { Day } from "./day.ts";
import type { Citation, Recipe } from "./fact.ts";
import { dayOfMonth, monthOf, yearOf } from "./day.ts";
import { sessionNumber, weekNumber } from "./exchange.ts";

/** How often a series is told. "half-month" is the rhythm of short interest: mid-month and month-end. */
export type Frequency = "day" | "week" | "half-month" | "month";

/** What a price rests on. Highs and lows and closes never meet in one percentage unsaid. */
export type Basis = "reported" | "close" | "intraday";

/**
 * What a value counts. Inside are ratios and plain units; percent exists only in words.
 * "net percent" is a survey's balance or share in whole percent, as its publisher prints it.
 */
export type Unit =
  | "index"
  | "price"
  | "money"
  | "shares"
  | "contracts"
  | "score"
  | "net percent"
  | "ratio"
  | "points"
  | "correlation"
  | "percentile"
  | "multiple"
  /** A yield or a rate in percent, as its publisher prints it: 4.43. Its changes are basis points. */
  | "yield"
  | "basis points"
  | "count"
  | "sessions"
  | "days"
  | "weeks"
  | "months";

export interface Point {
  readonly day: Day;
  readonly value: number;
  /** The day from whose end on the public knows the value. */
  readonly released: Day;
  /** Line in the source file, counted from 1, as an editor shows it. */
  readonly line: number;
  /** Why the value is not to be trusted; facts that cite the point are withheld. */
  readonly suspect?: string;
}

export interface Source {
  /** Path as the catalogue gives it, relative to the data folder. */
  readonly file: string;
  readonly column: string;
  readonly publisher: string;
  readonly url: string | null;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
}

/** What kind of thing a series tells of: a fund is never "the stock". */
export const INSTRUMENTS = [
  "index",
  "fund",
  "stock",
  "future",
  "currency",
  "commodity",
  "rate",
  "volatility",
  "survey",
  "positions",
  "ratio",
  "account",
] as const;

export type Instrument = (typeof INSTRUMENTS)[number];

/** What the instrument or measure is called. Levels of an index and of its fund are never mixed. */
export interface Naming {
  /** "Russell 2000", "IWM short interest". */
  readonly name: string;
  /** What a later mention may call it: "the index", "the fund". */
  readonly noun: string;
  /** Left out: not said by the catalogue. */
  readonly instrument?: Instrument;
  /** Under which it trades: "ALDR". Members of groups have one. */
  readonly ticker?: string;
  /** What it is, in the words of whoever issues it; never a figure. Groups may have one. */
  readonly about?: About;
}

/** A standing description, and who gives it. */
export interface About {
  readonly text: string;
  readonly source: string;
}

export type ReleaseRule =
  | { readonly kind: "same day" }
  | { readonly kind: "sessions after"; readonly sessions: number }
  | { readonly kind: "session of next month"; readonly session: number }
  | { readonly kind: "weekday of next month"; readonly weekday: number; readonly nth: number }
  | { readonly kind: "weekday after"; readonly weekday: number };

export interface Release {
  readonly rule: ReleaseRule;
  /** Days on which a period's figures came out against the rule, keyed by the period's day. */
  readonly exceptions: ReadonlyMap<Day, Day>;
}

export interface Series extends Naming {
  readonly id: string;
  readonly unit: Unit;
  readonly every: Frequency;
  readonly basis: Basis;
  /** Ascending, one point a day at most. */
  readonly points: readonly Point[];
  /** Decimals of the unit the source gives: 2 for cents, 0 for whole shares, -5 for 0.1 million. */
  readonly precision: number;
  readonly source: Source;
  readonly release: Release;
  /** Why the series may be asked for records, or null where it may not. */
  readonly completeForRecords: string | null;
  /** Does that hold for lows as well? Left out: for highs alone. */
  readonly completeForLows?: boolean;
  /** Is the series simulated? Then the note says so. */
  readonly sample: boolean;
  /** Is it silent for long, by its nature, so that silence does not make it stale? */
  readonly seldom?: true;
  /** Of a series reckoned from others: how a point of it follows from theirs. */
  readonly made?: (point: Point) => Made;
}

/** Why a record high, or a record low, may be told of the series; null where it may not. */
export function completeFor(series: Series, side: "high" | "low"): string | null {
  return side === "high" || series.completeForLows === true ? series.completeForRecords : null;
}

/** How a derived value follows from rows of other series: by a recipe, or by a run that is played again. */
export type Made = Reckoned | Replayed;

export interface Reckoned {
  readonly recipe: Recipe;
  readonly cites: readonly Citation[];
}

/** The series of one bar file, sharing their days. */
export interface Bars extends Naming {
  readonly id: string;
  readonly open: Series;
  readonly high: Series;
  readonly low: Series;
  readonly close: Series;
  readonly volume: Series | null;
}

/** The series as known at the end of a day: released by then, and dated no later. */
export function known(series: Series, asOf: Day): Series {
  const points = series.points.filter((each) => each.released <= asOf && each.day <= asOf);
  return points.length === series.points.length ? series : { ...series, points };
}

/**
 * The running number of the period a day belongs to, at the series' own rhythm. Neighbouring
 * periods differ by one; a step of more is a hole. Days are counted in sessions of the exchange.
 */
export function slotOf(value: Day, every: Frequency): number {
  switch (every) {
    case "day":
      return sessionNumber(value);
    case "week":
      return weekNumber(value);
    case "half-month":
      return (yearOf(value) * 12 + monthOf(value) - 1) * 2 + (dayOfMonth(value) > 16 ? 1 : 0);
    case "month":
      return yearOf(value) * 12 + monthOf(value) - 1;
  }
}
