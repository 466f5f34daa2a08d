import { describe, expect, it } from "vitest";
import { wilson } from "../../../src/model/index.ts";
import { baseRate, intervalOf, tally, verdictOn } from "../../../src/stats/events/odds.ts";

const whole = () => true;
const percent = (value: number): number => Math.round(value * 100);

describe("odds", () => {
  /** Figures that Tickeron has published, with the intervals as reckoned by R's binom.wilson. */
  it.each([
    [26, 37, 54, 83],
    [66, 106, 53, 71],
    [28, 53, 40, 66],
    [32, 66, 37, 60],
    [9, 14, 39, 84],
    [2, 7, 8, 64],
  ])("of %d in %d lie between %d and %d percent", (k, n, low, high) => {
    const cases = Array.from({ length: n }, (_, place) => place * 30);
    const interval = intervalOf({ cases, followed: k, independent: n });
    expect([percent(interval.low), percent(interval.high)]).toEqual([low, high]);
    expect(interval).toEqual(wilson(k, n));
  });

  it("lie farther apart where the cases overlap", () => {
    const cases = Array.from({ length: 106 }, (_, place) => place);
    const interval = intervalOf({ cases, followed: 66, independent: 20 });
    // p = 66/106 = .6226, n = 20, z = 1.96: middle (.6226 + .0960) / 1.1921 = .6028,
    // half 1.96 × √(.2350 / 20 + .0024) / 1.1921 = .1956.
    expect([percent(interval.low), percent(interval.high)]).toEqual([41, 80]);
  });

  it.each([
    // Most of Tickeron's odds are no better than a base of 60 percent, which shares have in a month.
    [0.54, 0.83, 0.6, "no better"],
    [0.53, 0.71, 0.6, "no better"],
    [0.62, 0.8, 0.6, "better"],
    // "Odds of 29 % and 48 % listed as bearish signals": at best no better, at worst worse.
    [0.37, 0.6, 0.4, "no better"],
    [0.08, 0.29, 0.4, "worse"],
    // As printed: 60.4 and 59.6 percent are both 60.
    [0.604, 0.8, 0.596, "no better"],
  ] as const)("between %d and %d are, against a base of %d, %s", (low, high, base, verdict) => {
    expect(verdictOn({ low, high }, base)).toBe(verdict);
  });

  it("count only outcomes that are known, and an equal close as neither", () => {
    const close = Float64Array.from([10, 11, 10, 10, 12, 9, 9]);
    // Two sessions on: 10→10, 11→10, 10→12, 10→9, 12→9; the last two are not known.
    const events = [0, 1, 2, 3, 4, 5, 6];
    expect(tally(close, events, 2, "rise", whole)).toEqual({
      cases: [0, 2, 4, 1, 3],
      independent: 3,
      followed: 1,
    });
    expect(tally(close, events, 2, "fall", whole).followed).toBe(3);
  });

  it("leave out cases with a missing session before their outcome", () => {
    const close = Float64Array.from([10, 11, 12, 13, 14]);
    const hole = (from: number, to: number): boolean => from >= 2 || to < 2;
    expect(tally(close, [0, 1, 2], 1, "rise", hole).cases).toEqual([0, 2]);
  });

  it("have a base of every day from the 251st on", () => {
    const close = Float64Array.from({ length: 260 }, (_, place) => (place < 255 ? place : 255));
    // Places 250 to 254 rise to the next, 255 to 258 do not.
    expect(baseRate(close, 1, "rise", whole)).toEqual({
      days: 9,
      followed: 5,
      first: 250,
      last: 258,
    });
  });
});
