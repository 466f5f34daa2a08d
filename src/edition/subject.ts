import { readFileSync } from "node:fs";
import path from "node:path";
import { decodeYaml } from "../decode/index.ts";
import type { Catalog } from "../sources/index.ts";
import { groupOf, knownIds, loadCatalog } from "../sources/index.ts";
import { filledText } from "./fill.ts";
import type { Choice } from "./open.ts";
import { dataFolder, shown } from "./project.ts";
import type { Project } from "./project.ts";
import { reportSchema } from "./schema.ts";

/** What a report can be about. */
export interface Subjects {
  /** The report's own. */
  readonly own: string;
  /** Every name for which the catalogue holds all that the report requires, sorted. */
  readonly choices: readonly string[];
  /** Members of groups are too many to list; they can be named all the same. */
  readonly has: (name: string) => boolean;
}

/**
 * The subjects of a report, or null where it has none. A report or a catalogue that cannot be read
 * has none either: opening it tells why.
 */
export function subjectsOf(project: Project, folder: string, choice: Choice): Subjects | null {
  const file = path.join(folder, "report.yaml");
  const decoded = decodeYaml(readFileSync(file, "utf8"), shown(file), reportSchema);
  const data = path.resolve(choice.data ?? dataFolder(project));
  const loaded = loadCatalog(path.resolve(choice.catalogue ?? path.join(data, "catalog.yaml")));
  if (!decoded.ok || !loaded.ok) return null;
  const { subject: own, required } = decoded.value.value;
  if (own === undefined) return null;
  const { catalog } = loaded.value;
  const ids = knownIds(catalog);
  const known = new Set(ids);
  const there = (id: string): boolean => known.has(id) || isMember(catalog, id);
  const has = (name: string): boolean =>
    NAME.test(name) &&
    required.every((each) => there(filledText(each, new Map([["subject", name]]))));
  const choices = required
    .filter((each) => each.includes("$subject"))
    .slice(0, 1)
    .flatMap((each) => ids.flatMap((id) => nameIn(id, each)));
  return { own, choices: [...new Set(choices)].filter(has).toSorted(), has };
}

const NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

/** Whether there is such a member is known only when the group is read. */
function isMember(catalog: Catalog, id: string): boolean {
  return groupOf(catalog, id) !== null;
}

/** The subject with which the written name would be the series' own. */
function nameIn(id: string, written: string): readonly string[] {
  const [before = "", after = ""] = written.split("$subject");
  const fits = id.startsWith(before) && id.endsWith(after);
  const length = id.length - before.length - after.length;
  return fits && length > 0 ? [id.slice(before.length, before.length + length)] : [];
}
