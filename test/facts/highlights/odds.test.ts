import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bitsOf,
  odds,
  oddsOfCount,
  oddsOfFirst,
  oddsOfMoves,
  oddsOfReach,
  oddsOfRun,
} from "../../../src/facts/highlights/odds.ts";
import type { Day, Point } from "../../../src/model/index.ts";
import { addDays, day } from "../../../src/model/index.ts";

function points(values: readonly number[]): readonly Point[] {
  return values.map((value, place): Point => {
    const on: Day = addDays(day("2020-01-06"), place);
    return { day: on, value, released: on, line: place + 2 };
  });
}

const difference = (from: Point, to: Point): number => to.value - from.value;

describe("how seldom", () => {
  it("is one bit for each halving", () => {
    expect(bitsOf(odds(1, 8, "weeks"))).toBe(3);
    expect(bitsOf(odds(4, 8, "weeks"))).toBe(1);
    expect(bitsOf(odds(8, 8, "weeks"))).toBe(0);
  });

  it("counts the case itself at least, and no more than there are", () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 1e4, noNaN: true }), fc.nat(5000), (cases, among) => {
        const found = odds(cases, among, "weeks");
        expect(found.cases).toBeGreaterThanOrEqual(1);
        expect(found.cases).toBeLessThanOrEqual(found.among);
        expect(bitsOf(found)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("moves", () => {
  it("are counted that went at least as far the same way", () => {
    // Steps: +1 −2 +3 −3 −1: two of five fell by two or more.
    const series = points([10, 11, 9, 12, 9, 8]);
    expect(oddsOfMoves(series, 1, -2, difference, "weeks")).toEqual({
      cases: 2,
      among: 5,
      what: "weeks",
    });
  });

  it("are never more for a larger one", () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 20 }), fc.nat(20), (each, size, more) => {
        const small = oddsOfMoves(points(each), 1, size, difference, "weeks");
        const large = oddsOfMoves(points(each), 1, size + more, difference, "weeks");
        expect(large.cases).toBeLessThanOrEqual(small.cases);
      }),
    );
  });
});

describe("a superlative", () => {
  const level = Array.from({ length: 12 }, (_, place) => (place % 2 === 0 ? 50 : 40));

  it("counts the readings that reached back as far; the first twelve do not count", () => {
    // After twelve readings: 45 (back 1), 49 (back 2), 44 (back 1), 60 (of all). Of four, one.
    const series = points([...level, 45, 49, 44, 60]);
    expect(oddsOfReach(series, 15, 1, "sessions")).toEqual({
      cases: 1,
      among: 4,
      what: "sessions",
    });
  });

  it("tells records of a rising series as the commonplace they are", () => {
    const series = points(Array.from({ length: 40 }, (_, place) => place));
    const found = oddsOfReach(series, 39, 1, "sessions");
    expect(found === null ? null : bitsOf(found)).toBe(0);
  });

  it("is the same for a low of the mirrored series", () => {
    const values = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 13, maxLength: 60 });
    fc.assert(
      fc.property(values, (each) => {
        const mirrored = each.map((value) => 100 - value);
        const last = each.length - 1;
        expect(oddsOfReach(points(mirrored), last, -1, "x")).toEqual(
          oddsOfReach(points(each), last, 1, "x"),
        );
      }),
    );
  });

  it("cannot be told of fewer readings", () => {
    expect(oddsOfReach(points([1, 2, 3]), 2, 1, "sessions")).toBeNull();
  });
});

describe("a run", () => {
  it("counts the readings at the end of one as long", () => {
    // Runs of 3 and 2: the length two is reached at places 2, 3 and 7.
    const holds = [false, true, true, true, false, false, true, true];
    const found = oddsOfRun(8, 2, (place) => holds[place] ?? false, "weeks");
    expect(found).toEqual({ cases: 3, among: 8, what: "weeks" });
  });
});

describe("so many of the last few", () => {
  it("counts the readings at which as many were of the kind", () => {
    // Of three each: 101, 011, 111, 110: two or more at all four places.
    const holds = [true, false, true, true, true, false];
    const at = (place: number) => holds[place] ?? false;
    expect(oddsOfCount(6, 3, 2, at, "weeks")).toEqual({ cases: 4, among: 4, what: "weeks" });
    expect(oddsOfCount(6, 3, 3, at, "weeks")).toEqual({ cases: 1, among: 4, what: "weeks" });
  });

  it("is never more for a higher count", () => {
    const kinds = fc.array(fc.boolean(), { minLength: 12, maxLength: 80 });
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 9 }), (holds, least) => {
        const of = (count: number): number =>
          oddsOfCount(holds.length, 10, count, (place) => holds[place] ?? false, "x").cases;
        expect(of(least + 1)).toBeLessThanOrEqual(of(least));
      }),
    );
  });
});

describe("a first since", () => {
  it("counts the readings that were the first of their kind in so many", () => {
    // Of the kind at places 3, 4 and 7: the first in four, in one and in three.
    const holds = [false, false, false, true, true, false, false, true];
    const at = (place: number) => holds[place] ?? false;
    expect(oddsOfFirst(8, 3, at, "months")).toEqual({ cases: 2, among: 8, what: "months" });
    expect(oddsOfFirst(8, 4, at, "months")).toEqual({ cases: 1, among: 8, what: "months" });
  });
});
