import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phrase, verb } from "../../src/words/index.ts";
import type { Band, VerbForm } from "../../src/words/index.ts";
import { voice } from "./house.ts";

const BANDS: readonly (Band | "neutral")[] = [
  "nil",
  "tiny",
  "small",
  "large",
  "very large",
  "extreme",
  "neutral",
];
const KINDS = ["default", "price/week", "short-interest", "survey", "money", "position", "yield"];

const band = fc.constantFrom(...BANDS);
const kind = fc.constantFrom(...KINDS);
const direction = fc.constantFrom(-1 as const, 0 as const, 1 as const);
const form = fc.constantFrom<VerbForm>("past", "participle", "noun");
const turn = fc.integer({ min: 0, max: 5000 });

describe("a verb", () => {
  it.each<readonly [-1 | 0 | 1, Band | "neutral", number, VerbForm, string, string]>([
    [1, "very large", 0, "past", "default", "jumped"],
    [1, "very large", 0, "participle", "default", "jumping"],
    [1, "very large", 0, "noun", "default", "jump"],
    [-1, "tiny", 1, "past", "survey", "slipped"],
    [-1, "large", 0, "past", "money", "dropped"],
    [1, "large", 1, "past", "price/week", "rallied"],
    [1, "large", 1, "past", "short-interest", "swelled"],
    [-1, "neutral", 0, "past", "default", "fell"],
    [1, "neutral", 5, "past", "default", "rose"],
    [0, "extreme", 0, "past", "default", "held steady"],
  ])("for direction %d, %s, turn %d is in the %s of %s %s", (to, size, at, as, of, said) => {
    expect(verb(to, size, at, as, voice, of)).toBe(said);
  });

  it("tells a nil move that prints a figure as a tiny one", () => {
    expect(verb(1, "nil", 2, "past", voice)).toBe(verb(1, "tiny", 2, "past", voice));
  });

  it("keeps rallying for prices", () => {
    for (const each of KINDS.filter((name) => !name.startsWith("price"))) {
      for (const size of BANDS) {
        for (let at = 0; at < 10; at++)
          expect(verb(1, size, at, "past", voice, each)).not.toBe("rallied");
      }
    }
  });

  it("does not return within four turns, in the same band", () => {
    fc.assert(
      fc.property(
        direction,
        band,
        kind,
        turn,
        form,
        fc.integer({ min: 1, max: 4 }),
        (to, size, of, at, as, on) => {
          expect(verb(to, size, at, as, voice, of)).not.toBe(
            verb(to, size, at + on, as, voice, of),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("does not return in another band or direction at any turn", () => {
    const list = (of: string, to: -1 | 0 | 1, size: Band | "neutral"): readonly string[] =>
      Array.from({ length: 5 }, (_, at) => verb(to, size, at, "past", voice, of));
    for (const of of KINDS) {
      const told = BANDS.slice(1).flatMap((size) => [...list(of, 1, size), ...list(of, -1, size)]);
      told.push(...list(of, 0, "nil"));
      expect(new Set(told).size, of).toBe(told.length);
    }
  });

  it("is a past tense that a number may follow and either number of subject may precede", () => {
    const lists = [voice.verbs.up, voice.verbs.down].flatMap((each) => Object.values(each)).flat();
    for (const { past, participle, noun } of lists) {
      expect(past).not.toMatch(/^(was|were|is|has)\b|\b(to|by|of|from)$/);
      expect(participle).toMatch(/^\w+ing\b/);
      expect(noun).not.toMatch(/^(a|an|the) /);
    }
  });
});

describe("a phrase", () => {
  it("is found by the name of its list and takes turns", () => {
    expect(phrase("high since", 0, voice)).toBe("the highest since");
    expect(phrase("leaning", 6, voice)).toBe(voice.hedges["leaning"]?.[1]);
    expect(phrase("nowhere", 0, voice)).toBeNull();
  });
});
