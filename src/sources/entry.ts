import type {
  Basis,
  Day,
  Frequency,
  Instrument,
  Naming,
  Place,
  Release,
  Unit,
} from "../model/index.ts";
import type { GroupEntry } from "./groups/entry.ts";

/** A column of the file that becomes a series of its own. */
export interface Part {
  /** "open", "high", "low", "close", "volume"; "" where the entry is one series. */
  readonly name: string;
  readonly column: string;
  readonly unit: Unit;
  readonly basis: Basis;
  readonly precision: number;
  /** Power of ten the file's figures are multiplied by. */
  readonly shift: number;
  readonly negative: boolean;
}

export interface NumberForm {
  readonly missing: ReadonlySet<string>;
  readonly thousands: string | null;
  readonly decimal: "." | ",";
  readonly prefix: string;
  readonly suffix: string;
  readonly minus: "-5" | "(5)" | "5-" | "−5";
  readonly exponent: boolean;
}

/**
 * Which leaps are doubted. "split-like": ratios of a split, and changes beyond reason; "tenfold": a
 * change of unit between neighbours; "balance": one of a figure that passes through zero, against the
 * largest of the figures before it; "any": none.
 */
export type Jumps = "split-like" | "tenfold" | "balance" | "any";

/** One entry of the catalogue, complete: how a file, or a filtered part of it, is to be read. */
export interface Entry {
  readonly id: string;
  readonly kind: "bars" | "value";
  readonly name: string;
  readonly noun: string;
  readonly instrument: Instrument | null;
  readonly every: Frequency;
  /** Relative to the data folder; unpacked where it ends in .gz. */
  readonly file: string;
  readonly encoding: "utf-8" | "latin-1";
  readonly delimiter: string;
  /** Lines before the header that are no part of the table. */
  readonly skipLines: number;
  readonly dayColumn: string;
  readonly date: string;
  readonly period: "day" | "month-end";
  readonly where: readonly (readonly [column: string, value: string])[];
  readonly number: NumberForm;
  readonly parts: readonly Part[];
  readonly release: Release;
  /** Column that tells the release day; where a cell is empty the rule holds. */
  readonly releaseColumn: string | null;
  readonly complete: string | null;
  readonly lowsToo: boolean;
  /** Are holes in the file known and not worth a remark? */
  readonly sparse: boolean;
  readonly opinion: Opinion | null;
  readonly jumps: Jumps;
  /**
   * New shares for one old: values before the day are restated, in editions of earlier days too, as
   * every price file adjusted for splits has it. One for one: the jump is real.
   */
  readonly splits: ReadonlyMap<Day, number>;
  readonly publisher: string;
  readonly url: string | null;
  readonly sample: boolean;
  /** Where the catalogue describes it. */
  readonly place: Place;
}

export interface Opinion {
  readonly series: string;
  readonly every: "day" | "week";
  /** Relative difference from which on the two disagree. */
  readonly tolerance: number;
}

/** A series that is in no file, but follows from others reading by reading. */
export interface DerivedEntry extends Naming {
  readonly id: string;
  readonly unit: Unit;
  readonly precision: number;
  /** The series it follows from, in the order of the way. */
  readonly of: readonly string[];
  readonly way: Way;
  readonly complete: string | null;
  readonly lowsToo: boolean;
  readonly place: Place;
}

export type Way =
  | { readonly op: "difference" | "ratio" | "product" | "sum" }
  | { readonly op: "average"; readonly readings: number }
  | { readonly op: "change"; readonly readings: number; readonly as: "percent" | "amount" };

export interface Catalog {
  readonly file: string;
  /** The table of release days beside the series, where there is one. */
  readonly calendar?: { readonly file: string; readonly place: Place };
  readonly entries: ReadonlyMap<string, Entry>;
  readonly derived: ReadonlyMap<string, DerivedEntry>;
  readonly groups: ReadonlyMap<string, GroupEntry>;
  /** Names that reports may ask for though there are no data, with the reason; left out: none. */
  readonly absent?: ReadonlyMap<string, string>;
}

/** Why the data lack a series: what is said of a name holds for all under it. Null: nothing is said. */
export function absenceOf({ absent }: Pick<Catalog, "absent">, id: string): string | null {
  const parts = id.split(".");
  for (let count = parts.length; count > 0; count--) {
    const reason = absent?.get(parts.slice(0, count).join("."));
    if (reason !== undefined) return reason;
  }
  return null;
}

/** Ids of the series an entry gives: "rut.close", or "margin-debt" itself. */
export function seriesIdsOf(entry: Entry): readonly string[] {
  return entry.parts.map((part) => seriesId(entry, part));
}

export function seriesId(entry: Entry, part: Part): string {
  return part.name === "" ? entry.id : `${entry.id}.${part.name}`;
}

/**
 * Every id a report may name: those of the series, and those of the bar files and groups themselves.
 * Of a group whose members stand in a file only the group's own: the others are known once it is read.
 */
export function knownIds(catalog: Catalog): readonly string[] {
  const read = [...catalog.entries.values()].flatMap((entry) =>
    entry.kind === "bars" ? [entry.id, ...seriesIdsOf(entry)] : [entry.id],
  );
  const grouped = [...catalog.groups.values()].flatMap((entry) => [
    entry.id,
    ...describedIds(entry),
  ]);
  return [...read, ...catalog.derived.keys(), ...grouped];
}

/** The series of the members that the catalogue itself describes, and their bars. */
export function describedIds({ id, members, only, heads }: GroupEntry): readonly string[] {
  const named = members instanceof Map ? [...members.keys()] : [];
  return named
    .filter((each) => only === null || only.includes(each))
    .flatMap((each) => [
      `${id}.${each}`,
      ...Object.keys(heads).map((column) => `${id}.${each}.${column}`),
    ]);
}

/** The group that the id names, or a member or a member's series of which it names; null: none. */
export function groupOf(catalog: Catalog, id: string): GroupEntry | null {
  for (const entry of catalog.groups.values()) {
    if (id === entry.id || id.startsWith(`${entry.id}.`)) return entry;
  }
  return null;
}

/** The entry of a bar file or a series; null for what is reckoned, and for groups and their members. */
export function entryOf(catalog: Catalog, id: string): Entry | null {
  const whole = catalog.entries.get(id);
  if (whole !== undefined) return whole;
  const dot = id.lastIndexOf(".");
  const entry = catalog.entries.get(id.slice(0, Math.max(dot, 0)));
  return entry !== undefined && seriesIdsOf(entry).includes(id) ? entry : null;
}
