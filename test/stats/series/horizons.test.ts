import { describe, expect, it } from "vitest";
import { contextOf, months, one, seriesOf, unsaid } from "../support.ts";

describe("horizons", () => {
  /** S&P 500, closes as published by S&P Dow Jones Indices. */
  const spx = seriesOf("x", [
    ["2024-05-23", 5267.84],
    ["2024-12-31", 5881.63],
    ["2025-02-21", 6013.13],
    ["2025-03-31", 5611.85],
    ["2025-04-23", 5375.86],
    ["2025-04-25", 5525.21],
    ["2025-04-30", 5569.06],
    ["2025-05-16", 5958.38],
    ["2025-05-22", 5842.01],
    ["2025-05-23", 5802.82],
  ]);
  const asked = { statistic: "horizons", series: "x" };

  it("says a row of a table in one fact", () => {
    const context = contextOf([spx], "2025-05-23");
    expect(one(asked, context)).toMatchObject({ value: 5802.82, day: "2025-05-23" });
    const bases = {
      day: 5842.01,
      week: 5958.38,
      "four-weeks": 5525.21,
      month: 5375.86,
      quarter: 6013.13,
      year: 5267.84,
      "month-to-date": 5569.06,
      "quarter-to-date": 5611.85,
      "year-to-date": 5881.63,
    };
    for (const [part, base] of Object.entries(bases)) {
      expect(one(asked, context, part).value, part).toBeCloseTo(5802.82 / base - 1, 12);
    }
    // S&P 500, week to 23 May 2025: −2.6 percent; year to date −1.3 percent, as published.
    expect(one(asked, context, "week").value).toBeCloseTo(-0.026, 3);
    expect(one(asked, context, "year-to-date").value).toBeCloseTo(-0.0134, 4);
    expect(one(asked, context, "week").state).toBe("whole");
  });

  it("withholds alone what has no base, or no place in the rhythm", () => {
    const survey = seriesOf("x", months("2025-02", [100.7, 97.4, 95.8]), {
      every: "month",
      unit: "score",
      precision: 1,
    });
    const context = contextOf([survey], "2025-05-23");
    expect(one(asked, context, "month").value).toBeCloseTo(-1.6, 10);
    expect(one(asked, context, "quarter-to-date").value).toBeCloseTo(-1.6, 10);
    expect(unsaid(asked, context, "week")).toContain("not told often enough");
    expect(unsaid(asked, context, "year")).toContain("no figure for 1 year before 2025-04-30");
  });

  it("ends on a day that is asked for", () => {
    const context = contextOf([spx], "2025-05-23");
    expect(one({ ...asked, to: "2025-04-30" }, context, "quarter-to-date").value).toBeCloseTo(
      5569.06 / 5611.85 - 1,
      12,
    );
  });
});
