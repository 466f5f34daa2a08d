import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { CompiledCharts } from "../charts/index.ts";
import { compiledFromText, compiledText } from "../charts/index.ts";
import { surroundings } from "../pages/index.ts";

/** Compiled charts that are kept; a weekly report needs the same ones every week. */
const MOST = 200;

/**
 * Compiled chart specifications on disk, from one run to the next: a chart library that compiles the
 * same specification again would take longer than all of the drawing. Each file carries its own
 * fingerprint; one that is damaged, or a folder that cannot be written to, only costs time.
 */
export function compiledOnDisk(
  folder = path.join(surroundings().cache, "compiled-charts"),
): CompiledCharts {
  const maker = makerPrint();
  const fileOf = (key: string): string => path.join(folder, `${print(maker + key)}.json`);
  return {
    get: (key) => {
      try {
        const [found = "", text = ""] = cut(readFileSync(fileOf(key), "utf8"));
        return print(text) === found ? compiledFromText(text) : undefined;
      } catch {
        return undefined;
      }
    },
    set: (key, compiled) => {
      const text = compiledText(compiled);
      const file = fileOf(key);
      const partial = `${file}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(partial, `${print(text)}\n${text}`, { mode: 0o600 });
        renameSync(partial, file);
        sweep(folder);
      } catch {
        if (existsSync(partial)) rmSync(partial, { force: true });
      }
    },
  };
}

function cut(content: string): readonly string[] {
  const end = content.indexOf("\n");
  return [content.slice(0, end), content.slice(end + 1)];
}

/** What else decides what comes of a specification: the libraries' versions and our own compiling. */
function makerPrint(): string {
  const files = ["../../package.json", "../charts/compile.ts"];
  return files
    .map((each) => {
      try {
        return print(readFileSync(new URL(each, import.meta.url), "utf8"));
      } catch {
        return "";
      }
    })
    .join();
}

/** The oldest go. */
function sweep(folder: string): void {
  const files = readdirSync(folder).map((each) => path.join(folder, each));
  if (files.length <= MOST) return;
  const age = (file: string): number => statSync(file).mtimeMs;
  for (const each of files.toSorted((a, b) => age(a) - age(b)).slice(0, files.length - MOST)) {
    rmSync(each, { force: true });
  }
}

function print(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
