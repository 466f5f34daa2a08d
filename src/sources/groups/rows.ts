import type { ColumnName } from "../../model/index.ts";
import { COLUMN_NAMES } from "../../model/index.ts";

const CLOSE = COLUMN_NAMES.indexOf("close");

/** The rows of all files of a group as they stand there, one after the other, column by column. */
export class Rows {
  /** Place of each column the files have in `COLUMN_NAMES`. */
  readonly columns: readonly number[];
  count = 0;
  member = new Int32Array(1);
  /** The day as a `dateNumber`. */
  date = new Int32Array(1);
  line = new Int32Array(1);
  /** In the order of `COLUMN_NAMES`; empty where the files lack the column. */
  values: Float64Array[];
  /** There is always room for one row more than are counted. */
  #room = 1;

  constructor(heads: Readonly<Partial<Record<ColumnName, string>>>) {
    this.columns = COLUMN_NAMES.flatMap((name, at) => (heads[name] === undefined ? [] : [at]));
    this.values = COLUMN_NAMES.map((name) => new Float64Array(heads[name] === undefined ? 0 : 1));
  }

  /** Makes room for so many rows more, at the least. */
  grow(more = this.#room): void {
    this.#room = this.count + more + 1;
    this.member = larger(this.member, new Int32Array(this.#room), this.count);
    this.date = larger(this.date, new Int32Array(this.#room), this.count);
    this.line = larger(this.line, new Int32Array(this.#room), this.count);
    this.values = this.values.map((each, at) =>
      this.columns.includes(at) ? larger(each, new Float64Array(this.#room), this.count) : each,
    );
  }

  /** Sets a value of the row that is not yet counted. */
  put(column: number, value: number): void {
    const values = this.values[column];
    if (values !== undefined) values[this.count] = value;
  }

  /** Counts the row whose values have been put; one without a close says nothing and is not kept. */
  take(member: number, date: number, line: number): void {
    const at = this.count;
    if (Number.isNaN(this.values[CLOSE]?.[at] ?? Number.NaN)) return;
    this.member[at] = member;
    this.date[at] = date;
    this.line[at] = line;
    this.count = at + 1;
    if (this.count === this.#room) this.grow();
  }
}

function larger<T extends Int32Array | Float64Array>(from: T, to: T, count: number): T {
  to.set(from.subarray(0, count));
  return to;
}
