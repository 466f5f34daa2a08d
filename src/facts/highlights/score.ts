import type { Day, Fact } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";

/** The weights of the ranking. docs/facts.md tells what each is for. */
export const WEIGHTS = {
  /** More bits than these count as these: one in a thousand is seldom enough. */
  mostBits: 10,
  /** Under this it happens too often to be news: more than twice in five times. */
  leastBits: 1.3,
  /** Fewer past cases than this, and nobody can say how seldom it is. */
  leastCases: 12,
  /** A new reading then counts by its size: one bit for a move of so much, two for three times as much. */
  oneBit: { percent: 0.05, points: 1, "basis points": 10 },
  /** Bits that the size of the latest move adds at most. */
  size: 1,
  /** After so many editions a statement counts half. */
  halfLife: 4,
  /** What was so in the edition before, and still is. */
  continues: 0.6,
  /** A subject that the report calls required. */
  required: 1.25,
  /** An event whose odds are better or worse than any other day's. */
  backed: 1.75,
  /** What scores less fills a list and tells nothing. */
  leastScore: 1.5,
} as const;

export interface Weighing {
  /** How seldom, in bits. */
  readonly bits: number;
  /** Share of past moves that were smaller than the subject's latest, 0 to 1. */
  readonly size: number;
  /** Editions since it came out; zero: it is new in this one. */
  readonly age: number;
  readonly continues: boolean;
  readonly required: boolean;
  /** Of the ask. */
  readonly worth: number;
}

/** The score by which highlights are ranked: worth × freshness × (rarity + size). */
export function scoreOf({ bits, size, age, continues, required, worth }: Weighing): number {
  const rarity = Math.min(bits, WEIGHTS.mostBits) + WEIGHTS.size * size;
  const place = required ? WEIGHTS.required : 1;
  return worth * place * freshness(age) * (continues ? WEIGHTS.continues : 1) * rarity;
}

/** Bits of a move of which no history tells, by its size alone. */
export function bitsOfSize({ value, unit }: Pick<Fact, "value" | "unit">): number {
  const { percent, points } = WEIGHTS.oneBit;
  const one =
    unit === "ratio" ? percent : unit === "points" ? points : WEIGHTS.oneBit["basis points"];
  const told = unit === "ratio" || unit === "points" || unit === "basis points";
  return told ? Math.log2(1 + Math.abs(value) / one) : 0;
}

/** One for what is new in this edition, half after `halfLife` editions. */
function freshness(age: number): number {
  return 2 ** (-age / WEIGHTS.halfLife);
}

/** Days of a cadence. */
const CADENCE = { week: 7, month: 30 } as const;

/** Editions between the day something came out and the as-of day. */
export function ageOf(released: Day, asOf: Day, cadence: "week" | "month"): number {
  return Math.floor(daysBetween(released, asOf) / CADENCE[cadence]);
}
