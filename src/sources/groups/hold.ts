import { meant } from "../../decode/index.ts";
import type { Decoded, Problem } from "../../model/index.ts";
import { holidayOn, problem, sessionNumber } from "../../model/index.ts";
import { collector } from "../collector.ts";
import type { Arranged } from "./arrange.ts";
import { arrange } from "./arrange.ts";
import { dateOf } from "./dates.ts";
import { suspectsOf } from "./doubt.ts";
import type { Described, GroupEntry } from "./entry.ts";
import { isListed } from "./entry.ts";
import { meaningOf } from "./meaning.ts";
import type { List } from "./members.ts";
import { Names } from "./names.ts";
import { openTable } from "./open.ts";
import type { Held, HeldMember } from "./panel.ts";
import { placeDays, restateMember } from "./panel.ts";
import { Rows } from "./rows.ts";
import { scan } from "./scan.ts";

/** A file of the group, unpacked. */
export interface GroupFile {
  readonly shown: string;
  readonly bytes: Uint8Array;
}

/** About how many bytes a row takes. */
const ROW = 44;

/** Everything the files of a group say, or all that is wrong with them. */
export function holdGroup(
  entry: GroupEntry,
  files: readonly GroupFile[],
  list: List | null,
): Decoded<Held> {
  const problems: Problem[] = [];
  const described = describedBy(entry, list);
  const names = new Names(entry, described);
  const rows = new Rows(entry.heads);
  const closed = noSessions(entry);
  files.forEach((file, at) => {
    const opened = openTable(entry, file.bytes, file.shown);
    problems.push(...opened.problems);
    if (!opened.ok) return;
    names.begin(at);
    rows.grow(Math.ceil(opened.value.bytes.length / ROW));
    const trouble = collector(file.shown);
    const meaning = meaningOf(entry, opened.value, names, rows, trouble, (line, date) =>
      closed.add(file.shown, line, date),
    );
    scan(opened.value.bytes, opened.value.rows, planOf(entry, opened.value.roles), meaning, rows);
    problems.push(...trouble.all());
  });
  if (problems.length > 0) return { ok: false, problems };
  const shown = files.map((each) => each.shown);
  const arranged = arrange(entry.id, rows, names, shown);
  problems.push(...arranged.problems, ...lacking(entry, names, list), ...closed.problems());
  if (problems.some((each) => each.severity === "error")) return { ok: false, problems };
  const listed = list === null ? null : list.members.size;
  const held = { ...heldOf(entry, arranged, names, described), listed };
  if (!entry.sparse) problems.push(...holes(entry, held, shown[0] ?? ""));
  return { ok: true, value: held, problems };
}

function describedBy(
  { members }: GroupEntry,
  list: List | null,
): ReadonlyMap<string, Described> | null {
  return isListed(members) ? (list?.members ?? null) : members;
}

function planOf({ delimiter, number }: GroupEntry, roles: Int8Array) {
  const { prefix, decimal, missing } = number;
  return {
    delimiter: delimiter.charCodeAt(0),
    prefix: prefix.length === 1 && prefix.charCodeAt(0) < 128 ? prefix.charCodeAt(0) : -1,
    empty: missing.has(""),
    pointed: decimal === ".",
    roles,
  };
}

function heldOf(
  entry: GroupEntry,
  arranged: Arranged,
  names: Names,
  described: ReadonlyMap<string, Described> | null,
): Omit<Held, "listed"> {
  const members = names.ids.map((id, at): HeldMember => {
    const splits = entry.splits.get(id);
    if (splits !== undefined) restateMember(splits, arranged, at);
    const about = described?.get(id) ?? {
      name: names.written[at] ?? id,
      sector: null,
      weight: null,
    };
    const suspect = suspectsOf(entry, id, arranged, at);
    return { id, ...about, file: names.files[at] ?? 0, suspect };
  });
  const days = placeDays(arranged.date);
  const { starts, date, line, values } = arranged;
  return { members, starts, day: date, line, values, days };
}

/** Members that the catalogue names and no file has, or that a list has twice. */
function lacking(entry: GroupEntry, names: Names, list: List | null): readonly Problem[] {
  const there = new Set(names.ids.filter((_, at) => (names.written[at] ?? "") !== ""));
  const others = [...there, ...names.others];
  const named = [...names.ids, ...(entry.only ?? []), ...entry.splits.keys()];
  const absent = [...new Set(named)].filter((id) => !there.has(id));
  const twice = [...(list?.twice ?? [])].flatMap(([id, each]) => (there.has(id) ? [each] : []));
  return [
    ...absent.map((id) => {
      const message = `${entry.id}: no row is one of "${id}"`;
      return problem("unknown-member", entry.place, message, meant(id, others));
    }),
    ...twice,
  ];
}

/** Counts the rows of days without trading. */
function noSessions({ id }: GroupEntry) {
  let count = 0;
  let first: { readonly file: string; readonly line: number } | null = null;
  let date = 0;
  return {
    add: (file: string, line: number, on: number): void => {
      if (count === 0) {
        first = { file, line };
        date = on;
      }
      count += 1;
    },
    problems: (): readonly Problem[] => {
      if (count === 0) return [];
      const day = dateOf(date);
      const rows = count === 1 ? "1 row" : `${count} rows`;
      const why = holidayOn(day) ?? "a weekend";
      const message = `${id}: ${rows} of days without trading left out, the first of ${day} (${why})`;
      const hint = "take the rows out, or correct their dates";
      return [problem("data-no-session", first, message, hint, "warning")];
    },
  };
}

/** Sessions of which no member has a row. What single members lack is theirs: not all are old. */
function holes(entry: GroupEntry, { days }: Held, file: string): readonly Problem[] {
  let missing = 0;
  let where = "";
  days.forEach((day, at) => {
    const before = days[at - 1];
    const step = before === undefined ? 1 : sessionNumber(day) - sessionNumber(before);
    if (step > 1 && missing === 0) where = `between ${before} and ${day}`;
    missing += step - 1;
  });
  if (missing === 0) return [];
  const what = missing === 1 ? "1 trading day is missing" : `${missing} trading days are missing`;
  const message = `${entry.id}: ${what}, first ${where}`;
  return [
    problem(
      "data-hole",
      { file },
      message,
      "complete the file, or declare sparse: true",
      "warning",
    ),
  ];
}
