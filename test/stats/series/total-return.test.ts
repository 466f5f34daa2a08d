import { describe, expect, it } from "vitest";
import { contextOf, one, run, seriesOf } from "../support.ts";

describe("total-return", () => {
  // S&P 500 at the ends of 2023 and 2024: 4769.83 and 5881.63 in price, 10327.83 and 12911.82 with
  // dividends; S&P Dow Jones Indices published 23.31 and 25.02 percent.
  const price = seriesOf("x", [
    ["2023-12-29", 4769.83],
    ["2024-12-30", 5906.94],
    ["2024-12-31", 5881.63],
  ]);
  const total = seriesOf("x-total", [
    ["2023-12-29", 10_327.83],
    ["2024-12-31", 12_911.82],
  ]);
  const asked = {
    statistic: "total-return",
    series: "x",
    total: "x-total",
    over: "year to date",
  };

  it("sets the two against each other over one window", () => {
    const context = contextOf([price, total], "2024-12-31");
    expect(one(asked, context).value).toBeCloseTo(0.2502, 4);
    expect(one(asked, context, "price").value).toBeCloseTo(0.2331, 4);
    const points = one(asked, context, "difference");
    expect(points).toMatchObject({ unit: "points", digits: 1 });
    expect(points.value).toBeCloseTo(1.71, 2);
  });

  it("ends on the newest day that both have told", () => {
    const later = seriesOf("x", [
      ["2023-12-29", 4769.83],
      ["2024-12-31", 5881.63],
      ["2025-01-02", 5868.55],
    ]);
    const context = contextOf([later, total], "2025-01-02");
    expect(one(asked, context, "price").day).toBe("2024-12-31");
  });

  it("does not mix windows", () => {
    const context = contextOf([price, total], "2024-12-31");
    expect(() => run({ ...asked, over: "1 session" }, context)).toThrow(
      "x-total has no figure for 2024-12-30",
    );
  });

  it("refuses a total return below the price return", () => {
    const wrong = seriesOf("x-total", [
      ["2023-12-29", 10_327.83],
      ["2024-12-31", 12_000],
    ]);
    expect(() => run(asked, contextOf([price, wrong], "2024-12-31"))).toThrow("no dividend");
  });

  it("wants a window, and one only", () => {
    const context = contextOf([price, total], "2024-12-31");
    expect(() => run({ ...asked, from: "2024-12-30" }, context)).toThrow("either `over` or");
  });
});
