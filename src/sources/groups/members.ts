import type { Decoded, Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { meant } from "../../decode/index.ts";
import { collector } from "../collector.ts";
import { numberFault } from "../number-fault.ts";
import { compileNumber } from "../number.ts";
import { columnOf } from "../rows.ts";
import type { Table } from "../table.ts";
import { readTable, skipLines } from "../table.ts";
import { decodeText } from "../text.ts";
import { inSmallLetters } from "./capitals.ts";
import type { Described, GroupEntry, Listed } from "./entry.ts";

/** The list of members that a file holds, by id. */
export interface List {
  readonly members: ReadonlyMap<string, Described>;
  /** What stands twice, and where: no fault as long as nobody has rows for it. */
  readonly twice: ReadonlyMap<string, Problem>;
}

/** Reads the file that lists a group's members. */
export function readList(
  entry: GroupEntry,
  listed: Listed,
  bytes: Uint8Array,
  file: string,
): Decoded<List> {
  const text = decodeText(bytes, listed.encoding, file);
  if (!text.ok) return text;
  const whole = skipLines(text.value, listed.skipLines);
  const table = readTable(listed.untilBlank ? untilBlank(whole) : whole, listed.delimiter, file);
  return table.ok ? listFrom(entry, listed, table.value, file) : table;
}

/** The text up to the first line without anything in it after the table has begun. */
function untilBlank(text: string): string {
  const begins = text.search(/\S/);
  if (begins === -1) return text;
  const ends = /\n[^\S\n]*(?=\n)/.exec(text.slice(begins));
  return ends === null ? text : text.slice(0, begins + ends.index + 1);
}

function listFrom(entry: GroupEntry, listed: Listed, table: Table, file: string): Decoded<List> {
  const problems: Problem[] = [];
  const find = (name: string | null): number => {
    const at = name === null ? -1 : table.header.indexOf(name.trim());
    if (name !== null && at === -1) {
      const message = `the header has no column "${name}", which the members of "${entry.id}" ask for`;
      const hint = `${meant(name, table.header)} The catalogue names it on line ${entry.place.line} of ${entry.place.file} and below`;
      const place = { file, line: table.line, column: 1 };
      problems.push(problem("data-column", place, message, hint));
    }
    return at;
  };
  const at = {
    id: find(listed.columns.id),
    name: find(listed.columns.name),
    sector: find(listed.columns.sector),
    weight: find(listed.columns.weight),
  };
  const where = listed.where.map(([column, value]) => ({ at: find(column), value }));
  if (problems.length > 0) return { ok: false, problems };
  const number = compileNumber(listed.number, 0);
  const trouble = collector(file);
  const members = new Map<string, Described>();
  const twice = new Map<string, Problem>();
  table.rows.forEach((row, index) => {
    const cell = (column: number): string => (row[column] ?? "").trim();
    const line = table.lines[index] ?? 0;
    const written = cell(at.id);
    if (written === "" || where.some((each) => cell(each.at) !== each.value)) return;
    const id = written.toLowerCase();
    if (members.has(id)) {
      const message = `"${written}" stands twice in the list of members`;
      const place = { file, line, column: 1 };
      twice.set(id, problem("data-duplicate", place, message, "take the wrong one out"));
      return;
    }
    const text = cell(at.weight);
    const weight = at.weight === -1 || listed.number.missing.has(text) ? null : number(text);
    if (weight === null && at.weight !== -1 && !listed.number.missing.has(text)) {
      trouble.add("data-number", line, columnOf(row, at.weight), numberFault(text, listed.number));
    }
    members.set(id, {
      name: at.name === -1 ? written : nameOf(cell(at.name), written, listed.capitals),
      sector: at.sector === -1 || cell(at.sector) === "" ? null : cell(at.sector),
      weight: weight !== null && weight > 0 ? weight : null,
      line,
    });
  });
  const found = trouble.all();
  return found.length > 0
    ? { ok: false, problems: found }
    : { ok: true, value: { members, twice }, problems: [] };
}

function nameOf(written: string, ticker: string, capitals: boolean): string {
  return capitals ? inSmallLetters(written, ticker) : written;
}
