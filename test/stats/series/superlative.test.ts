import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (first: string, values: readonly number[], shape: Shape = {}): Series =>
  seriesOf("x", months(first, values), { every: "month", unit: "score", precision: 0, ...shape });
const asked = { statistic: "superlative", series: "x" };

describe("superlative", () => {
  // FINRA margin statistics, debit balances in $ million, September 2024 to April 2025.
  const debt = monthly(
    "2024-09",
    [813_208, 815_369, 890_852, 899_168, 937_253, 918_144, 880_316, 850_558].map(
      (each) => each * 1e6,
    ),
    { unit: "money", precision: -6 },
  );

  it("finds margin debt at a six-month low in April 2025", () => {
    const context = contextOf([debt], "2025-05-23");
    expect(one(asked, context)).toMatchObject({ value: 850_558e6, state: "low" });
    expect(one(asked, context, "since")).toMatchObject({ value: 815_369e6, day: "2024-10-31" });
    expect(one(asked, context, "periods").value).toBe(6);
    expect(one(asked, context, "months").value).toBe(6);
  });

  it("counts half-months as months only where they are whole", () => {
    const half = (rows: readonly (readonly [string, number])[]): Series =>
      seriesOf("x", rows, { every: "half-month", unit: "shares", precision: 0 });
    const rows: readonly (readonly [string, number])[] = [
      ["2025-01-15", 50e6],
      ["2025-01-31", 50e6],
      ["2025-02-14", 9e6],
      ["2025-02-28", 8e6],
      ["2025-03-14", 9.5e6],
      ["2025-03-31", 20e6],
    ];
    const whole = contextOf([half(rows)], "2025-04-30");
    expect(one({ ...asked, side: "high", least: 2 }, whole, "months").value).toBe(2);
    const early = contextOf([half(rows.slice(0, 5))], "2025-04-30");
    const request = { ...asked, side: "high", least: 1 };
    expect(unsaid(request, early, "months")).toContain("whole number of months");
  });

  it("calls a value equal in print a tie, and looks on for what lies beyond", () => {
    // NFIB capital spending plans: 18 in April 2020 and again in April 2025; between them our own.
    const context = contextOf([monthly("2020-03", [21, 18, 20, 22, 25, 24, 18])], "2021-01-01");
    const request = { ...asked, side: "low" };
    expect(one(request, context, "tie")).toMatchObject({ value: 18, day: "2020-04-30" });
    expect(one(request, context, "elapsed").value).toBe(153);
    expect(unsaid(request, context, "beyond")).toContain("nothing");
    expect(unsaid(request, context, "record")).toBe("it is no record");
  });

  it("softens what only the source can tell apart", () => {
    const rows = [990, 1001.4, 990, 980, 970, 1001.3, 990, 980, 1001.45];
    const index = monthly("2020-01", rows, { unit: "index", precision: 2 });
    const context = contextOf([index], "2021-01-01");
    expect(one({ ...asked, side: "high" }, context, "tie").day).toBe("2020-06-30");
  });

  it("picks the side that reaches back further", () => {
    const context = contextOf([monthly("2020-01", [5, 3, 9, 8, 7, 6, 4])], "2021-01-01");
    expect(one(asked, context)).toMatchObject({ value: 4, state: "low" });
  });

  it("picks the most extreme of the latest readings", () => {
    const context = contextOf([monthly("2020-01", [12, 5, 6, 7, 11, 10])], "2021-01-01");
    const found = one({ ...asked, side: "high", of: 2 }, context);
    expect(found).toMatchObject({ value: 11, day: "2020-05-31" });
    expect(one({ ...asked, side: "high", of: 2 }, context, "periods").value).toBe(4);
  });

  it("says nothing of a short look-back", () => {
    const context = contextOf([monthly("2020-01", [9, 9, 9, 7, 8])], "2021-01-01");
    expect(() => run(asked, context)).toThrow("the highest of 2 readings only");
  });

  it("says nothing across a hole", () => {
    const rows = [...months("2020-01", [9, 1, 2]), ...months("2020-06", [3, 4, 5])];
    const context = contextOf(
      [seriesOf("x", rows, { every: "month", unit: "score" })],
      "2021-01-01",
    );
    expect(() => run(asked, context)).toThrow("no figures between 2020-03-31 and 2020-06-30");
  });

  it("says no record low of a series that is complete for highs alone", () => {
    const falling = monthly("2020-01", [9, 8, 7, 6, 5, 4, 3]);
    const highsOnly = { ...falling, completeForLows: false };
    expect(one(asked, contextOf([falling], "2021-01-01"), "record").value).toBe(3);
    expect(unsaid(asked, contextOf([highsOnly], "2021-01-01"), "record")).toBe(
      "x is not declared complete for record lows",
    );
  });

  it("says record of complete series alone", () => {
    const values = [1, 2, 3, 4, 5];
    const whole = contextOf([monthly("2020-01", values)], "2021-01-01");
    expect(one(asked, whole, "record").value).toBe(5);
    expect(one(asked, whole, "start").day).toBe("2020-01-31");
    const part = contextOf([monthly("2020-01", values, { complete: false })], "2021-01-01");
    expect(unsaid(asked, part, "record")).toContain("not declared complete");
    expect(unsaid(asked, part, "since")).toBe("nothing since 2020-01-31 is highest");
  });

  it("cites a suspect point that could overturn it", () => {
    const series = monthly("2020-01", [1000, 10, 985, 20, 990], { suspect: ["2020-03-31"] });
    const found = one({ ...asked, side: "high" }, contextOf([series], "2021-01-01"));
    expect(found.cites.map((each) => each.day)).toEqual(["2020-05-31", "2020-03-31"]);
    const far = monthly("2020-01", [1000, 10, 500, 20, 990], { suspect: ["2020-03-31"] });
    const calm = one({ ...asked, side: "high" }, contextOf([far], "2021-01-01"));
    expect(calm.cites).toHaveLength(1);
  });
});
