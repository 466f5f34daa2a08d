import { parse } from "csv-parse/sync";
import type { Decoded, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { quoteFault } from "./quotes.ts";
import { notTable } from "./text.ts";

/** A table as text: trimmed cells, and for each row the line on which it begins. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** On which the header stands. */
  readonly line: number;
}

const MOST = 20;
const LONGEST = 1_000_000;

/**
 * The text without its first lines, which stand before the header. They are left empty, so that all
 * others keep their numbers.
 */
export function skipLines(text: string, count: number): string {
  let start = 0;
  for (let line = 0; line < count; line++) {
    const end = text.indexOf("\n", start);
    if (end === -1) return "";
    start = end + 1;
  }
  return "\n".repeat(count) + text.slice(start);
}

/** The table the text holds. Line ends are "\n" by now. */
export function readTable(text: string, delimiter: string, file: string): Decoded<Table> {
  const refuse = (problems: readonly Problem[]): Decoded<Table> => ({ ok: false, problems });
  const one = (rule: string, line: number, message: string, hint: string): Decoded<Table> =>
    refuse([problem(rule, { file, line, column: 1 }, message, hint)]);
  if (text.trim() === "")
    return one("data-empty", 1, "the file is empty: no rows", "restore the file");
  const other = notTable(text);
  if (other !== null) return one("data-text", 1, other.message, other.hint);
  const raw = text.includes('"') ? quoted(text, delimiter, file) : plain(text, delimiter, file);
  if (!raw.ok) return raw;
  const { rows, lines } = raw.value;
  const [first = []] = rows;
  const header = first.map((cell) => cell.trim());
  const faults = headerFaults(header, delimiter, { file, line: lines[0] ?? 1 });
  if (faults.length > 0) return refuse(faults);
  if (rows.length === 1) {
    return one(
      "data-empty",
      lines[0] ?? 1,
      "the file has a header but no rows",
      "restore the rows",
    );
  }
  const long = lengthFaults(rows, lines, header, file);
  if (long.length > 0) return refuse(long);
  return {
    ok: true,
    value: { header, rows: rows.slice(1), lines: lines.slice(1), line: lines[0] ?? 1 },
    problems: [],
  };
}

interface Raw {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

/** Text without quotes needs no parser: ten times as fast, and the same rows. */
function plain(text: string, delimiter: string, file: string): Decoded<Raw> {
  const rows: string[][] = [];
  const lines: number[] = [];
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    if (end - start > LONGEST) return tooLong(file, line);
    const content = text.slice(start, end);
    if (content.trim() !== "") {
      rows.push(content.split(delimiter));
      lines.push(line);
    }
    start = end + 1;
  }
  return { ok: true, value: { rows, lines }, problems: [] };
}

function quoted(text: string, delimiter: string, file: string): Decoded<Raw> {
  const lines: number[] = [];
  try {
    const rows: readonly string[][] = parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST,
      ltrim: true,
      rtrim: true,
      on_record: (record: string[], context) => {
        if (record.length === 1 && (record[0] ?? "").trim() === "") return null;
        lines.push(context.lines - newlines(record));
        return record;
      },
    });
    return { ok: true, value: { rows, lines }, problems: [] };
  } catch (error) {
    const fault = quoteFault(text, delimiter);
    if (fault === null) {
      if (error instanceof Error && "code" in error && error.code === "CSV_MAX_RECORD_SIZE") {
        return tooLong(file, "lines" in error && typeof error.lines === "number" ? error.lines : 1);
      }
      throw error;
    }
    const place = { file, line: fault.line, column: fault.column };
    return { ok: false, problems: [problem("data-quote", place, fault.message, fault.hint)] };
  }
}

/** `lines` counts to the end of the record; an editor opens it where it begins. */
function newlines(record: readonly string[]): number {
  return record.reduce(
    (sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0),
    0,
  );
}

function tooLong(file: string, line: number): Decoded<Raw> {
  const message = `line ${line} is longer than ${LONGEST} signs`;
  const hint = "check that the file is the right one, and whole";
  return { ok: false, problems: [problem("data-size", { file, line }, message, hint)] };
}

/** What is wrong with the names of the columns, or that they are not apart. */
export function headerFaults(
  header: readonly string[],
  delimiter: string,
  place: { readonly file: string; readonly line: number },
): readonly Problem[] {
  const found: Problem[] = [];
  const [only = ""] = header;
  const other = [";", "\t", "|", ","].find(
    (each) => each !== delimiter && only.split(each).length > 1,
  );
  if (header.length === 1 && other !== undefined) {
    const shown = other === "\t" ? "\\t" : other;
    const message = `the header has no "${delimiter}", but "${shown}" between its names`;
    return [
      problem("data-delimiter", { ...place, column: 1 }, message, `declare delimiter: "${shown}"`),
    ];
  }
  header.forEach((name, index) => {
    const earlier = header.indexOf(name);
    if (name === "") {
      const hint = "give the column a name";
      found.push(
        problem("data-header", place, `column ${index + 1} of the header has no name`, hint),
      );
    } else if (earlier < index) {
      const message = `columns ${earlier + 1} and ${index + 1} of the header are both called "${name}"`;
      found.push(problem("data-header", place, message, "rename one of them"));
    }
  });
  return found;
}

function lengthFaults(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  header: readonly string[],
  file: string,
): readonly Problem[] {
  const found: Problem[] = [];
  rows.forEach((row, index) => {
    if (row.length === header.length || found.length >= MOST) return;
    const message = `the row has ${row.length} cells, the header ${header.length}`;
    const hint =
      row.length > header.length
        ? "put cells that hold a comma in quotes, or take the extra cells out"
        : "the row is cut short: restore it";
    found.push(problem("data-row", { file, line: lines[index] ?? 1, column: 1 }, message, hint));
  });
  return found;
}
