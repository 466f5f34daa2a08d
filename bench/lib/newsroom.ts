import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { day } from "../../src/model/index.ts";
import type { Choice } from "../../src/edition/index.ts";
import { ROOT } from "./process.ts";

export const REPORT = "small-caps";
export const DAYS = ["--as-of", "2025-05-23", "--published", "2025-05-27"] as const;
export const CHOICE: Choice = {
  asOf: day("2025-05-23"),
  published: day("2025-05-27"),
  data: null,
  catalogue: null,
};

/** The sample newsroom in a folder of its own, to be edited and thrown away. */
export interface Newsroom {
  readonly root: string;
  readonly out: string;
  readonly drop: () => void;
}

export function newsroom(): Newsroom {
  const root = mkdtempSync(path.join(tmpdir(), "notewright-bench-"));
  for (const each of ["data", "archive", "reports", "templates"]) {
    cpSync(path.join(ROOT, each), path.join(root, each), { recursive: true });
  }
  return {
    root,
    out: path.join(root, "build"),
    drop: () => rmSync(root, { recursive: true, force: true }),
  };
}
