import { describe, expect, it } from "vitest";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (id: string, first: string, values: readonly number[]) =>
  seriesOf(id, months(first, values), { every: "month", unit: "score", basis: "reported" });

describe("lead-lag", () => {
  const ours = monthly("one", "2020-01", [5, 9, 7, 6, 8, 7, 8, 8, 10, 9, 9, 9]);
  const two = monthly("two", "2020-01", [5, 6, 8, 7, 6, 7, 7, 9, 7, 7, 7, 7]);
  const asked = { statistic: "lead-lag", series: "one", with: "two" };

  it("tells which peaked first, this time and last time", () => {
    // Peaks of the first in February and September, of the second in March and August.
    const both = contextOf([ours, two], "2020-12-31");
    expect(one(asked, both)).toMatchObject({ value: 1, state: "lags", unit: "months" });
    expect(one(asked, both, "before")).toMatchObject({ value: -1, state: "leads" });
    expect(one(asked, both, "top-before").day).toBe("2020-02-29");
  });

  it("tells which bottomed first between its two peaks", () => {
    // The first is lowest between its peaks in April (6), the second between its own in May (6).
    const both = contextOf([ours, two], "2020-12-31");
    expect(one(asked, both, "low")).toMatchObject({ value: 6, day: "2020-04-30" });
    expect(one(asked, both, "other-low")).toMatchObject({ value: 6, day: "2020-05-31" });
    expect(one(asked, both, "trough")).toMatchObject({ value: -1, state: "leads" });
    expect(unsaid({ ...asked, stood: "9 months" }, both, "trough")).toContain("outside the data");
  });

  it("waits until a record is two months old", () => {
    const early = contextOf([ours, two], "2020-10-31");
    expect(() => run(asked, early)).toThrow("too young to be called a peak");
  });

  it("takes peaks far from each other for two cycles", () => {
    const both = contextOf([ours, two], "2020-12-31");
    expect(() => run({ ...asked, apart: 1, stood: "9 months" }, both)).not.toThrow();
    expect(unsaid({ ...asked, stood: "9 months" }, both, "before")).toContain("outside the data");
  });
});
