import type { Citation, ColumnName, Finding, Recipe, Unit } from "../../model/index.ts";
import { deviation, mean } from "../../model/index.ts";
import type { Draft } from "../tools/finding.ts";
import { finding } from "../tools/finding.ts";
import { memberAs } from "./group.ts";
import { rowsOf, value } from "./rows.ts";
import type { Taker, Window } from "./window.ts";
import { namedBy, spanOf } from "./window.ts";

/** How figures of the members are told. */
export interface Told {
  readonly unit: Unit;
  readonly digits: number;
  readonly basis?: Draft["basis"];
}

/** One figure of each member, and how it follows from rows of its own. */
export interface Gauge extends Told {
  readonly column: ColumnName;
  /** A second column of the same rows, cited behind the first. */
  readonly second?: ColumnName;
  readonly rows: (taker: Taker) => readonly number[];
  /** Of citations that begin at the place; there are as many as `rows` gives, for each column. */
  readonly recipe: (start: number, count: number) => Recipe;
  readonly value: (taker: Taker) => number;
}

/** Figures of a group's members with their proof, place for place with the window's takers. */
export interface Measured {
  readonly window: Window;
  readonly cites: readonly Citation[];
  readonly each: readonly Recipe[];
  readonly values: readonly number[];
}

export function measuredBy(window: Window, gauge: Gauge): Measured {
  const { takers, group } = window;
  const { cites, starts } = rowsOf(group.panel, takers, gauge.column, gauge.rows, gauge.second);
  const ends = [...starts.slice(1), cites.length];
  const each = starts.map((start, at) => gauge.recipe(start, (ends[at] ?? 0) - start));
  return { window, cites, each, values: takers.map(gauge.value) };
}

/** The figure of one member, with its own rows and no others. */
export function alone(window: Window, gauge: Gauge, place: number): Finding {
  const taker = window.takers[place];
  if (taker === undefined) throw new RangeError(`no member ${place}`);
  const { cites } = rowsOf(window.group.panel, [taker], gauge.column, gauge.rows, gauge.second);
  const { unit, digits, basis = "close" } = gauge;
  return finding({
    series: memberAs(window.group, taker.at),
    recipe: gauge.recipe(0, cites.length),
    cites,
    unit,
    digits,
    basis,
    day: spanOf(window).to,
    window: spanOf(window),
    named: namedBy(window),
  });
}

/** From the first day of the window to the last. */
export const CHANGE: Gauge = {
  column: "close",
  unit: "ratio",
  digits: 1,
  rows: ({ from, to }) => [from, to],
  recipe: (start) => ({ op: "change", from: value(start), to: value(start + 1) }),
  value: ({ columns: { close }, from, to }) =>
    (close[to] ?? Number.NaN) / (close[from] ?? Number.NaN) - 1,
};

/** How restless the closes were: standard deviation of their daily changes. */
export const RESTLESSNESS: Gauge = {
  column: "close",
  unit: "ratio",
  digits: 1,
  rows: rowsBetween,
  recipe: (first, count) => ({
    op: "deviation",
    of: "relative changes",
    first,
    last: first + count - 1,
  }),
  value: ({ columns: { close }, from, to }) =>
    deviation(
      Array.from(
        close.subarray(from + 1, to + 1),
        (each, step) => each / (close[from + step] ?? Number.NaN) - 1,
      ),
    ),
};

/** Profit against risk: the change of the whole window by the standard deviation of its daily changes. */
export const REWARD: Gauge = {
  column: "close",
  unit: "score",
  digits: 1,
  rows: rowsBetween,
  recipe: (first, count) => ({
    op: "quotient",
    of: { op: "change", from: value(first), to: value(first + count - 1) },
    by: RESTLESSNESS.recipe(first, count),
  }),
  value: (taker) => CHANGE.value(taker) / RESTLESSNESS.value(taker),
};

/** How far the last close stands from the mean of all of them. */
export const DISTANCE: Gauge = {
  column: "close",
  unit: "ratio",
  digits: 1,
  rows: rowsBetween,
  recipe: (first, count) => ({
    op: "change",
    from: { op: "mean", first, last: first + count - 1 },
    to: value(first + count - 1),
  }),
  value: ({ columns: { close }, from, to }) =>
    (close[to] ?? Number.NaN) / mean([...close.subarray(from, to + 1)]) - 1,
};

export function rowsBetween({ from, to }: Taker): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
