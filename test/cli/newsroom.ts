import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { freshFolder, ROOT } from "./run.ts";

export const DAYS = ["--as-of", "2025-05-23", "--published", "2025-05-27"] as const;

/** A copy of the sample newsroom with one report for each name, in a folder of its own. */
export function newsroom(...reports: readonly string[]): string {
  const root = freshFolder();
  for (const each of ["data", "archive"]) {
    cpSync(path.join(ROOT, each), path.join(root, each), { recursive: true });
  }
  mkdirSync(path.join(root, "reports"));
  for (const each of reports) {
    const from = path.join(ROOT, "reports", "small-caps");
    cpSync(from, path.join(root, "reports", each), { recursive: true });
  }
  return root;
}
