import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { casesOn, GROUPS, writeCatalogue } from "./cases.ts";

/** What the oracle says of what it was shown. */
export interface Answer {
  readonly differences: readonly Difference[];
  /** By statistic: findings and refusals held against its own, and single things compared. */
  readonly counts: Readonly<Record<string, Count>>;
  /** Statistics, and parts of statistics, that the oracle does not reckon. */
  readonly missing: readonly string[];
}

export interface Difference {
  readonly what: string;
  readonly wrong?: string;
  readonly theirs: unknown;
  readonly ours: unknown;
}

export interface Count {
  readonly found: number;
  readonly withheld: number;
  readonly compared: number;
}

const run = promisify(execFile);
const PROGRAM = path.join(import.meta.dirname, "run.py");

/** The whole matrix on the real data, put to the Python program. `more` adds days to every group. */
export async function ask(
  python: string,
  data: string,
  more: readonly string[] = [],
): Promise<Answer> {
  const folder = mkdtempSync(path.join(tmpdir(), "oracle-"));
  try {
    const cases = casesOn(data, writeCatalogue(folder), GROUPS, more);
    writeFileSync(path.join(folder, "cases.json"), JSON.stringify(cases));
    await run(python, ["-B", PROGRAM, folder], { maxBuffer: 1 << 26 });
    return JSON.parse(readFileSync(path.join(folder, "result.json"), "utf8")) as Answer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Differences as lines for people, the first few of them. */
export function told(differences: readonly Difference[], most = 20): readonly string[] {
  return differences
    .slice(0, most)
    .map(
      ({ what, wrong, theirs, ours }) =>
        `${what}: ${wrong ?? "differs"}: ${JSON.stringify(theirs)}, the oracle ${JSON.stringify(ours)}`,
    );
}
