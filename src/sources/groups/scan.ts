import type { Rows } from "./rows.ts";
import { CLOSED } from "./dates.ts";
import { Words } from "./words.ts";

/** What a column of the file is read for; a place in `COLUMN_NAMES` stands for a figure. */
export const MEMBER = 5;
export const DAY = 6;
export const UNREAD = -1;

/** What a name or a date of the file leads to, besides a member's place or a day's number. */
export const LEFT_OUT = -1;
export const FAULTY = -2;

/** How the bytes of a file are to be taken. */
export interface Plan {
  readonly delimiter: number;
  /** First byte of each number, such as a dollar sign; −1: none. */
  readonly prefix: number;
  /** Is an empty cell a missing value? */
  readonly empty: boolean;
  /** Are numbers written with a point, or must each be looked at as text? */
  readonly pointed: boolean;
  /** By column of the file. */
  readonly roles: Int8Array;
}

/** What the texts of a file mean, and what becomes of rows that are not plain. */
export interface Meaning {
  readonly member: (cell: string) => number;
  readonly day: (cell: string) => number;
  /** A row of a day without trading. */
  readonly closed: (line: number, date: number) => void;
  /**
   * Reads the row that begins at the place with all care. Returns where the next one begins and on
   * which line; null: nothing more can be read.
   */
  readonly careful: (at: number, line: number) => Next | null;
}

export interface Next {
  readonly at: number;
  readonly line: number;
}

const QUOTE = 34;
const RETURN = 13;
const NEWLINE = 10;
const POWERS = Float64Array.from({ length: 16 }, (_, index) => 10 ** index);
/** So many digits every number keeps exactly: a whole number, divided once by a power of ten. */
const EXACT = 15;
const LONGEST_WORD = 64;

/**
 * Reads the rows of a file from the given place on, byte by byte and without making a text of any
 * cell it has seen before. Whatever is not plain it leaves to `careful`: it only ever reads what can
 * be read in one way.
 */
export function scan(
  bytes: Uint8Array,
  from: Next,
  { delimiter, prefix, empty, pointed, roles }: Plan,
  meaning: Meaning,
  rows: Rows,
): void {
  const end = bytes.length;
  const last = roles.length - 1;
  const values = new Float64Array(7);
  const members = new Words();
  const days = new Words();
  const memberCodes: number[] = [];
  const dayCodes: number[] = [];
  const quotes = bytes.includes(QUOTE, from.at);
  let { at, line } = from;
  while (at < end) {
    let place = at;
    let cell = 0;
    let member = FAULTY;
    let date = FAULTY;
    for (; cell <= last; cell++) {
      const role = roles[cell] ?? UNREAD;
      if (role >= MEMBER) {
        const words = role === MEMBER ? members : days;
        const codes = role === MEMBER ? memberCodes : dayCodes;
        let word = words.guess(bytes, place, delimiter);
        if (word >= 0) place += words.length(word);
        else {
          const stop = endOfCell(bytes, place, delimiter);
          if (stop < 0 || stop - place > LONGEST_WORD) break;
          word = words.take(bytes, place, stop);
          if (word === codes.length) {
            const text = cellText(bytes, place, stop);
            codes.push(role === MEMBER ? meaning.member(text) : meaning.day(text));
          }
          place = stop;
        }
        const code = codes[word] ?? FAULTY;
        if (code < 0) {
          if (role === MEMBER) member = code;
          break;
        }
        if (role === MEMBER) member = code;
        else date = code;
      } else if (role >= 0) {
        const quoted = bytes[place] === QUOTE;
        if (quoted) place += 1;
        if (bytes[place] === prefix) place += 1;
        const start = place;
        let value = 0;
        let digit = (bytes[place] ?? 0) - 48;
        while (digit >= 0 && digit <= 9) {
          value = value * 10 + digit;
          place += 1;
          digit = (bytes[place] ?? 0) - 48;
        }
        let digits = place - start;
        if (digit === -2 && pointed) {
          place += 1;
          const point = place;
          digit = (bytes[place] ?? 0) - 48;
          while (digit >= 0 && digit <= 9) {
            value = value * 10 + digit;
            place += 1;
            digit = (bytes[place] ?? 0) - 48;
          }
          const decimals = place - point;
          if (decimals === 0 || decimals > EXACT) break;
          digits += decimals;
          value /= POWERS[decimals] ?? 1;
        }
        if (digits === 0) {
          if (!empty || quoted || bytes[place - 1] === prefix) break;
          value = Number.NaN;
        } else if (digits > EXACT || (value === 0 && role < 4)) break;
        if (quoted) {
          if (bytes[place] !== QUOTE) break;
          place += 1;
        }
        values[role] = value;
      } else {
        place = endOfCell(bytes, place, delimiter);
        if (place < 0) break;
      }
      if (cell < last) {
        if (bytes[place] !== delimiter) break;
        place += 1;
      } else if (place < end) {
        if (bytes[place] === RETURN) place += 1;
        if (place < end && bytes[place] !== NEWLINE) break;
        place += 1;
      }
    }
    if (cell > last) {
      // A row without a close says nothing.
      if (values[3] === values[3]) {
        if (date >= CLOSED) meaning.closed(line, date - CLOSED);
        else rows.push(member, date, line, values);
      }
      at = place;
      line += 1;
    } else if (member === LEFT_OUT && !quotes && roles[cell] === MEMBER) {
      const stop = bytes.indexOf(NEWLINE, place);
      at = stop === -1 ? end : stop + 1;
      line += 1;
    } else {
      const next = meaning.careful(at, line);
      if (next === null) return;
      ({ at, line } = next);
    }
  }
}

/** Where the cell that begins at the place ends; −1 where its quotes are not plain. */
function endOfCell(bytes: Uint8Array, from: number, delimiter: number): number {
  let place = from;
  const end = bytes.length;
  if (bytes[place] === QUOTE) {
    place = bytes.indexOf(QUOTE, place + 1) + 1;
    const after = bytes[place];
    const plain = place > 0 && (after === delimiter || after === NEWLINE || place === end);
    return plain && !bytes.subarray(from, place).includes(NEWLINE) ? place : -1;
  }
  while (place < end && bytes[place] !== delimiter && bytes[place] !== NEWLINE) {
    if (bytes[place] === QUOTE) return -1;
    place += 1;
  }
  return place;
}

/** The cell as text, without its quotes and the spaces around it. */
function cellText(bytes: Uint8Array, from: number, to: number): string {
  const text = new TextDecoder().decode(bytes.subarray(from, to)).trim();
  return text.startsWith('"') ? text.slice(1, -1).trim() : text;
}
