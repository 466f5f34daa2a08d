import { describe, expect, it } from "vitest";
import { contextOf, months, one, seriesOf } from "../support.ts";

/** Ninety-nine readings of the numbers from 1 on, and a last one among them. */
function placed(last: number) {
  const values = [...Array.from({ length: 99 }, (_, at) => at + 1), last];
  const series = seriesOf("x", months("2010-01", values), {
    every: "month",
    unit: "score",
    basis: "reported",
  });
  const place = { statistic: "place", series: "x", over: "all" };
  return contextOf([series], "2025-04-01", {
    facts: { place, last: { statistic: "last", series: "x" } },
  });
}

describe("band", () => {
  // Of a hundred readings n − 1 lie under the last one; it and its equal count half: n percent exactly.
  it.each([
    [1, "lowest"],
    [5, "lowest"],
    [6, "low"],
    [20, "low"],
    [21, "lowish"],
    [40, "lowish"],
    [41, "middle"],
    [59, "middle"],
    [60, "highish"],
    [79, "highish"],
    [80, "high"],
    [94, "high"],
    [95, "highest"],
    [99, "highest"],
  ])("puts percentile %i into the band %s", (last, state) => {
    expect(one({ statistic: "band", of: "place" }, placed(last))).toMatchObject({
      value: last / 100,
      unit: "percentile",
      state,
    });
  });

  // 4.5 is under 5 and its neighbours: 4 readings under, itself half: 4.5 percent, printed as the 5th.
  it("goes by the percentile as printed", () => {
    expect(one({ statistic: "band", of: "place" }, placed(4.5)).state).toBe("lowest");
    expect(one({ statistic: "band", of: "place" }, placed(5.5)).state).toBe("low");
  });

  it("tells the side alone", () => {
    const side = (last: number) => one({ statistic: "band", of: "place" }, placed(last), "side");
    expect([20, 40, 50, 60, 99].map((each) => side(each).state)).toEqual([
      "low",
      "low",
      "middle",
      "high",
      "high",
    ]);
  });

  it("names the ends of its rule, and takes others", () => {
    expect(one({ statistic: "band", of: "place" }, placed(50)).named).toMatchObject({
      lowest: 5,
      low: 20,
      lowish: 40,
      highish: 60,
      high: 80,
      highest: 95,
    });
    const own = { statistic: "band", of: "place", extreme: 0.1, strong: 0.25, mild: 0.3 };
    expect(one(own, placed(10)).state).toBe("lowest");
    expect(one(own, placed(75)).state).toBe("high");
  });

  it("is withheld of what is no percentile", () => {
    expect(() => one({ statistic: "band", of: "last" }, placed(50))).toThrow("no percentile");
  });
});
