import { describe, expect, it } from "vitest";
import { roundStep, roundsBetween } from "../../../src/stats/price/rounds.ts";

describe("round numbers", () => {
  // A twentieth, and of 1, 5, 10 … the one that is nearest as a ratio.
  it.each([
    [2000, 100, "a twentieth is 100"],
    [1700, 100, "85: 100 is nearer than 50"],
    [4400, 100, "220: 100 is 2.2 times off, 500 is 2.27"],
    [4600, 500, "230: 100 is 2.3 times off, 500 is 2.17"],
    [210, 10, "10.5"],
    [45, 5, "2.25: 1 is 2.25 times off, 5 is 2.22"],
    [19, 1, "0.95"],
  ])("steps about %d by %d", (value, step, how) => {
    expect(roundStep(value), how).toBe(step);
  });

  it("lists hundreds about 2000", () => {
    expect(roundsBetween(1690, 2110)).toEqual([1700, 1800, 1900, 2000, 2100]);
  });

  it("widens its step as numbers grow", () => {
    expect(roundsBetween(4200, 5600)).toEqual([4200, 4300, 4400, 4500, 5000, 5500]);
  });

  it("keeps clear of the dust of binary fractions", () => {
    expect(roundsBetween(1.6, 2.05)).toEqual([1.6, 1.7, 1.8, 1.9, 2]);
  });

  it("finds none between bounds that enclose none, or at zero", () => {
    expect(roundsBetween(2101, 2199)).toEqual([]);
    expect(roundsBetween(0, 10)).toEqual([]);
    expect(roundsBetween(10, 5)).toEqual([]);
  });
});
