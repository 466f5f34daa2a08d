import type { Entry } from "../entry.ts";
import type { GroupEntry } from "./entry.ts";
import { groupParts, isListed } from "./entry.ts";

/** The weight of one member as an entry of its own: a row of the list. Null where no list tells it. */
export function weightEntry(entry: GroupEntry, member: string): Entry | null {
  const { members } = entry;
  const { weight = null } = isListed(members) ? members.columns : {};
  if (!isListed(members) || weight === null) return null;
  const of = { column: weight, shift: 0, negative: false, precision: 0 };
  return {
    ...memberEntry(entry, member, members.file),
    id: `${entry.id}.${member}.weight`,
    kind: "value",
    encoding: members.encoding,
    delimiter: members.delimiter,
    skipLines: members.skipLines,
    dayColumn: "",
    where: [[members.columns.id, member], ...members.where],
    number: members.number,
    parts: [{ ...of, name: "", unit: "count", basis: "reported" }],
    splits: new Map(),
  };
}

/** One figure of one member as an entry of its own. Null where the catalogue tells of none. */
export function figureEntry(entry: GroupEntry, member: string, name: string): Entry | null {
  const { figures } = entry;
  const found = figures?.values.find((each) => each.name === name);
  if (figures === null || found === undefined) return null;
  const { column, unit, precision } = found;
  return {
    ...memberEntry(entry, member, figures.file),
    id: `${entry.id}.${member}.${name}`,
    kind: "value",
    delimiter: figures.delimiter,
    skipLines: 0,
    dayColumn: figures.columns.day,
    date: figures.date,
    where: [[figures.columns.member, member]],
    number: figures.number,
    parts: [{ name: "", column, unit, basis: "reported", precision, shift: 0, negative: true }],
    splits: new Map(),
  };
}

/** One member of the group as an entry of its own, as if the catalogue described it alone. */
export function memberEntry(entry: GroupEntry, member: string, file: string): Entry {
  return {
    id: `${entry.id}.${member}`,
    kind: "bars",
    name: entry.name,
    noun: entry.noun,
    instrument: entry.instrument ?? null,
    every: "day",
    file,
    encoding: entry.encoding,
    delimiter: entry.delimiter,
    skipLines: entry.skipLines,
    dayColumn: entry.dayColumn,
    date: entry.date,
    period: "day",
    where: [[entry.memberColumn, member]],
    number: entry.number,
    parts: groupParts(entry),
    release: entry.release,
    releaseColumn: null,
    complete: null,
    lowsToo: false,
    sparse: entry.sparse,
    opinion: null,
    jumps: entry.jumps,
    splits: entry.splits.get(member) ?? new Map(),
    publisher: entry.publisher,
    url: entry.url,
    sample: entry.sample,
    place: entry.place,
  };
}
