import { describe, expect, it } from "vitest";
import { contextOf, one, run, seriesOf, unsaid } from "../support.ts";

/** Russell 2000 in March 2020 and May 2025, as published by FTSE Russell. */
const shelf = [
  seriesOf("rut.close", [
    ["2020-03-18", 991.16],
    ["2025-05-23", 2039.85],
  ]),
  seriesOf("rut.low", [["2020-03-18", 966.22]], { basis: "intraday" }),
  seriesOf("iwm.close", [["2025-05-23", 202.65]]),
  seriesOf(
    "ust10",
    [
      ["2020-03-18", 1.18],
      ["2025-05-23", 4.51],
    ],
    { unit: "yield" },
  ),
];
const context = contextOf(shelf, "2025-05-23", {
  facts: {
    close: { statistic: "last", series: "rut.close" },
    old: { statistic: "last", series: "rut.close", on: "2020-03-18" },
    low: { statistic: "last", series: "rut.low" },
    fund: { statistic: "last", series: "iwm.close" },
    rate: { statistic: "last", series: "ust10" },
    "old-rate": { statistic: "last", series: "ust10", on: "2020-03-18" },
  },
});

describe("distance", () => {
  it("looks down to an old close, whichever came first", () => {
    // 991.16 / 2039.85 − 1 = −51.4 percent.
    const found = one({ statistic: "distance", from: "close", to: "old" }, context);
    expect(found).toMatchObject({ unit: "ratio", state: "below", day: "2025-05-23" });
    expect(found.value).toBeCloseTo(-0.5141, 4);
  });

  it("looks from the close down to an intraday low, and back up from it", () => {
    // 966.22 / 2039.85 − 1 = −52.6 percent; 2039.85 / 966.22 − 1 = 111.1 percent.
    const asked = { statistic: "distance", from: "close", to: "low" };
    expect(one(asked, context).value).toBeCloseTo(-0.5263, 4);
    expect(one(asked, context).basis).toBe("intraday");
    expect(one(asked, context, "back").value).toBeCloseTo(1.1112, 4);
    expect(one(asked, context, "back").state).toBe("above");
    expect(one(asked, context, "amount").value).toBeCloseTo(-1073.63, 8);
  });

  it("tells yields in basis points", () => {
    const asked = { statistic: "distance", from: "rate", to: "old-rate" };
    expect(one(asked, context)).toMatchObject({ unit: "basis points", digits: 0, state: "below" });
    expect(one(asked, context).value).toBeCloseTo(-333, 8);
    expect(unsaid(asked, context, "amount")).toContain("told in points");
    const gap = one({ statistic: "difference", from: "old-rate", to: "rate" }, context);
    expect(gap.unit).toBe("basis points");
    expect(gap.value).toBeCloseTo(333, 8);
  });

  it("never holds a fund against an index, or a price against a rate", () => {
    expect(() => run({ statistic: "distance", from: "close", to: "fund" }, context)).toThrow(
      "different things",
    );
    expect(() => run({ statistic: "distance", from: "close", to: "rate" }, context)).toThrow(
      "index and yield cannot be compared",
    );
  });
});
