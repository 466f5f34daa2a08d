import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addSessions, day } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, one, run, seriesOf, unsaid } from "../support.ts";

const daily = (values: readonly number[], shape: Shape = {}): Series =>
  seriesOf(
    "x",
    values.map((each, at) => [addSessions(day("2024-01-02"), at), each] as const),
    { unit: "shares", precision: 0, ...shape },
  );
const asked = { statistic: "against-average", series: "x", of: 5 };

describe("against-average", () => {
  it("tells volume as a share of the average before", () => {
    // Mean of 8, 12, 10, 9 and 11 is 10; squares 4 + 4 + 0 + 1 + 1 = 10, variance 2.5.
    const values = [8000, 12_000, 10_000, 9000, 11_000, 17_600];
    const context = contextOf([daily(values)], "2025-01-01");
    const before = { ...asked, window: "before" };
    expect(one(before, context)).toMatchObject({ state: "above", named: { of: 5 }, unit: "ratio" });
    expect(one(before, context).value).toBeCloseTo(1.76, 12);
    expect(one(before, context, "distance").value).toBeCloseTo(0.76, 12);
    expect(one(before, context, "average").value).toBe(10_000);
    expect(one(before, context, "score").value).toBeCloseTo(7.6 / Math.sqrt(2.5), 12);
  });

  it("rests the latest reading on its own row alone", () => {
    const context = contextOf([daily([1, 2, 3, 5, 9])], "2025-01-01");
    expect(one(asked, context, "latest").cites.map((each) => each.value)).toEqual([9]);
    expect(one(asked, context, "latest")).toMatchObject({ value: 9, state: "above" });
  });

  it("counts the latest reading in, as a moving average does", () => {
    // Mean of 1, 2, 3, 5, 9 is 4; squares 9 + 4 + 1 + 1 + 25 = 40, variance 10.
    const context = contextOf(
      [daily([99, 1, 2, 3, 5, 9], { unit: "score", precision: 2 })],
      "2025-01-01",
    );
    expect(one(asked, context).value).toBe(2.25);
    expect(one(asked, context, "score").value).toBeCloseTo(5 / Math.sqrt(10), 12);
    expect(one(asked, context, "distance")).toMatchObject({ unit: "points", value: 5 });
  });

  it("tells no share of percentages, of what can be negative, or of next to nothing", () => {
    const survey = contextOf([daily([1, 2, 3, 4, 5], { unit: "net percent" })], "2025-01-01");
    expect(unsaid(asked, survey, "")).toContain("is a percentage itself");
    expect(one(asked, survey, "distance")).toMatchObject({ unit: "points", value: 2 });
    const net = contextOf([daily([-1, 2, 3, 4, 5], { unit: "contracts" })], "2025-01-01");
    expect(unsaid(asked, net, "")).toContain("zero or less");
    expect(unsaid(asked, net, "distance")).toContain("zero or less");
    expect(one(asked, net, "score").value).toBeGreaterThan(0);
    const coarse = contextOf([daily([1, 2, 3, 4, 5])], "2025-01-01");
    expect(unsaid(asked, coarse, "")).toContain("too small for the precision");
  });

  it("tells yields in basis points", () => {
    const yields = daily([4, 4.1, 4.2, 4.3, 4.4], { unit: "yield", precision: 2 });
    const context = contextOf([yields], "2025-01-01");
    expect(one(asked, context, "distance")).toMatchObject({ unit: "basis points", digits: 0 });
    expect(one(asked, context, "distance").value).toBeCloseTo(20, 8);
  });

  it("has no score where nothing varied", () => {
    const flat = contextOf([daily([700, 700, 700, 700, 700])], "2025-01-01");
    expect(one(asked, flat)).toMatchObject({ value: 1, state: "at" });
    expect(unsaid(asked, flat, "score")).toContain("hardly varied");
  });

  it("wants every reading of its window", () => {
    expect(() => run(asked, contextOf([daily([1, 2])], "2025-01-01"))).toThrow("too few");
    const rows = [1, 2, 3, 4, 5, 6].map(
      (each, at) => [addSessions(day("2024-01-02"), at), each] as const,
    );
    const holed = contextOf([seriesOf("x", rows.toSpliced(3, 1))], "2025-01-01");
    expect(() => run(asked, holed)).toThrow("no figures between");
  });
});
