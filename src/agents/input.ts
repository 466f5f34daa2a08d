import type { Bars, RowBlock, Day, Panel, Series } from "../model/index.ts";
import { memberSeries } from "../model/index.ts";
import type { Rules } from "./rules.ts";

/** The rows that the agents look at, place for place by session of the instrument. */
export interface Input {
  readonly days: readonly Day[];
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  /** NaN where none is told. */
  readonly volume: Float64Array;
  /** Closes of each sector on the same sessions, NaN where there is none. */
  readonly sectors: readonly Float64Array[];
  readonly shorts: readonly ShortReading[];
}

/** Shares sold short by a settlement day, with the day they were published. */
export interface ShortReading {
  readonly day: Day;
  readonly released: Day;
  readonly value: number;
}

/** The series that a run reads, whole or cut at a day. */
export interface Sources {
  readonly bars: Bars;
  readonly shorts: Series | null;
  readonly group: Panel | null;
}

/** Sessions before the account begins that indicators look back on. */
const BEFORE = 260;

/** Series by the place they have in the input: what is read, and what a replay reads again. */
export function seriesRead({ bars, shorts, group }: Sources): readonly Series[] {
  const { high, low, close, volume } = bars;
  const members = group?.members.map((_, at) =>
    memberSeries({ panel: group, at, column: "close" }),
  );
  const some = [volume, shorts].filter((each) => each !== null);
  return [high, low, close, ...(members ?? []), ...some];
}

/** The rows of the sources from `BEFORE` sessions ahead of the start on, and where they stand. */
export function inputOf(
  sources: Sources,
  rules: Rules,
): { readonly input: Input; readonly blocks: readonly RowBlock[] } {
  const closes = sources.bars.close.points.filter((each) => each.suspect === undefined);
  const start = closes.findIndex((each) => each.day >= rules.start);
  const from = closes[Math.max(0, (start < 0 ? closes.length : start) - BEFORE)]?.day;
  const read = seriesRead(sources).map((series) => ({
    id: series.id,
    file: series.source.file,
    every: series.every,
    points: series.points.filter(
      (each) => each.suspect === undefined && from !== undefined && each.day >= from,
    ),
    doubted: series.points.filter((each) => each.suspect !== undefined).map((each) => each.line),
  }));
  const blocks = read.flatMap(({ id, file, points, doubted }): readonly RowBlock[] => {
    const [first] = points;
    const last = points.at(-1);
    if (first === undefined || last === undefined) return [];
    const lines = [first.line, last.line] as const;
    const without = doubted.filter((each) => each > first.line && each < last.line);
    const days = [first.day, last.day] as const;
    return [{ series: id, file, lines, days, rows: points.length, without }];
  });
  const rows = new Map(read.map(({ id, points }) => [id, points]));
  return { input: assemble(rows, sources), blocks };
}

interface Dated {
  readonly day: Day;
  readonly value: number;
  readonly released: Day;
}

/** Rows by series, put side by side on the sessions of the closes. */
export function assemble(
  rows: ReadonlyMap<string, readonly Dated[]>,
  { bars, shorts, group }: Sources,
): Input {
  const told = [bars.high, bars.low].map(
    ({ id }) => new Set((rows.get(id) ?? []).map((each) => each.day)),
  );
  const days = (rows.get(bars.close.id) ?? [])
    .map((each) => each.day)
    .filter((day) => told.every((each) => each.has(day)));
  const place = new Map(days.map((each, at) => [each, at]));
  const column = (id: string): Float64Array => {
    const out = new Float64Array(days.length).fill(Number.NaN);
    for (const each of rows.get(id) ?? []) {
      const at = place.get(each.day);
      if (at !== undefined) out[at] = each.value;
    }
    return out;
  };
  return {
    days,
    high: column(bars.high.id),
    low: column(bars.low.id),
    close: column(bars.close.id),
    volume: column(bars.volume?.id ?? ""),
    sectors: (group?.members ?? []).map((each) => column(`${group?.id ?? ""}.${each.id}.close`)),
    shorts: shorts === null ? [] : (rows.get(shorts.id) ?? []),
  };
}
