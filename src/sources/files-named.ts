import type { Catalog } from "./entry.ts";

/** Every file that the catalogue names, each once: of series, of groups and their members, its calendar. */
export function filesNamed(catalog: Catalog): readonly string[] {
  const groups = [...catalog.groups.values()].flatMap(({ files, members }) => [
    ...files,
    ...(members !== null && "file" in members ? [members.file] : []),
  ]);
  const series = [...catalog.entries.values()].map((each) => each.file);
  const calendar = catalog.calendar === undefined ? [] : [catalog.calendar.file];
  return [...new Set([...series, ...groups, ...calendar])];
}
