import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Unit } from "../../src/model/index.ts";
import { printedSign, printedValue, sayValue } from "../../src/words/index.ts";
import type { ValueForm } from "../../src/words/index.ts";
import { voice } from "./house.ts";

type Case = readonly [number, Unit, number, ValueForm, string];

const compact: ValueForm = { style: "compact" };
const absolute: ValueForm = { sign: "absolute" };
const signed: ValueForm = { style: "compact", sign: "signed" };

/** Phrases of the note that sets the standard, and their neighbours; the figures are published ones. */
const PHRASES: readonly Case[] = [
  [106_800_000, "shares", 1, {}, "106.8 million"],
  [106_800_000, "shares", 1, compact, "106.8m"],
  [106_800_000, "shares", 1, { unit: false }, "106.8"],
  [640_000, "shares", 1, {}, "0.6 million"],
  [640_123, "shares", 6, {}, "640,123"],
  [-640_123, "shares", 6, signed, "−640,123"],
  [1_234_000_000, "shares", 1, {}, "1.2 billion"],
  [999_960_000, "shares", 1, {}, "1.0 billion"],
  [999_940_000, "shares", 1, {}, "999.9 million"],
  [999_999.7, "shares", 6, {}, "1.0 million"],
  [0, "shares", 1, {}, "0.0 million"],
  [850_559_000_000, "money", 1, {}, "$850.6 billion"],
  [850_559_000_000, "money", 1, compact, "$850.6bn"],
  [850_559_000_000, "money", 3, { digits: 3 }, "$850.559 billion"],
  [850_559_000_000, "money", 1, { digits: 3 }, "$850.6 billion"],
  [850_559_000_000, "money", 1, { unit: false }, "850.6"],
  [-29_800_000_000, "money", 1, {}, "−$29.8 billion"],
  [-29_800_000_000, "money", 1, absolute, "$29.8 billion"],
  [29_800_000_000, "money", 1, signed, "+$29.8bn"],
  [640_000_000, "money", 1, {}, "$0.6 billion"],
  [640_000_000, "money", 3, {}, "$640 million"],
  [1_021_400_000_000, "money", 1, {}, "$1.02 trillion"],
  [1_021_400_000_000, "money", 1, compact, "$1.02tn"],
  [12.5, "money", 11, {}, "$12.50"],
  [45_300, "money", 11, {}, "$45,300"],
  [36_912, "contracts", 0, {}, "36,912"],
  [-36_912, "contracts", 0, {}, "−36,912"],
  [2_345_678, "contracts", 0, {}, "2.3 million"],
  [0.282, "ratio", 1, {}, "28.2 percent"],
  [0.282, "ratio", 1, compact, "28.2%"],
  [0.282, "ratio", 1, { unit: false }, "28.2"],
  [0.282, "ratio", 1, { digits: 0 }, "28 percent"],
  [0.282, "ratio", 0, { digits: 2 }, "28 percent"],
  [0.22, "ratio", 1, { digits: 0, style: "compact" }, "22%"],
  [-0.035, "ratio", 1, {}, "−3.5 percent"],
  [-0.035, "ratio", 1, absolute, "3.5 percent"],
  [-0.035, "ratio", 1, signed, "−3.5%"],
  [0.035, "ratio", 1, signed, "+3.5%"],
  [-0.0004, "ratio", 1, {}, "0.0 percent"],
  [-0.0004, "ratio", 1, signed, "0.0%"],
  [0.03, "ratio", 1, { digits: 0, words: true }, "three percent"],
  [5.079, "ratio", 1, {}, "507.9 percent"],
  [12.625, "ratio", 1, {}, "1,262.5 percent"],
  [2039.85, "index", 0, {}, "2040"],
  [2039.85, "index", 2, { digits: 2 }, "2039.85"],
  [2039.85, "index", 0, compact, "2040"],
  [5970.6, "index", 0, {}, "5971"],
  [42_215.73, "index", 0, {}, "42,216"],
  [3, "index", 0, {}, "3"],
  // Volatility: the VIX of 5 August 2024 closed at 38.57, as Cboe printed it.
  [38.57, "index", 1, {}, "38.6"],
  [138.57, "index", 1, {}, "139"],
  [202.41, "price", 2, {}, "$202.41"],
  [202.4, "price", 2, compact, "$202.40"],
  [1202.4, "price", 2, {}, "$1,202.40"],
  [95.8, "score", 1, {}, "95.8"],
  [95.8, "score", 0, {}, "96"],
  [18, "net percent", 0, {}, "18"],
  [-3, "net percent", 0, {}, "−3"],
  [3, "net percent", 0, {}, "3"],
  [3, "net percent", 0, { words: true }, "three"],
  [1, "points", 0, {}, "a point"],
  [-1, "points", 0, absolute, "a point"],
  [1, "points", 0, compact, "1 pt"],
  [1, "points", 0, { words: false }, "1 point"],
  [1, "points", 0, { unit: false }, "one"],
  [1, "points", 1, {}, "1.0 points"],
  [3, "points", 0, {}, "three points"],
  [-3, "points", 0, absolute, "three points"],
  [-3, "points", 0, {}, "−3 points"],
  [3, "points", 0, { style: "compact", sign: "signed" }, "+3 pts"],
  [1.6, "points", 1, {}, "1.6 points"],
  [-1.6, "points", 1, absolute, "1.6 points"],
  [10, "points", 0, {}, "ten points"],
  [11, "points", 0, {}, "11 points"],
  [0, "points", 0, {}, "zero points"],
  [0.4, "points", 0, { words: false }, "0 points"],
  [5, "count", 0, {}, "five"],
  [10, "count", 0, {}, "ten"],
  [11, "count", 0, {}, "11"],
  [0, "count", 0, {}, "zero"],
  [5, "count", 0, compact, "5"],
  [5, "count", 0, { words: false }, "5"],
  [1441, "count", 0, {}, "1,441"],
  [10, "sessions", 0, {}, "ten sessions"],
  [1, "sessions", 0, {}, "one session"],
  [50, "sessions", 0, {}, "50 sessions"],
  [1, "sessions", 0, compact, "1 session"],
  [10, "sessions", 0, compact, "10 sessions"],
  [6, "weeks", 0, {}, "six weeks"],
  [6, "weeks", 0, { unit: false }, "six"],
  [12, "months", 0, {}, "12 months"],
  [2, "days", 0, {}, "two days"],
  [1.76, "days", 2, { digits: 1 }, "1.8 days"],
  [0.984, "correlation", 3, {}, "0.98"],
  [0.984, "correlation", 3, { digits: 3 }, "0.984"],
  [-0.6, "correlation", 2, {}, "−0.60"],
  [0.92, "percentile", 0, {}, "92nd percentile"],
  [0.92, "percentile", 0, { unit: false }, "92nd"],
  [0.111, "percentile", 0, { unit: false }, "11th"],
  [0.9983, "percentile", 0, {}, "99th percentile"],
  [0.001, "percentile", 0, {}, "1st percentile"],
  [2.3, "multiple", 1, {}, "2.3 times"],
  [2.3, "multiple", 1, compact, "2.3×"],
  [28.15, "score", 1, {}, "28.2"],
  [1.005, "score", 2, { digits: 2 }, "1.01"],
];

