import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Built } from "./newsroom/build.ts";
import { build } from "./newsroom/build.ts";
import type { Case, Expected, Written } from "./newsroom/case.ts";
import { caseSchema } from "./newsroom/case.ts";
import { run } from "./newsroom/command.ts";
import type { Change } from "./newsroom/lay.ts";
import { layNewsroom } from "./newsroom/lay.ts";
import { activeParts, readerText } from "./newsroom/page.ts";
import { layLastGood, treeOf } from "./newsroom/tree.ts";
import type { Problem } from "../src/model/index.ts";
import { readPdf } from "../src/pages/index.ts";

/**
 * The corpus of bad inputs: a folder a case, told in its case.yaml as differences from one small
 * newsroom. What must be refused is refused at its place, and what lay there before is untouched;
 * what is accepted says what it should; and the mended twin is written.
 */
const CORPUS = path.join(import.meta.dirname, "bad-inputs");
const ROOT = mkdtempSync(path.join(tmpdir(), "notewright-bad-inputs-"));
const AS_OF = "2024-05-17";

afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

const cases = readdirSync(CORPUS)
  .filter((name) => name !== "_base")
  .map((name): readonly [string, Case] => {
    const file = path.join(CORPUS, name, "case.yaml");
    return [name, caseSchema.parse(parse(readFileSync(file, "utf8")))];
  });

function lay(name: string, changes: readonly Change[], asOf: string): string {
  const root = path.join(ROOT, name);
  layNewsroom(root, changes);
  layLastGood(root, "weekly", asOf);
  return root;
}

function pageOf(root: string, asOf: string): string {
  return readFileSync(path.join(root, "build", "weekly", asOf, "index.html"), "utf8");
}

async function basePage(): Promise<string> {
  const root = lay("base", [], AS_OF);
  const { problems } = await build(root, AS_OF, AS_OF);
  expect(problems).toEqual([]);
  return readerText(pageOf(root, AS_OF));
}

let page: Promise<string> | null = null;
const base = (): Promise<string> => (page ??= basePage());

describe("bad input", () => {
  it("has nothing against the base of the corpus", async () => {
    expect(await base()).toContain("The Harbour Index Ends the Week at 461");
  });

  it.each(cases)("%s", async (name, each) => {
    const asOf = each["as-of"];
    const published = each.published ?? asOf;
    const root = lay(name, each.change, asOf);
    const before = treeOf(root);
    const built = await build(root, asOf, published);
    expect((each.problems === undefined) !== (each.written === undefined), "one of the two").toBe(
      true,
    );
    if (each.problems !== undefined) {
      expect(treeOf(root), "nothing is written").toEqual(before);
      expectRefused(built, each.problems, each.more);
      if (each.mended.length > 0) await expectMended(`${name}-mended`, each);
    }
    if (each.written !== undefined) {
      await expectWritten(built, each.written, pageOf(root, asOf));
      expectHarmless(path.join(root, "build", "weekly", asOf));
    }
    rmSync(root, { recursive: true, force: true });
  });
});

function expectRefused(built: Built, expected: readonly Expected[], more: number): void {
  expect(built.edition).toBeNull();
  const errors = built.problems.filter((each) => each.severity === "error");
  expect(errors.slice(0, expected.length).map(placeOf)).toEqual(expected.map(placeOf));
  for (const [at, each] of expected.entries()) {
    expect(errors[at]?.hint).toContain(each.hint);
    expect(errors[at]?.message).toContain(each.message);
    expect(errors[at]?.message).not.toBe("");
  }
  expect(errors).toHaveLength(expected.length + more);
}

function placeOf({ rule, file, line, column }: Expected | Problem): object {
  return { rule, file, line, column };
}

async function expectMended(name: string, { mended, ...each }: Case): Promise<void> {
  const asOf = each["as-of"];
  const root = lay(name, mended, asOf);
  const { edition, problems } = await build(root, asOf, each.published ?? asOf);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(edition).not.toBeNull();
  expect(pageOf(root, asOf)).not.toContain("The last good edition.");
  rmSync(root, { recursive: true, force: true });
}

