import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Unit } from "../../src/model/index.ts";
import { bandOf, kindOf } from "../../src/words/index.ts";
import { voice } from "./house.ts";

const ranked = (rank: number, count = 100): string =>
  bandOf({ rank, ranked: count, value: 0.01, unit: "ratio" }, "price/week", voice);

/** A percentage, by the table: few changes to rank it among. */
const sized = (value: number, unit: Unit, kind: string, count = 12): string =>
  bandOf({ rank: 0.5, ranked: count, value, unit }, kind, voice);

describe("the band of a move", () => {
  it.each([
    [0.01, "nil"],
    [0.1, "tiny"],
    [0.5, "small"],
    [0.9, "large"],
    [0.97, "very large"],
    [0.995, "extreme"],
  ])("with rank %d among a hundred is %s", (rank, band) => {
    expect(ranked(rank)).toBe(band);
  });

  /** lexicon: columns of the table of magnitudes. */
  it.each<readonly [number, Unit, string, string]>([
    [0.0004, "ratio", "price/day", "nil"],
    [0.002, "ratio", "price/day", "tiny"],
    [-0.008, "ratio", "price/day", "small"],
    [0.015, "ratio", "price/day", "large"],
    [-0.03, "ratio", "price/day", "very large"],
    [0.061, "ratio", "price/day", "extreme"],
    [-0.035, "ratio", "price/week", "large"],
    [0.05, "ratio", "price/week", "very large"],
    [-0.006, "ratio", "short-interest", "tiny"],
    [0.028, "ratio", "short-interest", "small"],
    [0.282, "ratio", "short-interest", "extreme"],
    [-0.161, "ratio", "short-interest", "very large"],
    [-1.6, "points", "survey", "small"],
    [-3, "points", "survey", "large"],
    [10.6, "points", "survey", "extreme"],
    [0.05, "points", "yield", "small"],
    [0.21, "points", "yield", "extreme"],
  ])("of %d (%s) by the table of %s is %s", (value, unit, kind, band) => {
    expect(sized(value, unit, kind)).toBe(band);
  });

  it("is neutral with fewer than eight changes, whatever the size", () => {
    expect(sized(0.282, "ratio", "short-interest", 7)).toBe("neutral");
    expect(bandOf({ rank: null, ranked: 0, value: 0.5, unit: "ratio" }, "price/day", voice)).toBe(
      "neutral",
    );
  });

  it("is neutral where the table speaks of another unit, or there is none", () => {
    expect(sized(29.8e9, "money", "money")).toBe("neutral");
    expect(sized(0.1, "ratio", "default")).toBe("neutral");
    expect(sized(0.1, "ratio", "survey")).toBe("neutral");
  });

  it("goes by the table from eight changes on and by rank from twenty-four on", () => {
    const size = { rank: 0.97, value: 0.006, unit: "ratio" } as const;
    expect(bandOf({ ...size, ranked: 8 }, "short-interest", voice)).toBe("tiny");
    expect(bandOf({ ...size, ranked: 23 }, "short-interest", voice)).toBe("tiny");
    expect(bandOf({ ...size, ranked: 24 }, "short-interest", voice)).toBe("very large");
  });

  it("never falls when the rank rises", () => {
    const order = ["nil", "tiny", "small", "large", "very large", "extreme"];
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const low = order.indexOf(ranked(Math.min(a, b)));
        expect(low).toBeLessThanOrEqual(order.indexOf(ranked(Math.max(a, b))));
        expect(low).not.toBe(-1);
      }),
    );
  });

  it("is the same for a rise and a fall of the same size", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (size) => {
        expect(sized(size, "ratio", "price/day")).toBe(sized(-size, "ratio", "price/day"));
      }),
    );
  });
});

describe("the kind of a measure", () => {
  it("follows from its unit, and for prices from the length of the change", () => {
    expect(kindOf("index", "day", 3)).toBe("price/day");
    expect(kindOf("price", "day", 7)).toBe("price/week");
    expect(kindOf("index", "day", 30)).toBe("price/month");
    expect(kindOf("index", "day", 135)).toBe("price/long");
    expect(kindOf("index", "week", null)).toBe("price/week");
    expect(kindOf("shares", "half-month", 15)).toBe("short-interest");
    expect(kindOf("money", "month", 30)).toBe("money");
    expect(kindOf("contracts", "week", 7)).toBe("position");
    expect(kindOf("net percent", "month", 30)).toBe("survey");
    expect(kindOf("score", "month", 30)).toBe("survey");
    expect(kindOf("correlation", "month", 30)).toBe("default");
  });
});
