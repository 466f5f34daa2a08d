import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/model/index.ts";
import { plainText } from "../../src/narrative/index.ts";
import { decodeCatalog, readSeries } from "../../src/sources/index.ts";
import {
  editionOf,
  factOf,
  realMaterials,
  ROOT,
  reasonOf,
  sampleMaterials,
} from "../edition/support/make.ts";
import { describeReal } from "../real/data.ts";
import { folderWith } from "../sources/fixture.ts";

/** The paragraphs, one a line. */
function textOf({ article }: Edition): string {
  return article.blocks
    .flatMap((each) => (each.kind === "paragraph" ? [plainText(each.children)] : []))
    .join("\n")
    .replaceAll("\u00A0", " ");
}

describe("the note on futures positions", () => {
  it("says side, size and change so that they can be read in one way only", async () => {
    const edition = await editionOf(sampleMaterials("cot"), "2025-05-23", "2025-05-27");
    const text = textOf(edition);
    // Rows of 20 and 13 May in data/futures-markets.csv, subtracted by hand.
    // dollar index: 19,085 - 16,562 = 2,523 long, after 12,625 - 17,447 = 4,822 short: 7,345 apart.
    expect(text).toContain(
      "Net long 2.5k contracts, after net short 4.8k the week before: a swing of 7.3k.",
    );
    // S&P 500: net short 252,441 after 210,372: 42,069 more.
    expect(text).toContain("Net short 252.4k contracts, 42.1k more than a week before.");
    // 30-year bond: net short 114,608 after 133,231: 18,623 fewer.
    expect(text).toContain("Net short 114.6k contracts, 18.6k fewer than a week before.");
    expect(text).not.toMatch(/net short [\d.]+k, (?:up|down)/i);
    expect(plainText(edition.article.headline)).toContain("Dollar Index Futures");
    expect(edition.warnings).toEqual([]);
  });

  it("does not say the same of neighbours", async () => {
    const edition = await editionOf(sampleMaterials("cot"), "2025-05-23", "2025-05-27");
    const openings = textOf(edition)
      .split("\n")
      .flatMap((each) => / ([A-Z][a-z]+ [a-z]+ [a-z]+)/.exec(each.split(") ")[1] ?? "")?.[1] ?? []);
    for (const [at, each] of openings.entries()) expect(openings[at + 1]).not.toBe(each);
  });
});

const CFTC = `"Market and Exchange Names","As of Date in Form YYYY-MM-DD","CFTC Contract Market Code"," Noncommercial Positions-Long (All)"
"UST 10Y NOTE - BOARD",2022-02-15,043602,  500
"UST 10Y NOTE - BOARD",2022-02-08,043602,  480
"10-YEAR U.S. TREASURY NOTES - BOARD",2022-02-01,043602,  470
"10-YEAR U.S. TREASURY NOTES - BOARD",2022-01-25,043602,  450
"UST 10Y NOTE - ELSEWHERE",2022-02-15,999999,  1
`;

describe("the commission's file", () => {
  it("gives one series across a change of the contract's name", () => {
    const entry = {
      kind: "value",
      name: "X",
      noun: "x",
      unit: "contracts",
      every: "week",
      file: "annual.txt",
      day: "As of Date in Form YYYY-MM-DD",
      column: "Noncommercial Positions-Long (All)",
      where: { "CFTC Contract Market Code": "043602" },
      precision: 0,
      release: { rule: "weekday after", weekday: "friday" },
      publisher: "CFTC",
    };
    const decoded = decodeCatalog(JSON.stringify({ series: { x: entry } }), "catalog.yaml");
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
    const read = readSeries(decoded.value, folderWith({ "annual.txt": CFTC }), ["x"], null);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.problems).toEqual([]);
    expect(read.value.series.get("x")?.points.map((each) => each.value)).toEqual([
      450, 470, 480, 500,
    ]);
  });

  it("is described for the sample by code, under two names", () => {
    const rows = readFileSync(path.join(ROOT, "data", "futures-markets.csv"), "utf8").split("\n");
    const names = rows
      .filter((each) => each.includes(",043602,"))
      .map((each) => each.split(",")[1]);
    expect([...new Set(names)]).toHaveLength(2);
  });
});

describeReal("the note on real positions", (data) => {
  it("says what the publisher said", async () => {
    const edition = await editionOf(realMaterials(data, "cot"), "2025-05-16");
    // market-data/cftc-cot/quoted_positions_with_source.csv: 890.4k, down 62.8k; 77.6k, down 18.2k.
    expect(Math.abs(factOf(edition, "tnote10.net").value - 890_400)).toBeLessThan(100);
    expect(Math.abs(factOf(edition, "tnote10.net.change").value + 62_800)).toBeLessThan(100);
    expect(textOf(edition)).toContain("Net short 77.6k contracts, 18.2k fewer than a week before.");
  });

  it("tells nothing across the years in which the Russell contract traded elsewhere", async () => {
    const edition = await editionOf(realMaterials(data, "cot"), "2017-09-01");
    expect(edition.facts.get("rty.reach")?.kind).toBe("withheld");
  });

  it("reads the yearly file as it is, and leaves it out when it is old", async () => {
    // The raw file's own row of 11 March 2025: 94,827 long, 112,709 short.
    const march = await editionOf(realMaterials(data, "cot"), "2025-03-14");
    expect(factOf(march, "vix.net").value).toBe(17_882);
    expect(textOf(march)).toContain("Net short 17.9k contracts");
    const may = await editionOf(realMaterials(data, "cot"), "2025-05-23", "2025-05-27");
    expect(reasonOf(may, "vix.net")).toMatch(/overdue|old|stale|since/);
    expect(reasonOf(may, "gold.price")).toContain("no daily price");
    expect(may.article.charts.find((each) => each.id === "gold")?.table).toBeDefined();
  });
});
