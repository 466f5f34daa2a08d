import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Series } from "../../src/model/index.ts";
import { day, endOfMonth } from "../../src/model/index.ts";
import { contextOf, hasRealData, one, realPath, realRows, seriesOf, unsaid } from "./support.ts";
import type { Shape } from "./support.ts";

const monthEnd = (text: string): string => endOfMonth(day(`${text.slice(0, 7)}-01`));

function bar(id: string, rows: readonly (readonly string[])[], column: number): Series {
  const values = rows.map((row) => [row[0] ?? "", Number(row[column])] as const);
  return seriesOf(id, values, { basis: column === 2 || column === 3 ? "intraday" : "close" });
}

function shelf(): readonly Series[] {
  const rut = realRows("russell2000-index/RUT_daily.csv");
  const iwm = gunzipSync(readFileSync(realPath("etf-index-daily/IWM.csv.gz"))).toString("utf8");
  const fund = iwm
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const debt = realRows("finra-margin/margin_statistics.csv").map(
    (row) => [monthEnd(row[0] ?? ""), Number(row[1]) * 1e6] as const,
  );
  const survey = realRows("nfib/nfib_optimism_monthly.csv").map(
    (row) => [monthEnd(row[0] ?? ""), Number(row[1])] as const,
  );
  const shorts = realRows("short-interest/iwm_known_points.csv").map(
    (row) => [row[0] ?? "", Number(row[1])] as const,
  );
  const money: Shape = {
    unit: "money",
    every: "month",
    precision: -6,
    release: { rule: { kind: "session of next month", session: 15 }, exceptions: new Map() },
  };
  return [
    ...["open", "high", "low", "close"].map((name, at) => bar(`rut.${name}`, rut, at + 1)),
    bar("iwm.close", fund, 4),
    seriesOf("margin-debt", debt, money),
    seriesOf("nfib", survey, { unit: "score", every: "month", precision: 1 }),
    seriesOf("si", shorts, { unit: "shares", every: "half-month", precision: -5 }),
  ];
}

/** Expected figures: the known answers for 23 May 2025, worked out apart from this code. */
describe.runIf(hasRealData)("the known answers of 23 May 2025", () => {
  const context = contextOf(hasRealData ? shelf() : [], "2025-05-23", { published: "2025-05-27" });

  it("has the index down 3.5 percent on the week, at 2039.85", () => {
    const asked = { statistic: "change", series: "rut.close", over: "1 week" };
    expect(one(asked, context).value).toBeCloseTo(2039.85 / 2113.25 - 1, 12);
    expect(one(asked, context)).toMatchObject({ state: "whole", ranked: 463 });
  });

  it("has the 50-day average at 1991.02", () => {
    const found = one({ statistic: "average", series: "rut.close" }, context);
    expect(found.value).toBeCloseTo(1991.02, 2);
  });

  it("has the record of 25 November 2024 past that of 8 November 2021, intraday", () => {
    const asked = { statistic: "record", bars: "rut" };
    expect(one(asked, context)).toMatchObject({ value: 2466.49, day: "2024-11-25" });
    expect(one(asked, context, "prior")).toMatchObject({ value: 2458.86, day: "2021-11-08" });
    // From the record to the close: 2039.85 / 2466.49 − 1 = −17.3 percent.
    expect(one(asked, context, "distance").value).toBeCloseTo(-0.173, 3);
  });

  it("has no record in November 2024 on closes", () => {
    const asked = { statistic: "record", bars: "rut", basis: "close" };
    expect(one(asked, context)).toMatchObject({ value: 2442.74, day: "2021-11-08" });
  });

  it("has margin debt at a six-month low, under a record past that of October 2021", () => {
    const low = { statistic: "superlative", series: "margin-debt" };
    expect(one(low, context)).toMatchObject({ value: 850_558e6, state: "low" });
    expect(one(low, context, "months").value).toBe(6);
    const record = { statistic: "record", series: "margin-debt" };
    expect(one(record, context)).toMatchObject({ value: 937_253e6, day: "2025-01-31" });
    expect(one(record, context, "prior")).toMatchObject({ value: 935_862e6, day: "2021-10-31" });
  });

  it("has margin debt peak a month before the index in 2021, and two months after it now", () => {
    const asked = { statistic: "lead-lag", series: "margin-debt", with: "rut.high" };
    expect(one(asked, context).value).toBe(2);
    expect(one(asked, context, "before").value).toBe(-1);
  });

  it("has margin debt tied to the index by 0.93 in levels and 0.78 in changes", () => {
    const asked = { statistic: "correlation", series: "margin-debt", with: "rut.close" };
    expect(one(asked, context).value).toBeCloseTo(0.93, 2);
    expect(one(asked, context, "changes").value).toBeCloseTo(0.78, 2);
    expect(one(asked, context, "from").day).toBe("2016-06-30");
  });

  it("has margin debt tied to the fund since 2000 by 0.98 in levels and 0.60 in changes", () => {
    const asked = { statistic: "correlation", series: "margin-debt", with: "iwm.close" };
    expect(one(asked, context).value).toBeCloseTo(0.98, 2);
    expect(one(asked, context, "changes").value).toBeCloseTo(0.6, 2);
    expect(one(asked, context).state).toBe("disagree");
  });

  it("has the survey at 95.8, down 1.6, after four readings of 100 or more", () => {
    const asked = { statistic: "change", series: "nfib", over: "1 month" };
    expect(one(asked, context).value).toBeCloseTo(-1.6, 10);
    const streak = { statistic: "streak", series: "nfib", of: "above", threshold: 100 };
    expect(one(streak, context)).toMatchObject({ value: 4, day: "2025-02-28" });
    expect(one(streak, context, "after").value).toBe(2);
  });

  it("has short interest up 28.2 percent, and no superlative across its holes", () => {
    const asked = { statistic: "change", series: "si", over: "1 month", at: "month-end" };
    expect(one(asked, context).value).toBeCloseTo(0.282, 3);
    const high = { statistic: "superlative", series: "si", side: "high", of: 2 };
    expect(() => unsaid(high, context, "since")).toThrow("no figures between 2025-01-31");
  });
});