async function expectWritten({ edition, problems }: Built, expected: Written, html: string) {
  expect(problems.filter((each) => each.severity === "error")).toEqual([]);
  const text = readerText(html);
  for (const each of expected.text) expect(text).toContain(each);
  for (const each of expected.lacks) expect(text).not.toContain(each);
  if (expected.same) expect(text).toBe(await base());
  for (const [id, value] of Object.entries(expected.facts)) {
    const found = edition?.facts.get(id);
    expect(found?.kind === "fact" ? found.value : found).toBeCloseTo(value, 9);
  }
  for (const [id, reason] of Object.entries(expected.withheld)) {
    const found = edition?.withheld.find((each) => each.id === id);
    expect(found?.reason, id).toContain(reason);
  }
  const fallen = edition?.fallen.filter((each) => each.what === "chart").map((each) => each.text);
  expect(fallen).toEqual(expected.fallen);
  for (const { rule, severity, file, line, message, hint } of expected.warnings) {
    const place = { ...(file === null ? {} : { file }), ...(line === null ? {} : { line }) };
    const words = {
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    };
    expect(problems).toContainEqual(
      expect.objectContaining({ rule, severity, ...place, ...words }),
    );
  }
}

/** Whatever stood in the data: no page and no drawing does anything. */
function expectHarmless(folder: string): void {
  const charts = path.join(folder, "charts");
  const drawings = existsSync(charts)
    ? readdirSync(charts).map((each) => path.join(charts, each))
    : [];
  for (const file of [path.join(folder, "index.html"), ...drawings]) {
    expect(activeParts(readFileSync(file, "utf8")), file).toEqual([]);
  }
}

describe("the command line", () => {
  const chosen = cases.filter(([, each]) => each.cli);

  it.each(chosen)("refuses %s with exit code 1 and leaves what was there", async (name, each) => {
    const root = lay(`${name}-cli`, each.change, AS_OF);
    const before = treeOf(root);
    const { code, stderr, stdout } = await run(root, [
      "build",
      "weekly",
      "--as-of",
      AS_OF,
      "--json",
    ]);
    expect(code, stderr).toBe(1);
    expect(treeOf(root)).toEqual(before);
    for (const expected of each.problems ?? []) expect(stdout).toContain(`"${expected.rule}"`);
  });

  it("writes the good reports and refuses the bad ones, each by itself", async () => {
    const root = lay("two-reports", [], AS_OF);
    const bad = path.join(root, "reports", "bad");
    copyReport(path.join(root, "reports", "weekly"), bad);
    const { code, stderr } = await run(root, ["build", "--all", "--as-of", AS_OF]);
    expect(code).toBe(1);
    expect(stderr).toContain("reports/bad/report.yaml:1:1");
    expect(pageOf(root, AS_OF)).not.toContain("The last good edition.");
    expect(existsSync(path.join(root, "build", "bad"))).toBe(false);
  });

  it("refuses a report whose folder bears a name that some systems keep for themselves", async () => {
    const root = lay("reserved", [], AS_OF);
    renameSync(path.join(root, "reports", "weekly"), path.join(root, "reports", "con"));
    const before = treeOf(root);
    const { code, stderr } = await run(root, ["build", "con", "--as-of", AS_OF]);
    expect(code, stderr).toBe(1);
    expect(stderr).toContain("no name for a folder");
    expect(treeOf(root)).toEqual(before);
  });

  it.each([["../x"], [""], ["."], ["x".repeat(300)]])("knows no report %j", async (report) => {
    const root = lay("no-report", [], AS_OF);
    const before = treeOf(root);
    const { code } = await run(root, ["build", report, "--as-of", AS_OF]);
    expect(code).toBe(2);
    expect(treeOf(root)).toEqual(before);
  });

  it("prints a hostile name in the PDF as it is written", async () => {
    const hostile = cases.find(([name]) => name === "52-script")?.[1].change ?? [];
    const root = lay("hostile-pdf", hostile, AS_OF);
    const args = ["build", "weekly", "--as-of", AS_OF, "--format", "html,pdf"];
    const { code, stderr } = await run(root, args);
    expect(code, stderr).toBe(0);
    const pdf = await readPdf(
      readFileSync(path.join(root, "build", "weekly", AS_OF, "article.pdf")),
    );
    expect(pdf.pages.map((each) => each.text).join(" ")).toContain("<script>alert(1)</script>");
  });
});

function copyReport(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  writeFileSync(path.join(to, "report.yaml"), "tilte: Bad\n");
}
