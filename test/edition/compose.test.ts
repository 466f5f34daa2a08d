import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Materials } from "../../src/edition/index.ts";
import { lookOf } from "../../src/edition/index.ts";
import { day } from "../../src/model/index.ts";
import type { Edition } from "../../src/model/index.ts";
import { htmlPage } from "../../src/pages/index.ts";
import { editionOf, materialsOn, ROOT, sampleMaterials } from "./support/make.ts";

const temporary = mkdtempSync(path.join(tmpdir(), "compose-"));
afterAll(() => rmSync(temporary, { recursive: true }));

const materials = sampleMaterials();

describe("an edition", () => {
  it.each([
    [
      "Auckland and Turkish",
      { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    ],
    ["Honolulu and plain C", { TZ: "Pacific/Honolulu", LANG: "C", LC_ALL: "C" }],
  ])("has the same bytes wherever it is made: %s", async (_, surroundings) => {
    const script = path.join(import.meta.dirname, "support", "print.ts");
    const { stdout, stderr } = spawnSync(process.execPath, [script, "2025-03-28", "2025-04-01"], {
      cwd: ROOT,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], ...surroundings },
    });
    expect(stderr).toBe("");
    const { printOf } = await import("./support/print.ts");
    expect(stdout.trim()).toBe(await printOf("2025-03-28", "2025-04-01"));
  });

  it("keeps its paths as the user knows them, and none of this machine", async () => {
    const edition = await editionOf(materials, "2025-03-28");
    const told = JSON.stringify([edition.article, [...edition.facts.values()], edition.warnings]);
    expect(told).not.toContain(ROOT);
    expect([...edition.inputs.keys()].filter((each) => path.isAbsolute(each))).toEqual([]);
  });

  it("gives the hash of every file it was made of", async () => {
    const { inputs } = await editionOf(materials, "2025-05-23", "2025-05-27");
    expect([...inputs.keys()]).toEqual(
      expect.arrayContaining([
        "reports/small-caps/report.yaml",
        "reports/small-caps/note.md.hbs",
        "reports/small-caps/voice/2025-05-23.md",
        "templates/voice/house.yaml",
        "templates/charts/theme.yaml",
        "data/catalog.yaml",
        "russell2000.csv",
      ]),
    );
    expect([...inputs.values()].every((each) => /^[0-9a-f]{64}$/.test(each))).toBe(true);
  });

  it("cites nothing that was not out by its as-of day", async () => {
    const edition = await editionOf(materials, "2025-05-23", "2025-05-27");
    const released = new Map(
      [...materials.library.series.values()].flatMap((each) =>
        each.points.map((point) => [`${each.id}:${point.line}`, point.released] as const),
      ),
    );
    const cited = [...edition.facts.values()].flatMap((each) =>
      each.kind === "fact" ? each.cites : [],
    );
    const late = cited.filter((each) => {
      const out = released.get(`${each.series}:${each.line}`);
      return out === undefined || out > "2025-05-23";
    });
    expect(cited.length).toBeGreaterThan(1000);
    expect(late).toEqual([]);
  });
});

/** Editions of the same day, one made with all the data, one with those known by then. */
describe.each([
  ["2020-03-27", "2020-03-27"],
  ["2024-11-29", "2024-12-02"],
])("an edition as of %s", async (asOf, published) => {
  const folder = path.join(temporary, asOf);
  cpSync(path.join(ROOT, "data"), folder, { recursive: true });
  const rows = cutFiles(folder, asOf);
  const cut = materialsOn(folder, path.join(folder, "catalog.yaml"));
  const [whole, known] = [
    await editionOf(materials, asOf, published),
    await editionOf(cut, asOf, published),
  ];

  it("is the same without the rows that came out later, of which there are many", () => {
    expect(rows).toBeGreaterThan(100);
    expect(page(cut, known)).toBe(page(materials, whole));
  });

  it("has the same facts, and withholds the same", () => {
    expect([...known.facts]).toEqual([...whole.facts]);
    expect(known.fallen).toEqual(whole.fallen);
  });
});

/** Takes out of every file the lines of points released after the day; returns how many. */
function cutFiles(folder: string, asOf: string): number {
  const late = new Map<string, Set<number>>();
  for (const { source, points } of materials.library.series.values()) {
    const lines = late.get(source.file) ?? new Set();
    late.set(source.file, lines);
    for (const each of points) if (each.released > day(asOf)) lines.add(each.line);
  }
  let count = 0;
  for (const [name, lines] of late) {
    const file = path.join(folder, name);
    const text = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, text.filter((_, index) => !lines.has(index + 1)).join("\n"));
    count += lines.size;
  }
  return count;
}

function page(of: Materials, edition: Edition): string {
  return htmlPage(edition, lookOf(of));
}
