import { readFileSync } from "node:fs";
import path from "node:path";
import type { Reader } from "../facts/index.ts";
import type { Reread } from "../sources/index.ts";
import { entryOf, rereader } from "../sources/index.ts";
import type { Materials } from "./load.ts";

/** Reads cited lines again from the files themselves; each file is opened once. */
export function readerOf(materials: Materials): Reader {
  const opened = new Map<string, Reread>();
  return (series, line) => {
    const entry = entryOf(materials.catalog, series);
    if (entry === null) return null;
    let read = opened.get(entry.id);
    if (read === undefined) {
      read = rereader(readFileSync(path.join(materials.dataFolder, entry.file)), entry);
      opened.set(entry.id, read);
    }
    return read(series, line);
  };
}
