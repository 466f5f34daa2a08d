import type { Problem } from "../model/index.ts";
import {
  fromNumber,
  holidayOn,
  isSession,
  problem,
  sessionNumber,
  slotOf,
  toNumber,
} from "../model/index.ts";
import type { Day } from "../model/index.ts";
import type { Entry } from "./entry.ts";
import type { Row } from "./rows.ts";

export interface Arranged {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** One row a day, in order, on days on which there can be one; with a remark on all that was not so. */
export function arrange(entry: Entry, rows: readonly Row[], file: string): Arranged {
  const problems: Problem[] = [];
  const warn = (rule: string, line: number | null, message: string, hint: string): void => {
    const place = line === null ? { file } : { file, line };
    problems.push(problem(rule, place, `${entry.id}: ${message}`, hint, "warning"));
  };
  const unsorted = rows.findIndex((row, index) => row.day < (rows[index - 1]?.day ?? row.day));
  let kept: readonly Row[] = rows;
  if (unsorted !== -1) {
    const line = rows[unsorted]?.line ?? null;
    const newestFirst = rows.every((row, index) => row.day <= (rows[index - 1]?.day ?? row.day));
    if (!newestFirst) {
      warn(
        "data-order",
        line,
        "the rows are not in the order of their dates; they were sorted",
        "sort the file by date",
      );
    }
    kept = rows.toSorted((a, b) => (a.day === b.day ? a.line - b.line : a.day < b.day ? -1 : 1));
  }
  kept = withoutTwins(entry, kept, file, problems);
  kept = whole(entry, kept, warn);
  if (entry.every === "day") kept = onSessions(kept, warn);
  const holes = holesIn(entry, kept);
  if (holes !== null && !entry.sparse)
    warn("data-hole", null, holes, "complete the file, or declare sparse: true");
  return { rows: kept, problems };
}

type Warn = (rule: string, line: number | null, message: string, hint: string) => void;

function withoutTwins(
  entry: Entry,
  rows: readonly Row[],
  file: string,
  problems: Problem[],
): readonly Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const before = kept.at(-1);
    if (before?.day !== row.day) {
      kept.push(row);
      continue;
    }
    const same = row.values.every((value, index) => value === before.values[index]);
    const place = { file, line: row.line, column: 1 };
    const message = same
      ? `${entry.id}: ${row.day} stands twice with the same values, on lines ${before.line} and ${row.line}; one was dropped`
      : `${entry.id}: ${row.day} stands twice with different values, on lines ${before.line} and ${row.line}`;
    const hint = same ? "take one of the two out" : "take the wrong one out";
    problems.push(problem("data-duplicate", place, message, hint, same ? "warning" : "error"));
  }
  return kept;
}

/** A bar that lacks one of its four prices is no bar; a row without a value is none. */
function whole(entry: Entry, rows: readonly Row[], warn: Warn): readonly Row[] {
  const needed = entry.kind === "bars" ? 4 : 1;
  const broken: Row[] = [];
  const kept = rows.filter(({ values }, index) => {
    const lacking = values.slice(0, needed).filter((value) => value === null).length;
    const row = rows[index];
    if (lacking > 0 && lacking < needed && row !== undefined) broken.push(row);
    return lacking === 0;
  });
  const [first] = broken;
  if (first !== undefined) {
    const message = `${rowsOf(broken.length)} without one of open, high, low and close left out, the first of ${first.day}`;
    warn("data-bar", first.line, message, "complete the rows");
  }
  return kept;
}

function onSessions(rows: readonly Row[], warn: Warn): readonly Row[] {
  const kept = rows.filter((row) => isSession(row.day));
  const first = rows.find((row) => !isSession(row.day));
  if (first === undefined) return kept;
  const why = holidayOn(first.day) ?? "a weekend";
  const count = rows.length - kept.length;
  const message = `${rowsOf(count)} of days without trading left out, the first of ${first.day} (${why})`;
  warn("data-no-session", first.line, message, "take the rows out, or correct their dates");
  return kept;
}

function rowsOf(count: number): string {
  return count === 1 ? "1 row" : `${count} rows`;
}

/** What is missing between the first and the last row, in words; null where nothing is. */
function holesIn(entry: Entry, rows: readonly Row[]): string | null {
  const days: string[] = [];
  let missing = 0;
  let before: Row | undefined;
  for (const row of rows) {
    if (before !== undefined) {
      const step = slotOf(row.day, entry.every) - slotOf(before.day, entry.every);
      if (step > 1) {
        missing += step - 1;
        if (days.length < 5) days.push(gap(entry, before.day, row.day, step));
      }
    }
    before = row;
  }
  if (missing === 0) return null;
  const unit = entry.every === "day" ? "trading day" : entry.every;
  return `${missing} ${unit}${missing === 1 ? " is" : "s are"} missing: ${days.join(", ")}${missing > 5 ? " …" : ""}`;
}

function gap(entry: Entry, from: Day, to: Day, step: number): string {
  if (entry.every !== "day" || step > 2) return `between ${from} and ${to}`;
  const wanted = sessionNumber(from) + 1;
  for (let at = toNumber(from) + 1; at < toNumber(to); at++) {
    const day = fromNumber(at);
    if (isSession(day) && sessionNumber(day) === wanted) return day;
  }
  return `between ${from} and ${to}`;
}
