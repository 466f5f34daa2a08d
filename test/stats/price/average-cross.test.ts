import { describe, expect, it } from "vitest";
import { one, run, unsaid } from "../support.ts";
import type { Bar } from "./made.ts";
import { around, flat, made, nth } from "./made.ts";

/** Closes 100 for twenty sessions, then under the 5-day average, over it, and tested from above. */
const bars: readonly Bar[] = [
  ...flat(100, 20),
  around(97),
  around(103),
  around(104),
  [105, 101.5, 104],
];
const cross = { statistic: "average-cross", bars: "x", of: 5 };

describe("average-cross", () => {
  it("finds the close that last crossed, with the average then and now", () => {
    // 97 against (4 × 100 + 97) / 5 = 99.4; 103 against (3 × 100 + 97 + 103) / 5 = 100.
    const context = made(bars);
    expect(one(cross, context)).toMatchObject({
      value: 103,
      day: nth(21),
      state: "reclaimed",
      named: { of: 5 },
    });
    expect(one(cross, context, "average").value).toBe(100);
    // (100 + 97 + 103 + 104 + 104) / 5 = 101.6
    expect(one(cross, context, "now")).toMatchObject({ day: nth(23), state: "above" });
    expect(one(cross, context, "now").value).toBeCloseTo(101.6, 12);
    expect(one(cross, context, "sessions").value).toBe(2);
    expect(one(cross, context, "distance").value).toBeCloseTo(104 / 101.6 - 1, 12);
  });

  it("tells the amount of an index under a hundred with a decimal", () => {
    // Closes of 20 but for 19 and 21: 21 against (3 × 20 + 19 + 21) / 5 = 20
    const small = made([...flat(20, 20), around(19), around(21)]);
    expect(one(cross, small, "by")).toMatchObject({ value: 1, unit: "points", digits: 1 });
  });

  it("measures the margin, slight within tolerance", () => {
    // True ranges: thirteen of 2 and one of 100 − 96 = 4 make a tolerance of 30 / 28; the close is 3 beyond.
    const context = made(bars);
    expect(one(cross, context, "margin").value).toBeCloseTo(0.03, 12);
    expect(one(cross, context, "margin").state).toBe("clear");
    expect(one(cross, context, "by")).toMatchObject({ value: 3, unit: "points", state: "clear" });
    // (3 × 100 + 97 + 99.6) / 5 = 99.32, by 0.28
    const hair = made([...flat(100, 20), around(97), around(99.6)]);
    expect(one(cross, hair)).toMatchObject({ value: 99.6, state: "reclaimed" });
    expect(one(cross, hair, "by").value).toBeCloseTo(0.28, 10);
    expect(one(cross, hair, "by").state).toBe("slight");
  });

  it("counts only a breach where that is asked for", () => {
    const clear = { ...cross, counts: "clear" };
    const hair = [...flat(100, 20), around(97), around(99.6)];
    expect(() => run(clear, made(hair))).toThrow("has not crossed its 5-day average");
    expect(one(clear, made(bars)).day).toBe(nth(21));
  });

  it("tells tests since the crossing, by their farthest price", () => {
    // The low of 101.5 goes a tenth under the average of 101.6; the close of 104 stands clear.
    const context = made(bars);
    expect(one(cross, context, "tests").value).toBe(1);
    expect(one(cross, context, "tested")).toMatchObject({ value: 101.5, state: "held" });
    expect(one(cross, context, "came").value).toBeCloseTo(-0.1, 10);
    expect(one(cross, context, "came").state).toBe("pierced");
    // The test before came from below and gave way: the very crossing, with its high of 104.
    expect(one(cross, context, "tested-before")).toMatchObject({
      value: 104,
      day: nth(21),
      state: "gave way",
    });
  });

  it("proves that there was no test with the crossing itself", () => {
    const context = made(bars.slice(0, -1));
    expect(one(cross, context, "tests")).toMatchObject({ value: 0 });
    expect(one(cross, context, "tests").window).toEqual({ from: nth(21), to: nth(22) });
    expect(unsaid(cross, context, "tested")).toContain("not been tested");
  });

  it("names the last close on this side before, and how long the price was away", () => {
    // 94 lies under (4 × 104 + 94) / 5 and 95 under its average; 110 is the first above since place 23.
    const away = made([...bars, around(94), around(95), around(110)]);
    expect(one(cross, away)).toMatchObject({ day: nth(26), state: "reclaimed" });
    expect(one(cross, away, "prior")).toMatchObject({ value: 104, day: nth(23), state: "above" });
    expect(one(cross, away, "away").value).toBe(2);
    expect(unsaid(cross, made(bars), "prior")).toContain("no earlier close above");
  });

  it("leaves a close on the average on the side it came from", () => {
    // (100 + 97 + 103 + 104 + 101) / 5 = 101: the close lies on it.
    const on = made([...bars.slice(0, -1), around(101)]);
    expect(one(cross, on)).toMatchObject({ day: nth(21), state: "reclaimed" });
    expect(one(cross, on, "now").state).toBe("at");
  });

  it("withholds with a suspect session, or with too few", () => {
    expect(() => run(cross, made(bars, { suspect: [nth(19)] }))).toThrow("no figures between");
    expect(() => run({ ...cross, of: 50 }, made(bars))).toThrow("too few for an average of 50");
  });
});
