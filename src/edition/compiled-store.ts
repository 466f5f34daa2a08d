import { readFileSync } from "node:fs";
import path from "node:path";
import type { CompiledCharts } from "../charts/index.ts";
import { compiledFromText, compiledText } from "../charts/index.ts";
import { surroundings } from "../pages/index.ts";
import { cacheIn, print } from "./cache.ts";

/** A weekly report needs the same compiled charts every week. */
const MOST = 200;

/**
 * Compiled chart specifications on disk, from one run to the next: to compile the same specification
 * again would take longer than all of the drawing.
 */
export function compiledOnDisk(
  folder = path.join(surroundings().cache, "compiled-charts"),
): CompiledCharts {
  const cache = cacheIn(folder, MOST);
  const maker = makerPrint();
  return {
    get: (key) => {
      const text = cache.get(maker + key);
      return text === null ? undefined : compiledFromText(text);
    },
    set: (key, compiled) => cache.set(maker + key, compiledText(compiled)),
  };
}

/** What else decides what comes of a specification: the libraries' versions and our own compiling. */
function makerPrint(): string {
  const files = ["../../package.json", "../charts/compile.ts"];
  return files
    .map((each) => {
      try {
        return print(readFileSync(new URL(each, import.meta.url)));
      } catch {
        return "";
      }
    })
    .join();
}
