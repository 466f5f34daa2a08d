import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Compiled, CompiledCharts } from "../../src/charts/index.ts";
import {
  compiledOnDisk,
  compose,
  nothingKept,
  openReport,
  projectAround,
  reportFolder,
} from "../../src/edition/index.ts";
import { day } from "../../src/model/index.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const CHART: Compiled = Object.freeze<Compiled>({
  runtime: { description: "", operators: [], streams: [], updates: [], bindings: [] },
  data: new Set(["price"]),
  warnings: ["a note"],
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "notewright-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const only = (): string => path.join(folder, readdirSync(folder)[0] ?? "");

async function charts(compiled: CompiledCharts): Promise<unknown> {
  const home = projectAround(ROOT);
  const choice = { asOf: day("2025-05-23"), published: null, data: null, catalogue: null };
  const report = reportFolder(home, "small-caps") ?? "";
  const opened = openReport(home, report, choice, nothingKept(compiled));
  if (!opened.ok) throw new Error("the report does not open");
  const composed = await compose(opened.value.materials, opened.value.occasion);
  return composed.ok ? composed.value.article.charts : composed.problems;
}

describe("charts compiled by an earlier run", () => {
  it("are given back as they were, and under their own specification alone", () => {
    compiledOnDisk(folder).set("a specification", CHART);
    expect(compiledOnDisk(folder).get("a specification")).toEqual(CHART);
    expect(compiledOnDisk(folder).get("another one")).toBeUndefined();
  });

  it("are compiled again when their file is damaged", () => {
    const store = compiledOnDisk(folder);
    store.set("a specification", CHART);
    writeFileSync(only(), readFileSync(only(), "utf8").replace("price", "prise"));
    expect(store.get("a specification")).toBeUndefined();
    writeFileSync(only(), "");
    expect(store.get("a specification")).toBeUndefined();
  });

  it("are done without where the folder cannot be made", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    const store = compiledOnDisk(path.join(file, "below"));
    store.set("a specification", CHART);
    expect(store.get("a specification")).toBeUndefined();
  });

  it("leave no more than two hundred files, and no half of one", () => {
    const store = compiledOnDisk(folder);
    for (let index = 0; index < 210; index++) store.set(`specification ${index}`, CHART);
    const names = readdirSync(folder);
    expect(names).toHaveLength(200);
    expect(names.every((each) => each.endsWith(".json"))).toBe(true);
  });

  it("draw the same pictures as charts compiled anew", async () => {
    const anew = await charts(new Map());
    const first = await charts(compiledOnDisk(folder));
    expect(readdirSync(folder).length).toBeGreaterThan(3);
    expect(first).toEqual(anew);
    expect(await charts(compiledOnDisk(folder))).toEqual(anew);
  });
});
