import type { Day, PriceColumns, Series } from "../../../src/model/index.ts";
import { day, nextSession } from "../../../src/model/index.ts";
import { seriesOf } from "../support.ts";

/** Sessions of the exchange from 4 January 2016 on. */
export function sessionDays(count: number): readonly Day[] {
  const found = [day("2016-01-04")];
  while (found.length < count) {
    const last = found.at(-1);
    if (last === undefined) break;
    found.push(nextSession(last));
  }
  return found;
}

/** Columns as the series of a bar file `x`, one row a session but for the places left out. */
export function barSeries(
  columns: PriceColumns,
  more: { readonly without?: readonly number[]; readonly suspect?: readonly number[] } = {},
): readonly Series[] {
  const days = sessionDays(columns.close.length);
  const suspect = (more.suspect ?? []).map((place) => days[place] ?? "");
  const rows = (values: Float64Array): readonly (readonly [string, number])[] =>
    days.flatMap((each, place) =>
      more.without?.includes(place) === true ? [] : [[each, values[place] ?? 0] as const],
    );
  return [
    seriesOf("x.open", rows(columns.close)),
    seriesOf("x.high", rows(columns.high), { basis: "intraday" }),
    seriesOf("x.low", rows(columns.low), { basis: "intraday" }),
    seriesOf("x.close", rows(columns.close), { suspect }),
  ];
}

/** Closes alone, each its own high and low. */
export function flatBars(closes: readonly number[]): PriceColumns {
  const close = Float64Array.from(closes);
  return { high: close, low: close, close };
}
