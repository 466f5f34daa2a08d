import type { Decoded, Panel, Problem, Source } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import type { FileRead, Found } from "../file.ts";
import { findDataFile, LARGEST_GROUP, readDataFile, readFound, unpack } from "../file.ts";
import type { ColumnCache } from "./cache.ts";
import { keyOf } from "./cache.ts";
import type { GroupEntry } from "./entry.ts";
import { isListed } from "./entry.ts";
import type { FiguresRead } from "./figures.ts";
import { readFigures } from "./figures.ts";
import type { GroupFile } from "./hold.ts";
import { holdGroup } from "./hold.ts";
import { readList } from "./members.ts";
import type { Held } from "./panel.ts";
import { panelOf } from "./panel.ts";

/** A group as its files have it, and those files. */
export interface GroupRead {
  readonly panel: Panel;
  /** By their path as the catalogue gives it. */
  readonly files: ReadonlyMap<string, FileRead>;
}

/**
 * Reads a group: its list of members, where a file holds it, and all its rows; or, where the cache
 * holds what was read of the very same bytes before, that.
 */
export function readGroup(
  entry: GroupEntry,
  folder: string,
  cache: ColumnCache | null = null,
): Decoded<GroupRead> {
  const problems: Problem[] = [];
  const keep = <T>(decoded: Decoded<T>): T | null => {
    problems.push(...decoded.problems);
    return decoded.ok ? decoded.value : null;
  };
  const names = [...listFiles(entry), ...entry.files];
  const located = names.flatMap((file) => keep(locate(entry, folder, file, cache)) ?? []);
  if (located.length < names.length) return { ok: false, problems };
  const key = (all: readonly Located[]): string =>
    keyOf(
      entry,
      folder,
      all.map((each) => each.hash),
    );
  let files = located;
  let kept = cache?.load(key(files)) ?? null;
  if (kept === null) {
    files = located.flatMap((each) => keep(opened(entry, each, cache)) ?? []);
    if (files.length < names.length) return { ok: false, problems };
    const made = parsed(entry, files);
    if (!made.ok) return { ok: false, problems: [...problems, ...made.problems] };
    kept = { held: made.value, problems: made.problems };
    cache?.save(key(files), kept);
  }
  problems.push(...kept.problems, ...doubtful(entry, kept.held, files.slice(-entry.files.length)));
  const panel = panelOf(entry, kept.held, ...sourcesOf(entry, files));
  const read: ReadonlyMap<string, FileRead> = new Map(
    files.map(({ file, shown, hash }) => [file, { shown, bytes: null, hash }] as const),
  );
  const figures = figuresOf(entry, folder, panel);
  problems.push(...figures.problems);
  if (!figures.ok) return { ok: false, problems };
  if (figures.value === null) return { ok: true, value: { panel, files: read }, problems };
  const { told, file, content } = figures.value;
  const withFigures = {
    panel: { ...panel, figures: told },
    files: new Map(read).set(file, content),
  };
  return { ok: true, value: withFigures, problems };
}

interface FiguresFound {
  readonly told: FiguresRead;
  readonly file: string;
  readonly content: FileRead;
}

/** What the members report, read anew each time: such files are small. Null where there is none. */
function figuresOf(entry: GroupEntry, folder: string, panel: Panel): Decoded<FiguresFound | null> {
  const { figures } = entry;
  if (figures === null) return { ok: true, value: null, problems: [] };
  const { file } = figures;
  const content = readDataFile(folder, file, entry.place);
  if (!content.ok) return content;
  const { shown, bytes, hash } = content.value;
  const plain = unpack(bytes, file, shown);
  if (!plain.ok) return plain;
  const ids = panel.members.map((each) => each.id);
  const told = readFigures(entry, figures, plain.value, { shown, hash, ids });
  if (!told.ok) return told;
  const value = { told: told.value, file, content: { shown, bytes: null, hash } };
  return { ok: true, value, problems: told.problems };
}

function listFiles({ members }: GroupEntry): readonly string[] {
  return isListed(members) ? [members.file] : [];
}

/** A file of the group whose fingerprint is known. */
interface Located extends Found {
  readonly file: string;
  readonly hash: string;
  /** Null: not read yet, for its fingerprint was known. */
  readonly bytes: Uint8Array | null;
}

function locate(
  entry: GroupEntry,
  folder: string,
  file: string,
  cache: ColumnCache | null,
): Decoded<Located> {
  const found = findDataFile(folder, file, entry.place, LARGEST_GROUP);
  if (!found.ok) return found;
  const hash = cache?.known(found.value.target) ?? null;
  const named = { ...found.value, file };
  if (hash !== null) return { ok: true, value: { ...named, hash, bytes: null }, problems: [] };
  return opened(entry, { ...named, hash: "", bytes: null }, cache);
}

/** The file with its bytes, whatever was thought to be known of it. */
function opened(entry: GroupEntry, from: Located, cache: ColumnCache | null): Decoded<Located> {
  if (from.bytes !== null) return { ok: true, value: from, problems: [] };
  const stamp = cache?.stamp(from.target) ?? "";
  const content = readFound(from, entry.place);
  if (!content.ok) return content;
  cache?.learn(from.target, stamp, content.value.hash);
  return { ok: true, value: { ...from, ...content.value }, problems: [] };
}

function parsed(entry: GroupEntry, files: readonly Located[]): Decoded<Held> {
  const problems: Problem[] = [];
  const unpacked = files.map(({ file, shown, bytes }): GroupFile => {
    const plain = unpack(bytes ?? new Uint8Array(0), file, shown, LARGEST_GROUP);
    problems.push(...plain.problems);
    return { shown, bytes: plain.ok ? plain.value : new Uint8Array(0) };
  });
  if (problems.length > 0) return { ok: false, problems };
  const { members } = entry;
  const [first] = unpacked;
  if (!isListed(members) || first === undefined) return holdGroup(entry, unpacked, null);
  const list = readList(entry, members, first.bytes, first.shown);
  return list.ok ? holdGroup(entry, unpacked.slice(1), list.value) : list;
}

/** Of the prices, file by file, and of the sizes of the members. */
function sourcesOf(
  entry: GroupEntry,
  files: readonly Located[],
): readonly [prices: readonly Source[], weights: Source | null] {
  const { members, publisher, url } = entry;
  const source = (file: string, column: string): Source => {
    const hash = files.find((each) => each.file === file)?.hash ?? "";
    return { file, column, publisher, url, hash };
  };
  const weights = isListed(members) ? members.columns.weight : null;
  return [
    entry.files.map((file) => source(file, entry.heads.close ?? "")),
    isListed(members) && weights !== null ? source(members.file, weights) : null,
  ];
}

/** One remark for the group, however many of its members are in doubt. */
function doubtful(
  entry: GroupEntry,
  held: Held,
  files: readonly { readonly shown: string }[],
): readonly Problem[] {
  const places = held.members.flatMap((each, at) => (each.suspect.size > 0 ? [at] : []));
  const [first] = places;
  const member = held.members[first ?? -1];
  if (first === undefined || member === undefined) return [];
  const [[row, reason] = [0, ""]] = member.suspect;
  const place = {
    file: files[member.file]?.shown ?? "",
    line: held.line[(held.starts[first] ?? 0) + row] ?? 1,
  };
  const more = places.length > 1 ? ` (and rows of ${places.length - 1} more members)` : "";
  const message = `${entry.id}: ${member.id}: ${reason}${more}; what cites them is withheld`;
  const hint =
    "correct the rows, or declare the splits and the known jumps under splits: in the catalogue";
  return [problem("data-suspect", place, message, hint, "warning")];
}
