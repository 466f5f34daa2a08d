import type {
  ColumnName,
  Day,
  Naming,
  Place,
  Release,
  Unit,
  MoneyScale,
} from "../../model/index.ts";
import { COLUMN_NAMES, parseDay } from "../../model/index.ts";
import type { Located } from "../../decode/index.ts";
import type { NumberForm, Part } from "../entry.ts";
import { numberForm } from "../number-form.ts";
import { dayMap, releaseFrom } from "../release-form.ts";
import type { FiguresText, GroupText, ListedText } from "./schema.ts";

/** A group of the catalogue, complete: how the long file of many instruments is to be read. */
export interface GroupEntry extends Naming {
  readonly id: string;
  /** Relative to the data folder; unpacked where they end in .gz. A member's rows stand in one of them. */
  readonly files: readonly string[];
  readonly encoding: "utf-8" | "latin-1";
  readonly delimiter: string;
  readonly skipLines: number;
  readonly memberColumn: string;
  readonly dayColumn: string;
  /** What the file calls each column it has. */
  readonly heads: Readonly<Partial<Record<ColumnName, string>>>;
  readonly date: string;
  readonly number: NumberForm;
  /** By id, or the file that lists them; null: whoever has a row. */
  readonly members: ReadonlyMap<string, Described> | Listed | null;
  /** The file of what the members report from time to time; null: there is none. */
  readonly figures: FigureFile | null;
  /** The members that are read; null: all of them. */
  readonly only: readonly string[] | null;
  readonly precision: number;
  readonly release: Release;
  readonly sparse: boolean;
  readonly jumps: "split-like" | "tenfold" | "any";
  /** By member: new shares for one old. One for one: the jump is real. */
  readonly splits: ReadonlyMap<string, ReadonlyMap<Day, number>>;
  readonly publisher: string;
  readonly url: string | null;
  readonly sample: boolean;
  readonly place: Place;
}

/** What the catalogue says of a member. */
export interface Described {
  readonly name: string;
  readonly sector: string | null;
  readonly weight: number | null;
  /** In the file that lists the members. */
  readonly line?: number;
}

/** A file of figures of the members. */
export interface FigureFile {
  readonly file: string;
  readonly delimiter: string;
  readonly date: string;
  readonly number: NumberForm;
  readonly columns: { readonly member: string; readonly day: string; readonly released: string };
  readonly values: readonly {
    readonly name: string;
    readonly column: string;
    readonly unit: Unit;
    readonly precision: number;
  }[];
}

/** A file that lists the members. */
export interface Listed {
  readonly file: string;
  readonly encoding: "utf-8" | "latin-1";
  readonly delimiter: string;
  readonly skipLines: number;
  /** Does the table end at the first blank line? */
  readonly untilBlank: boolean;
  readonly where: readonly (readonly [column: string, value: string])[];
  readonly columns: {
    readonly id: string;
    readonly name: string | null;
    readonly sector: string | null;
    readonly weight: string | null;
  };
  readonly number: NumberForm;
  /** Does it write names in capitals, to be printed with small letters? */
  readonly capitals: boolean;
  /** What the weights are counted in, where they are market values; null: they are only proportions. */
  readonly marketValues: MoneyScale | null;
  readonly asOf: Day | null;
}

export function isListed(members: GroupEntry["members"]): members is Listed {
  return members !== null && "file" in members;
}

export function groupEntry(id: string, from: GroupText, located: Located<unknown>): GroupEntry {
  const heads = COLUMN_NAMES.flatMap((name) => {
    const head = from.columns[name];
    return head === undefined ? [] : [[name, head] as const];
  });
  const splits = Object.entries(from.splits).map(
    ([member, days]) => [member, dayMap(days, (ratio) => ratio)] as const,
  );
  return {
    id,
    name: from.name,
    noun: from.noun,
    ...(from.instrument === undefined ? {} : { instrument: from.instrument }),
    ...(from.about === undefined ? {} : { about: from.about }),
    files: from.files ?? (from.file === undefined ? [] : [from.file]),
    encoding: from.encoding,
    delimiter: from.delimiter,
    skipLines: from["skip-lines"],
    memberColumn: from.columns.member,
    dayColumn: from.columns.day,
    heads: Object.fromEntries(heads),
    date: from.date,
    number: numberForm(from),
    members: membersFrom(from.members),
    figures: from.figures === undefined ? null : figuresFrom(from.figures),
    only: from.only ?? null,
    precision: from.precision,
    release: releaseFrom(from.release),
    sparse: from.sparse,
    jumps: from.jumps,
    splits: new Map(splits),
    publisher: from.publisher,
    url: from.url ?? null,
    sample: from.sample,
    place: located.place(["groups", id]),
  };
}

function membersFrom(from: GroupText["members"]): GroupEntry["members"] {
  if (from === undefined) return null;
  if (isListedText(from)) return listedFrom(from);
  return new Map(
    Object.entries(from).map(([id, each]) => [
      id,
      { name: each.name, sector: each.sector ?? null, weight: each.weight ?? null },
    ]),
  );
}

function isListedText(from: NonNullable<GroupText["members"]>): from is ListedText {
  return typeof from["file"] === "string";
}

function listedFrom(from: ListedText): Listed {
  const { id, name, sector, weight } = from.columns;
  return {
    file: from.file,
    encoding: from.encoding,
    delimiter: from.delimiter,
    skipLines: from["skip-lines"],
    untilBlank: from["until-blank"],
    where: Object.entries(from.where),
    columns: { id, name: name ?? null, sector: sector ?? null, weight: weight ?? null },
    number: numberForm({ ...from, minus: "-5", exponent: false }),
    capitals: from.capitals,
    marketValues: from["market-values"] ?? null,
    asOf: from["as-of"] === undefined ? null : parseDay(from["as-of"]),
  };
}

function figuresFrom(from: FiguresText): FigureFile {
  const { file, delimiter, date, columns } = from;
  const number = numberForm({ ...from, minus: "-5", exponent: false });
  const values = Object.entries(from.values).map(([name, each]) => ({ name, ...each }));
  return { file, delimiter, date, columns, number, values };
}

/** The columns of the group as parts of a bar file, in the order of `COLUMN_NAMES`. */
export function groupParts(entry: GroupEntry): readonly Part[] {
  return COLUMN_NAMES.flatMap((name): readonly Part[] => {
    const column = entry.heads[name];
    if (column === undefined) return [];
    const of = { name, column, shift: 0, negative: false };
    if (name === "volume") return [{ ...of, unit: "shares", basis: "reported", precision: 0 }];
    const basis = name === "close" ? "close" : "intraday";
    return [{ ...of, unit: "price", basis, precision: entry.precision }];
  });
}
