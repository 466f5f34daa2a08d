import { readFileSync, statSync } from "node:fs";
import type { Problem } from "../../model/index.ts";

/** The line a problem points at, cut to what can be read at a glance. */
export interface Excerpt {
  readonly text: string;
  /** Place of the fault within the text, counted from 0; null where no column is known. */
  readonly caret: number | null;
}

const BEFORE = 60;
const AFTER = 60;
const LARGEST = 16 * 1024 * 1024;

/** What stands where the problem is, or null where there is no such line any more. */
export function excerptOf({ file, line, column }: Problem): Excerpt | null {
  if (file === null || line === null || file.endsWith(".gz")) return null;
  const text = linesOf(file)?.[line - 1];
  if (text === undefined || text.trim() === "") return null;
  const at = column === null ? null : Math.min(column - 1, text.length);
  const from = at === null || at <= BEFORE ? 0 : at - BEFORE;
  const to = (at ?? from) + AFTER;
  const cut = text.slice(from, to).trimEnd();
  const start = from === 0 ? cut.trimStart() : `…${cut}`;
  const shift = from === 0 ? start.length - cut.length : 1 - from;
  return {
    text: to < text.length ? `${start}…` : start,
    caret: at === null ? null : Math.max(at + shift, 0),
  };
}

function linesOf(file: string): readonly string[] | null {
  try {
    const about = statSync(file);
    if (!about.isFile() || about.size > LARGEST) return null;
    return readFileSync(file, "utf8").split(/\r\n|\r|\n/);
  } catch {
    return null;
  }
}
