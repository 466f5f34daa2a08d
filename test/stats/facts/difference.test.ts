import { describe, expect, it } from "vitest";
import { contextOf, months, one, run, seriesOf } from "../support.ts";

const monthly = (id: string, first: string, values: readonly number[]) =>
  seriesOf(id, months(first, values), { every: "month", unit: "score", basis: "reported" });
const X = monthly("x", "2025-01", [10, 12, 15]);
const facts = {
  first: { statistic: "last", series: "x", on: "2025-01-31" },
  third: { statistic: "last", series: "x" },
  up: { statistic: "change", series: "x", over: "period", as: "percent" },
  before: { statistic: "change", series: "x", from: "2025-01-31", to: "2025-02-28", as: "percent" },
  place: { statistic: "place", series: "x", least: 2 },
};
const context = contextOf([X], "2025-04-01", { facts });

describe("difference", () => {
  it("takes the first from the second", () => {
    const found = one({ statistic: "difference", from: "first", to: "third" }, context);
    expect(found).toMatchObject({ value: 5, unit: "points", state: "above" });
  });

  it("sets percentages off in points", () => {
    // 15/12 − 1 = 25 percent, 12/10 − 1 = 20 percent.
    const found = one({ statistic: "difference", from: "before", to: "up" }, context);
    expect(found.unit).toBe("points");
    expect(found.value).toBeCloseTo(5, 10);
  });

  it("refuses unlike units and figures of a whole window", () => {
    const unlike = { statistic: "difference", from: "first", to: "up" };
    expect(() => run(unlike, context)).toThrow("score and ratio cannot be set off");
    const place = { statistic: "difference", from: "place", to: "place" };
    expect(() => run(place, context)).toThrow("rests on a whole window");
  });
});
