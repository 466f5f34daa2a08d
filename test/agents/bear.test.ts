import { describe, expect, it } from "vitest";
import { fullHedge, hedgeStep, stopDistance } from "../../src/agents/bear.ts";
import type { Signals } from "../../src/agents/signals.ts";
import { signalsOf } from "../../src/agents/signals.ts";
import type { Hedge, Scene } from "../../src/agents/state.ts";
import { inputFrom, rulesOf } from "./support.ts";

const rules = rulesOf();

/** A scene at the last of the closes, with the readings that a test is about. */
function scene(closes: readonly number[], more: Partial<Record<keyof Signals, number>>): Scene {
  const input = inputFrom(closes);
  const signals = signalsOf(input, rules);
  const fixed = Object.entries(more).map(([name, value]) => [
    name,
    new Float64Array(closes.length).fill(value),
  ]);
  const filled = Object.fromEntries(fixed) as Partial<Signals>;
  return { at: closes.length - 1, input, signals: { ...signals, ...filled }, rules };
}

const hedge: Hedge = {
  level: 100,
  full: 0.6,
  entered: 0,
  low: 90,
  stop: 99,
  target: 0.3,
  tiers: 1,
  lastTier: 0,
  cuts: 0,
  lastCut: -9,
  step: 0,
};

describe("the full hedge", () => {
  // 4 % under the level at 2 % a day is two deviations, which earns all of the cap; 1.5 / 2 of it for the storm.
  it("is the cap for a deep break, and shrinks with volatility", () => {
    expect(fullHedge(100, 1, scene([100, 96], { sigma: 0.02 }))).toBeCloseTo(0.7 * 0.75, 12);
  });

  // 1 % under it at 1 % a day is half of the two deviations that are asked for.
  it("is smaller for a smaller break", () => {
    expect(fullHedge(100, 1, scene([100, 99], { sigma: 0.01 }))).toBeCloseTo(0.7 * 0.5, 12);
  });

  it("never falls under a quarter, nor passes the cap", () => {
    expect(fullHedge(100, 1, scene([100, 99.9], { sigma: 0.01 }))).toBeCloseTo(0.7 * 0.25, 12);
    expect(fullHedge(100, 1, scene([100, 50], { sigma: 0.01 }))).toBe(0.7);
  });

  it("is cut by each test that has no figure", () => {
    expect(fullHedge(100, 0.75, scene([100, 50], { sigma: 0.01 }))).toBeCloseTo(0.525, 12);
  });
});

describe("the stop", () => {
  it("keeps three average ranges off, and never less than the noise", () => {
    expect(stopDistance(scene([100, 90], { atr: 2, sigma: 0.01 }))).toBeCloseTo(6, 12);
    // Two deviations of 5 % at 90 are 9 points.
    expect(stopDistance(scene([100, 90], { atr: 2, sigma: 0.05 }))).toBeCloseTo(9, 12);
  });

  it("comes down with a new low and never goes back up", () => {
    const quiet = { atr: 2, sigma: 0.01, rsi: 40 } as const;
    const lower = hedgeStep(hedge, scene([95, 88], quiet)).hedge;
    expect(lower).toMatchObject({ low: 88, stop: 94 });
    const wilder = hedgeStep(lower ?? hedge, scene([95, 89], { ...quiet, atr: 9 })).hedge;
    expect(wilder).toMatchObject({ low: 88, stop: 94 });
  });

  it("ends the hedge at a close beyond it", () => {
    const { hedge: left, drafts } = hedgeStep(hedge, scene([95, 99.5], { atr: 2, sigma: 0.01 }));
    expect(left).toBeNull();
    expect(drafts).toMatchObject([{ rule: "stop", before: -0.3, after: 0, level: 99 }]);
  });
});

describe("a hedge", () => {
  const closes = [95, 95, 95, 95, 95];

  // From 90 to 100 the way back is ten points: 94 is four tenths of it, what the second tier waits for.
  it("takes its second tier on a rebound toward the broken level", () => {
    const quiet = { atr: 5, sigma: 0.01, rsi: 40 } as const;
    const early = hedgeStep(hedge, scene([...closes, 93.9], quiet));
    expect(early.drafts).toEqual([]);
    const { drafts } = hedgeStep(hedge, scene([...closes, 94], quiet));
    expect(drafts[0]?.rule).toBe("further tier");
    expect(drafts[0]?.after).toBeCloseTo(-(0.3 + 0.6 * 0.3), 12);
  });

  it("is cut by thirds: oversold, a faded new low, a close back above", () => {
    const quiet = { atr: 9, sigma: 0.01 } as const;
    const at = scene([...closes, 91], { ...quiet, rsi: 40 });
    const rsi = at.signals.rsi.slice();
    rsi[5] = 29;
    const oversold = hedgeStep(hedge, { ...at, signals: { ...at.signals, rsi } });
    expect(oversold.drafts[0]).toMatchObject({ rule: "oversold", before: -0.3 });
    expect(oversold.hedge?.target).toBeCloseTo(0.2, 12);
    const fade = hedgeStep(hedge, scene([...closes, 89], { ...quiet, rsi: 40, volume: 1300 }));
    expect(fade.drafts[0]).toMatchObject({ rule: "volume fade" });
    const wide = { ...hedge, stop: 120 };
    const above = hedgeStep(wide, scene([...closes, 101], { ...quiet, rsi: 40 }));
    expect(above.drafts[0]).toMatchObject({ rule: "back above" });
    const last = hedgeStep({ ...wide, cuts: 2, step: 0.1 }, scene([...closes, 101], quiet));
    expect(last).toMatchObject({ hedge: null, drafts: [{ after: 0 }] });
  });

  it("waits between two cuts", () => {
    const soon = { ...hedge, stop: 120, lastCut: 3 };
    const { drafts } = hedgeStep(soon, scene([...closes, 101], { atr: 9, sigma: 0.01, rsi: 40 }));
    expect(drafts).toEqual([]);
  });
});
