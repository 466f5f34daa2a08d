import type { Located } from "../../decode/index.ts";
import { meant } from "../../decode/index.ts";
import type { Problem } from "../../model/index.ts";
import { COLUMN_NAMES, problem } from "../../model/index.ts";
import { compileDay } from "../date.ts";
import type { Catalog } from "../entry.ts";
import { pathFault } from "../path.ts";
import type { GroupEntry } from "./entry.ts";
import { isListed } from "./entry.ts";

/** What the schema cannot see of a group: forms, paths, names that point at each other. */
export function groupFaults(
  entry: GroupEntry,
  catalog: Catalog,
  located: Located<unknown>,
): readonly Problem[] {
  const found: Problem[] = [];
  const tell = (rule: string, path: readonly string[], message: string, hint: string): void => {
    const place = located.place(["groups", entry.id, ...path]);
    found.push(problem(rule, place, `${entry.id}: ${message}`, hint));
  };
  const listed = isListed(entry.members) ? entry.members : null;
  for (const file of new Set([
    ...entry.files,
    ...(listed === null ? [] : [listed.file]),
    ...(entry.figures === null ? [] : [entry.figures.file]),
  ])) {
    const path = pathFault(file);
    if (path !== null) tell("data-path", [], path.message, path.hint);
  }
  const form = compileDay(entry.date);
  if (!form.ok) tell("date-form", ["date"], form.message, form.hint);
  else if (!form.days) {
    const message = `"${entry.date}" names no day of the month`;
    tell("date-form", ["date"], message, "a group is told day by day");
  }
  if (entry.number.thousands === entry.number.decimal) {
    const message = `"${entry.number.decimal}" cannot mark both thousands and decimals`;
    tell("number-form", ["thousands"], message, "declare decimal: or thousands: anew");
  }
  if (entry.delimiter.charCodeAt(0) > 127) {
    const message = `"${entry.delimiter}" cannot stand between the cells of a group's file`;
    tell("wrong-value", ["delimiter"], message, 'use ",", ";", "|" or a tabulator');
  }
  const { figures } = entry;
  const dated = figures === null ? null : compileDay(figures.date);
  if (dated?.ok === false) {
    tell("date-form", ["figures", "date"], dated.message, dated.hint);
  }
  for (const { name } of figures?.values ?? []) {
    if (name !== "weight" && COLUMN_NAMES.every((each) => each !== name)) continue;
    const message = `"${name}" is a column of the group already`;
    tell("series-twice", ["figures", "values", name], message, "give the figure another name");
  }
  const { members } = entry;
  if (members !== null && !isListed(members)) {
    const choices = [...members.keys()];
    const named = [...(entry.only ?? []), ...entry.splits.keys()];
    for (const id of named.filter((each) => !members.has(each))) {
      tell("unknown-member", ["members"], `there is no member "${id}"`, meant(id, choices));
    }
  }
  const groups = [...catalog.groups.keys()].filter((id) => id !== entry.id);
  for (const id of [...catalog.entries.keys(), ...catalog.derived.keys(), ...groups]) {
    if (id !== entry.id && !id.startsWith(`${entry.id}.`)) continue;
    const message = `the group gives series that begin with "${entry.id}", and another entry is called "${id}"`;
    tell("series-twice", [], message, "rename one of the two");
  }
  return found;
}
