import { readFileSync } from "node:fs";
import path from "node:path";
import type { Reader } from "../facts/index.ts";
import { memberFinder } from "../model/index.ts";
import type { Entry, Lines, Reread } from "../sources/index.ts";
import {
  daysReader,
  entryOf,
  figureEntry,
  linesReader,
  memberEntry,
  openLines,
  weightEntry,
} from "../sources/index.ts";
import type { DayReader } from "./agents.ts";
import type { Materials } from "./load.ts";

/** Reads cited lines again from the files themselves; each file is opened once. */
export function readerOf(materials: Materials): Reader {
  const readers = new Map<string, Reread>();
  const entries = entriesIn(materials);
  const open = openerOf(materials);
  return (series, line) => {
    const entry = entries(series);
    if (entry === null) return null;
    const read = readers.get(entry.id) ?? linesReader(open(entry), entry);
    readers.set(entry.id, read);
    return read(series, line);
  };
}

/** Reads the days of cited lines again; the second half of a row that is played again. */
export function dayReaderOf(materials: Materials): DayReader {
  const held = new Map<string, ReturnType<typeof daysReader>>();
  const entries = entriesIn(materials);
  const open = openerOf(materials);
  return (series, line) => {
    const entry = entries(series);
    if (entry === null) return null;
    const read = held.get(entry.id) ?? daysReader(open(entry), entry);
    held.set(entry.id, read);
    return read(line);
  };
}

/** Each file is opened once. */
function openerOf({ dataFolder }: Materials): (entry: Entry) => Lines {
  const opened = new Map<string, Lines>();
  return ({ file, encoding }) => {
    const held = opened.get(`${encoding} ${file}`);
    if (held !== undefined) return held;
    const lines = openLines(readFileSync(path.join(dataFolder, file)), encoding);
    opened.set(`${encoding} ${file}`, lines);
    return lines;
  };
}

/** The entry that describes a series: its own, or that of its group or its list, narrowed to the member. */
function entriesIn({ catalog, library }: Materials): (series: string) => Entry | null {
  const finder = memberFinder(library.panels);
  const made = new Map<string, Entry>();
  return (series) => {
    const weighed = finder.weight(series);
    const told = finder.figure(series);
    const found = finder.column(series) ?? weighed ?? told;
    if (found === null) return entryOf(catalog, series);
    const { panel, at } = found;
    const group = catalog.groups.get(panel.id);
    const member = panel.members[at];
    const source = panel.sources[panel.columns[at]?.file ?? -1];
    if (group === undefined || member === undefined || source === undefined) return null;
    if (told !== null) return figureEntry(group, member.id, told.name);
    if (weighed !== null) return weightEntry(group, member.id);
    const id = `${panel.id}.${member.id}`;
    const entry = made.get(id) ?? memberEntry(group, member.id, source.file);
    made.set(id, entry);
    return entry;
  };
}