describe("a value in words", () => {
  it.each(PHRASES)(
    "says %d (%s, %d decimals known, form %o) as %s",
    (value, unit, digits, form, said) => {
      expect(sayValue(value, unit, digits, Object.freeze(form), voice)).toBe(said);
    },
  );
});

const UNITS: readonly Unit[] = [
  "index",
  "price",
  "money",
  "shares",
  "contracts",
  "score",
  "net percent",
  "ratio",
  "points",
  "correlation",
  "multiple",
  "count",
  "sessions",
  "days",
  "weeks",
  "months",
];
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

/** Reads a printed figure back, and how far from the truth its last digit lets it lie. */
function parse(text: string, unit: Unit): { value: number; half: number } {
  const match = /^(−|\+|-)?\$?([\d,]+)(?:\.(\d+))?[  ]?(.*)$/.exec(text);
  if (match === null) throw new Error(`not a figure: ${text}`);
  const scale = SCALES[match[4] ?? ""] ?? (unit === "ratio" ? 0.01 : 1);
  const decimals = match[3]?.length ?? 0;
  const size = Number(`${(match[2] ?? "").replaceAll(",", "")}.${match[3] ?? "0"}`);
  return { value: (match[1] === "−" ? -1 : 1) * size * scale, half: 0.5 * 10 ** -decimals * scale };
}

