import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { casesOn, GROUPS, writeCatalogue } from "./cases.ts";
import type { Group } from "./cases/group.ts";
import { closes } from "./cases/closes.ts";
import { sample } from "./cases/sample.ts";
import { tamper, writeEditions } from "./editions.ts";

/** What the oracle says of what it was shown. */
export interface Answer {
  readonly differences: readonly Difference[];
  /** By statistic: findings and refusals held against its own, and single things compared. */
  readonly counts: Readonly<Record<string, Count>>;
  /** Statistics, and parts of statistics, that the oracle does not reckon. */
  readonly missing: readonly string[];
  readonly pages: Count;
}

export interface Difference {
  readonly what: string;
  readonly wrong?: string;
  readonly theirs: unknown;
  readonly ours: unknown;
}

/**
 * Of a statistic: `found`, `withheld` and single things `compared`. Of pages: `editions`, `figures`
 * and `days` of the text, `labels` of charts, and `moves`, verbs of a size.
 */
export type Count = Readonly<Record<string, number>>;

/** The whole matrix on the real data, put to the Python program. `more` adds days to every group. */
export function askStatistics(
  python: string,
  data: string,
  more: readonly string[] = [],
  groups: readonly Group[] = GROUPS,
): Promise<Answer> {
  return inFolder((folder) => {
    write(folder, "cases.json", casesOn(data, writeCatalogue(folder), groups, more));
    return ask(python, folder);
  });
}

/** What the real data lack, on the sample data in their folder. */
export function askSample(python: string, more: readonly string[] = []): Promise<Answer> {
  const data = path.join(import.meta.dirname, "..", "..", "data");
  return inFolder((folder) => {
    write(
      folder,
      "cases.json",
      casesOn(data, path.join(data, "catalog.yaml"), [sample, closes], more),
    );
    return ask(python, folder);
  });
}

/** The editions as finished pages, put to the Python program. */
export function askPages(python: string, data: string): Promise<Answer> {
  return inFolder(async (folder) => {
    write(folder, "cases.json", casesOn(data, writeCatalogue(folder), []));
    write(folder, "editions.json", await writeEditions(data, folder));
    return ask(python, folder);
  });
}

/** One edition in several copies, each with another figure altered: how many there are, and the answer. */
export function askTampered(
  python: string,
  data: string,
): Promise<{ readonly copies: number; readonly answer: Answer }> {
  return inFolder(async (folder) => {
    const editions = await writeEditions(data, folder, ["2025-05-23"]);
    const pages = editions.pages.flatMap((each) => tamper(folder, each));
    write(folder, "cases.json", casesOn(data, writeCatalogue(folder), []));
    write(folder, "editions.json", { ...editions, pages });
    return { copies: pages.length, answer: await ask(python, folder) };
  });
}

async function inFolder<Result>(
  work: (folder: string) => Promise<Result> | Result,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "oracle-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(path.join(folder, name), JSON.stringify(content));
}

const run = promisify(execFile);
const PROGRAM = path.join(import.meta.dirname, "run.py");

const PARTS = [0, 1];

/** Both halves of the questions at once, their answers put together. */
async function ask(python: string, folder: string): Promise<Answer> {
  const answers = await Promise.all(
    PARTS.map(async (part) => {
      await run(python, ["-B", PROGRAM, folder, String(part), String(PARTS.length)]);
      return JSON.parse(readFileSync(path.join(folder, `result-${part}.json`), "utf8")) as Answer;
    }),
  );
  const pages = sums(answers.flatMap((each) => (each.pages === undefined ? [] : [each.pages])));
  return {
    differences: answers.flatMap((each) => each.differences),
    counts: Object.fromEntries(
      [...new Set(answers.flatMap((each) => Object.keys(each.counts)))]
        .toSorted()
        .map((name) => [name, sums(answers.map(({ counts }) => counts[name] ?? {}))]),
    ),
    missing: [...new Set(answers.flatMap((each) => each.missing))].toSorted(),
    pages,
  };
}

/** Counts added up, name by name. */
function sums(counts: readonly Count[]): Count {
  const found: Record<string, number> = {};
  for (const each of counts) {
    for (const [name, count] of Object.entries(each)) found[name] = (found[name] ?? 0) + count;
  }
  return found;
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
