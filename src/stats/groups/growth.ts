import { dayPlace, mean, spanBefore } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { overText } from "../tools/base.ts";
import { pointTelling } from "../tools/find.ts";
import { withhold } from "../statistic.ts";
import type { Gauge } from "./gauge.ts";
import type { Group } from "./group.ts";
import { columnsOf, rowAt } from "./group.ts";
import type { Taker, Window } from "./window.ts";
import { enough, MOST } from "./window.ts";

/** Sessions whose mean volume stands for the volume of a time: one busy day is no growth. */
const AVERAGED = 5;

/** The mean volume of the last five sessions against that of the first five of the window. */
export const GROWTH: Gauge = {
  column: "volume",
  unit: "ratio",
  digits: 0,
  basis: "reported",
  rows: ({ from, to }) => [...five(from), ...five(to - AVERAGED + 1)],
  recipe: (start) => ({
    op: "change",
    from: { op: "mean", first: start, last: start + AVERAGED - 1 },
    to: { op: "mean", first: start + AVERAGED, last: start + 2 * AVERAGED - 1 },
  }),
  value: growthOf,
};

/**
 * From the first of five sessions that end a span before the latest to the latest itself. The five and
 * the last five never overlap: in a short week the earlier ones end where the later begin.
 */
export function windowOfVolume(group: Group, over: Over): Window {
  const { panel, series, to } = group;
  if (panel.heads !== undefined && panel.heads.volume === undefined) {
    withhold(`the files of ${panel.name} have no volume`);
  }
  const end = baseEnd(group, over);
  const first = end - AVERAGED + 1;
  if (first < 0) withhold(`${series.name} has no figures for ${overText(over)} the latest`);
  const takers = group.members.flatMap((at): readonly Taker[] => {
    const columns = columnsOf(panel, at);
    const taker = { at, columns, from: rowAt(columns, first), to: rowAt(columns, to) };
    return isTraded(taker, rowAt(columns, end)) ? [taker] : [];
  });
  return enough({ group, over, from: first, to, takers });
}

/** Place of the last of the five sessions that the growth is measured from. */
function baseEnd({ series, panel, to }: Group, over: Over): number {
  const last = series.points[to] ?? withhold(`nothing of ${series.name} is known yet`);
  if (over.kind !== "span" || over.span.unit === "session" || over.span.unit === "day") {
    return withhold("growth in volume is told over weeks, months, quarters or years");
  }
  const target = spanBefore(last.day, over.span);
  const found = pointTelling({ series, every: "day", points: series.points }, target);
  if (found === null)
    return withhold(`${series.name} has no figures for ${overText(over)} ${last.day}`);
  return Math.min(dayPlace(panel.days, found.day), to - AVERAGED);
}

/** Ten rows without a hole of their own, a base above zero, none in doubt. */
function isTraded(taker: Taker, end: number): boolean {
  const { columns, from, to } = taker;
  if (from < 0 || to < 0 || end !== from + AVERAGED - 1) return false;
  const start = to - AVERAGED + 1;
  const span = (columns.day[to] ?? 0) - (columns.day[start] ?? 0);
  if (start <= end || span !== AVERAGED - 1) return false;
  const growth = growthOf(taker);
  if (!(growth > -1 && growth <= MOST - 1)) return false;
  const { suspect } = columns;
  if (suspect.size === 0) return true;
  return !GROWTH.rows(taker).some((row) => suspect.has(row));
}

function growthOf({ columns: { volume }, from, to }: Taker): number {
  const meanFrom = (first: number): number =>
    mean(five(first).map((row) => volume[row] ?? Number.NaN));
  return meanFrom(to - AVERAGED + 1) / meanFrom(from) - 1;
}

function five(first: number): readonly number[] {
  return Array.from({ length: AVERAGED }, (_, step) => first + step);
}
