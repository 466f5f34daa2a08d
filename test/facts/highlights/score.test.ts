import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Weighing } from "../../../src/facts/highlights/score.ts";
import { ageOf, bitsOfSize, scoreOf, WEIGHTS } from "../../../src/facts/highlights/score.ts";
import { day } from "../../../src/model/index.ts";

const weighing = fc.record({
  bits: fc.double({ min: 0, max: 20, noNaN: true }),
  size: fc.double({ min: 0, max: 1, noNaN: true }),
  age: fc.nat(60),
  continues: fc.boolean(),
  required: fc.boolean(),
  worth: fc.double({ min: 0, max: 2, noNaN: true }),
});
const more = fc.double({ min: 0, max: 5, noNaN: true });

/** The law holds for every weighing: the changed one never scores less. */
function neverLess(change: (each: Weighing, by: number) => Weighing): void {
  fc.assert(fc.property(weighing, more, (each, by) => scoreOf(change(each, by)) >= scoreOf(each)));
}

describe("the score of a highlight", () => {
  it("is worth × place × freshness × (rarity + size)", () => {
    // 1.1 × 1.25 × 2^(−4/4) × (6 + 1 × 0.5)
    const each = { bits: 6, size: 0.5, age: 4, continues: false, required: true, worth: 1.1 };
    expect(scoreOf(each)).toBeCloseTo(1.1 * 1.25 * 0.5 * 6.5, 12);
  });

  it("never falls with rarity", () => neverLess((each, by) => ({ ...each, bits: each.bits + by })));

  it("never falls with size", () =>
    neverLess((each, by) => ({ ...each, size: Math.min(1, each.size + by) })));

  it("never rises with age", () =>
    neverLess((each, by) => ({ ...each, age: Math.max(0, each.age - Math.ceil(by)) })));

  it("never falls with the worth of the question", () =>
    neverLess((each, by) => ({ ...each, worth: each.worth + by })));

  it("is no higher for what was so in the edition before", () =>
    neverLess((each) => ({ ...each, continues: false })));

  it("is no lower for a required subject", () =>
    neverLess((each) => ({ ...each, required: true })));

  it("counts what is more seldom than one in a thousand as that", () => {
    const each = { size: 0, age: 0, continues: false, required: false, worth: 1 };
    expect(scoreOf({ ...each, bits: 15 })).toBe(WEIGHTS.mostBits);
  });
});

describe("the age of a statement", () => {
  it("counts whole editions since the release", () => {
    expect(ageOf(day("2025-05-23"), day("2025-05-23"), "week")).toBe(0);
    expect(ageOf(day("2025-05-17"), day("2025-05-23"), "week")).toBe(0);
    expect(ageOf(day("2025-05-16"), day("2025-05-23"), "week")).toBe(1);
    expect(ageOf(day("2025-05-09"), day("2025-05-23"), "week")).toBe(2);
    expect(ageOf(day("2025-05-09"), day("2025-05-23"), "month")).toBe(0);
  });
});

describe("a move of which no history tells", () => {
  it("has one bit for a usual size, two for three times as much", () => {
    expect(bitsOfSize({ value: 0.05, unit: "ratio" })).toBeCloseTo(1, 12);
    expect(bitsOfSize({ value: -0.15, unit: "ratio" })).toBeCloseTo(2, 12);
    expect(bitsOfSize({ value: -3, unit: "points" })).toBe(2);
    expect(bitsOfSize({ value: 10, unit: "basis points" })).toBe(1);
  });

  it("has none where its unit tells no size", () => {
    expect(bitsOfSize({ value: 1e9, unit: "money" })).toBe(0);
  });
});
