import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { ArchivedEdition } from "./edition-file.ts";
import { decodeEditionFile } from "./edition-file.ts";

export interface Archive {
  /** Newest first, on the same day by title. */
  readonly editions: readonly ArchivedEdition[];
  /** Warnings: a broken file costs its own line and nothing else. */
  readonly problems: readonly Problem[];
}

/** The editions of an archive of folders `<report>/<published>/edition.json`; one that is not there holds none. */
export function readArchive(root: string): Archive {
  const problems: Problem[] = [];
  const editions: ArchivedEdition[] = [];
  for (const report of folders(root)) {
    for (const published of folders(path.join(root, report))) {
      const file = path.join(root, report, published, "edition.json");
      const decoded = read(file);
      problems.push(...decoded.problems);
      if (decoded.edition === null) continue;
      const misplaced = misplacedIn(decoded.edition, report, published, file);
      if (misplaced === null) editions.push(decoded.edition);
      else problems.push(misplaced);
    }
  }
  return { editions: editions.toSorted(newestFirst), problems };
}

/** The order of lists: newest first, on the same day by title. */
export function newestFirst(one: ArchivedEdition, other: ArchivedEdition): number {
  if (one.published !== other.published) return one.published > other.published ? -1 : 1;
  if (one.title !== other.title) return one.title < other.title ? -1 : 1;
  return one.href < other.href ? -1 : 1;
}

/** Names in the order of their letters, so that no file system decides. */
function folders(root: string): readonly string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((each) => each.isDirectory() && !each.name.startsWith("."))
      .map((each) => each.name)
      .toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

interface Read {
  readonly edition: ArchivedEdition | null;
  readonly problems: readonly Problem[];
}

function read(file: string): Read {
  try {
    const decoded = decodeEditionFile(readFileSync(file, "utf8"), file);
    return { edition: decoded.ok ? decoded.value : null, problems: decoded.problems };
  } catch (error) {
    if (!isMissing(error)) throw error;
    const lost = problem(
      "archive-edition",
      { file },
      "the folder of an edition lacks its edition.json",
      "put the file back, or remove the folder",
      "warning",
    );
    return { edition: null, problems: [lost] };
  }
}

function misplacedIn(
  edition: ArchivedEdition,
  report: string,
  published: string,
  file: string,
): Problem | null {
  if (edition.report === report && edition.published === published) return null;
  return problem(
    "archive-edition",
    { file },
    `the file tells of ${edition.report} of ${edition.published}, its folder of ${report} of ${published}`,
    "move it into the folder of its report and its day",
    "warning",
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
