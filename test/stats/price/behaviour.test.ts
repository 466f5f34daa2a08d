import { describe, expect, it } from "vitest";
import { behaviourAt, roleOf } from "../../../src/stats/price/behaviour.ts";
import type { Bar } from "./made.ts";
import { around, flat, leg, prices } from "./made.ts";

const LEVEL = 110;
/** Fifteen calm sessions at 100: noise is 1 until the ranges change. */
const calm = flat(100, 15);

const at = (bars: readonly Bar[]) => behaviourAt(prices(bars), LEVEL);
const tests = (bars: readonly Bar[]) =>
  at(bars).tests.map((each) => [each.side, each.outcome, each.farthest.place]);
const breaches = (bars: readonly Bar[]) =>
  at(bars).breaches.map((each) => [each.to, each.session.place]);

describe("the behaviour of a price at a level", () => {
  it("stands on the side of the first close that is clear of the level", () => {
    expect(at(calm).side).toBe("below");
    expect(at(flat(120, 15)).side).toBe("above");
    expect(at(flat(110, 20)).side).toBeNull();
  });

  it("counts a close beyond the level by more than the noise as a breach", () => {
    // Noise before the last session: thirteen ranges of 2, and one of 111.5 − 100 = 11.5 for the
    // session that closed at 110.5. (13 × 2 + 11.5) / 28 = 1.34, so 111.3 is no breach, 111.4 is.
    expect(breaches([...calm, around(110.5), around(111.3)])).toEqual([]);
    expect(breaches([...calm, around(110.5), around(111.4)])).toEqual([["above", 15]]);
  });

  it("dates a breach to the first close of the run that did it", () => {
    const bars = [...calm, around(110.2), around(109.9), around(110.4), around(115)];
    expect(breaches(bars)).toEqual([["above", 17]]);
  });

  it("counts five closes in a row beyond the level however near they are", () => {
    expect(breaches([...calm, ...flat(110.1, 4)])).toEqual([]);
    expect(breaches([...calm, ...flat(110.1, 5)])).toEqual([["above", 15]]);
    expect(breaches([...calm, ...flat(110.1, 4), around(110), ...flat(110.1, 4)])).toEqual([]);
  });

  it("holds a test that ends with a close clear on the old side", () => {
    // From below: the high of 109.5 comes within noise of 110, the close of 100 is clear of it.
    const bars = [...calm, [109.5, 100, 104] as const, ...flat(100, 3)];
    expect(tests(bars)).toEqual([["below", "held", 15]]);
  });

  it("opens no test where the price stays out of reach", () => {
    // 110 − 1 = 109 is where a test begins.
    expect(tests([...calm, [108.9, 100, 104]])).toEqual([]);
    expect(tests([...calm, [109, 100, 104]])).toEqual([["below", "held", 15]]);
  });

  it("tells a test by its farthest price, through days near the level", () => {
    const bars = [...calm, around(109.5), [112, 109, 109.8] as const, around(109.4), around(100)];
    expect(tests(bars)).toEqual([["below", "held", 16]]);
  });

  it("ends a test with the breach, and leaves the last one open", () => {
    expect(tests([...calm, around(109.8), around(120)])).toEqual([["below", "gave way", 16]]);
    expect(tests([...calm, around(109.8)])).toEqual([["below", "open", 15]]);
  });

  it("mirrors all of it from above", () => {
    const bars = [...flat(120, 15), [120, 108, 119] as const, around(120), around(100)];
    expect(tests(bars)).toEqual([
      ["above", "held", 15],
      ["above", "gave way", 17],
    ]);
    expect(breaches(bars)).toEqual([["below", 17]]);
  });

  it("remembers the first session that traded at the level", () => {
    const bars = [...calm, ...leg(100, 112, 6)];
    // The closes 102, 104, … stray one point: 110 is first traded on the fifth, which reaches 111.
    expect(at(bars).first?.place).toBe(19);
    expect(at(calm).first).toBeNull();
  });

  it("does not know who was first where the data begin at the level", () => {
    expect(at([...flat(110, 10), ...flat(100, 20)]).first).toBeNull();
  });
});

describe("the role of a level", () => {
  const role = (bars: readonly Bar[]) => roleOf(at(bars));
  const testFromAbove: Bar = [120, 109.5, 119];
  const testFromBelow: Bar = [110.5, 100, 101];

  it("is resistance above the price and support under it", () => {
    expect(role(calm)).toBe("resistance");
    expect(role(flat(120, 15))).toBe("support");
    expect(role(flat(110, 20))).toBeNull();
  });

  it("is support turned resistance where it had held and then was lost", () => {
    expect(role([...flat(120, 15), testFromAbove, ...flat(100, 3)])).toBe(
      "support turned resistance",
    );
    expect(role([...flat(120, 15), ...flat(100, 3)])).toBe("resistance");
  });

  it("is resistance turned support the other way round", () => {
    expect(role([...calm, testFromBelow, ...flat(120, 3)])).toBe("resistance turned support");
    expect(role([...calm, ...flat(120, 3)])).toBe("support");
  });

  it("looks only at the time between the last breach and the one before", () => {
    // Held as support, lost, regained untested, lost again untested: it was support once, not lately.
    const bars = [
      ...flat(120, 15),
      testFromAbove,
      ...flat(90, 20),
      ...flat(130, 20),
      ...flat(90, 20),
    ];
    expect(role(bars)).toBe("resistance");
  });
});
