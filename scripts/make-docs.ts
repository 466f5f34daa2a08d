/**
 * Writes the generated documents: docs/statistics.md from the registry of statistics, with results
 * on the sample data, and docs/schema/*.schema.json from the schemas of the YAML files.
 * Usage: node scripts/make-docs.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { documents } from "./docs/documents.ts";
import { ROOT } from "./docs/sample.ts";

for (const [file, text] of await documents()) {
  const target = path.join(ROOT, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  process.stdout.write(`${file}\n`);
}
