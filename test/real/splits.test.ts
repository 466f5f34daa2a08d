import { expect, it } from "vitest";
import type { Series } from "../../src/model/index.ts";
import { day, known } from "../../src/model/index.ts";
import type { Catalog } from "../../src/sources/index.ts";
import { decodeCatalog, loadCatalog, readSeries } from "../../src/sources/index.ts";
import { readFileSync } from "node:fs";
import { contextOf, one } from "../stats/support.ts";
import { describeReal, realCatalog } from "./data.ts";

/*
 * Short interest over share splits. The publisher counts shares as they were and prints these changes
 * (last column of short_interest_semimonthly_5_tickers.csv); divided by the split they are the change.
 */
const SPLITS = [
  { ticker: "aapl", on: "2020-08-31", printed: 236.81, ratio: 4 },
  { ticker: "tsla", on: "2020-08-31", printed: 345.82, ratio: 5 },
  { ticker: "nvda", on: "2021-07-30", printed: 314.48, ratio: 4 },
  { ticker: "tsla", on: "2022-08-31", printed: 202.21, ratio: 3 },
  { ticker: "nvda", on: "2024-06-14", printed: 978.77, ratio: 10 },
] as const;

function shortInterest(folder: string, ticker: string, catalog: Catalog): Series {
  const id = `${ticker}.short-interest`;
  const found = readSeries(catalog, folder, [id]);
  const series = found.ok ? found.value.series.get(id) : undefined;
  return series ?? expect.fail(JSON.stringify(found.problems));
}

function declared(): Catalog {
  const loaded = loadCatalog(realCatalog);
  return loaded.ok ? loaded.value.catalog : expect.fail("no catalogue");
}

/** The catalogue as it would be had nobody declared a split. */
function undeclared(): Catalog {
  const text = readFileSync(realCatalog, "utf8").replaceAll(/^ {4}splits: .*$/gm, "");
  const decoded = decodeCatalog(text, "catalog.yaml");
  return decoded.ok ? decoded.value : expect.fail("no catalogue");
}

describeReal("short interest over a split", (folder) => {
  it.each(SPLITS)("$ticker $on is told without it", ({ ticker, on, printed, ratio }) => {
    const series = shortInterest(folder, ticker, declared());
    const context = contextOf([series], "2025-05-23");
    const request = { statistic: "change", series: series.id, over: "period", to: on };
    expect(one(request, context).value).toBeCloseTo((1 + printed / 100) / ratio - 1, 4);
  });

  it.each(SPLITS)("$ticker $on is doubted where nobody declared it", ({ ticker, on }) => {
    const series = shortInterest(folder, ticker, undeclared());
    expect(series.points.find((each) => each.day === on)?.suspect).toContain("no split");
    expect(series.points.at(-1)?.suspect).toBeDefined();
  });

  it("is no record: what was higher is looked for in present shares", () => {
    // 315,033,985 shares on 14 June 2024, more than any count printed before the split. In present shares
    // that of 2023-04-28 was higher: 32,599,217 old ones are 325,992,170.
    const series = known(shortInterest(folder, "nvda", declared()), day("2024-06-27"));
    const high = { statistic: "superlative", series: series.id, side: "high" };
    const context = contextOf([series], "2024-06-27");
    expect(one(high, context).value).toBe(315_033_985);
    expect(one(high, context, "since")).toMatchObject({ day: "2023-04-28", value: 325992170 });
  });
});
