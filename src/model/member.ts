import type { Day } from "./day.ts";
import type { ColumnName, Columns, Figures, Panel } from "./panel.ts";
import { COLUMN_NAMES, rowsBefore } from "./panel.ts";
import { releaseOf } from "./release.ts";
import type { Bars, Point, Series } from "./series.ts";

/** The rows behind a series of one member: "sectors.xlf.close". */
export interface MemberColumn {
  readonly panel: Panel;
  /** Place in the panel's members. */
  readonly at: number;
  readonly column: ColumnName;
}

/** The name of a member's series: "sectors.xlf.close". */
export function memberSeriesId(panel: Panel, at: number, column: ColumnName): string {
  return `${panel.id}.${panel.members[at]?.id ?? ""}.${column}`;
}

/** What a member's size is cited as, a row of the list of members: "stocks.aldr.weight". */
export function weightId(panel: Panel, at: number): string {
  return `${panel.id}.${panel.members[at]?.id ?? ""}.weight`;
}

/** What a figure of a member is cited as: "stocks.aldr.earnings". */
export function figureId(panel: Panel, at: number, name: string): string {
  return `${panel.id}.${panel.members[at]?.id ?? ""}.${name}`;
}

/** A figure of one member, and all of its group's. */
export interface MemberFigure {
  readonly panel: Panel;
  readonly at: number;
  readonly name: string;
  readonly figures: Figures;
}

/** What facts about the members of one sector together are about: "stocks#Energy". */
export function sectorId(panel: Panel, sector: string): string {
  return `${panel.id}#${sector}`;
}

/** Finds members by what their series and bars are called. */
export interface MemberFinder {
  /** The rows behind "sectors.xlf.close"; null for any other name. */
  readonly column: (id: string) => MemberColumn | null;
  /** The member behind "sectors.xlf"; null for any other name. */
  readonly whole: (id: string) => Omit<MemberColumn, "column"> | null;
  /** The member behind "stocks.aldr.weight", where a list of members tells it; null for any other. */
  readonly weight: (id: string) => Omit<MemberColumn, "column"> | null;
  /** The figure behind "stocks.aldr.earnings"; null for any other name. */
  readonly figure: (id: string) => MemberFigure | null;
}

export function memberFinder(panels: ReadonlyMap<string, Panel>): MemberFinder {
  const indexes = new Map<string, ReadonlyMap<string, number>>();
  const whole: MemberFinder["whole"] = (id) => {
    for (const panel of panels.values()) {
      if (!id.startsWith(`${panel.id}.`)) continue;
      const index =
        indexes.get(panel.id) ?? new Map(panel.members.map((each, at) => [each.id, at] as const));
      indexes.set(panel.id, index);
      const at = index.get(id.slice(panel.id.length + 1));
      if (at !== undefined) return { panel, at };
    }
    return null;
  };
  return {
    whole,
    weight: (id) => {
      const found = id.endsWith(".weight") ? whole(id.slice(0, -".weight".length)) : null;
      return found?.panel.list === undefined ? null : found;
    },
    figure: (id) => {
      const dot = id.lastIndexOf(".");
      const found = whole(id.slice(0, dot));
      const name = id.slice(dot + 1);
      const figures = found?.panel.figures?.get(name);
      return found === null || figures === undefined ? null : { ...found, name, figures };
    },
    column: (id) => {
      const dot = id.lastIndexOf(".");
      const column = COLUMN_NAMES.find((each) => each === id.slice(dot + 1));
      const found = column === undefined ? null : whole(id.slice(0, dot));
      if (column === undefined || found === null) return null;
      return hasColumn(found.panel, column) ? { ...found, column } : null;
    },
  };
}

function hasColumn({ heads }: Panel, column: ColumnName): boolean {
  return heads === undefined || heads[column] !== undefined;
}

/** The names of all series that the panel's members give, and of their bars. */
export function memberNames(panel: Panel): readonly string[] {
  const columns = COLUMN_NAMES.filter((each) => hasColumn(panel, each));
  return panel.members.flatMap((member, at) => [
    `${panel.id}.${member.id}`,
    ...columns.map((each) => memberSeriesId(panel, at, each)),
  ]);
}

/** The member's series, point by point. Rows that lack the value give none. */
export function memberSeries({ panel, at, column }: MemberColumn): Series {
  const { columns, member, source } = memberAt(panel, at);
  const traded = column === "volume";
  const name = traded ? `${member.name} volume` : member.name;
  return {
    id: memberSeriesId(panel, at, column),
    name,
    noun: traded ? "volume" : nounOf(panel, member.name),
    ...(panel.instrument === undefined ? {} : { instrument: panel.instrument }),
    ticker: member.id.toUpperCase(),
    unit: traded ? "shares" : "price",
    every: "day",
    basis: traded ? "reported" : column === "close" ? "close" : "intraday",
    points: pointsOf(panel, columns, column),
    precision: traded ? 0 : panel.precision,
    source: { ...source, column: panel.heads?.[column] ?? source.column },
    release: panel.release,
    completeForRecords: null,
    sample: panel.sample,
  };
}

/** What belongs to the member at a place. Throws where the panel has none. */
export function memberAt(panel: Panel, at: number) {
  const member = panel.members[at];
  const columns = panel.columns[at];
  const source = columns === undefined ? undefined : panel.sources[columns.file];
  if (member === undefined || columns === undefined || source === undefined) {
    throw new RangeError(`${panel.id} has no member ${at}`);
  }
  return { member, columns, source };
}

const NOUNS = new Set(["index", "fund", "stock", "future", "currency", "commodity"]);

function nounOf({ instrument }: Panel, name: string): string {
  return instrument !== undefined && NOUNS.has(instrument) ? `the ${instrument}` : name;
}

function pointsOf(panel: Panel, columns: Columns, column: ColumnName): readonly Point[] {
  const points: Point[] = [];
  columns[column].forEach((value, row) => {
    const day = panel.days[columns.day[row] ?? -1];
    if (day === undefined || Number.isNaN(value)) return;
    const suspect = columns.suspect.get(row);
    const released = releaseOf(panel.release, day);
    const line = columns.line[row] ?? 0;
    points.push(
      suspect === undefined
        ? { day, value, released, line }
        : { day, value, released, line, suspect },
    );
  });
  return points;
}

/** The bars of a member; null where the panel holds no opens, highs or lows. `series` makes them. */
export function memberBars(
  panel: Panel,
  at: number,
  series: (id: string) => Series | undefined,
): Bars | null {
  const { member } = memberAt(panel, at);
  const [open, high, low, close, volume] = COLUMN_NAMES.map((each) =>
    series(memberSeriesId(panel, at, each)),
  );
  if (open === undefined || high === undefined || low === undefined || close === undefined) {
    return null;
  }
  const { id, name } = member;
  return {
    id: `${panel.id}.${id}`,
    name,
    noun: close.noun,
    ...(panel.instrument === undefined ? {} : { instrument: panel.instrument }),
    open,
    high,
    low,
    close,
    volume: volume ?? null,
  };
}

/** The member's row of a day, or null where it has none. */
export function rowOn(panel: Panel, columns: Columns, day: Day): number | null {
  const place = dayPlace(panel.days, day);
  const row = rowsBefore(columns.day, place);
  return panel.days[place] === day && columns.day[row] === place ? row : null;
}

/** How many of the days lie before the given one: its own place where it is among them. */
export function dayPlace(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
