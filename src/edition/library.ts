import { readFileSync } from "node:fs";
import path from "node:path";
import type { Decoded } from "../model/index.ts";
import type { FileRead, Library, LoadedCatalog } from "../sources/index.ts";
import { readSeries } from "../sources/index.ts";
import { print } from "./cache.ts";
import type { Kept } from "./kept.ts";
import { keyOf } from "./kept.ts";

/** The series wanted: those kept, if every file they came from still holds the same bytes. */
export function libraryOf(
  { catalog, hash }: LoadedCatalog,
  folder: string,
  wanted: readonly string[],
  { libraries }: Kept,
): Decoded<Library> {
  return libraries.of(
    keyOf(folder, hash, wanted),
    () => readSeries(catalog, folder, wanted),
    (held) => held.ok && unchanged(held.value, folder),
  );
}

function isUnchanged(now: Buffer, { bytes, hash }: FileRead): boolean {
  return bytes === null ? print(now) === hash : now.equals(bytes);
}

function unchanged({ files }: Library, folder: string): boolean {
  try {
    return [...files].every(([name, content]) =>
      isUnchanged(readFileSync(path.join(folder, name)), content),
    );
  } catch {
    return false;
  }
}
