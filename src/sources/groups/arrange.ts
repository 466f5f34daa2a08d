import type { Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { dateOf } from "./dates.ts";
import type { Names } from "./names.ts";
import type { Rows } from "./rows.ts";

/** Rows of a group member by member, each member's in the order of its days. */
export interface Arranged {
  /** Where the rows of each member begin; one more at the end. */
  readonly starts: Int32Array;
  readonly date: Int32Array;
  readonly line: Int32Array;
  /** In the order of `COLUMN_NAMES`; empty where the files lack the column. */
  readonly values: readonly Float64Array[];
  readonly problems: readonly Problem[];
}

/** One row a day and member, in order; with a remark on all that was not so. */
export function arrange(id: string, rows: Rows, names: Names, shown: readonly string[]): Arranged {
  const starts = inPlace(rows, names.ids.length);
  if (starts !== null) {
    return {
      starts,
      date: rows.date.subarray(0, rows.count),
      line: rows.line.subarray(0, rows.count),
      values: rows.values.map((each) => each.subarray(0, rows.count)),
      problems: [],
    };
  }
  return sorted(id, rows, names, shown);
}

/** Where each member begins, if the rows already stand as they should; null where they do not. */
function inPlace({ member, date, count }: Rows, members: number): Int32Array | null {
  const starts = new Int32Array(members + 1);
  let last = -1;
  let before = -1;
  for (let row = 0; row < count; row++) {
    const each = member[row] ?? 0;
    const day = date[row] ?? 0;
    if (each === last) {
      if (day <= before) return null;
    } else {
      if (each !== last + 1) return null;
      starts[each] = row;
      last = each;
    }
    before = day;
  }
  if (last !== members - 1) return null;
  starts[members] = count;
  return starts;
}

function sorted(id: string, rows: Rows, names: Names, shown: readonly string[]): Arranged {
  const { member, date, line, count } = rows;
  const members = names.ids.length;
  const starts = new Int32Array(members + 1);
  for (let row = 0; row < count; row++) {
    const at = (member[row] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  for (let at = 0; at < members; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const order = new Int32Array(count);
  const next = starts.slice();
  for (let row = 0; row < count; row++) {
    const at = member[row] ?? 0;
    order[next[at] ?? 0] = row;
    next[at] = (next[at] ?? 0) + 1;
  }
  const problems: Problem[] = [];
  const kept = new Int32Array(members + 1);
  let used = 0;
  let turned: number | null = null;
  const dateAt = (row: number): number => date[row] ?? 0;
  for (let at = 0; at < members; at++) {
    const own = order.subarray(starts[at], starts[at + 1]);
    if (!ascends(own, date)) {
      turned ??= at;
      own.sort((a, b) => dateAt(a) - dateAt(b) || a - b);
    }
    let before = -1;
    for (const row of own) {
      if (before >= 0 && dateAt(before) === dateAt(row)) {
        const same = rows.columns.every((each) =>
          Object.is(valueAt(rows, each, before), valueAt(rows, each, row)),
        );
        problems.push(
          twin(id, names, shown, at, [line[before] ?? 0, line[row] ?? 0], dateAt(row), same),
        );
        continue;
      }
      order[used++] = row;
      before = row;
    }
    kept[at + 1] = used;
  }
  if (turned !== null) {
    const place = { file: shown[names.files[turned] ?? 0] ?? "" };
    const message = `${id}: rows are not in the order of their dates, first those of ${names.ids[turned] ?? ""}; they were sorted`;
    problems.push(problem("data-order", place, message, "sort the file, oldest first", "warning"));
  }
  const gather = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
    for (let row = 0; row < used; row++) to[row] = from[order[row] ?? 0] ?? 0;
    return to;
  };
  return {
    starts: kept,
    date: gather(date, new Int32Array(used)),
    line: gather(line, new Int32Array(used)),
    values: rows.values.map((each, at) =>
      rows.columns.includes(at) ? gather(each, new Float64Array(used)) : each,
    ),
    problems: fewest(problems, shown[0] ?? ""),
  };
}

const MOST = 20;

/** What refuses the file first, and of too many remarks the first ones. */
function fewest(problems: readonly Problem[], file: string): readonly Problem[] {
  if (problems.length <= MOST) return problems;
  const first = problems.toSorted((a, b) =>
    a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0,
  );
  const message = `${problems.length - MOST} further rows stand twice`;
  return [
    ...first.slice(0, MOST),
    problem("data-more", { file }, message, "mend the ones above first", "warning"),
  ];
}

function ascends(own: Int32Array, date: Int32Array): boolean {
  for (let at = 1; at < own.length; at++) {
    if ((date[own[at] ?? 0] ?? 0) < (date[own[at - 1] ?? 0] ?? 0)) return false;
  }
  return true;
}

function valueAt(rows: Rows, column: number, row: number): number | undefined {
  return rows.values[column]?.[row];
}

function twin(
  id: string,
  names: Names,
  shown: readonly string[],
  at: number,
  lines: readonly [number, number],
  date: number,
  same: boolean,
): Problem {
  const place = { file: shown[names.files[at] ?? 0] ?? "", line: lines[1], column: 1 };
  const what = `${id}: ${dateOf(date)} of ${names.ids[at] ?? ""} stands twice`;
  const message = same
    ? `${what} with the same values, on lines ${lines[0]} and ${lines[1]}; one was dropped`
    : `${what} with different values, on lines ${lines[0]} and ${lines[1]}`;
  const hint = same ? "take one of the two out" : "take the wrong one out";
  return problem("data-duplicate", place, message, hint, same ? "warning" : "error");
}
