import { describe, expect, it } from "vitest";
import { contextOf, one, seriesOf, unsaid } from "../support.ts";

const DAYS = ["2025-05-19", "2025-05-20", "2025-05-21"] as const;
const rows = (...values: readonly number[]) =>
  values.map((value, at) => [DAYS[at] ?? "", value] as const);
const asked = { statistic: "fund-decay", fund: "fund", of: "index", times: -2, over: "2 days" };

describe("fund-decay", () => {
  // Up 10 percent, then down 10: the index loses 1 percent, the fund 4; minus two times the loss is a gain of 2.
  const index = seriesOf("index", rows(100, 110, 99));
  const fund = seriesOf("fund", rows(100, 80, 96));
  const context = contextOf([index, fund], "2025-05-21");

  it("tells how far daily reset ended from so many times the change", () => {
    expect(one(asked, context, "fund").value).toBeCloseTo(-0.04, 12);
    expect(one(asked, context, "change").value).toBeCloseTo(-0.01, 12);
    expect(one(asked, context, "simple").value).toBeCloseTo(0.02, 12);
    expect(one(asked, context).value).toBeCloseTo(-6, 10);
    expect(one(asked, context)).toMatchObject({ unit: "points", state: "behind" });
    expect(one(asked, context, "times").value).toBe(-2);
  });

  // A steady rise of 10 percent a day: 0.8 × 0.8 = 0.64, and −2 × 21 % is worse.
  it("is ahead after a steady climb", () => {
    const up = [seriesOf("index", rows(100, 110, 121)), seriesOf("fund", rows(100, 80, 64))];
    const found = one(asked, contextOf(up, "2025-05-21"));
    expect(found.value).toBeCloseTo(6, 10);
    expect(found.state).toBe("ahead");
  });

  it("withholds a loss of more than all", () => {
    const up = [seriesOf("index", rows(100, 140, 160)), seriesOf("fund", rows(100, 20, 14))];
    expect(unsaid(asked, contextOf(up, "2025-05-21"), "simple")).toContain("no more than all");
  });
});
