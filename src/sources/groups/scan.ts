import type { Rows } from "./rows.ts";
import { digitsOf, endOfCell } from "./cells.ts";
import { CLOSED } from "./dates.ts";
import { Words } from "./words.ts";

/** What a column of the file is read for; a place in `COLUMN_NAMES` stands for a figure. */
const VOLUME = 4;
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
const POINT = 46;
const RETURN = 13;
const NEWLINE = 10;
const POWERS = Float64Array.from({ length: 16 }, (_, index) => 10 ** index);
/** So many digits every number keeps exactly: a whole number, divided once by a power of ten. */
const EXACT = 15;
/** So many digits fit into a whole number of 32 bits, which is reckoned with faster. */
const SMALL = 9;
const LONGEST_WORD = 64;
/** What a row comes to that cannot be read in one way only, and one that is not wanted. */
const UNCLEAR = -1;
const UNWANTED = -2;

/**
 * Reads the rows of a file from the given place on, byte by byte and without making a text of any
 * cell it has seen before. Whatever is not plain it leaves to `careful`: it only ever reads what can
 * be read in one way.
 */
export function scan(
  bytes: Uint8Array,
  from: Next,
  plan: Plan,
  meaning: Meaning,
  rows: Rows,
): void {
  const scanner = new Scanner(bytes, plan, meaning, rows);
  const quotes = bytes.includes(QUOTE, from.at);
  let { at, line } = from;
  while (at < bytes.length) {
    const place = scanner.row(at, line);
    if (place >= 0) {
      at = place;
      line += 1;
    } else if (place === UNWANTED && !quotes) {
      const stop = bytes.indexOf(NEWLINE, at);
      at = stop === -1 ? bytes.length : stop + 1;
      line += 1;
    } else {
      const next = meaning.careful(at, line);
      if (next === null) return;
      ({ at, line } = next);
    }
  }
}

/** A column of texts and what each of them means. */
interface Texts {
  readonly words: Words;
  readonly codes: number[];
  readonly meaning: (cell: string) => number;
}

/** Reads row by row. Its methods are small and called millions of times: so they are made fast early. */
class Scanner {
  readonly #bytes: Uint8Array;
  readonly #plan: Plan;
  readonly #meaning: Meaning;
  readonly #rows: Rows;
  readonly #members: Texts;
  readonly #days: Texts;
  readonly #decoder = new TextDecoder();
  /** What the last text meant. */
  #code = FAULTY;

  constructor(bytes: Uint8Array, plan: Plan, meaning: Meaning, rows: Rows) {
    this.#bytes = bytes;
    this.#plan = plan;
    this.#meaning = meaning;
    this.#rows = rows;
    this.#members = { words: new Words(bytes), codes: [], meaning: meaning.member };
    this.#days = { words: new Words(bytes), codes: [], meaning: meaning.day };
  }

  /** Takes the row that begins at the place; returns where the next one does, or why it is not taken. */
  row(at: number, line: number): number {
    const { delimiter, roles } = this.#plan;
    const bytes = this.#bytes;
    const last = roles.length - 1;
    let place = at;
    let member = FAULTY;
    let date = FAULTY;
    for (let cell = 0; cell <= last; cell++) {
      const role = roles[cell] ?? UNREAD;
      if (role === MEMBER) {
        place = this.#text(place, this.#members);
        member = this.#code;
        if (place >= 0 && member === LEFT_OUT) return UNWANTED;
      } else if (role === DAY) {
        place = this.#text(place, this.#days);
        date = this.#code;
      } else if (role === UNREAD) place = endOfCell(bytes, place, delimiter);
      else place = this.#figure(place, role);
      if (place < 0) return UNCLEAR;
      if (cell < last) {
        if (bytes[place] !== delimiter) return UNCLEAR;
        place += 1;
      }
    }
    if (place < bytes.length) {
      if (bytes[place] === RETURN) place += 1;
      if (place < bytes.length && bytes[place] !== NEWLINE) return UNCLEAR;
      place += 1;
    }
    if (member < 0 || date < 0) return UNCLEAR;
    if (date >= CLOSED) this.#meaning.closed(line, date - CLOSED);
    else this.#rows.take(member, date, line);
    return place;
  }

  /** Reads a name or a date; returns where it ends. */
  #text(at: number, { words, codes, meaning }: Texts): number {
    const { delimiter } = this.#plan;
    const guess = words.guess(at, delimiter);
    if (guess >= 0) {
      this.#code = codes[guess] ?? FAULTY;
      return at + words.length(guess);
    }
    const bytes = this.#bytes;
    const stop = endOfCell(bytes, at, delimiter);
    if (stop < 0 || stop - at > LONGEST_WORD) return UNCLEAR;
    const word = words.take(at, stop);
    if (word === codes.length) codes.push(meaning(this.#cellText(at, stop)));
    this.#code = codes[word] ?? FAULTY;
    return stop;
  }

  /** The cell as text, without its quotes and the spaces around it. */
  #cellText(from: number, to: number): string {
    const text = this.#decoder.decode(this.#bytes.subarray(from, to)).trim();
    return text.startsWith('"') ? text.slice(1, -1).trim() : text;
  }

  /** Reads a figure into its column; returns where it ends. */
  #figure(at: number, role: number): number {
    const bytes = this.#bytes;
    const { prefix, pointed, empty } = this.#plan;
    let place = at;
    const quoted = bytes[place] === QUOTE;
    if (quoted) place += 1;
    if (bytes[place] === prefix) place += 1;
    const start = place;
    let whole = 0;
    let digit = (bytes[place] ?? 0) - 48;
    while (digit >= 0 && digit <= 9) {
      whole = (whole * 10 + digit) | 0;
      place += 1;
      digit = (bytes[place] ?? 0) - 48;
    }
    let digits = place - start;
    let decimals = 0;
    if (pointed && bytes[place] === POINT) {
      place += 1;
      const point = place;
      digit = (bytes[place] ?? 0) - 48;
      while (digit >= 0 && digit <= 9) {
        whole = (whole * 10 + digit) | 0;
        place += 1;
        digit = (bytes[place] ?? 0) - 48;
      }
      decimals = place - point;
      digits += decimals;
      if (decimals === 0) return UNCLEAR;
    }
    if (digits > EXACT) return UNCLEAR;
    if (digits === 0) {
      if (!empty || place > at) return UNCLEAR;
      this.#rows.put(role, Number.NaN);
      return place;
    }
    const all = digits > SMALL ? digitsOf(bytes, start, place) : whole;
    if (all === 0 && role < VOLUME) return UNCLEAR;
    if (quoted) {
      if (bytes[place] !== QUOTE) return UNCLEAR;
      place += 1;
    }
    this.#rows.put(role, decimals === 0 ? all : all / (POWERS[decimals] ?? 1));
    return place;
  }
}
