import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import type { Day } from "../model/index.ts";
import { parseDay } from "../model/index.ts";
import type { Entry, Part } from "./entry.ts";
import { seriesId } from "./entry.ts";
import { restated, splitFactor } from "./jumps.ts";
import { compileDay, periodDay } from "./date.ts";

/** The value a line of the file holds for a part of the entry, read anew; null where there is none. */
export type Reread = (series: string, line: number) => number | null;

/** A file as text, and where each of its lines begins. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

export function openLines(bytes: Uint8Array, encoding: Entry["encoding"]): Lines {
  const raw = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const text = textOf(raw, encoding);
  return { text, starts: lineStarts(text) };
}

/** The bytes read again for one entry; where many entries share a file `linesReader` is cheaper. */
export function rereader(bytes: Uint8Array, entry: Entry): Reread {
  return linesReader(openLines(bytes, entry.encoding), entry);
}

/**
 * A second way from the raw bytes to a value, for the proof: it shares neither the table reader nor
 * the number reader with the first. Cells are cut by hand and the number is put together digit by
 * digit from the declared marks. A line that is none of the entry's own has no value.
 */
export function linesReader({ text, starts }: Lines, entry: Entry): Reread {
  const header = headerOf({ text, starts }, entry);
  const dayAt = header.indexOf(entry.dayColumn.trim());
  const where = entry.where.map(([column, value]) => ({
    at: header.indexOf(column.trim()),
    value,
  }));
  return (series, line) => {
    const part = entry.parts.find((each) => seriesId(entry, each) === series);
    const start = starts[line - 1];
    if (part === undefined || start === undefined) return null;
    const cells = cut(text, start, entry.delimiter);
    if (where.some(({ at, value }) => !alike(cells[at], value))) return null;
    const value = numberOf(cells[header.indexOf(part.column.trim())] ?? "", entry, part);
    if (value === null) return null;
    return entry.splits.size === 0 ? value : afterSplits(value, cells[dayAt] ?? "", entry, part);
  };
}

/** The day a line of the entry's file is of, read anew; null where none is written. */
export function daysReader({ text, starts }: Lines, entry: Entry): (line: number) => Day | null {
  const { dayColumn, date, delimiter, period } = entry;
  const form = compileDay(date);
  const at = headerOf({ text, starts }, entry).indexOf(dayColumn.trim());
  return (line) => {
    const start = starts[line - 1];
    const cell = start === undefined ? "" : (cut(text, start, delimiter)[at] ?? "");
    const day = form.ok ? form.read(cell) : parseDay(cell);
    return day === null ? null : periodDay(day, period);
  };
}

/** The first line that holds anything, after those the entry skips. */
function headerOf({ text, starts }: Lines, { skipLines, delimiter }: Entry): readonly string[] {
  const filled = (at: number, line: number): boolean =>
    line >= skipLines && /^[^\S\r\n]*\S/.test(text.slice(at, at + 1000));
  return cut(text, starts.find(filled) ?? 0, delimiter);
}

/** Members of a group are called in small letters, whatever the file writes. */
function alike(cell: string | undefined, wanted: string): boolean {
  return cell?.toLowerCase() === wanted.toLowerCase();
}

/** One value of one line; for many lines of a file `rereader` is the cheaper way. */
export function rereadLine(
  bytes: Uint8Array,
  entry: Entry,
  series: string,
  line: number,
): number | null {
  return rereader(bytes, entry)(series, line);
}

function textOf(bytes: Uint8Array, encoding: Entry["encoding"]): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return Buffer.from(bytes.subarray(2)).toString("utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
  }
  const text = Buffer.from(bytes).toString(encoding === "latin-1" ? "latin1" : "utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
      starts.push(at + 1);
    return starts;
  }
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The cells of the row that begins at the offset. */
function cut(text: string, start: number, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let inside = false;
  for (let at = start; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') {
      if (inside && text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else inside = !inside;
    } else if (!inside && sign === delimiter) {
      cells.push(cell.trim());
      cell = "";
    } else if (!inside && (sign === "\n" || sign === "\r")) break;
    else cell += sign;
  }
  cells.push(cell.trim());
  return cells;
}

function numberOf(cell: string, entry: Entry, part: Part): number | null {
  const { thousands, decimal, missing, prefix, suffix } = entry.number;
  if (missing.has(cell)) return null;
  const negative = /^[-−(]|-$/.test(cell);
  let digits = "";
  let exponent = part.shift;
  let rest = cell.replace(/^[-−(]/, "").replace(/[-)]$/, "");
  if (prefix !== "" && rest.startsWith(prefix)) rest = rest.slice(prefix.length);
  if (suffix !== "" && rest.endsWith(suffix)) rest = rest.slice(0, -suffix.length);
  const power = /[eE]([+-]?\d+)$/.exec(rest);
  if (power !== null) {
    exponent += Number(power[1]);
    rest = rest.slice(0, power.index);
  }
  let fraction = false;
  for (const sign of rest.replace(/^-/, "")) {
    if (sign >= "0" && sign <= "9") {
      digits += sign;
      if (fraction) exponent -= 1;
    } else if (sign === decimal) fraction = true;
    else if (sign !== thousands) return null;
  }
  if (digits === "") return null;
  const value = Number(`${digits}e${exponent}`);
  return negative && value !== 0 ? -value : value;
}

function afterSplits(value: number, cell: string, entry: Entry, part: Part): number | null {
  const form = compileDay(entry.date);
  const day = form.ok ? form.read(cell) : parseDay(cell);
  if (day === null) return null;
  return restated(value, splitFactor(entry, periodDay(day, entry.period)), part.unit);
}
