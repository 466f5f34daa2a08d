import { describe, expect, it } from "vitest";
import { pivots, touches } from "../../../src/stats/price/pivots.ts";
import type { Bar } from "./made.ts";
import { flat, leg, prices } from "./made.ts";

const calm = flat(100, 15);

function highs(bars: readonly Bar[]): readonly number[] {
  return pivots(prices(bars).sessions)
    .filter((each) => each.kind === "high")
    .map((each) => each.point.value);
}

describe("pivots", () => {
  it("is the highest high of eleven sessions, known five sessions later", () => {
    const bars = [...calm, ...leg(100, 110, 5), ...leg(110, 100, 5)];
    expect(highs(bars)).toEqual([111]);
    expect(highs(bars.slice(0, -1))).toEqual([]);
  });

  it("takes the earlier of two equal highs", () => {
    const bars = [...calm, ...leg(100, 110, 5), ...flat(110, 1), ...leg(110, 100, 6)];
    const [only, ...more] = pivots(prices(bars).sessions).filter((each) => each.kind === "high");
    expect(only?.session.place).toBe(19);
    expect(more).toEqual([]);
  });

  it("makes none where fourteen sessions have not gone before", () => {
    expect(highs([...flat(100, 5), ...leg(100, 110, 5), ...leg(110, 100, 5)])).toEqual([]);
  });

  it("touches a level within its own noise", () => {
    const [turn] = pivots(prices([...calm, ...leg(100, 110, 5), ...leg(110, 100, 5)]).sessions);
    // Before the turn at 111: ten sessions of range 2 and four rises of 2 whose range is 3, the
    // true ranges being 2 and max(high, close before) − min(low, close before) = 3. 32 / 14 / 2.
    expect(turn?.session.noise).toBeCloseTo(32 / 28, 12);
    if (turn === undefined) throw new Error("no turn");
    expect(touches(turn, 111 + 32 / 28 - 1e-9)).toBe(true);
    expect(touches(turn, 111 + 32 / 28 + 1e-9)).toBe(false);
  });
});
