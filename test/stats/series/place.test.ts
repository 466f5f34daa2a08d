import { describe, expect, it } from "vitest";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const series = (values: readonly number[]) =>
  seriesOf("x", months("2018-01", values), { every: "month", unit: "score" });
const asked = { statistic: "place", series: "x", over: "all", least: 5 };

describe("place", () => {
  it("counts what lies under the latest value, and what equals it half", () => {
    // Under 4: 1, 2, 3; equal: 4 itself; five values: 3.5 / 5.
    expect(one(asked, contextOf([series([1, 2, 3, 9, 4])], "2025-01-01")).value).toBe(0.7);
  });

  it("scores by the sample's standard deviation", () => {
    // Mean 4, squares 9 + 4 + 1 + 1 + 25 = 40, variance 10, (9 − 4) / √10.
    const context = contextOf([series([1, 2, 3, 5, 9])], "2025-01-01");
    expect(one(asked, context, "score").value).toBeCloseTo(5 / Math.sqrt(10), 12);
  });

  it("looks back over its window alone", () => {
    const context = contextOf([series([90, 90, 90, 1, 2, 3, 4, 5])], "2025-01-01");
    const found = one({ ...asked, over: "4 months" }, context);
    expect(found).toMatchObject({ value: 0.9, named: { readings: 5, months: 4 } });
  });

  it("wants enough readings, and some movement for a score", () => {
    expect(() => run(asked, contextOf([series([1, 2])], "2025-01-01"))).toThrow("fewer than 5");
    const flat = contextOf([series([4, 4, 4, 4, 4])], "2025-01-01");
    expect(one(asked, flat).value).toBe(0.5);
    expect(unsaid(asked, flat, "score")).toContain("did not vary");
  });
});
