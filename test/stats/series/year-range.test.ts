import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addSessions, day } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import {
  contextOf,
  hasRealData,
  months,
  one,
  realPath,
  run,
  seriesOf,
  unsaid,
} from "../support.ts";

const START = day("2024-01-02");
const daily = (id: string, values: readonly number[], shape: Shape = {}): Series =>
  seriesOf(
    id,
    values.map((each, at) => [addSessions(START, at), each] as const),
    shape,
  );
const asked = { statistic: "year-range", series: "x", over: "5 sessions" };
const of = (...values: readonly number[]) => contextOf([daily("x", values)], "2025-01-01");

describe("year-range", () => {
  it("places the latest reading between low and high", () => {
    // The 99 of the first day lies outside the five sessions: 20 to 60, and 30 is a quarter up.
    const context = of(99, 40, 20, 60, 50, 30);
    expect(one(asked, context)).toMatchObject({
      value: 0.25,
      state: "inside",
      named: { sessions: 5 },
    });
    expect(one(asked, context, "high")).toMatchObject({ value: 60, day: addSessions(START, 3) });
    expect(one(asked, context, "low")).toMatchObject({ value: 20, day: addSessions(START, 2) });
    expect(one(asked, context, "from-high").value).toBeCloseTo(-0.5, 12);
    expect(one(asked, context, "from-low").value).toBeCloseTo(0.5, 12);
  });

  it.each([
    ["new high", [10, 20, 30, 40, 50]],
    ["at high", [10, 50, 30, 40, 50.02]],
    ["new low", [50, 40, 30, 20, 10]],
    ["at low", [50, 10, 30, 20, 10]],
    ["inside", [50, 10, 30, 20, 40]],
  ])("knows %s", (state, values) => {
    expect(one(asked, of(...values)).state).toBe(state);
  });

  it("takes the year to date from its first session on", () => {
    // Sessions from 26 December 2023: 90 and 95 before the new year, then 50, 70 and 60.
    const early = day("2023-12-26");
    const full = [0, 1, 2, 3, 4, 5, 6].map((each) => addSessions(early, each));
    const values = [90, 95, 95, 95, 50, 70, 60];
    const context = contextOf(
      [
        seriesOf(
          "x",
          full.map((each, place) => [each, values[place] ?? 0] as const),
        ),
      ],
      "2024-01-31",
    );
    const sofar = { statistic: "year-range", series: "x", over: "year to date" };
    expect(one(sofar, context, "low")).toMatchObject({ value: 50, day: day("2024-01-02") });
    expect(one(sofar, context, "high")).toMatchObject({ value: 70, named: {} });
    expect(one(sofar, context, "from-low").value).toBeCloseTo(0.2, 12);
    const late = contextOf([seriesOf("y", [[day("2024-01-05"), 5]])], "2024-01-31");
    expect(() => one({ ...sofar, series: "y" }, late)).toThrow("all of the year to date");
  });

  it("holds highs and lows of the day against the close", () => {
    const context = contextOf(
      [
        daily("b.open", [1, 1, 1, 1, 1]),
        daily("b.high", [12, 20, 15, 15, 21], { basis: "intraday" }),
        daily("b.low", [9, 10, 11, 11, 12], { basis: "intraday" }),
        daily("b.close", [10, 19, 12, 14, 15]),
      ],
      "2025-01-01",
    );
    const bars = { statistic: "year-range", bars: "b", over: "5 sessions" };
    // The day's high is new; the close is half way between 9 and 21.
    expect(one(bars, context)).toMatchObject({ value: 0.5, state: "new high" });
    expect(one(bars, context, "from-high").basis).toBe("intraday");
    const closes = { ...bars, basis: "close" };
    expect(one(closes, context)).toMatchObject({ state: "inside" });
    expect(one(closes, context, "high").value).toBe(19);
  });

  it("tells yields in basis points, and what did not move not at all", () => {
    const yields = daily("x", [4, 4.5, 4.2, 4.3, 4.4], { unit: "yield" });
    const context = contextOf([daily("x", [9]), yields].slice(1), "2025-01-01");
    expect(one(asked, context, "from-high")).toMatchObject({ unit: "basis points" });
    expect(one(asked, context, "from-high").value).toBeCloseTo(-10, 8);
    expect(unsaid(asked, of(1, 7, 7, 7, 7, 7), "")).toContain("did not move");
  });

  it("wants data over the whole span, and no hole", () => {
    expect(() => run(asked, of(1, 2, 3))).toThrow("not known for all of the last 5 sessions");
    expect(() => run({ ...asked, over: "52 weeks" }, of(1, 2, 3))).toThrow("not known for all");
    const rows = [...months("2024-01", [1, 2, 3]), ...months("2024-06", [4, 5])];
    const holed = contextOf([seriesOf("x", rows, { every: "month" })], "2025-01-01");
    expect(() => run({ ...asked, over: "6 months" }, holed)).toThrow("no figures between");
  });

  it("is not told on half a year after a hole, though older data are there", () => {
    // Ten years of silence, then five months: the year before the last of them is not known.
    const rows = [...months("2010-01", [9, 1]), ...months("2020-01", [5, 4, 6, 5, 7])];
    const holed = contextOf([seriesOf("x", rows, { every: "month" })], "2025-01-01");
    expect(() => run({ ...asked, over: "1 year" }, holed)).toThrow("not known for all");
    // From February to May all four months are there.
    expect(one({ ...asked, over: "4 months" }, holed, "low").value).toBe(4);
  });

  it("is told where the data begin with the first reading of the span", () => {
    const year = months("2024-01", [5, 4, 6, 5, 7, 8, 9, 3, 5, 6, 7, 8]);
    const context = contextOf([seriesOf("x", year, { every: "month" })], "2025-06-01");
    expect(one({ ...asked, over: "1 year" }, context, "low").value).toBe(3);
    expect(() => run({ ...asked, over: "13 months" }, context)).toThrow("not known for all");
  });

  it("counts no sessions of what is told by month", () => {
    const rows = months("2024-01", [1, 2, 3, 4, 5, 6]);
    const context = contextOf([seriesOf("x", rows, { every: "month" })], "2025-01-01");
    expect(() => run(asked, context)).toThrow("not told often enough");
  });

  it("cites a suspect reading that could be the high instead", () => {
    const doubted = addSessions(START, 2);
    const series = daily("x", [10, 100, 97, 20, 50], { suspect: [doubted] });
    const context = contextOf([series], "2025-01-01");
    for (const part of ["", "high", "from-high"]) {
      expect(one(asked, context, part).cites.map((each) => each.day)).toContain(doubted);
    }
    expect(one(asked, context)).toMatchObject({ day: addSessions(START, 4) });
    expect(one(asked, context, "from-low").cites.map((each) => each.day)).not.toContain(doubted);
  });

  it("asks for a series or for bars, not for both", () => {
    expect(() => run({ ...asked, bars: "x" }, of(1))).toThrow("either a series or bars");
  });

  it("never places a reading outside of its range", () => {
    const values = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 6, maxLength: 30 });
    fc.assert(
      fc.property(values, (all) => {
        const window = all.slice(-5);
        if (new Set(window).size === 1) return;
        const found = one(asked, of(...all));
        expect(found.value).toBeGreaterThanOrEqual(0);
        expect(found.value).toBeLessThanOrEqual(1);
        const mirrored = one(asked, of(...all.map((each) => 1000 - each)));
        expect(mirrored.value).toBeCloseTo(1 - found.value, 12);
      }),
    );
  });
});

