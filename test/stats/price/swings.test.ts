import { describe, expect, it } from "vitest";
import { lastSwing, swings, upLegs } from "../../../src/stats/price/swings.ts";
import type { Bar } from "./made.ts";
import { leg, prices } from "./made.ts";

function found(bars: readonly Bar[], reversal = 0.1): readonly (readonly [string, number])[] {
  const all = swings(prices(bars).sessions, reversal, "intraday");
  return all.map((each) => [each.kind, each.point.value]);
}

const bar = (high: number, low: number): Bar => [high, low, (high + low) / 2];

describe("swings", () => {
  it("confirms a low once a later high stands ten percent above it", () => {
    // 80 × 1.1 = 88: a high of 87.9 does not do, one of 88 does.
    const fall = [bar(101, 99), bar(90, 80)];
    expect(found([...fall, bar(87.9, 82)])).toEqual([]);
    expect(found([...fall, bar(88, 82)])).toEqual([["low", 80]]);
  });

  it("confirms a high once a later low stands ten percent under it", () => {
    // 120 × 0.9 = 108.
    const rise = [bar(101, 99), bar(120, 112)];
    expect(found([...rise, bar(115, 108.1)])).toEqual([]);
    expect(found([...rise, bar(115, 108)])).toEqual([["high", 120]]);
  });

  it("does not let the day of an extreme confirm it", () => {
    // The low of 80 and the high of 95 fall on one day: nobody knows which came first.
    expect(found([bar(101, 99), bar(95, 80), bar(87, 82)])).toEqual([]);
    expect(found([bar(101, 99), bar(95, 80), bar(87, 82), bar(89, 85)])).toEqual([["low", 80]]);
  });

  it("lets highs and lows take turns and keeps the farthest of each", () => {
    const bars = [
      ...leg(100, 80, 5),
      ...leg(80, 100, 5),
      ...leg(100, 95, 2),
      ...leg(95, 110, 5),
      ...leg(110, 90, 5),
    ];
    // Closes stray one point: lows at 79, highs at 111; the dip to 95 is 6 percent and none.
    expect(found(bars)).toEqual([
      ["low", 79],
      ["high", 111],
    ]);
  });

  it("leaves out the extreme on the first day of the data", () => {
    expect(found([bar(81, 80), ...leg(82, 100, 5)])).toEqual([]);
  });

  it("measures on closes alone where asked", () => {
    const bars: readonly Bar[] = [
      [101, 99, 100],
      [99, 70, 90],
      [98, 88, 97],
      [100, 95, 99.1],
    ];
    const all = swings(prices(bars).sessions, 0.1, "close");
    // 90 × 1.1 = 99: the close of 99.1 confirms the close of 90, whatever the low of 70.
    expect(all.map((each) => [each.kind, each.point.value])).toEqual([["low", 90]]);
  });

  it("pairs each low with the high after it", () => {
    const bars = [...leg(100, 81, 5), ...leg(81, 109, 5), ...leg(109, 91, 5), ...leg(91, 109, 5)];
    const all = swings(prices(bars).sessions, 0.1, "intraday");
    // 110 / 80 − 1
    expect(upLegs(all).map((each) => each.size)).toEqual([0.375]);
    expect(lastSwing(all, "low")?.point.value).toBe(90);
  });
});
