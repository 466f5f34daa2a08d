import { describe, expect, it } from "vitest";
import { levelsOf, pinnedLevel } from "../../../src/stats/price/levels.ts";
import type { Bar } from "./made.ts";
import { flat, leg, prices } from "./made.ts";

/** Up to a close and back, six sessions each way. */
function peak(base: number, top: number): readonly Bar[] {
  return [...leg(base, top, 6), ...leg(top, base, 6)];
}

function levels(bars: readonly Bar[]): readonly (readonly [number, string, number])[] {
  return levelsOf(prices(bars)).map((each) => [each.price, each.kind, each.touches.length]);
}

describe("levels", () => {
  it("keeps a round number at which the market turned three times", () => {
    // Highs of 110.2, 109.8 and 110.4; noise is about 2, the step about 110 is 5.
    const bars = [
      ...flat(100, 15),
      ...peak(100, 109.2),
      ...peak(100, 108.8),
      ...peak(100, 109.4),
      ...flat(97, 6),
    ];
    expect(levels(bars)).toContainEqual([110, "round", 3]);
  });

  it("is no level with two turns", () => {
    const bars = [...flat(100, 15), ...peak(100, 109.2), ...peak(100, 108.8), ...flat(103, 6)];
    expect(levels(bars).filter(([price]) => price > 104)).toEqual([]);
  });

  it("takes the mean of a cluster that lies at no round number", () => {
    // Highs of 112.4, 112.6 and 112.5 turn 2.5 points away from 110 and from 115; noise is under 2.1.
    const bars = [
      ...flat(100, 15),
      ...peak(100, 111.4),
      ...peak(100, 111.6),
      ...peak(100, 111.5),
      ...flat(97, 6),
    ];
    const found = levels(bars).filter(([price]) => price > 104);
    expect(found).toHaveLength(1);
    expect(found[0]?.[0]).toBeCloseTo(112.5, 12);
    expect(found[0]?.slice(1)).toEqual(["cluster", 3]);
  });

  it("counts every turn at a cluster, those at a round number too", () => {
    // Highs of 112.4, 112.6 and 112.5 make the cluster of 112.5. Highs of 111.3, 111.25 and 111.2 make
    // 110 a level, which takes them; they touch 112.5 all the same, with noise of 1.3 and more.
    const bars = [
      ...flat(100, 15),
      ...peak(100, 111.4),
      ...peak(100, 111.6),
      ...peak(100, 111.5),
      ...peak(100, 110.3),
      ...peak(100, 110.25),
      ...peak(100, 110.2),
      ...flat(97, 6),
    ];
    const found = levelsOf(prices(bars)).filter((each) => each.price > 104);
    expect(found.map((each) => [each.kind, each.members.length, each.touches.length])).toEqual([
      ["round", 3, 3],
      ["cluster", 3, 6],
    ]);
  });

  it("looks only between half and twice the last close", () => {
    const high = [...flat(100, 15), ...peak(100, 109), ...peak(100, 109), ...peak(100, 109)];
    expect(levels([...high, ...leg(100, 56, 40)]).some(([price]) => price === 110)).toBe(true);
    expect(levels([...high, ...leg(100, 54, 40)]).some(([price]) => price === 110)).toBe(false);
  });

  it("gives a pinned level whatever turns it has", () => {
    const bars = [...flat(100, 15), ...peak(100, 109.2), ...flat(97, 6)];
    const found = prices(bars);
    expect(pinnedLevel(found, 110).touches.map((each) => each.point.value)).toEqual([110.2]);
    expect(pinnedLevel(found, 150)).toMatchObject({ kind: "pinned", touches: [] });
  });
});
