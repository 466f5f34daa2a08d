import type { Day } from "./day.ts";
import { releaseOf } from "./release.ts";
import type { Naming, Point, Release, Source, Unit } from "./series.ts";

/** One of a group: a stock of an index, a sector. */
export interface Member {
  /** As the file writes it, in small letters: "aapl". Its series are "group.aapl.close" and so on. */
  readonly id: string;
  readonly name: string;
  /** What it is grouped by: its sector; null where the catalogue does not say. */
  readonly sector: string | null;
  /** Relative size (market value in money, or weight); null where it is not known. */
  readonly weight: number | null;
  /** Line in the list of members; left out where the catalogue itself describes the member. */
  readonly line?: number;
}

/**
 * Daily bars of one member, column by column, ascending by day: place i of each column is one row of
 * the file. A missing value is NaN.
 */
export interface Columns {
  /** Place in the panel's `days`. */
  readonly day: Int32Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  /** Line in the source file. */
  readonly line: Int32Array;
  /** Place in the panel's `sources`. */
  readonly file: number;
  /** Rows not to be trusted, by place; why. */
  readonly suspect: ReadonlyMap<number, string>;
}

/** What the members report from time to time, such as earnings: one figure of each and period. */
export interface Figures {
  readonly unit: Unit;
  readonly precision: number;
  readonly source: Source;
  /** By place in the panel's members; of each ascending by day, with the day it came out. */
  readonly points: readonly (readonly Point[])[];
}

export const MONEY_SCALES = ["dollars", "thousands", "millions", "billions"] as const;

export type MoneyScale = (typeof MONEY_SCALES)[number];

/** The columns of a group, in their usual order. */
export const COLUMN_NAMES = ["open", "high", "low", "close", "volume"] as const;

export type ColumnName = (typeof COLUMN_NAMES)[number];

/** A group of instruments with their daily bars: what a universe is in memory. */
export interface Panel extends Naming {
  readonly id: string;
  /** Plural noun of the members: "sectors", "stocks", "members". */
  readonly members: readonly Member[];
  /** Every day on which any member has a row, ascending. */
  readonly days: readonly Day[];
  /** By place in `members`. */
  readonly columns: readonly Columns[];
  readonly sources: readonly Source[];
  /** The file that lists the members, with the column of their weights; left out: the catalogue does. */
  readonly list?: Source;
  /** By the name the catalogue gives them: "earnings". */
  readonly figures?: ReadonlyMap<string, Figures>;
  readonly release: Release;
  readonly precision: number;
  /** What the file calls each column; one it does not have is left out. Not given: it has them all. */
  readonly heads?: Readonly<Partial<Record<ColumnName, string>>>;
  /** What the weights of the list are counted in, where they are market values. */
  readonly marketValues?: MoneyScale;
  /** How many members the list names, with figures or without. */
  readonly listed?: number;
  /** The day the list of members is of, where it is not of the data's own time. */
  readonly membersAsOf: Day | null;
  readonly sample: boolean;
}

/** The group as known at the end of a day: each member's rows released by then. */
export function knownPanel(panel: Panel, asOf: Day): Panel {
  const known = panel.days.findIndex(
    (each) => each > asOf || releaseOf(panel.release, each) > asOf,
  );
  const told = panel.figures === undefined ? {} : { figures: toldBy(panel.figures, asOf) };
  if (known < 0) return { ...panel, ...told };
  const columns = panel.columns.map((each) => cut(each, rowsBefore(each.day, known)));
  return { ...panel, ...told, days: panel.days.slice(0, known), columns };
}

function toldBy(figures: ReadonlyMap<string, Figures>, asOf: Day): ReadonlyMap<string, Figures> {
  return new Map(
    [...figures].map(([name, each]) => {
      const points = each.points.map((own) => own.filter(({ released }) => released <= asOf));
      return [name, { ...each, points }] as const;
    }),
  );
}

/** How many rows of a member lie before a day of the panel, by the day's place. */
export function rowsBefore(days: Int32Array, day: number): number {
  // Most members have a row for every day: then the place follows from the first.
  const guess = day - (days[0] ?? 0);
  if (days[guess] === day) return guess;
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cut(columns: Columns, rows: number): Columns {
  if (rows === columns.day.length) return columns;
  return {
    ...columns,
    day: columns.day.subarray(0, rows),
    open: columns.open.subarray(0, rows),
    high: columns.high.subarray(0, rows),
    low: columns.low.subarray(0, rows),
    close: columns.close.subarray(0, rows),
    volume: columns.volume.subarray(0, rows),
    line: columns.line.subarray(0, rows),
  };
}
