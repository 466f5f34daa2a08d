import { meant } from "../decode/index.ts";
import type { Bars, Decoded, Panel, Problem, Series } from "../model/index.ts";
import { memberNames, problem } from "../model/index.ts";
import { barsOf, buildSeries } from "./build.ts";
import { withCalendar } from "./calendar.ts";
import type { Told } from "./doubt.ts";
import { doubts } from "./doubt.ts";
import { derive } from "./derive.ts";
import type { Catalog, DerivedEntry, Entry } from "./entry.ts";
import { entryOf, groupOf, knownIds } from "./entry.ts";
import type { Content, FileRead } from "./file.ts";
import { readDataFile, unpack } from "./file.ts";
import type { ColumnCache } from "./groups/cache.ts";
import type { GroupEntry } from "./groups/entry.ts";
import { readGroup } from "./groups/read.ts";
import { restate } from "./jumps.ts";
import { arrange } from "./order.ts";
import type { Row } from "./rows.ts";
import { readRows } from "./rows.ts";
import type { Table } from "./table.ts";
import { readTable, skipLines } from "./table.ts";
import { decodeText } from "./text.ts";
import { withMembers } from "./with-members.ts";

/** All that was read for the ids asked for. */
export interface Library {
  /** Also those of the members of groups, made when they are asked for by name. */
  readonly series: ReadonlyMap<string, Series>;
  readonly bars: ReadonlyMap<string, Bars>;
  readonly panels: ReadonlyMap<string, Panel>;
  /** The files read, by their path as the catalogue gives it. */
  readonly files: ReadonlyMap<string, FileRead>;
}

/**
 * The series and groups asked for ("rut", "rut.close", "margin-debt", "sectors", "sectors.xlf.close"),
 * reading only the files they need: their own, and that of a second opinion. Problems of all files at
 * once; one unreadable file refuses all. Groups read before come from the cache, where there is one.
 */
export function readSeries(
  undated: Catalog,
  folder: string,
  wanted: readonly string[],
  cache: ColumnCache | null = null,
): Decoded<Library> {
  const dated = withCalendar(undated, folder);
  if (!dated.ok) return dated;
  const { catalog } = dated.value;
  const desk = openDesk(folder);
  const problems: Problem[] = [];
  const series = new Map<string, Series>();
  const bars = new Map<string, Bars>();
  const asked = new Set<Entry>();
  const reckoned = new Map<string, DerivedEntry>();
  const grouped = new Map<GroupEntry, string[]>();
  for (const id of withParts(catalog, wanted)) {
    const entry = entryOf(catalog, id);
    const derived = catalog.derived.get(id);
    const group = groupOf(catalog, id);
    if (entry !== null) asked.add(entry);
    else if (derived !== undefined) reckoned.set(id, derived);
    else if (group !== null) grouped.set(group, [...(grouped.get(group) ?? []), id]);
    else
      problems.push(
        problem("unknown-series", null, `there is no series "${id}"`, meant(id, knownIds(catalog))),
      );
  }
  for (const entry of asked) {
    const rows = desk.rows(entry);
    if (rows === null) continue;
    const made = buildSeries(
      entry,
      rows,
      doubts(entry, rows, second(entry, catalog, desk)),
      desk.hash(entry),
    );
    for (const each of made) series.set(each.id, each);
    const bar = barsOf(entry, made);
    if (bar !== null) bars.set(entry.id, bar);
    problems.push(...doubtful(entry, made, desk.shown(entry)));
  }
  const panels = new Map<string, Panel>();
  const files = new Map<string, FileRead>(dated.value.files);
  for (const entry of grouped.keys()) {
    const read = readGroup(entry, folder, cache);
    problems.push(...read.problems);
    if (!read.ok) continue;
    panels.set(entry.id, read.value.panel);
    for (const [name, file] of read.value.files) files.set(name, file);
  }
  const whole = withMembers(series, bars, panels);
  problems.push(...strangers(grouped, panels, whole));
  for (const entry of reckoned.values()) {
    const from = entry.of.flatMap((id) => series.get(id) ?? whole.series.get(id) ?? []);
    if (from.length === entry.of.length) series.set(entry.id, derive(entry, from));
  }
  const all = [...problems, ...desk.problems()];
  if (all.some((each) => each.severity === "error")) return { ok: false, problems: all };
  for (const [name, file] of desk.files()) files.set(name, file);
  const value = { ...withMembers(series, bars, panels), panels, files };
  return { ok: true, value, problems: all };
}

