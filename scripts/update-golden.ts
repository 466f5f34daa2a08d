/**
 * Makes the golden editions of test/golden anew, and says which changed: all of them, or those
 * named. A new one is a folder there with a case.yaml. Read the difference before it is committed.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { openPress } from "../src/pages/index.ts";
import { accept, differences, goldens, makeGolden } from "../test/edition/support/golden.ts";

const ROOT = path.join(import.meta.dirname, "..");
const REAL = process.env["NOTEWRIGHT_REAL_DATA"] ?? path.join(ROOT, "..", "shared", "market-data");

const real = existsSync(REAL) ? REAL : null;
if (real === null) process.stderr.write("the real data are absent; their editions stay\n");
const asked = process.argv.slice(2);
const chosen = goldens
  .filter(({ name }) => asked.length === 0 || asked.includes(name))
  .filter(({ data }) => data === "sample" || real !== null);
const press = openPress();
if ("found" in press) throw new Error(press.reason);
try {
  for (const golden of chosen) {
    const made = await makeGolden(golden, real, press);
    const changed = differences(golden.name, made);
    accept(golden.name, made);
    const what = changed.length === 0 ? "unchanged" : changed.join("\n  ");
    process.stdout.write(`${golden.name}: ${what}\n`);
  }
} finally {
  await press.close();
}
