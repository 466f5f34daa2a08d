import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { subjectsOf } from "../../src/edition/index.ts";

const entry = (id: string): string =>
  `  ${id}: { kind: value, name: N, noun: it, unit: shares, every: day, file: x.csv, day: d, column: v, precision: 0, release: { rule: same day }, publisher: P }`;

function newsroom(report: readonly string[], ids: readonly string[]): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "notewright-subject-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const each of ["reports/weekly", "data"])
    mkdirSync(path.join(root, each), { recursive: true });
  const head = ["title: W", "byline: { author: Ida }", "disclosure: No.", ...report, "facts: {}"];
  writeFileSync(path.join(root, "reports", "weekly", "report.yaml"), head.join("\n"));
  writeFileSync(path.join(root, "data", "catalog.yaml"), ["series:", ...ids.map(entry)].join("\n"));
  return root;
}

function subjects(root: string) {
  const choice = { asOf: null, published: null, data: null, catalogue: null };
  return subjectsOf({ root }, path.join(root, "reports", "weekly"), choice);
}

describe("the subjects of a report", () => {
  it("are the names for which the catalogue holds all that is required", () => {
    const required = "required: [$subject.short-interest, $subject.float, rut]";
    const ids = ["spy.short-interest", "spy.float", "qqq.short-interest", "iwm.float", "rut"];
    const found = subjects(newsroom(["subject: spy", required], [...ids, "iwm.short-interest"]));
    expect(found?.own).toBe("spy");
    expect(found?.choices).toEqual(["iwm", "spy"]);
    expect(found?.has("iwm")).toBe(true);
    expect(found?.has("qqq")).toBe(false);
    expect(found?.has("../iwm")).toBe(false);
  });

  it("are none where the report is about one thing only, or cannot be read", () => {
    expect(subjects(newsroom(["required: [rut]"], ["rut"]))).toBeNull();
    expect(subjects(newsroom(["subject: [1"], ["rut"]))).toBeNull();
  });
});
