import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { Decoded } from "../model/index.ts";
import { surroundings } from "../pages/index.ts";
import type { ColumnCache, FileRead, Library, LoadedCatalog } from "../sources/index.ts";
import { columnsIn, readSeries } from "../sources/index.ts";
import { print } from "./cache.ts";
import type { Kept } from "./kept.ts";
import { keyOf } from "./kept.ts";

/** Columns of groups on disk, from one run to the next: reading millions of rows again takes longer. */
export function columnsOnDisk(
  folder: string = path.join(surroundings().cache, "columns"),
): ColumnCache {
  return columnsIn(folder);
}

/** The series wanted: those kept, if every file they came from still holds the same bytes. */
export function libraryOf(
  { catalog, hash }: LoadedCatalog,
  folder: string,
  wanted: readonly string[],
  { libraries, columns }: Kept,
): Decoded<Library> {
  return libraries.of(
    keyOf(folder, hash, wanted),
    () => readSeries(catalog, folder, wanted, columns),
    (held) => held.ok && unchanged(held.value, folder, columns),
  );
}

function unchanged({ files }: Library, folder: string, columns: ColumnCache | null): boolean {
  try {
    return [...files].every(([name, content]) =>
      isUnchanged(path.join(folder, name), content, columns),
    );
  } catch {
    return false;
  }
}

function isUnchanged(
  file: string,
  { bytes, hash }: FileRead,
  columns: ColumnCache | null,
): boolean {
  if (bytes !== null) return readFileSync(file).equals(bytes);
  const known = columns?.known(realpathSync(file)) ?? null;
  return (known ?? print(readFileSync(file))) === hash;
}
