import { describe, expect, it } from "vitest";
import { one, run, unsaid } from "../support.ts";
import type { Bar } from "./made.ts";
import { leg, made, nth } from "./made.ts";

// High of 121 at place 4, low of 89 at place 14, last close 105 at place 19.
const bars = [...leg(100, 120, 5), ...leg(120, 90, 10), ...leg(90, 105, 5)];
const fall = { statistic: "drawdown", bars: "x" };

describe("drawdown", () => {
  it("measures from the highest high to the lowest low since, intraday", () => {
    const found = one(fall, made(bars));
    expect(found.value).toBeCloseTo(89 / 121 - 1, 12);
    expect(found).toMatchObject({ day: nth(14), basis: "intraday" });
    expect(one(fall, made(bars), "peak")).toMatchObject({ value: 121, state: "record" });
    expect(one(fall, made(bars), "low").value).toBe(89);
    // 8 January to 23 January 2020
    expect(one(fall, made(bars), "days").value).toBe(15);
  });

  it("tells where the last close stands on closes alone", () => {
    expect(one(fall, made(bars), "last").value).toBeCloseTo(105 / 120 - 1, 12);
    // Closes fell from 120 to 90 and came back to 105: 15 of 30.
    expect(one(fall, made(bars), "recovered").value).toBeCloseTo(0.5, 12);
    expect(one(fall, made(bars), "recovered").basis).toBe("close");
  });

  it("looks only into the window it is given, and then tells no record", () => {
    // The last twelve sessions begin at place 8 with a close of 108 and a high of 109.
    const found = { ...fall, over: "12 sessions" };
    expect(one(found, made(bars)).value).toBeCloseTo(89 / 109 - 1, 12);
    expect(one(found, made(bars), "peak")).toMatchObject({ value: 109, state: "high" });
  });

  it("withholds a fall smaller than the least", () => {
    const small = [...leg(100, 120, 5), ...leg(120, 112, 3)];
    // 111 / 121 − 1 = −8.3 percent
    expect(() => run(fall, made(small))).toThrow("not fallen far enough");
    expect(one({ ...fall, least: 0.05 }, made(small)).value).toBeCloseTo(111 / 121 - 1, 12);
  });

  it("withholds at the peak itself", () => {
    expect(() => run(fall, made(leg(100, 120, 5)))).toThrow("stands at its peak");
  });

  it("does not say what share was recovered where closes did not fall", () => {
    // A wick down to 80 on the day of the highest high.
    const wick: readonly Bar[] = [...leg(100, 120, 5), [122, 80, 120.5]];
    expect(() => run(fall, made(wick))).toThrow("stands at its peak");
    const later: readonly Bar[] = [[130, 110, 112], ...leg(112, 118, 2), [119, 90, 120]];
    expect(unsaid(fall, made(later), "recovered")).toBe("there was no fall on closes");
  });
});
