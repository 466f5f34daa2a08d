import { execFile } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { DAYS, newsroom } from "./newsroom.ts";
import { freshFolder, notewright, ROOT } from "./run.ts";

const HTML = [...DAYS, "--format", "html"];
const EDITION = ["charts", "index.html", "ledger.json"];

/** Options of Node that put a fault into the program: `text` runs first. */
function fault(text: string): Readonly<Record<string, string>> {
  const file = path.join(freshFolder(), "fault.mjs");
  writeFileSync(file, text);
  return { NODE_OPTIONS: `--import=${pathToFileURL(file).href}` };
}

describe("the command line", () => {
  it("ends with 0, results on stdout and messages on stderr, when the edition is written", async () => {
    const root = newsroom("weekly");
    const { code, stdout, stderr } = await notewright(["build", "weekly", ...HTML], { cwd: root });
    expect(code).toBe(0);
    const folder = path.join(root, "build", "weekly", "2025-05-23");
    expect(readdirSync(folder).toSorted()).toEqual(EDITION);
    for (const line of stdout.trim().split("\n")) expect(existsSync(line)).toBe(true);
    expect(stderr).not.toContain(folder);
  });

  it("tells machines the same each time, and that an edition stands", async () => {
    const root = newsroom("weekly");
    const build = ["build", "weekly", ...HTML, "--json"];
    const first = await notewright(build, { cwd: root });
    const second = await notewright(build, { cwd: root });
    const forced = await notewright([...build, "--force"], { cwd: root });
    const [outcome] = JSON.parse(first.stdout) as readonly Record<string, unknown>[];
    expect(outcome).toMatchObject({ report: "weekly", ok: true, unchanged: false });
    expect(outcome?.["files"]).toContain("index.html");
    expect(Object.keys(outcome ?? {}).toSorted()).toEqual(
      ["files", "folder", "ok", "problems", "report", "subject", "unchanged"].toSorted(),
    );
    expect(JSON.parse(second.stdout)).toEqual([{ ...outcome, unchanged: true }]);
    expect(forced.stdout).toBe(first.stdout);
  });

  it("ends with 1 when a report has problems, and writes the others", async () => {
    const root = newsroom("good", "wrong");
    writeFileSync(path.join(root, "reports", "wrong", "report.yaml"), "title: 5\n");
    const { code, stdout, stderr } = await notewright(["build", "--all", ...HTML], { cwd: root });
    expect(code).toBe(1);
    expect(readdirSync(path.join(root, "build"))).toEqual(["good"]);
    expect(stdout).toContain(path.join("good", "2025-05-23", "index.html"));
    expect(stdout).not.toContain("wrong");
    expect(stderr).toContain(path.join("reports", "wrong", "report.yaml:1:"));
    expect(stderr).toContain("wrong: nothing written");
  });

  it.each([
    ["no such report", ["build", "nope"]],
    ["no report named", ["build"]],
    ["no such command", ["bild"]],
    ["no such option", ["build", "small-caps", "--asof", "2025-05-23"]],
    ["no day of the calendar", ["build", "small-caps", "--as-of", "2025-02-30"]],
    [
      "published too early",
      ["build", "small-caps", "--as-of", "2025-05-23", "--published", "2025-05-22"],
    ],
    ["no such format", ["build", "small-caps", "--format", "docx"]],
    ["no such fact", ["explain", "small-caps", "nope", ...DAYS]],
  ])("ends with 2 for %s", async (_, args) => {
    const { code, stdout, stderr } = await notewright(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).not.toContain("    at ");
  });

  it.each([
    ["in the work", 'String.prototype.normalize = () => { throw new Error("injected"); };'],
    ["beside the work", 'setTimeout(() => { throw new Error("injected"); }, 400);'],
    ["in a forgotten promise", 'setTimeout(() => Promise.reject(new Error("injected")), 400);'],
  ])("ends with 70 for a fault of its own %s", async (_, text) => {
    const out = freshFolder();
    const build = ["build", "small-caps", ...HTML, "--out", out];
    const env = fault(text);
    const plain = await notewright(build, { env });
    expect(plain.code).toBe(70);
    expect(plain.stderr).toContain("our own fault: injected");
    expect(plain.stderr).not.toContain("    at ");
    const debug = await notewright([...build, "--debug"], { env });
    expect(debug.code).toBe(70);
    expect(debug.stderr).toContain("    at ");
    const names = readdirSync(out, { recursive: true, encoding: "utf8" });
    expect(names.filter((each) => path.basename(each).startsWith("."))).toEqual([]);
  });

  it("does not mind a reader who stops reading", async () => {
    const out = freshFolder();
    const build = ["build", "small-caps", ...HTML, "--out", out].join(" ");
    const script = `set -o pipefail; "${process.execPath}" src/cli/main.ts ${build} | true`;
    const { stderr } = await promisify(execFile)("bash", ["-c", script], { cwd: ROOT });
    expect(stderr).not.toContain("EPIPE");
    expect(readdirSync(path.join(out, "small-caps", "2025-05-23")).toSorted()).toEqual(EDITION);
  });
});
