import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compose, openReport } from "../../src/edition/index.ts";
import { day } from "../../src/model/index.ts";
import { layNewsroom } from "../newsroom/lay.ts";

const root = mkdtempSync(path.join(tmpdir(), "lines-"));
afterAll(() => rmSync(root, { recursive: true }));

const REPORT = "reports/weekly/report.yaml";

/** Places of the newsroom's problems, and what stands at each. */
async function told(find: string, put: string): Promise<readonly string[]> {
  layNewsroom(root, [{ file: REPORT, find, put }]);
  const choice = { asOf: day("2024-05-17"), published: null, data: null, catalogue: null };
  const opened = openReport({ root }, path.join(root, "reports", "weekly"), choice);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { problems } = await compose(opened.value.materials, opened.value.occasion);
  const lines = readFileSync(path.join(root, REPORT), "utf8").split("\n");
  return problems
    .filter((each) => each.severity === "error")
    .map(({ rule, line, column }) => {
      const there = lines[(line ?? 1) - 1]?.slice((column ?? 1) - 1) ?? "";
      return `${rule} at ${/^[^\s"',]+/.exec(there)?.[0] ?? "nothing"}`;
    });
}

describe("a template line of report.yaml", () => {
  it.each([
    ["a label in quotes", "label: Harbour loans", 'label: "Harbour {{nam loans}}"', "{{nam"],
    ["a figure", "{{figure close}}", "{{figure clos}}", "clos}}"],
    [
      "a folded subtitle",
      "subtitle: Index, daily candles",
      "subtitle: >-\n      Index,\n      {{nam close}} candles",
      "{{nam",
    ],
    ["a title", "{{date close}}", "{{dat close}}", "{{dat"],
    ["a mark", "{{figure peak}}", "{{figure peek}}", "peek}}"],
    ["an alternative", "which closed at {{figure close}}.", "at {{figure closed}}.", "closed}}."],
  ])("is told wrong at the word itself: %s", async (_, find, put, word) => {
    expect(await told(find, put)).toEqual([expect.stringContaining(` at ${word}`)]);
  });
});
