import type { Columns, Day, Member, Panel, Source } from "../../model/index.ts";
import { COLUMN_NAMES } from "../../model/index.ts";
import { restated } from "../jumps.ts";
import type { Arranged } from "./arrange.ts";
import { DATES, dateNumber, dateOf } from "./dates.ts";
import type { Suspects } from "./doubt.ts";
import type { Described, GroupEntry } from "./entry.ts";
import { isListed } from "./entry.ts";

/** What the files of a group hold, arranged and doubted: all of it that is kept from run to run. */
export interface Held {
  readonly members: readonly HeldMember[];
  readonly starts: Int32Array;
  /** Place of each row's day in `days`. */
  readonly day: Int32Array;
  readonly line: Int32Array;
  /** In the order of `COLUMN_NAMES`; empty where the files lack the column. */
  readonly values: readonly Float64Array[];
  readonly days: readonly Day[];
  /** How many members the list names; null: no file lists them. */
  readonly listed: number | null;
}

export interface HeldMember extends Described {
  readonly id: string;
  /** Place of its file in the entry's. */
  readonly file: number;
  readonly suspect: Suspects;
}

/** The days on which any member has a row, and each row's place among them, written over its date. */
export function placeDays(date: Int32Array): readonly Day[] {
  const seen = new Uint8Array(DATES);
  for (let row = 0; row < date.length; row++) seen[date[row] ?? 0] = 1;
  const places = new Int32Array(DATES);
  const days: Day[] = [];
  seen.forEach((is, number) => {
    if (is === 0) return;
    places[number] = days.length;
    days.push(dateOf(number));
  });
  for (let row = 0; row < date.length; row++) date[row] = places[date[row] ?? 0] ?? 0;
  return days;
}

/** Restates a member's rows before each of its declared splits: prices down, shares up. */
export function restateMember(
  splits: ReadonlyMap<Day, number>,
  { starts, date, values }: Arranged,
  at: number,
): void {
  const marks = [...splits].map(([day, ratio]) => [dateNumber(day), ratio] as const);
  for (let row = starts[at] ?? 0; row < (starts[at + 1] ?? 0); row++) {
    const day = date[row] ?? 0;
    const factor = marks.reduce((all, [split, ratio]) => (day < split ? all * ratio : all), 1);
    if (factor === 1) continue;
    values.forEach((column, index) => {
      if (column.length === 0) return;
      const unit = COLUMN_NAMES[index] === "volume" ? "shares" : "price";
      column[row] = restated(column[row] ?? Number.NaN, factor, unit);
    });
  }
}

/** The panel of what is held. Its columns are views of the held ones: nothing is copied. */
export function panelOf(
  entry: GroupEntry,
  held: Held,
  sources: readonly Source[],
  list: Source | null = null,
): Panel {
  const count = held.day.length;
  const lacking = held.values.some((each) => each.length < count);
  const none = lacking ? new Float64Array(count).fill(Number.NaN) : new Float64Array(0);
  const whole = held.values.map((each) => (each.length < count ? none : each));
  const columns = held.members.map((member, at): Columns => {
    const [from, to] = [held.starts[at] ?? 0, held.starts[at + 1] ?? 0];
    const part = (index: number): Float64Array => (whole[index] ?? none).subarray(from, to);
    return {
      day: held.day.subarray(from, to),
      open: part(0),
      high: part(1),
      low: part(2),
      close: part(3),
      volume: part(4),
      line: held.line.subarray(from, to),
      file: member.file,
      suspect: member.suspect,
    };
  });
  return {
    id: entry.id,
    name: entry.name,
    noun: entry.noun,
    ...(entry.instrument === undefined ? {} : { instrument: entry.instrument }),
    ...(entry.about === undefined ? {} : { about: entry.about }),
    members: held.members.map(({ id, name, sector, weight, line }): Member => ({
      id,
      name,
      sector,
      weight,
      ...(line === undefined ? {} : { line }),
    })),
    days: held.days,
    columns,
    sources,
    ...(list === null ? {} : { list }),
    release: entry.release,
    precision: entry.precision,
    heads: entry.heads,
    ...(isListed(entry.members) && entry.members.marketValues !== null
      ? { marketValues: entry.members.marketValues }
      : {}),
    ...(held.listed === null ? {} : { listed: held.listed }),
    membersAsOf: isListed(entry.members) ? entry.members.asOf : null,
    sample: entry.sample,
  };
}
