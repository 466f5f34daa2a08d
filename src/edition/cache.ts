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

/** Texts kept in a folder from one run to the next, under a key each. */
export interface Cache {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, text: string) => void;
}

/**
 * What is lost here only costs time: each file carries its own fingerprint, a damaged one counts as
 * none, and a folder that cannot be written to stays empty. With more than `most` files the oldest go.
 */
export function cacheIn(folder: string, most: number): Cache {
  const fileOf = (key: string): string => path.join(folder, `${print(key)}.json`);
  return {
    get: (key) => {
      try {
        const content = readFileSync(fileOf(key), "utf8");
        const end = content.indexOf("\n");
        const text = content.slice(end + 1);
        return print(text) === content.slice(0, end) ? text : null;
      } catch {
        return null;
      }
    },
    set: (key, text) => {
      const file = fileOf(key);
      const partial = `${file}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(partial, `${print(text)}\n${text}`, { mode: 0o600 });
        renameSync(partial, file);
        sweep(folder, most);
      } catch {
        if (existsSync(partial)) rmSync(partial, { force: true });
      }
    },
  };
}

function sweep(folder: string, most: number): void {
  const files = readdirSync(folder).map((each) => path.join(folder, each));
  if (files.length <= most) return;
  const age = (file: string): number => statSync(file).mtimeMs;
  for (const each of files.toSorted((a, b) => age(a) - age(b)).slice(0, files.length - most)) {
    rmSync(each, { force: true });
  }
}

/** SHA-256, in hexadecimal. */
export function print(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
