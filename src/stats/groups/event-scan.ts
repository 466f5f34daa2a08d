import type { Columns, Panel, PriceColumns } from "../../model/index.ts";
import { WARM_UP } from "../../model/index.ts";
import type { Condition, Scratch } from "../events/conditions.ts";
import { fillCondition, scratchFor } from "../events/conditions.ts";
import type { EventName, Side } from "../events/kinds.ts";
import { EVENT_KINDS } from "../events/kinds.ts";
import type { Base, Direction, Tally, Whole } from "../events/odds.ts";
import { always, baseRate, tally } from "../events/odds.ts";
import { edges } from "../events/scan.ts";
import { isComplete, sessionsOf } from "./columns.ts";

/** What a kind of event was worth for one member: see the statistic `event`. */
export interface MemberOdds {
  /** Place in the panel's members. */
  readonly at: number;
  /** Place of the newest event in the panel's days; −1: there is none. */
  readonly newest: number;
  readonly tally: Tally;
  readonly base: Base;
}

/** A kind of event over a whole group. */
export interface EventOdds {
  readonly name: EventName;
  /** One for each member that is warmed up. */
  readonly members: readonly MemberOdds[];
  /** All members' cases together. */
  readonly cases: number;
  readonly followed: number;
  readonly days: number;
  readonly daysFollowed: number;
}

/**
 * Events of the kinds asked for in all members of a group, with their odds `horizon` sessions on, as
 * the statistic `event` finds them for one: suspect rows take no part, and an outcome that a missing
 * session lies before does not count. Pooled cases of one week are not independent of each other:
 * from them follows no interval.
 */
export function eventOdds(
  panel: Panel,
  names: readonly EventName[],
  horizon: number,
  days = 5,
): readonly EventOdds[] {
  const slots = sessionsOf(panel);
  const longest = panel.columns.reduce((most, { day }) => Math.max(most, day.length), 0);
  const scratch = scratchFor(longest);
  const found = names.map((): MemberOdds[] => []);
  panel.columns.forEach((columns, at) => {
    const member = soundRows(columns);
    if (member.close.length <= WARM_UP) return;
    const finder = eventsIn(member, slots, scratch, { horizon, days });
    names.forEach((name, index) => found[index]?.push({ at, ...finder(name) }));
  });
  return names.map((name, index) => pooled(name, found[index] ?? []));
}

function pooled(name: EventName, members: readonly MemberOdds[]): EventOdds {
  let [cases, followed, days, daysFollowed] = [0, 0, 0, 0];
  for (const { tally: own, base } of members) {
    cases += own.cases.length;
    followed += own.followed;
    days += base.days;
    daysFollowed += base.followed;
  }
  return { name, members, cases, followed, days, daysFollowed };
}

interface Sound extends PriceColumns {
  readonly day: Int32Array;
}

/** The rows that are in no doubt: nearly always the columns as they are. */
function soundRows({ day, high, low, close, suspect }: Columns): Sound {
  if (suspect.size === 0) return { day, high, low, close };
  const keep = (_: number, row: number): boolean => !suspect.has(row);
  return {
    day: day.filter(keep),
    high: high.filter(keep),
    low: low.filter(keep),
    close: close.filter(keep),
  };
}

/** Each condition is worked out once, and the base rate of each direction. */
function eventsIn(
  member: Sound,
  slots: Int32Array,
  scratch: Scratch,
  { horizon, days }: { readonly horizon: number; readonly days: number },
): (name: EventName) => Omit<MemberOdds, "at"> {
  const { day, close } = member;
  const whole: Whole = isComplete(day, slots)
    ? always
    : (from, to) => (slots[day[to] ?? 0] ?? 0) - (slots[day[from] ?? 0] ?? 0) === to - from;
  const held = new Map<Condition, Int8Array>();
  const bases = new Map<Direction, Base>();
  return (name) => {
    const { condition, edge, side } = EVENT_KINDS[name];
    let column = held.get(condition);
    if (column === undefined) {
      column = new Int8Array(close.length);
      fillCondition(condition, member, days, scratch, column);
      held.set(condition, column);
    }
    const direction = directionOf(side);
    const base = bases.get(direction) ?? baseRate(close, horizon, direction, whole);
    bases.set(direction, base);
    const run = name === "advance" || name === "decline" ? days : 1;
    const places = edges(column, edge).filter((place) => whole(place - run, place));
    const newest = places.at(-1);
    return {
      newest: newest === undefined ? -1 : (day[newest] ?? -1),
      tally: tally(close, places, horizon, direction, whole),
      base,
    };
  };
}

function directionOf(side: Side): Direction {
  return side === "bullish" ? "rise" : "fall";
}
