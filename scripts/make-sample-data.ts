import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sampleFiles } from "./sample/files.ts";

/** Writes the sample data and the sample archive: `node scripts/make-sample-data.ts [folder]`. */
const root = process.argv[2] ?? path.join(import.meta.dirname, "..");
for (const [name, text] of sampleFiles()) {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
