import { withhold } from "../statistic.ts";
import type { Base, Direction, Tally } from "./odds.ts";
import { baseRate, tally } from "./odds.ts";
import type { EventName, Kind } from "./kinds.ts";
import { EVENT_KINDS, toldOf } from "./kinds.ts";
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

/** The newest event of a kind. Withheld where there is none, it is stale, or it has been undone. */
export function newestOf(
  track: Track,
  name: EventName,
  { days }: Question,
  within: number = EVENT_KINDS[name].fresh,
): Happening {
  const kind = EVENT_KINDS[name];
  const told = toldOf(kind, days);
  const { prices } = track;
  const rows = prices.sessions.length;
  warmedUp(track);
  const places = placesIn(track, name, days);
  const dated = places.filter((place) => isDated(track, name, place, days));
  const place = dated.at(-1);
  if (place === undefined) {
    return withhold(`it has not come about in the data of ${prices.bars.name}: ${told}`);
  }
  const on = sessionAt(track, place).day;
  const since = rows - 1 - place;
  if (since > within) {
    withhold(`${told} on ${on}, ${since} sessions ago: too long to tell it as news`);
  }
  const undone = placesIn(track, kind.undoneBy, days).at(-1) ?? -1;
  if (undone > place) {
    withhold(
      `${told} on ${on}, but ${toldOf(EVENT_KINDS[kind.undoneBy], days)} on ${sessionAt(track, undone).day}`,
    );
  }
  return { name, kind, told, place, past: dated.slice(0, -1) };
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
