import type { Point, Recipe } from "../../model/index.ts";
import { dayPlace, mean, slotOf, weightedMean } from "../../model/index.ts";
import { baseOf, pastPairs } from "../tools/base.ts";
import { pointInSlot } from "../tools/find.ts";
import type { Readings } from "../tools/find.ts";
import type { Rank } from "../tools/finding.ts";
import { finding } from "../tools/finding.ts";
import { rankAmong } from "../tools/measure.ts";
import type { Findings } from "../statistic.ts";
import type { Measured } from "./gauge.ts";
import { CHANGE, measuredBy } from "./gauge.ts";
import { given, rowsOf } from "./rows.ts";
import type { Taker, Window } from "./window.ts";
import { namedBy, spanOf } from "./window.ts";

/** What the members did over a window. */
export function changesOf(window: Window): Measured {
  return measuredBy(window, CHANGE);
}

/** What each part says of who was looked at. */
export const TAKING = {
  members: "How many members were looked at.",
  "left-out": "How many members lack sound figures and were left out.",
  listed:
    "The members looked at once more, dated by their list, where that is of another day than the data.",
} as const;

/** How many take part, each cited by its row of the last day; how many do not; and whose list it is. */
export function taking(window: Window): Findings {
  const { group, takers } = window;
  const { cites } = rowsOf(group.panel, takers, "close", (each) => [each.to]);
  const recipe = countOf(takers.length);
  const members = finding({
    series: group.series,
    recipe,
    cites,
    unit: "count",
    digits: 0,
    window: spanOf(window),
    day: spanOf(window).to,
    named: namedBy(window),
  });
  const all = given(group.members.length, "members that have told figures");
  const { membersAsOf } = group.panel;
  return {
    members,
    "left-out": {
      ...members,
      recipe: { op: "difference", from: recipe, to: all },
      value: group.members.length - takers.length,
    },
    listed:
      membersAsOf === null
        ? { unsaid: "the list of members is of the data's own time" }
        : { ...members, day: membersAsOf },
  };
}

export function countOf(members: number, first = 0): Recipe {
  return { op: "count", first, last: first + members - 1, how: "members" };
}

/** What the members did over the windows before, as long and not overlapping: for the rank of a mean. */
export interface History {
  readonly windows: readonly (readonly [from: number, to: number])[];
  /** Of each member its close by the day's place; NaN where there is none, or one in doubt. */
  readonly closes: ReadonlyMap<number, Float64Array>;
}

export function historyOf(window: Window): History {
  const { days } = window.group.panel;
  const windows = pastWindows(window).map(
    ([from, to]) => [dayPlace(days, from.day), dayPlace(days, to.day)] as const,
  );
  const closes = window.takers.map((each) => [each.at, closesByDay(each, days.length)] as const);
  return { windows, closes: new Map(closes) };
}

/**
 * The place of a mean change of these members among their own past ones, of which at least half of
 * them must have been there. With sizes the mean is weighted by them.
 */
export function rankOfMean(
  { windows, closes }: History,
  takers: readonly Taker[],
  meanNow: number,
  sizes: readonly number[] | null,
): Rank {
  const rows = takers.map(({ at }) => closes.get(at) ?? new Float64Array(0));
  const past = windows.flatMap(([from, to]) => {
    const values: number[] = [];
    const weights: number[] = [];
    rows.forEach((each, at) => {
      const change = (each[to] ?? Number.NaN) / (each[from] ?? Number.NaN) - 1;
      if (!Number.isFinite(change)) return;
      values.push(change);
      if (sizes !== null) weights.push(sizes[at] ?? 0);
    });
    if (2 * values.length < rows.length) return [];
    return [Math.abs(sizes === null ? mean(values) : weightedMean(values, weights))];
  });
  return rankAmong(Math.abs(meanNow), past);
}

function closesByDay({ columns: { day, close, suspect } }: Taker, days: number): Float64Array {
  const found = new Float64Array(days).fill(Number.NaN);
  for (let row = 0; row < day.length; row++) {
    const value = close[row] ?? Number.NaN;
    if (value > 0) found[day[row] ?? 0] = value;
  }
  for (const row of suspect.keys()) found[day[row] ?? 0] = Number.NaN;
  return found;
}

function pastWindows({ group, over, from, to }: Window): readonly (readonly [Point, Point])[] {
  const readings: Readings = { series: group.series, every: "day", points: group.series.points };
  const start = group.series.points[from];
  const end = group.series.points[to];
  if (start === undefined || end === undefined || over === null) return [];
  const steps = slotOf(end.day, "day") - slotOf(start.day, "day");
  return pastPairs(readings, start, (point) =>
    over.kind === "to date"
      ? pointInSlot(readings, slotOf(point.day, "day") - steps)
      : baseOf(readings, point, over),
  );
}
