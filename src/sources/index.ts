/** The door of the room: the catalogue, the series its files hold, and the way back to a cited line. */
export { decodeCatalog } from "./catalog.ts";
export { absenceOf, entryOf, groupOf, knownIds, seriesIdsOf } from "./entry.ts";
export type { Catalog, Entry, Part } from "./entry.ts";
export { filesNamed } from "./files-named.ts";
export { loadCatalog } from "./load.ts";
export type { LoadedCatalog } from "./load.ts";
export { readSeries } from "./read.ts";
export type { Library } from "./read.ts";
export type { FileRead } from "./file.ts";
export { columnsIn } from "./groups/cache.ts";
export type { ColumnCache } from "./groups/cache.ts";
export { figureEntry, memberEntry, weightEntry } from "./groups/member-entry.ts";
export type { GroupEntry } from "./groups/entry.ts";
export { daysReader, linesReader, openLines, rereader, rereadLine } from "./reread.ts";
export type { Lines, Reread } from "./reread.ts";
export { catalogJsonSchema } from "./schema.ts";
