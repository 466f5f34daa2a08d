/**
 * `node bench/run.ts [name …]`: how long one note takes, each figure beside a floor measured in the
 * same rounds. Without names everything is measured and docs/performance.md is written.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { COLD } from "./cold.ts";
import { page, line } from "./lib/page.ts";
import { load, ROOT } from "./lib/process.ts";
import type { Row } from "./lib/row.ts";
import { UNIVERSES } from "./universe.ts";
import { WARMED } from "./warm.ts";

const all = [...COLD, ...WARMED, ...UNIVERSES];
const names = process.argv.slice(2);
const strange = names.filter((name) => all.every((each) => each.name !== name));
if (strange.length > 0) {
  process.stderr.write(`no such benchmark: ${strange.join(", ")}; there are:\n`);
  for (const each of all) process.stderr.write(`  ${each.name.padEnd(10)} ${each.about}\n`);
  process.exit(2);
}
const before = load();
const rows: Row[] = [];
for (const benchmark of all.filter((each) => names.length === 0 || names.includes(each.name))) {
  process.stderr.write(`${benchmark.name} …\n`);
  for (const row of await benchmark.run()) {
    rows.push(row);
    process.stdout.write(`${line(row)}\n`);
  }
}
if (names.length === 0) {
  writeFileSync(path.join(ROOT, "docs", "performance.md"), page(rows, before, load()));
}
