import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addDays, day } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

/** S&P 500, closes as published by S&P Dow Jones Indices. */
const spx = seriesOf("x", [
  ["2024-05-22", 5307.01],
  ["2024-05-23", 5267.84],
  ["2024-12-31", 5881.63],
  ["2025-03-31", 5611.85],
  ["2025-04-04", 5074.08],
  ["2025-04-08", 4982.77],
  ["2025-04-09", 5456.9],
  ["2025-04-17", 5282.7],
  ["2025-04-23", 5375.86],
  ["2025-04-25", 5525.21],
  ["2025-04-30", 5569.06],
  ["2025-05-16", 5958.38],
  ["2025-05-22", 5842.01],
  ["2025-05-23", 5802.82],
]);
const friday = contextOf([spx], "2025-05-23", {
  facts: { low: { statistic: "last", series: "x", on: "2025-04-08" } },
});

describe("change over", () => {
  it.each([
    ["1 session", "2025-05-22", 5842.01],
    ["1 day", "2025-05-22", 5842.01],
    ["1 week", "2025-05-16", 5958.38],
    ["4 weeks", "2025-04-25", 5525.21],
    ["30 days", "2025-04-23", 5375.86],
    ["1 month", "2025-04-23", 5375.86],
    ["1 year", "2024-05-23", 5267.84],
    ["month to date", "2025-04-30", 5569.06],
    ["quarter to date", "2025-03-31", 5611.85],
    ["year to date", "2024-12-31", 5881.63],
  ])("%s starts on %s", (over, from, base) => {
    const asked = { statistic: "change", series: "x", over };
    expect(one(asked, friday, "from")).toMatchObject({ day: from, value: base });
    expect(one(asked, friday).value).toBeCloseTo(5802.82 / base - 1, 12);
  });

  it("a quarter goes back to the same date three months before", () => {
    const close = seriesOf("x", [
      ["2025-02-21", 100],
      ["2025-05-23", 110],
    ]);
    // 23 February 2025 was a Sunday: the last session before it was Friday the 21st.
    const asked = { statistic: "change", series: "x", over: "1 quarter" };
    expect(one(asked, contextOf([close], "2025-05-23")).value).toBeCloseTo(0.1, 12);
  });

  it("a day on a Monday goes back to Friday", () => {
    const asked = { statistic: "change", series: "x", over: "1 day" };
    const close = seriesOf("x", [
      ["2025-05-16", 100],
      ["2025-05-19", 101],
    ]);
    expect(one(asked, contextOf([close], "2025-05-19"), "from").day).toBe("2025-05-16");
  });

  it("an event: from its close to the latest, also where it fell on a weekend", () => {
    const asked = { statistic: "change", series: "x", from: "2025-04-09" };
    expect(one(asked, friday).value).toBeCloseTo(5802.82 / 5456.9 - 1, 12);
    const eve = { statistic: "change", series: "x", from: "2025-04-20" };
    expect(one(eve, friday, "from").day).toBe("2025-04-17");
  });

  it("the day of another fact", () => {
    const asked = { statistic: "change", series: "x", from: "low" };
    expect(one(asked, friday, "from")).toMatchObject({ day: "2025-04-08", value: 4982.77 });
  });

  describe("weekly series", () => {
    // Tuesdays from 2 January 2024 on: 100, 101, 102 and so on.
    const rows = Array.from(
      { length: 73 },
      (_, at) => [addDays(day("2024-01-02"), 7 * at), 100 + at] as const,
    );
    const weekly = contextOf(
      [seriesOf("x", rows, { every: "week", unit: "contracts" })],
      "2025-05-23",
    );

    it.each([
      // The latest Tuesday is 20 May 2025. Four weeks before: 22 April. A month before lies in the
      // week of Tuesday, 15 April; a year before, Monday 20 May 2024, in that of 21 May.
      ["1 week", "2025-05-13"],
      ["4 weeks", "2025-04-22"],
      ["1 month", "2025-04-15"],
      ["1 year", "2024-05-21"],
      ["month to date", "2025-04-29"],
      ["quarter to date", "2025-03-25"],
      ["year to date", "2024-12-31"],
    ])("go back %s to %s", (over, from) => {
      const asked = { statistic: "change", series: "x", over };
      expect(one(asked, weekly, "from").day).toBe(from);
    });

    it("have no change over a day", () => {
      const asked = { statistic: "change", series: "x", over: "1 day" };
      expect(() => run(asked, weekly)).toThrow("not told often enough");
    });
  });

  it("half-months go back a quarter by their own slots", () => {
    const si = seriesOf(
      "x",
      [
        ["2025-01-31", 50e6],
        ["2025-04-30", 60e6],
      ],
      { every: "half-month", unit: "shares" },
    );
    const asked = { statistic: "change", series: "x", over: "1 quarter" };
    expect(one(asked, contextOf([si], "2025-05-30")).value).toBeCloseTo(0.2, 12);
  });
});

