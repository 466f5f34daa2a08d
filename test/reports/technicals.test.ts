import { describe, expect, it } from "vitest";
import { compose, loadMaterials, nothingKept, occasionOf } from "../../src/edition/index.ts";
import type { Materials } from "../../src/edition/index.ts";
import type { Compliance, Edition } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { plain } from "../../src/pages/index.ts";
import { editionOf, factOf, ROOT, sampleMaterials } from "../edition/support/make.ts";
import { articleText } from "../edition/support/tell.ts";

const sample = sampleMaterials("technicals");
const TRADE = /\b(?:consider|call options|put options|long position|short position)\b/i;
/** On this day the sample has a bullish event whose record is better than any day's. */
const BETTER = "2014-01-17";

const made = new Map<string, Promise<Edition>>();

/** Each day is composed once for all tests. */
function on(asOf: string): Promise<Edition> {
  const edition = made.get(asOf) ?? editionOf(sample, asOf);
  made.set(asOf, edition);
  return edition;
}

const DAYS = [BETTER, "2018-12-21", "2020-03-20", "2025-05-23"];

function tableOf({ article }: Edition): readonly (readonly string[])[] {
  return article.blocks.flatMap((each) =>
    each.kind === "table" ? each.rows.map((row) => row.map(plain)) : [],
  );
}

function about(subject: string): Materials {
  const data = `${ROOT}/data`;
  const choice = { folder: data, catalogue: `${data}/catalog.yaml`, subject };
  const loaded = loadMaterials({ root: ROOT }, `${ROOT}/reports/technicals`, choice, nothingKept());
  if (!loaded.ok) throw new Error(loaded.problems.map((each) => each.message).join("\n"));
  return loaded.value;
}

function under(compliance: Compliance, disclosure: string): Materials {
  const { decoded } = sample;
  const report = { ...decoded.report, compliance, disclosure };
  return { ...sample, decoded: { ...decoded, report } };
}

describe("the technicals note", () => {
  it.each(DAYS)("of %s has a headline that follows the balance of the events", async (asOf) => {
    const edition = await on(asOf);
    const { state } = factOf(edition, "stance");
    const headline = plain(edition.article.headline);
    const other = state === "bullish" ? "bearish" : "bullish";
    const [more, less] = [factOf(edition, "stance.bullish"), factOf(edition, "stance.bearish")]
      .map((each) => each.value)
      .toSorted((a, b) => b - a);
    if (state === "mixed") expect(headline).not.toMatch(/lead|outnumber|take over/i);
    else if (less === 0) expect(headline).not.toMatch(new RegExp(`\\d ${other}`, "i"));
    else expect(headline.replaceAll(/\d+-Day/g, "")).toMatch(new RegExp(`${more}\\D+${less}`));
    expect(edition.warnings.map((each) => each.message)).toEqual([]);
  });

  it.each(DAYS)("of %s gives each event one number, in table and chart", async (asOf) => {
    const edition = await on(asOf);
    const rows = tableOf(edition);
    const numbers = rows.map(([name = ""]) => Number.parseInt(name, 10));
    expect(numbers).toEqual(rows.map((_, index) => index + 1));
    expect(rows).toHaveLength(factOf(edition, "stance").value);
    const drawn = edition.article.charts.flatMap(({ says }) => says.map((each) => each.text));
    expect(drawn.filter((each) => /^\d{1,2}$/.test(each)).toSorted()).toEqual(
      numbers.map(String).toSorted(),
    );
  });

  it("tells k of n, the interval and any day's share of each event", async () => {
    const edition = await on(BETTER);
    // 62 / 85 = 0.729; Wilson's ends for the 61 cases that do not overlap: 0.607 and 0.825.
    expect(tableOf(edition).at(-1)).toEqual([
      "7 Aroon uptrend",
      "8 January",
      "Bullish",
      "62\u00A0of\u00A085",
      "73%",
      "61–82%",
      "60%",
    ]);
  });

  it.each(DAYS)("of %s tells nobody what to trade", async (asOf) => {
    expect(articleText((await on(asOf)).article)).not.toMatch(TRADE);
  });

  it("advises only where the report says so, and only on a record (T27)", async () => {
    const told = under("advice", "You may lose all you invest. The author may hold positions.");
    const text = async (asOf: string): Promise<string> => {
      const composed = await compose(told, occasionOf(told, day(asOf), day(asOf), nothingKept()));
      if (!composed.ok) throw new Error(composed.problems.map((each) => each.message).join("\n"));
      return articleText(composed.value.article);
    };
    expect(await text(BETTER)).toMatch(
      /consider (?:a long position or call options|call options, or a long position)/,
    );
    expect(await text("2025-05-23")).not.toMatch(TRADE);
  });

  it("speaks of a stock as a stock, and counts no record where there is none", async () => {
    const edition = await editionOf(about("stocks.aldr"), "2025-05-23");
    const text = articleText(edition.article);
    expect(text).toContain("the stock");
    expect(text).not.toMatch(/the fund|the ETF|the index/);
    expect(text).not.toMatch(/ordinary day|any day at all/);
    expect(tableOf(edition).map((row) => row[3])).toContain("–");
  });

  it("has a headline before any event can be told", async () => {
    const edition = await editionOf(about("stocks.aldr"), "2023-03-10");
    expect(plain(edition.article.headline)).toMatch(/^Alder Bancorp at \$/);
  });
});
