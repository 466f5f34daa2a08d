import { Withholding, withhold } from "../statistic.ts";
import type { Base, Direction, Tally } from "./odds.ts";
import { baseRate, tally } from "./odds.ts";
import type { EventName, Kind } from "./kinds.ts";
import { EVENT_KINDS, EVENT_NAMES, toldOf } from "./kinds.ts";
import { needsRanges } from "./rests.ts";
import { edges } from "./scan.ts";
import type { Track } from "./track.ts";
import { sessionAt, warmedUp, wholeIn } from "./track.ts";

/** How a question about events is put. */
export interface Question {
  /** Sessions after which the outcome is looked at. */
  readonly horizon: number;
  /** Length of an advance or a decline. */
  readonly days: number;
}

/** An event that may be told: it is fresh and nothing has undone it. */
export interface Happening {
  readonly name: EventName;
  readonly kind: Kind;
  /** What came about, in words. */
  readonly told: string;
  readonly place: number;
  /** Places of the same events before it. */
  readonly past: readonly number[];
}

/** From where one looks for news. */
export interface Lookout {
  /** Sessions for which an event counts as news; left out: as its kind has it. */
  readonly within?: number | undefined;
  /** Place of the session on which it is asked; left out: the last one. */
  readonly at?: number;
}

/** The newest event of a kind. Withheld where there is none, it is stale, or it has been undone. */
export function newestOf(
  track: Track,
  name: EventName,
  { days }: Question,
  { within = EVENT_KINDS[name].fresh, at = track.prices.sessions.length - 1 }: Lookout = {},
): Happening {
  const kind = EVENT_KINDS[name];
  const told = toldOf(kind, days);
  const { bars } = track.prices;
  warmedUp(track);
  if (bars.high === bars.low && needsRanges(kind.condition)) {
    withhold(`only daily values of ${bars.name} are known, no highs and lows: ${told}`);
  }
  const places = placesIn(track, name, days).filter((place) => place <= at);
  const dated = places.filter((place) => isDated(track, name, place, days));
  const place = dated.at(-1);
  if (place === undefined) {
    return withhold(`it has not come about in the data of ${bars.name}: ${told}`);
  }
  const on = sessionAt(track, place).day;
  const since = at - place;
  if (since > within) {
    withhold(`${told} on ${on}, ${since} sessions ago: too long to tell it as news`);
  }
  const undone = placesIn(track, kind.undoneBy, days).findLast((each) => each <= at) ?? -1;
  if (undone > place) {
    withhold(
      `${told} on ${on}, but ${toldOf(EVENT_KINDS[kind.undoneBy], days)} on ${sessionAt(track, undone).day}`,
    );
  }
  return { name, kind, told, place, past: dated.slice(0, -1) };
}

/** Every event that may be told, in the order of the kinds. */
export function happenings(
  track: Track,
  asked: Question,
  lookout: Lookout = {},
): readonly Happening[] {
  return EVENT_NAMES.flatMap((name) => {
    try {
      return [newestOf(track, name, asked, lookout)];
    } catch (error) {
      if (error instanceof Withholding) return [];
      throw error;
    }
  });
}

function placesIn(track: Track, name: EventName, days: number): readonly number[] {
  const { condition, edge } = EVENT_KINDS[name];
  const runs = condition === "rising" || condition === "falling";
  return edges(track.held(condition, runs ? days : 0), edge);
}

/** After a missing session nobody knows on which day it came about. */
function isDated(track: Track, name: EventName, place: number, days: number): boolean {
  return wholeIn(track)(place - (name === "advance" || name === "decline" ? days : 1), place);
}

export function directionOf({ side }: Kind): Direction {
  return side === "bullish" ? "rise" : "fall";
}

/** The outcomes of the past events that are known by now. */
export function tallyOf(track: Track, { kind, past }: Happening, { horizon }: Question): Tally {
  return tally(track.columns.close, past, horizon, directionOf(kind), wholeIn(track));
}

export function baseOf(track: Track, direction: Direction, { horizon }: Question): Base {
  return baseRate(track.columns.close, horizon, direction, wholeIn(track));
}
