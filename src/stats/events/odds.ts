import { WARM_UP, round, wilson } from "../../model/index.ts";

/** What came of the past cases of an event, counted over closes. */
export interface Tally {
  /** Places of the events with a known outcome: those that do not overlap first, each kind ascending. */
  readonly cases: readonly number[];
  /** How many of them do not overlap: each comes no sooner than the outcome of the one before. */
  readonly independent: number;
  /** After how many of all of them the price stood higher (lower). */
  readonly followed: number;
}

/** The same question asked of every day. */
export interface Base {
  readonly days: number;
  readonly followed: number;
  readonly first: number;
  readonly last: number;
}

export type Direction = "rise" | "fall";

/** Is no session missing from one place to another? */
export type Whole = (from: number, to: number) => boolean;

/** For bars that lack no session at all: then nothing has to be looked up. */
export const always: Whole = () => true;

/** A close `horizon` sessions later that equals the event's is neither a rise nor a fall. */
export function tally(
  close: Float64Array,
  events: readonly number[],
  horizon: number,
  direction: Direction,
  whole: Whole,
): Tally {
  const apart: number[] = [];
  const overlapping: number[] = [];
  let followed = 0;
  let free = 0;
  for (const place of events) {
    if (place + horizon >= close.length || !whole(place, place + horizon)) continue;
    if (came(close, place, horizon, direction)) followed += 1;
    if (place < free) overlapping.push(place);
    else {
      apart.push(place);
      free = place + horizon;
    }
  }
  return { cases: [...apart, ...overlapping], independent: apart.length, followed };
}

/** How often a day of any kind was followed so: from the first day on which an event could be told. */
export function baseRate(
  close: Float64Array,
  horizon: number,
  direction: Direction,
  whole: Whole,
): Base {
  let days = 0;
  let followed = 0;
  let first = -1;
  let last = -1;
  const gapless = whole === always;
  const sign = direction === "rise" ? 1 : -1;
  for (let place = WARM_UP; place + horizon < close.length; place++) {
    if (!gapless && !whole(place, place + horizon)) continue;
    if (first < 0) first = place;
    last = place;
    days += 1;
    if (sign * ((close[place + horizon] ?? 0) - (close[place] ?? 0)) > 0) followed += 1;
  }
  return { days, followed, first, last };
}

function came(close: Float64Array, place: number, horizon: number, direction: Direction): boolean {
  const move = (close[place + horizon] ?? 0) - (close[place] ?? 0);
  return direction === "rise" ? move > 0 : move < 0;
}

export type Verdict = "better" | "worse" | "no better";

/**
 * What the odds are worth against the base rate: "better" or "worse" only where the base lies outside
 * the interval, in whole percent as they are printed.
 */
export function verdictOn(
  interval: { readonly low: number; readonly high: number },
  base: number,
): Verdict {
  const printed = round(base, 2);
  if (round(interval.low, 2) > printed) return "better";
  return round(interval.high, 2) < printed ? "worse" : "no better";
}

/** The 95 % interval of a share, as wide as the cases that do not overlap allow. */
export function intervalOf({ cases, followed, independent }: Tally): {
  readonly low: number;
  readonly high: number;
} {
  return wilson((followed / cases.length) * independent, independent);
}
