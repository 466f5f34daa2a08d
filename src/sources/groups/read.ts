import type { Decoded, Panel, Problem, Source } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import type { FileRead } from "../file.ts";
import { LARGEST_GROUP, readDataFile, unpack } from "../file.ts";
import type { GroupEntry } from "./entry.ts";
import { isListed } from "./entry.ts";
import type { GroupFile } from "./hold.ts";
import { holdGroup } from "./hold.ts";
import type { List } from "./members.ts";
import { readList } from "./members.ts";
import type { Held } from "./panel.ts";
import { panelOf } from "./panel.ts";

/** A group as its files have it, and those files. */
export interface GroupRead {
  readonly panel: Panel;
  /** By their path as the catalogue gives it. */
  readonly files: ReadonlyMap<string, FileRead>;
}

/** Reads a group: its list of members, where a file holds it, and all its rows. */
export function readGroup(entry: GroupEntry, folder: string): Decoded<GroupRead> {
  const problems: Problem[] = [];
  const files = new Map<string, FileRead>();
  const keep = <T>(decoded: Decoded<T>): T | null => {
    problems.push(...decoded.problems);
    return decoded.ok ? decoded.value : null;
  };
  const open = (file: string): GroupFile | null => {
    const content = keep(readDataFile(folder, file, entry.place, LARGEST_GROUP));
    if (content === null) return null;
    files.set(file, { ...content, bytes: null });
    const bytes = keep(unpack(content.bytes, file, content.shown, LARGEST_GROUP));
    return bytes === null ? null : { shown: content.shown, bytes };
  };
  const list = listOf(entry, open, keep);
  const opened = entry.files.flatMap((file) => open(file) ?? []);
  if (problems.some((each) => each.severity === "error")) return { ok: false, problems };
  const held = keep(holdGroup(entry, opened, list));
  if (held === null) return { ok: false, problems };
  const source = (file: string, column: string): Source => ({
    file,
    column,
    publisher: entry.publisher,
    url: entry.url,
    hash: files.get(file)?.hash ?? "",
  });
  const sources = entry.files.map((file) => source(file, entry.heads.close ?? ""));
  problems.push(...doubtful(entry, held, opened));
  const { members } = entry;
  const weights = isListed(members) ? members.columns.weight : null;
  const listed = isListed(members) && weights !== null ? source(members.file, weights) : null;
  const panel = panelOf(entry, held, sources, listed);
  return { ok: true, value: { panel, files }, problems };
}

function listOf(
  entry: GroupEntry,
  open: (file: string) => GroupFile | null,
  keep: <T>(decoded: Decoded<T>) => T | null,
): List | null {
  if (!isListed(entry.members)) return null;
  const file = open(entry.members.file);
  return file === null ? null : keep(readList(entry, entry.members, file.bytes, file.shown));
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
