import type { Citation, ColumnName, Panel, Recipe } from "../../model/index.ts";
import { memberAt, memberSeriesId, weightId } from "../../model/index.ts";
import type { Group } from "./group.ts";
import { dayAt } from "./group.ts";
import type { Taker } from "./window.ts";

/** Cites rows of one member. Its names are put together once, however many rows there are. */
export function citerOf(panel: Panel, at: number, column: ColumnName): (row: number) => Citation {
  const { columns, source } = memberAt(panel, at);
  const series = memberSeriesId(panel, at, column);
  const { file } = source;
  const values = columns[column];
  return (row) => ({
    series,
    file,
    line: columns.line[row] ?? 0,
    day: dayAt(panel, columns.day[row] ?? -1),
    value: values[row] ?? Number.NaN,
  });
}

/** Rows of several members one after the other, and where in the list each member's begin. */
export interface Rows {
  readonly cites: readonly Citation[];
  readonly starts: readonly number[];
}

/** The rows that are wanted of each of them; with a second column, those of the first before its own. */
export function rowsOf(
  panel: Panel,
  takers: readonly Taker[],
  column: ColumnName,
  wanted: (taker: Taker) => readonly number[],
  second: ColumnName | null = null,
): Rows {
  const cites: Citation[] = [];
  const columns = second === null ? [column] : [column, second];
  const starts = takers.map((taker) => {
    const start = cites.length;
    const rows = wanted(taker);
    for (const each of columns) {
      const cite = citerOf(panel, taker.at, each);
      for (const row of rows) cites.push(cite(row));
    }
    return start;
  });
  return { cites, starts };
}

export function value(of: number): Recipe {
  return { op: "value", of };
}

export function given(number: number, how: string): Recipe {
  return { op: "given", value: number, how };
}

/** A member's size, cited from the list of members, or given where the catalogue itself tells it. */
export interface Sized {
  readonly taker: Taker;
  readonly size: number;
}

/** Those of the takers whose size is known. */
export function sizedIn({ panel }: Group, takers: readonly Taker[]): readonly Sized[] {
  return takers.flatMap((taker) => {
    const size = panel.members[taker.at]?.weight ?? null;
    return size === null ? [] : [{ taker, size }];
  });
}

/**
 * Sizes as recipes; the list's rows stand behind `before` other citations. A list is taken to be of the
 * day that its group is told of: what day it really is of, the panel says (`membersAsOf`).
 */
export function sizeRecipes(
  { panel, to }: Group,
  sized: readonly Sized[],
  before: number,
): { readonly cites: readonly Citation[]; readonly each: readonly Recipe[] } {
  const { list } = panel;
  const cites: Citation[] = [];
  const each = sized.map(({ taker, size }): Recipe => {
    const member = panel.members[taker.at];
    if (list === undefined || member?.line === undefined) {
      return given(size, `weight of ${member?.name ?? ""} in the catalogue`);
    }
    const { file } = list;
    const cited = { series: weightId(panel, taker.at), file, line: member.line, value: size };
    cites.push({ ...cited, day: dayAt(panel, to) });
    return value(before + cites.length - 1);
  });
  return { cites, each };
}
