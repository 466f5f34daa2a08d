import { meant } from "../decode/index.ts";
import type { Day, Decoded } from "../model/index.ts";
import { parseDay } from "../model/index.ts";
import { collector } from "./collector.ts";
import { dayFault, periodDay } from "./date.ts";
import type { Catalog, Entry } from "./entry.ts";
import type { Content } from "./file.ts";
import { readDataFile, unpack } from "./file.ts";
import type { Fault } from "./path.ts";
import type { Table } from "./table.ts";
import { readTable } from "./table.ts";
import { decodeText } from "./text.ts";

/** A catalogue whose release days are those of its calendar, and the file that told them. */
export interface Dated {
  readonly catalog: Catalog;
  readonly files: ReadonlyMap<string, Content>;
}

const COLUMNS = ["series", "period", "released"] as const;

/**
 * The catalogue with its calendar in it: a table of the columns series, period and released, one row
 * for each release whose day is known. A row overrides the rule of its series, and its exceptions.
 */
export function withCalendar(catalog: Catalog, folder: string): Decoded<Dated> {
  const { calendar } = catalog;
  if (calendar === undefined) {
    return { ok: true, value: { catalog, files: new Map() }, problems: [] };
  }
  const content = readDataFile(folder, calendar.file, calendar.place);
  if (!content.ok) return content;
  const { shown } = content.value;
  const bytes = unpack(content.value.bytes, calendar.file, shown);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, "utf-8", shown);
  if (!text.ok) return text;
  const table = readTable(text.value, ",", shown);
  if (!table.ok) return table;
  const days = daysIn(table.value, catalog, shown);
  if (!days.ok) return days;
  const entries = new Map(
    [...catalog.entries].map(([id, entry]) => [id, dated(entry, days.value.get(id))] as const),
  );
  const files = new Map([[calendar.file, content.value]]);
  return { ok: true, value: { catalog: { ...catalog, entries }, files }, problems: days.problems };
}

function dated(entry: Entry, days: ReadonlyMap<Day, Day> | undefined): Entry {
  if (days === undefined) return entry;
  const exceptions = new Map([...entry.release.exceptions, ...days]);
  return { ...entry, release: { ...entry.release, exceptions } };
}

/** Release days by entry and period, or every row that cannot be meant. */
function daysIn(
  table: Table,
  catalog: Catalog,
  file: string,
): Decoded<ReadonlyMap<string, ReadonlyMap<Day, Day>>> {
  const trouble = collector(file);
  const places = COLUMNS.map((each) => table.header.indexOf(each));
  const lacking = COLUMNS.filter((_, index) => (places[index] ?? -1) < 0);
  if (lacking.length > 0) {
    const message = `a calendar has the columns ${COLUMNS.join(", ")}: ${lacking.join(", ")} lacking`;
    trouble.add("data-column", 1, 1, { message, hint: "name the columns so in the first line" });
    return { ok: false, problems: trouble.all() };
  }
  const found = new Map<string, Map<Day, Day>>();
  for (const [index, row] of table.rows.entries()) {
    const line = table.lines[index] ?? 0;
    const [id = "", period = "", released = ""] = places.map((at) => (row[at] ?? "").trim());
    const read = rowOf(id, period, released, catalog);
    if ("fault" in read) {
      trouble.add(read.rule, line, 1, read.fault);
      continue;
    }
    const days = found.get(read.entry.id) ?? new Map<Day, Day>();
    const before = days.get(read.period);
    if (before !== undefined && before !== read.released) {
      const message = `the figures of ${id} for ${read.period} come out on ${before} by another row`;
      trouble.add("release-twice", line, 1, { message, hint: "take one of the two rows out" });
    }
    days.set(read.period, read.released);
    found.set(read.entry.id, days);
  }
  const problems = trouble.all();
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: found, problems };
}

interface Told {
  readonly entry: Entry;
  readonly period: Day;
  readonly released: Day;
}

interface Refused {
  readonly rule: string;
  readonly fault: Fault;
}

function rowOf(id: string, period: string, released: string, catalog: Catalog): Told | Refused {
  const entry = catalog.entries.get(id);
  if (entry === undefined) return { rule: "unknown-series", fault: stranger(id, catalog) };
  const of = parseDay(period);
  const on = parseDay(released);
  if (of === null) return { rule: "data-date", fault: dayFault(period, "yyyy-mm-dd", []) };
  if (on === null) return { rule: "data-date", fault: dayFault(released, "yyyy-mm-dd", []) };
  const day = periodDay(of, entry.period);
  if (on >= day) return { entry, period: day, released: on };
  const message = `the figures of ${day} cannot come out on ${on}, before their own day`;
  return { rule: "release-early", fault: { message, hint: "correct one of the two days" } };
}

function stranger(id: string, catalog: Catalog): Fault {
  const derived = catalog.derived.get(id);
  if (derived !== undefined) {
    const message = `${id} is reckoned from others and comes out with them`;
    return { message, hint: `name ${derived.of.join(" and ")} instead` };
  }
  const message = `the catalogue has no entry "${id}"`;
  return { message, hint: meant(id, [...catalog.entries.keys()]) };
}