describe("a change", () => {
  const monthly = (values: readonly number[], shape: Shape = {}): Series =>
    seriesOf("x", months("2025-01", values), { every: "month", ...shape });
  const asked = { statistic: "change", series: "x", over: "period" };

  it("of a yield is told in basis points", () => {
    const yields = monthly([4.43, 4.51], { unit: "yield" });
    const found = one(asked, contextOf([yields], "2026-01-01"));
    expect(found).toMatchObject({ unit: "basis points", digits: 0 });
    expect(found.value).toBeCloseTo(8, 10);
  });

  it("of a share is told in percentage points", () => {
    const share = monthly([0.08, 0.12], { unit: "ratio", precision: 3 });
    const found = one(asked, contextOf([share], "2026-01-01"));
    expect(found.unit).toBe("points");
    expect(found.value).toBeCloseTo(4, 10);
  });

  it("from a tiny base is told from and to, not in percent", () => {
    // 800 shares short, then 10,900: published as +1,262.5 percent.
    const shares = monthly([50_000, 60_000, 70_000, 800, 10_900], { unit: "shares", precision: 0 });
    const context = contextOf([shares], "2026-01-01");
    expect(unsaid(asked, context, "")).toContain("tiny beside its usual size");
    expect(one(asked, context, "from").value).toBe(800);
    expect(one(asked, context, "to").value).toBe(10_900);
    expect(one({ ...asked, as: "amount" }, context).value).toBe(10_100);
  });

  it("that ends below zero is no percentage", () => {
    const net = contextOf([monthly([40, -20], { unit: "contracts", precision: 0 })], "2026-01-01");
    expect(unsaid(asked, net, "")).toContain("has gone below zero");
    expect(one({ ...asked, as: "amount" }, net).value).toBe(-60);
  });

  it("of a percentage is no amount", () => {
    const yields = contextOf([monthly([4.43, 4.51], { unit: "yield" })], "2026-01-01");
    expect(unsaid({ ...asked, as: "amount" }, yields, "")).toContain("told in points");
  });

  it("between two facts is told in the points of their unit", () => {
    const yields = monthly([4.43, 4.51], { unit: "yield" });
    const share = seriesOf("y", months("2025-01", [0.08, 0.12]), {
      every: "month",
      unit: "ratio",
    });
    const context = contextOf([yields, share], "2026-01-01", {
      facts: {
        january: { statistic: "last", series: "x", on: "2025-01-31" },
        february: { statistic: "last", series: "x" },
        "share-one": { statistic: "last", series: "y", on: "2025-01-31" },
        "share-two": { statistic: "last", series: "y" },
      },
    });
    const basis = one({ statistic: "change", from: "january", to: "february" }, context);
    expect(basis).toMatchObject({ unit: "basis points", digits: 0 });
    expect(basis.value).toBeCloseTo(8, 10);
    const points = one({ statistic: "change", from: "share-one", to: "share-two" }, context);
    expect(points.unit).toBe("points");
    expect(points.value).toBeCloseTo(4, 10);
  });
});
