import { describe, expect, it } from "vitest";
import { levelsOf, pinnedLevel } from "../../../src/stats/price/levels.ts";
import type { Rectangle } from "../../../src/stats/price/rectangles.ts";
import { bestRectangle } from "../../../src/stats/price/rectangles.ts";
import type { Bar } from "./made.ts";
import { leg, prices } from "./made.ts";

/** Down into the range at 120 and then between 100 and 110, ten sessions each way. */
function sideways(times: number): readonly Bar[] {
  const wave = [...leg(109, 101, 10), ...leg(101, 109, 10)];
  return [...leg(140, 109, 20), ...Array.from({ length: times }, () => wave).flat()];
}

function between(bars: readonly Bar[], low = 100, high = 110): Rectangle | null {
  const found = prices(bars);
  return bestRectangle(found, [pinnedLevel(found, low), pinnedLevel(found, high)], 0);
}

describe("rectangles", () => {
  it("runs from the first close between the bounds to the last", () => {
    const found = between([...sideways(7), ...leg(109, 140, 10)]);
    // The first close inside is the 109 of place 19; 140 sessions of waves follow it. On the way
    // out the first close of 112.1 is outside.
    expect([found?.from.place, found?.to.place, found?.sessions]).toEqual([19, 159, 141]);
    expect(found?.inside).toBe(141);
    expect(found?.exit).toMatchObject({ side: "up", session: { place: 160 } });
  });

  it("needs half a year", () => {
    // 1 + 20 × 5 = 101 sessions, 1 + 20 × 6 = 121.
    expect(between([...sideways(5), ...leg(109, 140, 10)])).toBeNull();
    expect(between([...sideways(6), ...leg(109, 140, 10)])?.sessions).toBe(121);
  });

  it("forgives an absence that falls short of the height of the range", () => {
    // Out to a close of 119 and back; 110 + 10 = 120 would have ended it.
    const near = [
      ...sideways(3),
      ...leg(109, 119, 5),
      ...leg(119, 109, 5),
      ...sideways(4).slice(20),
    ];
    expect(between(near)?.from.place).toBe(19);
    const far = [
      ...sideways(3),
      ...leg(109, 121, 5),
      ...leg(121, 109, 5),
      ...sideways(4).slice(20),
    ];
    expect(between(far)).toBeNull();
  });

  it("needs two thirds of the closes inside", () => {
    const out = [...leg(109, 119, 10), ...leg(119, 109, 10)];
    const away = Array.from({ length: 5 }, () => out).flat();
    // Each trip outside spends 18 closes above 110 and two inside: with 61 + 100 + 20 sessions, of
    // which 90 are outside, half of the closes are.
    expect(between([...sideways(3), ...away, ...sideways(1).slice(20)])).toBeNull();
  });

  it("needs two turns at each bound", () => {
    expect(between(sideways(8), 100, 130)).toBeNull();
    expect(between(sideways(8), 80, 110)).toBeNull();
  });

  it("is still in until a close stands clear of the bound or five are outside", () => {
    const waves = sideways(7);
    // Noise is about 1: a close of 110.5 is not clear of 110.
    expect(between([...waves, ...leg(110.5, 110.5, 1)])?.exit).toBeNull();
    expect(between([...waves, ...leg(110.5, 110.5, 5)])?.exit).toMatchObject({ side: "up" });
    expect(between([...waves, ...leg(112, 112, 1)])?.exit).toMatchObject({ side: "up" });
  });

  it("leaves downward too", () => {
    const bars = [...sideways(7), ...leg(109, 101, 10), ...leg(99, 85, 5)];
    expect(between(bars)?.exit?.side).toBe("down");
  });

  it("scores closes inside times variance over squared height", () => {
    const found = between([...sideways(7), ...leg(109, 140, 10)]);
    const closes = prices(sideways(7))
      .sessions.slice(19)
      .map((each) => each.close.value);
    let squares = 0;
    closes.slice(1).forEach((close, index) => {
      squares += Math.log(close / (closes[index] ?? close)) ** 2;
    });
    const variance = squares / (closes.length - 1);
    expect(found?.score).toBeCloseTo((141 * variance) / Math.log(1.1) ** 2, 10);
  });

  it("finds its bounds among the levels, and the whole of a range that the window cuts", () => {
    const found = prices([...sideways(9), ...leg(109, 140, 10)]);
    const best = bestRectangle(found, levelsOf(found, 60), 60);
    expect([best?.low.price, best?.high.price]).toEqual([100, 110]);
    expect(best?.from.place).toBe(19);
  });
});
