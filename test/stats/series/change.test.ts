import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, months, one, seriesOf } from "../support.ts";

const shorts = seriesOf(
  "si",
  [
    ["2025-03-31", 83.3e6],
    ["2025-04-15", 107.4e6],
    ["2025-04-30", 106.8e6],
  ],
  { unit: "shares", every: "half-month", precision: -5 },
);

const monthly = (values: readonly number[], shape: Shape = {}): Series =>
  seriesOf("x", months("2025-01", values), { every: "month", unit: "score", ...shape });

describe("change", () => {
  const context = contextOf([shorts], "2025-05-23", {
    facts: { mid: { statistic: "last", series: "si", at: "mid-month" } },
  });

  it("goes from end-March to end-April by 28.2 percent", () => {
    const asked = { statistic: "change", series: "si", over: "1 month", at: "month-end" };
    // 106.8 / 83.3 = 1.28211
    expect(one(asked, context).value).toBeCloseTo(0.28211, 5);
    expect(one(asked, context, "from").day).toBe("2025-03-31");
    expect(one(asked, context)).toMatchObject({ unit: "ratio", digits: 1, named: { months: 1 } });
  });

  it("goes from end-March to mid-April by 28.9 percent", () => {
    const asked = { statistic: "change", series: "si", over: "month to date", to: "mid" };
    // 107.4 / 83.3 = 1.28932
    expect(one(asked, context).value).toBeCloseTo(0.28932, 5);
    expect(one(asked, context, "to").day).toBe("2025-04-15");
  });

  it("goes from mid-April to end-April by −0.6 percent", () => {
    // 106.8 / 107.4 = 0.99441
    const asked = { statistic: "change", series: "si", over: "period" };
    expect(one(asked, context).value).toBeCloseTo(-0.00559, 5);
  });

  it("tells money as an amount and scores in points", () => {
    // FINRA: debit balances of $880,316m at end-March 2025 and $850,558m at end-April.
    const debt = seriesOf("x", months("2025-03", [880_316e6, 850_558e6]), {
      every: "month",
      unit: "money",
      precision: -6,
    });
    const asked = { statistic: "change", series: "x", over: "1 month", as: "amount" };
    const amount = one(asked, contextOf([debt], "2025-05-23"));
    expect(amount).toMatchObject({ value: -29_758e6, unit: "money", digits: 3 });
    // NFIB: 97.4 in March 2025, 95.8 in April.
    const survey = contextOf([monthly([102.8, 100.7, 97.4, 95.8], { precision: 1 })], "2025-05-23");
    const points = one({ statistic: "change", series: "x", over: "1 month" }, survey);
    expect(points).toMatchObject({ unit: "points", digits: 1 });
    expect(points.value).toBeCloseTo(-1.6, 10);
  });

  it("measures a week from the last session of the week before", () => {
    // Good Friday, 18 April 2025, was no session: the week before ended on Thursday the 17th.
    const close = seriesOf("x", [
      ["2025-04-16", 90],
      ["2025-04-17", 100],
      ["2025-04-21", 101],
      ["2025-04-25", 110],
      ["2025-04-28", 121],
    ]);
    const asked = { statistic: "change", series: "x", over: "1 week" };
    const whole = one(asked, contextOf([close], "2025-04-25"));
    expect(whole.value).toBeCloseTo(0.1, 12);
    expect(whole.state).toBe("whole");
    expect(one(asked, contextOf([close], "2025-04-28")).state).toBe("to-date");
  });

  it("does not take the row before for the period before", () => {
    const gap = seriesOf("x", [...months("2025-01", [10]), ...months("2025-03", [12])], {
      every: "month",
    });
    const asked = { statistic: "change", series: "x", over: "period" };
    expect(() => one(asked, contextOf([gap], "2025-04-01"))).toThrow(
      "x has no figure for the period before 2025-03-31",
    );
  });

  it.each([
    ["zero", [0, 5], "stood at zero"],
    ["below zero", [-2, 5], "was negative"],
    ["tiny beside the usual", [100, 100, 100, 1, 9], "tiny beside its usual size"],
    ["too coarse", [3, 5], "too small for the precision"],
  ])("refuses a percentage of a base that is %s", (kind, values, reason) => {
    const series = monthly(values, { precision: kind === "too coarse" ? 0 : 2 });
    const asked = { statistic: "change", series: "x", over: "period", as: "percent" };
    expect(() => one(asked, contextOf([series], "2026-01-01"))).toThrow(reason);
  });

  it("refuses a percentage of percentages", () => {
    const series = monthly([12, 13], { unit: "net percent", precision: 0 });
    const context = contextOf([series], "2026-01-01");
    const asked = { statistic: "change", series: "x", over: "period" };
    expect(() => one({ ...asked, as: "percent" }, context)).toThrow("told in points");
    expect(one(asked, context)).toMatchObject({ value: 1, unit: "points", digits: 0 });
  });

  it("ranks a change among those before it, itself counted half", () => {
    // Past sizes 1 to 8; the last, 5, is larger than four of them and equal to one.
    const steps = [1, -2, 3, -4, 5, -6, 7, -8, 5];
    const values = [100];
    for (const step of steps) values.push((values.at(-1) ?? 0) + step);
    const asked = { statistic: "change", series: "x", over: "period", as: "points" };
    const found = one(asked, contextOf([monthly(values)], "2026-01-01"));
    expect(found.ranked).toBe(8);
    expect(found.rank).toBeCloseTo((4 + 2 * 0.5) / 9, 12);
  });

  it("has no rank among fewer than eight", () => {
    const asked = { statistic: "change", series: "x", over: "period" };
    const found = one(asked, contextOf([monthly([1, 2, 3, 4, 5, 6, 7, 8, 9])], "2026-01-01"));
    expect(found).toMatchObject({ rank: null, ranked: 7 });
  });

  it("never mixes a low with a close", () => {
    const low = seriesOf("x.low", [["2025-04-09", 1733]], { basis: "intraday" });
    const close = seriesOf("x.close", [["2025-05-23", 2040]]);
    const both = contextOf([low, close], "2025-05-23", {
      facts: {
        low: { statistic: "last", series: "x.low" },
        close: { statistic: "last", series: "x.close" },
      },
    });
    const asked = { statistic: "change", from: "low", to: "close" };
    expect(() => one(asked, both)).toThrow('on the basis "intraday" is not compared');
  });

  it("goes between the values of two facts of one instrument", () => {
    // Russell 2000, intraday: low of 9 April 2025 1732.99, high of 16 May 2025 2114.95; +22.0 percent.
    const low = seriesOf("rut.low", [["2025-04-09", 1732.99]], { basis: "intraday" });
    const high = seriesOf("rut.high", [["2025-05-16", 2114.95]], { basis: "intraday" });
    const both = contextOf([low, high], "2025-05-23", {
      facts: {
        low: { statistic: "last", series: "rut.low" },
        high: { statistic: "last", series: "rut.high" },
      },
    });
    const found = one({ statistic: "change", from: "low", to: "high" }, both);
    expect(found.value).toBeCloseTo(0.2204, 4);
    expect(found.basis).toBe("intraday");
  });
});
