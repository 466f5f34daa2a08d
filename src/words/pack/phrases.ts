import { z } from "zod";
import { list, patterns, share, word } from "./base.ts";

/** Words for a place within a history or for a closeness, by where they end. */
export const scale = z
  .array(
    z.strictObject({
      to: share.describe("The words hold up to here; the last one ends at 1."),
      words: list.describe("Words that take turns."),
    }),
  )
  .min(2);

/** What {{superlative fact}} says. */
export const superlatives = z
  .strictObject({
    "high since": list.describe('Before a day: "the highest since" August 2022.'),
    "low since": list.describe('Before a day: "the lowest since" February 2020.'),
    "high reach": patterns([], ["reach", "span"]).describe(
      '{reach} is "six-month", {span} is "six months": "a {reach} high".',
    ),
    "low reach": patterns([], ["reach", "span"]).describe("The same for a low."),
    "record high": list.describe("Nothing in a complete series is as high."),
    "record low": list.describe("Nothing in a complete series is as low."),
    "data high": patterns(["since"]).describe(
      "Nothing in the series is as high, and whether it is complete nobody knows.",
    ),
    "data low": patterns(["since"]).describe("The same for a low."),
    names: z
      .strictObject({
        large: word.describe("Of changes, by size."),
        peak: word.describe("Of peaks, the highest."),
        trough: word.describe("Of troughs, the lowest."),
      })
      .describe("What a ranking of changes, peaks or troughs calls its first."),
    "ranked since": patterns(["nth", "name", "since"]).describe(
      'Changes and peaks: "the {nth} {name} since {since}"; {nth} is empty for the first.',
    ),
    "ranked data": patterns(["name", "since"]).describe("The first of all that are known."),
    passing: list.describe("Before the record or level that was passed by little."),
    matching: list.describe("Before the level that is met again."),
    near: list.describe("Before the extreme that is nearly met."),
  })
  .describe("Phrases that look back: since when, over how long, how close.");

const zone = (pattern: string) =>
  word
    .default(pattern)
    .refine((text) => text.includes("{level}"), "it must hold {level}")
    .describe(`Round level and what makes it a zone: "${pattern}".`);

const placed = (what: string) => list.describe(what);

/** What {{state fact}}, {{vs fact other}} and {{between fact low high}} say of levels. */
export const levels = z
  .strictObject({
    held: placed("The level bore the price; a figure may follow."),
    lost: placed("The price fell through the level."),
    reclaimed: placed("The price is back above the level."),
    tested: placed("The price touched the level."),
    rejected: placed("The level turned the price back from below."),
    defended: placed("The level turned the price back from above."),
    under: placed("Below the other level."),
    over: placed("Above the other level."),
    "just under": placed("Below it, by less than `near`."),
    "just over": placed("Above it, by less than `near`."),
    at: placed("The same as the other, as printed."),
    between: placed('Before two levels and "and": caught between.'),
    "lies at": placed("Before the figure of an average or a line."),
    rangebound: placed("Before the two ends of a range."),
    zones: z
      .strictObject({
        whole: zone("the {level}s"),
        low: zone("the low {level}s"),
        mid: zone("the mid-{level}s"),
        high: zone("the high {level}s"),
      })
      .prefault({})
      .describe('A round level as a zone: "the 2540s", "the mid-$170s".'),
    near: share.describe('How close is "just under": 0.01 is one percent.'),
  })
  .describe("Phrases of levels, averages and ranges.");

/** What {{run fact}} and {{of fact fact}} say. */
export const runs = z
  .strictObject({
    running: patterns([], ["nth", "n", "period", "periods"]).describe(
      'A run that goes on: "for a {nth} straight {period}", "for {n} {periods} in a row".',
    ),
    ended: patterns(["n", "periods"]).describe(
      'A run that is over: "after {n} straight {periods}".',
    ),
    tally: patterns(["k", "n", "periods"]).describe('"{k} of the past {n} {periods}".'),
    none: word.default("none").describe("For zero of them."),
    members: patterns(["k", "n", "noun"]).describe('Of a group: "{k} of the {n} {noun}".'),
  })
  .describe("Phrases of runs and counts.");

/** What {{vs fact other}} says of two changes. */
export const comparisons = z
  .strictObject({
    outperformed: list.describe("Did better than; the other's name follows."),
    lagged: list.describe("Did worse than."),
    matched: list.describe("Did the same, as printed."),
  })
  .describe("Verbs that hold one change against another.");

/** What {{odds fact}} says, by where its interval lies. */
export const odds = z
  .strictObject({
    cases: patterns(["k", "n"]).describe('"in {k} of {n} cases".'),
    better: patterns(["base"]).describe("The whole interval lies above the base rate {base}."),
    "no better": patterns(["base"]).describe("The base rate {base} lies within the interval."),
    worse: patterns(["base"]).describe("The whole interval lies below the base rate {base}."),
  })
  .describe("Phrases of odds, which follow the interval.");

/** Words for what a statistic found, by its name in the manual, then by its state. */
const stateWords = z.union([
  z.array(word).min(1),
  z.strictObject({
    text: z.array(word).min(1).describe("In running text."),
    compact: word.describe("In headlines, labels and tables."),
  }),
]);

export const states = z
  .record(z.string(), z.record(z.string(), stateWords))
  .describe('Words for what a statistic found: "net long", "a hammer". Names may be few.');

export const hedges = z
  .record(z.string(), list)
  .describe('Openings and closings without a claim, by name: {{hedge "open"}}.');

const banned = z.strictObject({
  word: word.describe("Word or phrase; capitals do not count."),
  reason: word.describe("Why; the editor reads it."),
  instead: word.optional().describe("What to write."),
});

export const wordings = {
  banned: z.array(banned).default([]).describe("Words that stop an edition."),
  preferred: z
    .array(banned.required({ instead: true }))
    .default([])
    .describe("Words that should be others; a warning."),
};

export const qualifiers = scale.describe(
  "Where a level stands in its own history, by percentile, each band up to its end.",
);
export const strengths = scale.describe(
  "How close two series move, by the size of their correlation.",
);
