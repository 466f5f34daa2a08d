import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import { leg, made, nth } from "./made.ts";

const bars = [...leg(80, 100, 5), ...leg(100, 80, 5)];
const swing = { statistic: "swing-high", bars: "x" };

describe("swing-high", () => {
  it("tells the last confirmed high with its day, and what confirmed it", () => {
    // 101 × 0.9 = 90.9: the first low at or under it is 87, of the close of 88 at place 7.
    expect(one(swing, made(bars))).toMatchObject({ value: 101, day: nth(4), state: "high" });
    expect(one(swing, made(bars), "confirmed")).toMatchObject({ value: 87, day: nth(7) });
  });

  it("withholds a high that nothing has confirmed", () => {
    expect(() => run(swing, made(bars.slice(0, 7)))).toThrow("no high that a later move confirmed");
  });
});
