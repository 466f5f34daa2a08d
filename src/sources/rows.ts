import { meant } from "../decode/index.ts";
import type { Day, Decoded, Problem } from "../model/index.ts";
import { parseDay, problem, releaseOf, yearOf } from "../model/index.ts";
import { collector } from "./collector.ts";
import { compileDay, dayFault, periodDay } from "./date.ts";
import type { Entry, Part } from "./entry.ts";
import { numberFault } from "./number-fault.ts";
import { compileNumber } from "./number.ts";
import type { Fault } from "./path.ts";
import type { Table } from "./table.ts";

/** What one line of the file says for an entry, in plain units; null where a value is missing. */
export interface Row {
  readonly day: Day;
  readonly released: Day;
  readonly line: number;
  /** In the order of the entry's parts. */
  readonly values: readonly (number | null)[];
}

export const FIRST_YEAR = 1980;
export const LAST_YEAR = 2059;

/** The entry's rows in the order of the file, or every cell that cannot be read. */
export function readRows(entry: Entry, table: Table, file: string): Decoded<readonly Row[]> {
  const columns = findColumns(entry, table, file);
  if (!columns.ok) return columns;
  const { day: dayAt, parts: partsAt, release: releaseAt, where } = columns.value;
  const form = compileDay(entry.date);
  if (!form.ok) throw new RangeError(`${entry.id}: ${form.message}`);
  const readers = entry.parts.map((part) => compileNumber(entry.number, part.shift));
  const trouble = collector(file);
  const rows: Row[] = [];
  let counted = 0;
  for (let index = 0; index < table.rows.length; index++) {
    const cells = table.rows[index] ?? [];
    if (where.some(([at, wanted]) => cell(cells, at) !== wanted)) continue;
    counted += 1;
    const line = table.lines[index] ?? 0;
    const text = cell(cells, dayAt);
    const read = form.read(text);
    if (read === null) {
      const others = table.rows.map((each, at) => ({
        text: cell(each, dayAt),
        line: table.lines[at] ?? 0,
      }));
      trouble.add(
        "data-date",
        line,
        columnOf(cells, dayAt),
        dayFault(text, entry.date, trouble.full() ? [] : others),
      );
      continue;
    }
    const day = periodDay(read, entry.period);
    const far = yearFault(day);
    if (far !== null) {
      trouble.add("data-date", line, columnOf(cells, dayAt), far);
      continue;
    }
    const values: (number | null)[] = [];
    let good = true;
    for (let part = 0; part < partsAt.length; part++) {
      const at = partsAt[part] ?? -1;
      const figure = cell(cells, at);
      if (entry.number.missing.has(figure)) {
        values.push(null);
        continue;
      }
      const value = readers[part]?.(figure) ?? null;
      const fault =
        value === null
          ? numberFault(figure, entry.number)
          : signFault(value, figure, entry, entry.parts[part]);
      if (fault !== null) {
        trouble.add("data-number", line, columnOf(cells, at), fault);
        good = false;
      }
      values.push(value);
    }
    const released = releasedOn(entry, day, releaseAt === null ? "" : cell(cells, releaseAt));
    if (typeof released !== "string") {
      trouble.add(released.rule, line, columnOf(cells, releaseAt ?? 0), released);
    } else if (good) rows.push({ day, released, line, values });
  }
  if (counted === 0) return refuseEmpty(entry, file);
  const problems = trouble.all();
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: rows, problems };
}

interface Columns {
  readonly day: number;
  readonly parts: readonly number[];
  readonly release: number | null;
  readonly where: readonly (readonly [at: number, value: string])[];
}

function findColumns(entry: Entry, table: Table, file: string): Decoded<Columns> {
  const problems: Problem[] = [];
  const find = (name: string): number => {
    const found = table.header.indexOf(name.trim());
    if (found === -1) {
      const message = `the header has no column "${name}", which "${entry.id}" asks for`;
      const hint = `${meant(name, table.header)} The catalogue names it on line ${entry.place.line} of ${entry.place.file} and below`;
      problems.push(problem("data-column", { file, line: table.line, column: 1 }, message, hint));
    }
    return found;
  };
  const value: Columns = {
    day: find(entry.dayColumn),
    parts: entry.parts.map((part) => find(part.column)),
    release: entry.releaseColumn === null ? null : find(entry.releaseColumn),
    where: entry.where.map(([column, wanted]) => [find(column), wanted] as const),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value, problems };
}

function refuseEmpty(entry: Entry, file: string): Decoded<readonly Row[]> {
  const filter = entry.where.map(([column, value]) => `${column} = "${value}"`).join(" and ");
  const message = `no row has ${filter}, which "${entry.id}" asks for`;
  const hint = `correct where: on line ${entry.place.line} of ${entry.place.file} and below`;
  return { ok: false, problems: [problem("data-empty", { file }, message, hint)] };
}

function releasedOn(
  entry: Entry,
  day: Day,
  text: string,
): Day | (Fault & { readonly rule: string }) {
  if (text === "") return releaseOf(entry.release, day);
  const found = parseDay(text);
  if (found === null) return { rule: "data-date", ...dayFault(text, "yyyy-mm-dd", []) };
  if (found >= day) return found;
  const message = `the figures of ${day} cannot have come out on ${found}, before their own day`;
  return { rule: "release-early", message, hint: "correct the date or the release date" };
}

/** Why no figure can be of the day; null where one can. */
export function yearFault(day: Day): Fault | null {
  const year = yearOf(day);
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return null;
  const message = `the date ${day} lies outside the years ${FIRST_YEAR} to ${LAST_YEAR}`;
  return { message, hint: "correct the date, or take the row out" };
}

/** Why the figure cannot be what the part holds, by its sign alone. */
export function signFault(
  value: number,
  text: string,
  entry: Pick<Entry, "kind" | "name">,
  part: Part | undefined,
): Fault | null {
  if (part === undefined || part.negative || value > 0) return null;
  const traded = entry.kind === "bars" && part.name !== "volume";
  if (value === 0 && !traded) return null;
  const what = part.name === "" ? entry.name : part.name;
  return {
    message: `"${text}" is ${value === 0 ? "zero" : "below zero"}, which ${what} cannot be`,
    hint: "correct the cell, declare it under missing:, or allow it with negative: true",
  };
}

function cell(cells: readonly string[], at: number): string {
  return (cells[at] ?? "").trim();
}

/** Column in the line, near enough for rows without quotes: where the cell begins. */
export function columnOf(cells: readonly string[], at: number): number {
  return cells.slice(0, at).reduce((sum, each) => sum + each.length + 1, 1);
}
