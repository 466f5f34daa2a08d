import { isAscii, isUtf8 } from "node:buffer";
import { meant } from "../../decode/index.ts";
import type { Decoded, Problem } from "../../model/index.ts";
import { COLUMN_NAMES, problem } from "../../model/index.ts";
import { headerFaults } from "../table.ts";
import { decodeText, notTable } from "../text.ts";
import { cutRow } from "./cut.ts";
import type { GroupEntry } from "./entry.ts";
import type { Next } from "./scan.ts";
import { DAY, MEMBER, UNREAD } from "./scan.ts";

/** A file of a group whose header has been read. */
export interface Opened {
  /** UTF-8, lines ended by "\n" or "\r\n". */
  readonly bytes: Uint8Array;
  readonly roles: Int8Array;
  /** Where the rows begin. */
  readonly rows: Next;
}

const NEWLINE = 10;
const RETURN = 13;

/** Finds the columns of a group in the bytes of a file, or says what stands there instead. */
export function openTable(entry: GroupEntry, packed: Uint8Array, file: string): Decoded<Opened> {
  const plain = plainBytes(packed, entry.encoding, file);
  if (!plain.ok) return plain;
  const bytes = plain.value;
  const refuse = (rule: string, line: number, message: string, hint: string): Decoded<Opened> => ({
    ok: false,
    problems: [problem(rule, { file, line, column: 1 }, message, hint)],
  });
  const start = firstRow(bytes, entry.skipLines);
  if (start === null) return refuse("data-empty", 1, "the file is empty: no rows", "restore it");
  const other = notTable(new TextDecoder().decode(bytes.subarray(start.at, start.at + 200)));
  if (other !== null) return refuse("data-text", start.line, other.message, other.hint);
  const cut = cutRow(bytes, start.at, entry.delimiter);
  if (cut === "too long") {
    const hint = "check that the file is the right one, and whole";
    return refuse("data-size", start.line, "the header has no end", hint);
  }
  if ("message" in cut) return refuse("data-quote", start.line, cut.message, cut.hint);
  const faults = headerFaults(cut.cells, entry.delimiter, { file, line: start.line });
  if (faults.length > 0) return { ok: false, problems: faults };
  const rows = { at: cut.next, line: start.line + cut.lines };
  if (bytes.subarray(rows.at).every((each) => each <= 32)) {
    const message = "the file has a header but no rows";
    return refuse("data-empty", start.line, message, "restore the rows");
  }
  const roles = rolesOf(entry, cut.cells, { file, line: start.line });
  return roles.ok ? { ok: true, value: { bytes, roles: roles.value, rows }, problems: [] } : roles;
}

/** The bytes as they lie there, or made anew where they are not UTF-8 or end their lines otherwise. */
function plainBytes(
  bytes: Uint8Array,
  encoding: GroupEntry["encoding"],
  file: string,
): Decoded<Uint8Array> {
  const packed = (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 75);
  const known = encoding === "latin-1" ? isAscii(bytes) : isUtf8(bytes);
  if (known && !packed && !bytes.includes(0) && !hasLoneReturn(bytes)) {
    return { ok: true, value: bytes, problems: [] };
  }
  const text = decodeText(bytes, encoding, file);
  if (!text.ok) return text;
  return { ok: true, value: new TextEncoder().encode(text.value), problems: [] };
}

/** Is there a line end of old, a carriage return alone? */
function hasLoneReturn(bytes: Uint8Array): boolean {
  const first = bytes.indexOf(RETURN);
  if (first === -1) return false;
  for (let at = first; at < bytes.length; at++) {
    if (bytes[at] === RETURN && bytes[at + 1] !== NEWLINE) return true;
  }
  return false;
}

/** Where the first row begins that is not empty, after the lines to be skipped; null: nowhere. */
function firstRow(bytes: Uint8Array, skip: number): Next | null {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let line = 1; at < bytes.length; line++) {
    const found = bytes.indexOf(NEWLINE, at);
    const end = found === -1 ? bytes.length : found;
    if (line > skip && bytes.subarray(at, end).some((each) => each > 32)) return { at, line };
    at = end + 1;
  }
  return null;
}

function rolesOf(
  entry: GroupEntry,
  header: readonly string[],
  place: { readonly file: string; readonly line: number },
): Decoded<Int8Array> {
  const problems: Problem[] = [];
  const roles = new Int8Array(header.length).fill(UNREAD);
  const set = (name: string, role: number): void => {
    const at = header.indexOf(name.trim());
    if (at >= 0) roles[at] = role;
    else {
      const message = `the header has no column "${name}", which "${entry.id}" asks for`;
      const hint = `${meant(name, header)} The catalogue names it on line ${entry.place.line} of ${entry.place.file} and below`;
      problems.push(problem("data-column", { ...place, column: 1 }, message, hint));
    }
  };
  COLUMN_NAMES.forEach((name, role) => {
    const head = entry.heads[name];
    if (head !== undefined) set(head, role);
  });
  set(entry.memberColumn, MEMBER);
  set(entry.dayColumn, DAY);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: roles, problems };
}
