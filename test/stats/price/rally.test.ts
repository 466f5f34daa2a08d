import { describe, expect, it } from "vitest";
import { daysBetween, day } from "../../../src/model/index.ts";
import { one, run, unsaid } from "../support.ts";
import { leg, made, nth } from "./made.ts";

// Low of 79 at place 4, high of 101 at place 14, last close 96 at place 16.
const bars = [...leg(100, 80, 5), ...leg(80, 100, 10), ...leg(100, 96, 2)];
const rally = { statistic: "rally", bars: "x" };

describe("rally", () => {
  it("measures from the low to the highest high since, intraday", () => {
    const found = one(rally, made(bars));
    expect(found.value).toBeCloseTo(101 / 79 - 1, 12);
    expect(found).toMatchObject({ day: nth(14), unit: "ratio", basis: "intraday" });
    expect(found.state).toBe("running");
    expect(one(rally, made(bars), "low").value).toBe(79);
    expect(one(rally, made(bars), "high").value).toBe(101);
  });

  it("counts days, weeks begun and sessions", () => {
    // 8 January (place 4) to 23 January (place 14) is 15 days: two weeks and a day, three begun.
    expect([nth(4), nth(14)]).toEqual(["2020-01-08", "2020-01-23"]);
    expect(daysBetween(day(nth(4)), day(nth(14)))).toBe(15);
    expect(one(rally, made(bars), "days").value).toBe(15);
    expect(one(rally, made(bars), "weeks")).toMatchObject({ value: 3, unit: "weeks" });
    expect(one(rally, made(bars), "sessions")).toMatchObject({ value: 10, unit: "sessions" });
  });

  it("tells the way back on closes alone", () => {
    const back = one(rally, made(bars), "back");
    expect(back.value).toBeCloseTo(96 / 100 - 1, 12);
    expect(back.basis).toBe("close");
  });

  it("counts the close of the low's own day among the closes since the low", () => {
    // Low of 70 on a day that closed at 95; then a high of 91 and closes of 80 and 90.
    const wild = [...leg(100, 98, 3), [99, 70, 95], [81, 79, 80], [91, 89, 90]] as const;
    expect(one(rally, made(wild), "back").value).toBeCloseTo(90 / 95 - 1, 12);
  });

  it("is over once a swing high has been confirmed", () => {
    // 101 × 0.9 = 90.9
    expect(one(rally, made([...bars, ...leg(96, 90, 2)])).state).toBe("over");
  });

  it("withholds where the low has been undercut", () => {
    expect(() => run(rally, made([...bars, ...leg(96, 78, 5)]))).toThrow(
      `fallen under the low of ${nth(4)}`,
    );
  });

  it("withholds a rise from a pinned low that is smaller than the reversal", () => {
    const found = { ...rally, from: nth(12) };
    // Low of place 12 is 95, the highest high after it 101.
    expect(() => run(found, made(bars))).toThrow("smaller than the reversal");
  });

  it("counts earlier rallies that were at least as large, and dates the last of them", () => {
    // 79 to 111 (+40.5 %), then 94 to 106 (+12.8 %), then 84 to 111 (+32.1 %).
    const many = [
      ...leg(100, 80, 5),
      ...leg(80, 110, 5),
      ...leg(110, 95, 5),
      ...leg(95, 105, 5),
      ...leg(105, 85, 5),
      ...leg(85, 110, 5),
    ];
    const context = made(many);
    expect(one(rally, context).value).toBeCloseTo(111 / 84 - 1, 12);
    expect(one(rally, context)).toMatchObject({ rank: null, ranked: 2 });
    expect(one(rally, context, "episodes").value).toBe(1);
    expect(one(rally, context, "earlier-low")).toMatchObject({ value: 79, day: nth(4) });
    expect(one(rally, context, "earlier-high")).toMatchObject({ value: 111, day: nth(9) });
  });

  it("counts none where none was as large", () => {
    expect(one(rally, made(bars), "episodes").value).toBe(0);
    expect(unsaid(rally, made(bars), "earlier-high")).toContain("no earlier rally");
  });
});
