/**
 * `npm test`: every check there is, one after another, each shown as it runs. The last line counts
 * them all: "N passed, N failed". The tests count singly, the other checks as one each.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..");
const CACHE = path.join(ROOT, ".cache");
const REPORT = path.join(CACHE, "tests.json");

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const only = process.argv.slice(2);
const checks: readonly (readonly [string, readonly string[]])[] = [
  ["types", ["typescript/bin/tsc"]],
  ["lint", ["oxlint/bin/oxlint", "--type-aware", "src", "test", "scripts", "bench"]],
  ["format", ["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]],
  ["unused", ["knip/bin/knip.js"]],
];

rmSync(path.join(CACHE, "checked"), { force: true });
mkdirSync(CACHE, { recursive: true });
const counts: Count[] = [];
for (const [name, command] of checks) {
  if (only.length > 0 && !only.includes(name)) continue;
  process.stdout.write(`\n── ${name}\n`);
  const ok = run(command);
  process.stdout.write(ok ? `${name}: fine\n` : `${name}: FAILED\n`);
  counts.push({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
}
if (only.length === 0 || only.includes("tests")) counts.push(tests());

const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);
const line = `${passed} passed, ${failed} failed`;
writeFileSync(path.join(CACHE, "checked"), `${line}\n`);
process.stdout.write(`\n${line}\n`);
process.exitCode = failed === 0 ? 0 : 1;

function tests(): Count {
  process.stdout.write("\n── tests\n");
  rmSync(REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const ok = run(["vitest/vitest.mjs", "run", ...reporters]);
  const report = read(REPORT);
  if (report === null) return { passed: 0, failed: 1 };
  // A file that does not even load counts as one failure; a group is not counted beside its tests.
  const unloaded = report.testResults.filter(
    (each) =>
      each.status === "failed" && each.assertionResults.every((one) => one.status !== "failed"),
  );
  const failed = report.numFailedTests + unloaded.length;
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}

function run(command: readonly string[]): boolean {
  const [script = "", ...rest] = command;
  const file = path.join(ROOT, "node_modules", script);
  const result = spawnSync(process.execPath, [file, ...rest], { cwd: ROOT, stdio: "inherit" });
  return result.status === 0;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return null;
  }
}
