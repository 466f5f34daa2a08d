import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import { leg, made, nth } from "./made.ts";

// Lows stray one point under the closes, highs one above: low 79 at place 4, high 101 at place 9.
const bars = [...leg(100, 80, 5), ...leg(80, 100, 5)];
const swing = { statistic: "swing-low", bars: "x" };

describe("swing-low", () => {
  it("tells the last confirmed low with its day, and what confirmed it", () => {
    const context = made(bars);
    expect(one(swing, context)).toMatchObject({ value: 79, day: nth(4), state: "low" });
    // 79 × 1.1 = 86.9: the first high at or above it is 89, of the close of 88 at place 6.
    expect(one(swing, context, "confirmed")).toMatchObject({ value: 89, day: nth(6) });
  });

  it("withholds a low that nothing has confirmed", () => {
    expect(() => run(swing, made(bars.slice(0, 6)))).toThrow("no low that a later move confirmed");
  });

  it("keeps to closes where asked, and says so", () => {
    const found = one({ ...swing, basis: "close" }, made(bars));
    expect(found).toMatchObject({ value: 80, basis: "close" });
    expect(one(swing, made(bars)).basis).toBe("intraday");
  });

  it("takes a pinned day without confirmation", () => {
    const found = one({ ...swing, on: nth(2) }, made(bars));
    // Closes 96, 92, 88: the low of the third day is 87.
    expect(found).toMatchObject({ value: 87, day: nth(2) });
    expect(() => run({ ...swing, on: "2020-01-04" }, made(bars))).toThrow("did not trade");
  });

  it("takes another measure of a reversal", () => {
    expect(() => run({ ...swing, reversal: 0.3 }, made(bars))).toThrow("no low");
  });
});
