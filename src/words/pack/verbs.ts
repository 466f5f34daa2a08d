import { z } from "zod";
import { VARIANTS, word } from "./base.ts";

const form = z.strictObject({
  past: word.describe('Before an amount: "jumped" 28.2 percent.'),
  participle: word.describe('After a comma: "jumping" 28.2 percent.'),
  noun: word.describe('After an article: a "jump" of 28.2 percent.'),
  base: word.optional().describe('Present tense of several: shares "jump". Left out: the past.'),
  perfect: word.optional().describe('After "has": "risen". Left out: as the past.'),
});

const verbs = z
  .array(form)
  .min(VARIANTS, `at least ${VARIANTS} verbs, so that none returns within four editions`);

const direction = z.strictObject({
  tiny: verbs.describe("Barely a move."),
  small: verbs.describe("A move of the usual size or less."),
  large: verbs.describe("Larger than most."),
  "very large": verbs.describe("Seldom seen."),
  extreme: verbs.describe("Hardly ever seen."),
  neutral: verbs.describe("Fit any size; for series too young to judge it."),
});
const own = z.strictObject(direction.shape).partial().prefault({});

const kind = z.strictObject({
  up: own.describe("Verbs of a rise, by its size."),
  down: own.describe("Verbs of a fall, by its size."),
});

const FAMILIES = ["price", "short-interest", "survey", "money", "position", "yield"] as const;

/** Verbs of moves by direction and size. */
export const moves = z
  .strictObject({
    up: direction.describe("Verbs of a rise, by its size among the measure's own changes."),
    down: direction.describe("Verbs of a fall, by its size."),
    flat: verbs.describe("For a change whose figure prints as zero."),
    kinds: z
      .partialRecord(z.enum(FAMILIES), kind)
      .default({})
      .describe("Lists of a kind of measure that stand in for the common ones."),
  })
  .describe("Verbs of moves by direction and size.");

const ends = {
  nil: z.number().min(0).describe("Up to here a move is none."),
  tiny: z.number().describe("Up to here it is tiny."),
  small: z.number().describe("Up to here it is small."),
  large: z.number().describe("Up to here it is large."),
  "very large": z.number().describe("Up to here it is very large; above, extreme."),
};
const edges = z.strictObject(ends);
const table = z.strictObject({
  unit: z.enum(["percent", "points", "basis points"]).describe("What the ends are counted in."),
  ...edges.shape,
});

/** How large a move is. */
export const bands = z
  .strictObject({
    ranked: z
      .int()
      .min(8)
      .default(24)
      .describe("From so many past changes on, the place among them decides."),
    rank: edges.describe("Upper ends of the bands, as shares of the measure's own changes."),
    counted: z
      .int()
      .min(2)
      .default(8)
      .describe("From so many changes on, the tables decide; under it, neutral verbs."),
    tables: z
      .record(z.string(), table)
      .describe("Upper ends by size for each kind of measure, or kind and step: price/week."),
  })
  .describe("How large a move is.");
