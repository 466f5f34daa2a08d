import type { Columns, Day } from "../../model/index.ts";
import { dayPlace, sessionsBetween } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { baseOf, overText } from "../tools/base.ts";
import type { Readings } from "../tools/find.ts";
import { withhold } from "../statistic.ts";
import type { Group } from "./group.ts";
import { columnsOf, dayAt, LEAST_MEMBERS, rowAt } from "./group.ts";

/** A member that takes part, with its rows at both ends of the window. */
export interface Taker {
  /** Place in the panel's members. */
  readonly at: number;
  readonly columns: Columns;
  readonly from: number;
  readonly to: number;
}

/** The same days for all members: nobody is measured from another day than the rest. */
export interface Window {
  readonly group: Group;
  readonly over: Over | null;
  /** Places in the panel's days. */
  readonly from: number;
  readonly to: number;
  readonly takers: readonly Taker[];
  /** What a sentence calls its length, where that is not the number of its sessions: 60 of 61 closes. */
  readonly called?: number;
}

/** What is not told is no percentage: from more than eleven times the base on. */
export const MOST = 11;

/** From the day a span before to the group's latest, with all members that have both closes. */
export function windowOver(group: Group, over: Over): Window {
  const { series, panel, to } = group;
  const readings: Readings = { series, every: "day", points: series.points.slice(0, to + 1) };
  const last = series.points[to] ?? withhold(`nothing of ${series.name} is known yet`);
  const base = baseOf(readings, last, over);
  if (base === null || base.day >= last.day) {
    return withhold(`${series.name} has no figures for ${overText(over)} ${last.day}`);
  }
  const from = dayPlace(panel.days, base.day);
  return enough({ group, over, from, to, takers: takersIn(group, from, to) });
}

/** The latest day alone, with all members that have a close on it. */
export function windowOfToday(group: Group): Window {
  const { to } = group;
  return enough({ group, over: null, from: to, to, takers: takersIn(group, to, to) });
}

/** The last so many sessions, with all members that have a close on each of them. */
export function windowOfSessions(group: Group, sessions: number): Window {
  const { panel, series, to } = group;
  const from = to - sessions + 1;
  if (from < 0) withhold(`${series.name} is not known for the last ${sessions} sessions`);
  const apart = sessionsBetween(dayAt(panel, from), dayAt(panel, to));
  if (apart !== sessions - 1) {
    withhold(`${series.name} has no figures for some of the last ${sessions} sessions`);
  }
  const takers = takersIn(group, from, to).filter((each) => each.to - each.from === sessions - 1);
  return enough({ group, over: null, from, to, takers });
}

function takersIn(group: Group, from: number, to: number): readonly Taker[] {
  return group.members.flatMap((at): readonly Taker[] => {
    const columns = columnsOf(group.panel, at);
    const taker = { at, columns, from: rowAt(columns, from), to: rowAt(columns, to) };
    return taker.from >= 0 && taker.to >= 0 && isSound(taker) ? [taker] : [];
  });
}

/** Positive closes at both ends, no row in doubt between them, and no change out of all measure. */
function isSound({ columns: { close, suspect }, from, to }: Taker): boolean {
  const ratio = (close[to] ?? Number.NaN) / (close[from] ?? Number.NaN);
  if (!(ratio > 0 && ratio <= MOST && (close[from] ?? 0) > 0)) return false;
  return suspect.size === 0 || ![...suspect.keys()].some((row) => row >= from && row <= to);
}

/** Withheld where fewer than half of the members take part, or fewer than three. */
export function enough(window: Window): Window {
  const { group, takers } = window;
  const { members, panel, series } = group;
  if (takers.length >= LEAST_MEMBERS && 2 * takers.length >= members.length) return window;
  return withhold(
    `only ${takers.length} of the ${members.length} members of ${series.name} have sound figures from ${dayAt(panel, window.from)} to ${dayAt(panel, window.to)}`,
  );
}

/** The first day of the window and the last. */
export function spanOf({ group: { panel }, from, to }: Window): {
  readonly from: Day;
  readonly to: Day;
} {
  return { from: dayAt(panel, from), to: dayAt(panel, to) };
}

/** What a sentence may name of the window: 1 week. */
export function namedBy({ over, from, to, called }: Window): Readonly<Record<string, number>> {
  if (over?.kind === "span") return { [`${over.span.unit}s`]: over.span.count };
  return over === null ? { sessions: called ?? to - from + 1 } : {};
}
