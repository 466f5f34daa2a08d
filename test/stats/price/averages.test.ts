import { describe, expect, it } from "vitest";
import { averagesOf, sideOf } from "../../../src/stats/price/averages.ts";
import { seriesOf } from "../support.ts";

const series = seriesOf("x", [["2024-01-02", 0.64]], { precision: 2 });

describe("sideOf", () => {
  it("compares at the precision of the source", () => {
    expect(sideOf(series, 0.64, 0.644)).toBe("at");
    expect(sideOf(series, 0.64, 0.646)).toBe("below");
    expect(sideOf(series, 0.66, 0.644)).toBe("above");
  });

  it("rounds a mean half way up, whatever dust its sum left", () => {
    // Equity put-call ratio, 26 October 2017: means of 0.637 and 0.645 are 0.64 and 0.65 by hand.
    expect(sideOf(series, 0.637, 0.645)).toBe("below");
    expect(sideOf(series, 0.637, 0.6449999999999999)).toBe("below");
    expect(sideOf(series, 0.6449999999999999, 0.65)).toBe("at");
  });

  it("is told of running means as of fresh ones", () => {
    // 0.57 and 0.72 in turn: each mean of two is 0.645.
    const rows = Array.from({ length: 28 }, (_, index): readonly [string, number] => [
      `2024-02-${String(index + 1).padStart(2, "0")}`,
      index % 2 === 0 ? 0.57 : 0.72,
    ]);
    const means = averagesOf(seriesOf("y", rows).points, 2);
    for (const each of means.slice(1)) expect(sideOf(series, 0.65, each)).toBe("at");
  });
});