describe.runIf(hasRealData)("on the S&P 500", () => {
  const text = hasRealData
    ? gunzipSync(readFileSync(realPath("etf-index-daily/GSPC_1985on.csv.gz"))).toString("utf8")
    : "";
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const bar = (name: string, column: number): Series =>
    seriesOf(
      `spx.${name}`,
      rows.map((row) => [row[0] ?? "", Math.round(Number(row[column]) * 100) / 100] as const),
      { basis: name === "close" ? "close" : "intraday" },
    );
  const shelf = [bar("open", 1), bar("high", 2), bar("low", 3), bar("close", 4)];

  it("year-range has 4835.04 to 6147.43 on 23 May 2025, as published", () => {
    const context = contextOf(shelf, "2025-05-23");
    const found = { statistic: "year-range", bars: "spx" };
    expect(one(found, context, "high")).toMatchObject({ value: 6147.43, day: "2025-02-19" });
    expect(one(found, context, "low")).toMatchObject({ value: 4835.04, day: "2025-04-07" });
    // (5802.82 − 4835.04) / (6147.43 − 4835.04)
    expect(one(found, context).value).toBeCloseTo(967.78 / 1312.39, 6);
  });

  it("near-extreme has 18 January 2024 within 0.3 percent of the record close of 2022", () => {
    const context = contextOf(shelf, "2024-01-18");
    const found = { statistic: "near-extreme", bars: "spx", basis: "close" };
    // 4780.94 against 4796.56 of 3 January 2022, as published.
    expect(one(found, context, "extreme")).toMatchObject({ value: 4796.56, day: "2022-01-03" });
    expect(one(found, context).value).toBeCloseTo(4780.94 / 4796.56 - 1, 12);
    expect(one(found, context, "amount").value).toBeCloseTo(-15.62, 8);
    const next = contextOf(shelf, "2024-01-19");
    expect(() => run(found, next)).toThrow("has reached its high of 2022-01-03");
  });
});
