import type { ColumnName } from "../../model/index.ts";
import { COLUMN_NAMES } from "../../model/index.ts";

/** The rows of all files of a group as they stand there, one after the other, column by column. */
export class Rows {
  /** Place of each column the files have in `COLUMN_NAMES`. */
  readonly columns: readonly number[];
  count = 0;
  member: Int32Array;
  /** The day as a `dateNumber`. */
  date: Int32Array;
  line: Int32Array;
  values: Float64Array[];
  #room: number;

  constructor(heads: Readonly<Partial<Record<ColumnName, string>>>) {
    this.columns = COLUMN_NAMES.flatMap((name, at) => (heads[name] === undefined ? [] : [at]));
    this.#room = 0;
    this.member = new Int32Array(0);
    this.date = new Int32Array(0);
    this.line = new Int32Array(0);
    this.values = COLUMN_NAMES.map(() => new Float64Array(0));
  }

  /** Makes room for so many rows more. */
  expect(more: number): void {
    if (this.count + more > this.#room) this.#grow(this.count + more);
  }

  /** Adds a row; `from` holds its values in the order of `COLUMN_NAMES`. */
  push(member: number, date: number, line: number, from: Float64Array): void {
    const at = this.count;
    if (at === this.#room) this.#grow(Math.ceil(at * 1.5) + 64);
    this.member[at] = member;
    this.date[at] = date;
    this.line[at] = line;
    for (const each of this.columns) {
      const column = this.values[each];
      if (column !== undefined) column[at] = from[each] ?? Number.NaN;
    }
    this.count = at + 1;
  }

  #grow(room: number): void {
    this.#room = room;
    this.member = larger(this.member, new Int32Array(room), this.count);
    this.date = larger(this.date, new Int32Array(room), this.count);
    this.line = larger(this.line, new Int32Array(room), this.count);
    for (const each of this.columns) {
      const column = this.values[each];
      if (column === undefined) continue;
      this.values[each] = larger(column, new Float64Array(room), this.count);
    }
  }
}

function larger<T extends Int32Array | Float64Array>(from: T, to: T, count: number): T {
  to.set(from.subarray(0, count));
  return to;
}
