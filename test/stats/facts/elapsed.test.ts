import { describe, expect, it } from "vitest";
import { contextOf, months, one, run, seriesOf } from "../support.ts";

const monthly = (id: string, first: string, values: readonly number[]) =>
  seriesOf(id, months(first, values), { every: "month", unit: "score", basis: "reported" });
const X = monthly("x", "2025-01", [10, 12, 15]);
const facts = {
  first: { statistic: "last", series: "x", on: "2025-01-31" },
  third: { statistic: "last", series: "x" },
  coming: { statistic: "release", series: "x" },
};
const context = contextOf([X], "2025-04-01", { facts });

describe("elapsed", () => {
  it("counts calendar days between two facts, or to a day", () => {
    expect(one({ statistic: "elapsed", from: "first", to: "third" }, context).value).toBe(59);
    const pinned = { statistic: "elapsed", from: "first", to: "2025-02-01" };
    expect(one(pinned, context)).toMatchObject({ value: 1, day: "2025-02-01" });
  });

  it("counts to a release, on whose day no row stands", () => {
    const asked = { statistic: "elapsed", from: "third", to: "coming" };
    expect(one(asked, context).value).toBe(30);
  });

  it("refuses what runs backwards and two plain days", () => {
    const back = { statistic: "elapsed", from: "third", to: "first" };
    expect(() => run(back, context)).toThrow("lies before");
    const plain = { statistic: "elapsed", from: "2025-01-01", to: "2025-01-02" };
    expect(() => run(plain, context)).toThrow("one of the two must be a fact");
  });
});