/** Names under a group that none of its members bears. */
function strangers(
  grouped: ReadonlyMap<GroupEntry, readonly string[]>,
  panels: ReadonlyMap<string, Panel>,
  { series, bars }: Pick<Library, "series" | "bars">,
): readonly Problem[] {
  return [...grouped].flatMap(([entry, ids]) => {
    const panel = panels.get(entry.id);
    if (panel === undefined) return [];
    const strange = ids.filter((id) => id !== entry.id && !series.has(id) && !bars.has(id));
    return strange.map((id) => {
      const hint = meant(id, memberNames(panel));
      return problem("unknown-series", null, `there is no series "${id}"`, hint);
    });
  });
}

/** The ids and, before each derived one, those it follows from. */
function withParts(catalog: Catalog, wanted: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (id: string): void => {
    for (const part of catalog.derived.get(id)?.of ?? []) add(part);
    found.add(id);
  };
  for (const id of wanted) add(id);
  return found;
}

/** What the declared second source says; null where none is declared or it could not be read. */
function second(entry: Entry, catalog: Catalog, desk: Desk): readonly Told[] | null {
  if (entry.opinion === null) return null;
  const other = entryOf(catalog, entry.opinion.series);
  const rows = other === null ? null : desk.rows(other);
  if (other === null || rows === null) return null;
  const at = other.kind === "bars" ? 3 : 0;
  return rows.flatMap(({ day, values }) => {
    const value = values[at];
    return typeof value === "number" ? [{ day, value }] : [];
  });
}

function doubtful(entry: Entry, made: readonly Series[], file: string): readonly Problem[] {
  const reasons = new Map<string, number>();
  for (const { points } of made) {
    for (const { suspect, line } of points)
      if (suspect !== undefined && !reasons.has(suspect)) reasons.set(suspect, line);
  }
  const [first] = reasons;
  if (first === undefined) return [];
  const more = reasons.size > 1 ? ` (and ${reasons.size - 1} more)` : "";
  const message = `${entry.id}: ${first[0]}${more}; what cites it is withheld`;
  const hint =
    "correct the row, or declare the split or the known jump under splits: in the catalogue";
  return [problem("data-suspect", { file, line: first[1] }, message, hint, "warning")];
}

interface Desk {
  readonly rows: (entry: Entry) => readonly Row[] | null;
  readonly hash: (entry: Entry) => string;
  readonly shown: (entry: Entry) => string;
  readonly files: () => ReadonlyMap<string, Content>;
  readonly problems: () => readonly Problem[];
}

/** Reads each file once, each table once, each entry once. */
function openDesk(folder: string): Desk {
  const problems: Problem[] = [];
  const files = new Map<string, Content>();
  const tables = new Map<string, Table | null>();
  const read = new Map<Entry, readonly Row[] | null>();
  const keep = <T>(decoded: Decoded<T>): T | null => {
    problems.push(...decoded.problems);
    return decoded.ok ? decoded.value : null;
  };
  const load = (entry: Entry): Table | null => {
    const content = keep(readDataFile(folder, entry.file, entry.place));
    if (content === null) return null;
    files.set(entry.file, content);
    const bytes = keep(unpack(content.bytes, entry.file, content.shown));
    const text = bytes === null ? null : keep(decodeText(bytes, entry.encoding, content.shown));
    return text === null
      ? null
      : keep(readTable(skipLines(text, entry.skipLines), entry.delimiter, content.shown));
  };
  const table = (entry: Entry): Table | null => {
    const key = [entry.file, entry.encoding, entry.delimiter, entry.skipLines].join("\n");
    const before = tables.get(key);
    if (before !== undefined) return before;
    const made = load(entry);
    tables.set(key, made);
    return made;
  };
  const shown = (entry: Entry): string => files.get(entry.file)?.shown ?? entry.file;
  const rows = (entry: Entry): readonly Row[] | null => {
    const before = read.get(entry);
    if (before !== undefined) return before;
    const found = table(entry);
    const made = found === null ? null : keep(readRows(entry, found, shown(entry)));
    const arranged = made === null ? null : arrange(entry, made, shown(entry));
    problems.push(...(arranged?.problems ?? []));
    const kept = arranged === null ? null : restate(entry, arranged.rows);
    read.set(entry, kept);
    return kept;
  };
  return {
    rows,
    shown,
    hash: (entry) => files.get(entry.file)?.hash ?? "",
    files: () => files,
    problems: () => problems,
  };
}
