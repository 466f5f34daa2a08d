import { describe, expect, it } from "vitest";
import { contextOf, months, one, seriesOf } from "../support.ts";

// IWM short interest in shares, from the sources named in the published piece of 27 May 2025:
// 83.3m end-March, 107.4m mid-April, 106.8m end-April; 105.9m is ours.
const shorts = seriesOf(
  "si",
  [
    ["2025-03-14", 80e6],
    ["2025-03-31", 83.3e6],
    ["2025-04-15", 107.4e6],
    ["2025-04-30", 106.8e6],
    ["2025-05-15", 105.9e6],
  ],
  {
    unit: "shares",
    every: "half-month",
    precision: -5,
    release: { rule: { kind: "sessions after", sessions: 7 }, exceptions: new Map() },
  },
);

describe("last", () => {
  it("does not know on 23 May what came out on 27 May", () => {
    const found = one({ statistic: "last", series: "si" }, contextOf([shorts], "2025-05-23"));
    expect(found).toMatchObject({ value: 106.8e6, day: "2025-04-30", unit: "shares", digits: 1 });
    const later = one({ statistic: "last", series: "si" }, contextOf([shorts], "2025-05-27"));
    expect(later.day).toBe("2025-05-15");
  });

  it("takes the last mid-month or month-end reading alone", () => {
    const context = contextOf([shorts], "2025-05-27");
    const end = one({ statistic: "last", series: "si", at: "month-end" }, context);
    const middle = one({ statistic: "last", series: "si", at: "mid-month" }, context);
    expect([end.day, middle.day]).toEqual(["2025-04-30", "2025-05-15"]);
  });

  it("takes the month before, also of mid-months", () => {
    const context = contextOf([shorts], "2025-05-23");
    const before = one({ statistic: "last", series: "si", of: "last month" }, context);
    expect(before.value).toBe(83.3e6);
    const asked = { statistic: "last", series: "si", of: "last month", at: "mid-month" };
    expect(one(asked, context).day).toBe("2025-03-14");
  });

  it("takes the session on or before a day for prices", () => {
    const close = seriesOf("close", [
      ["2025-05-22", 2045.69],
      ["2025-05-23", 2039.85],
    ]);
    const context = contextOf([close], "2025-05-26");
    const found = one({ statistic: "last", series: "close", on: "2025-05-25" }, context);
    expect(found.value).toBe(2039.85);
  });

  it("never replaces a missing session by an older one", () => {
    const close = seriesOf("close", [["2025-05-22", 2045.69]]);
    const context = contextOf([close], "2025-05-26");
    const asked = { statistic: "last", series: "close", on: "2025-05-25" };
    expect(() => one(asked, context)).toThrow("close has no figure for 2025-05-25");
  });

  it("refuses a month that is missing", () => {
    const gap = seriesOf("x", [...months("2025-01", [1]), ...months("2025-03", [3])], {
      every: "month",
    });
    const asked = { statistic: "last", series: "x", of: "last month" };
    expect(() => one(asked, contextOf([gap], "2025-04-01"))).toThrow("month before");
  });
});
