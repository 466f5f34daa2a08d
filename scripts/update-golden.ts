/**
 * Makes the golden editions of test/golden anew, and says which changed: all of them, or those
 * named. Read the difference before it is committed.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { openPress } from "../src/pages/index.ts";
import { accept, differences, realGolden, sampleGoldens } from "../test/edition/support/golden.ts";

const ROOT = path.join(import.meta.dirname, "..");
const REAL = process.env["NOTEWRIGHT_REAL_DATA"] ?? path.join(ROOT, "..", "shared", "market-data");

const real = existsSync(REAL) ? [realGolden(REAL)] : [];
if (real.length === 0) process.stderr.write("the real data are absent; their edition stays\n");
const asked = process.argv.slice(2);
const chosen = [...sampleGoldens, ...real].filter(
  ({ name }) => asked.length === 0 || asked.includes(name),
);
const press = openPress();
if ("found" in press) throw new Error(press.reason);
try {
  for (const { name, make } of chosen) {
    const made = await make(press);
    const changed = differences(name, made);
    accept(name, made);
    process.stdout.write(`${name}: ${changed.length === 0 ? "unchanged" : changed.join("\n  ")}\n`);
  }
} finally {
  await press.close();
}