const value = fc.double({ min: -5e12, max: 5e12, noNaN: true });
const usual = fc.double({ min: -200, max: 200, noNaN: true });
const anyValue = fc.oneof(value, usual);
const anyUnit = fc.constantFrom(...UNITS);
const anyStyle = fc.constantFrom("text" as const, "compact" as const);
const anyDigits = fc.integer({ min: 0, max: 4 });

describe("any value", () => {
  it("reads back within half of its last digit", () => {
    fc.assert(
      fc.property(anyValue, anyUnit, anyDigits, anyStyle, (each, unit, digits, style) => {
        const text = sayValue(each, unit, digits, { style, words: false }, voice);
        const { value: read, half } = parse(text, unit);
        expect(Math.abs(read - each)).toBeLessThanOrEqual(half * 1.000001 + Math.abs(each) * 1e-12);
      }),
      { numRuns: 2000 },
    );
  });

  it("has the sign and the size that its text shows, and is never minus zero", () => {
    fc.assert(
      fc.property(anyValue, anyUnit, anyDigits, (each, unit, digits) => {
        const form: ValueForm = { words: false };
        const text = sayValue(each, unit, digits, form, voice);
        const { value: read } = parse(text, unit);
        const printed = printedValue(each, unit, digits, form, voice);
        expect(printedSign(each, unit, digits, form, voice)).toBe(Math.sign(read) + 0);
        expect(Math.abs(printed - read)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(read)));
        expect(Object.is(printed, -0)).toBe(false);
        expect(text.startsWith("−")).toBe(printed < 0);
        expect(text).not.toMatch(
          /^[−+]\$?0(\.0+)?( |$)|NaN|Infinity|undefined|(^|[^\d.,])1 (points|sessions|days|weeks|months)/,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("is said alike above and below zero, but for the sign", () => {
    fc.assert(
      fc.property(anyValue, anyUnit, anyDigits, (each, unit, digits) => {
        const above = sayValue(Math.abs(each), unit, digits, absolute, voice);
        expect(sayValue(-Math.abs(each), unit, digits, absolute, voice)).toBe(above);
      }),
    );
  });

  it("never shows more decimals than the inputs allow", () => {
    expect(sayValue(0.28234, "ratio", 1, { digits: 4 }, voice)).toBe("28.2 percent");
    expect(sayValue(95.84, "score", 0, { digits: 2 }, voice)).toBe("96");
  });

  it("has the sign of the printed figure, at the decimals that are printed", () => {
    expect(printedSign(-0.0004, "ratio", 1, {}, voice)).toBe(0);
    expect(printedSign(-0.0005, "ratio", 1, {}, voice)).toBe(-1);
    expect(printedSign(0.4, "index", 0, {}, voice)).toBe(0);
    expect(printedSign(0.04, "index", 2, {}, voice)).toBe(0);
    expect(printedSign(0.04, "index", 2, { digits: 2 }, voice)).toBe(1);
    expect(printedSign(-49_000_000, "money", 1, {}, voice)).toBe(0);
  });

  it("is refused where it is no number", () => {
    expect(() => sayValue(Number.NaN, "ratio", 1, {}, voice)).toThrow(RangeError);
  });
});
