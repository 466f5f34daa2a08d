import { describe, expect, it } from "vitest";
import { qualifier, strength } from "../../src/words/index.ts";
import { voice } from "./house.ts";

describe("a qualifier", () => {
  it.each([
    [0.02, "exceptionally low"],
    [0.1, "subdued"],
    [0.3, "fairly low"],
    [0.5, "middling"],
    [0.7, "fairly high"],
    [0.9, "elevated"],
    [0.99, "exceptionally high"],
    [1, "exceptionally high"],
    [0, "exceptionally low"],
  ])("of the percentile %d is %s", (percentile, said) => {
    expect(qualifier(percentile, voice)).toBe(said);
  });

  it("takes turns", () => {
    const said = Array.from({ length: 5 }, (_, turn) => qualifier(0.9, voice, turn));
    expect(new Set(said).size).toBe(5);
    expect(qualifier(0.9, voice, 5)).toBe(said[0]);
  });

  it("is refused for what is no percentile", () => {
    expect(() => qualifier(92, voice)).toThrow(RangeError);
    expect(() => qualifier(Number.NaN, voice)).toThrow(RangeError);
  });
});

describe("the strength of a correlation", () => {
  it.each([
    [0.984, "very tight"],
    [0.93, "tight"],
    [0.78, "moderate"],
    [0.4, "loose"],
    [0.1, "weak"],
    [-0.9, "tight inverse"],
  ])("of %d is %s", (correlation, said) => {
    expect(strength(correlation, voice)).toBe(said);
  });
});
