import { z } from "zod";
import { word } from "./base.ts";

const number = z.strictObject({
  one: word.describe("Said of one."),
  other: word.describe("Said of any other number."),
});

/** The name of a unit, by number, in the text and in labels. */
function spoken(what: string, one: string, other: string, shortOne = one, shortOther = other) {
  return z
    .strictObject({
      text: number.default({ one, other }).describe("In running text."),
      compact: number
        .default({ one: shortOne, other: shortOther })
        .describe("In headlines, labels and tables."),
    })
    .prefault({})
    .describe(what);
}

const places = z.int().min(0).max(6);
const count = places.default(0).describe("Decimals of a count or a span; whole by nature.");

const decimals = z
  .strictObject({
    index: places.default(0).describe("Decimals of an index's level."),
    price: places.default(2).describe("Decimals of a price."),
    money: places.default(1).describe("Decimals of millions or billions of money."),
    shares: places.default(1).describe("Decimals of millions of shares."),
    contracts: places.default(1).describe("Decimals of thousands or millions of contracts."),
    score: places.default(1).describe("Decimals of a survey's score or an indicator."),
    "net percent": places.default(0).describe("Decimals of a survey's balance in percent."),
    ratio: places.default(1).describe("Decimals of a percentage."),
    points: places.default(1).describe("Decimals of a change in points."),
    correlation: places.default(2).describe("Decimals of a correlation."),
    percentile: places.default(0).describe("Decimals of a percentile."),
    multiple: places.default(1).describe("Decimals of a multiple."),
    yield: places.default(2).describe("Decimals of a yield in percent."),
    "basis points": places.default(0).describe("Decimals of basis points."),
    count,
    sessions: count,
    days: count,
    weeks: count,
    months: count,
    trillion: places.default(2).describe("Decimals of a sum told in trillions."),
  })
  .prefault({})
  .describe("Decimals unless the template asks otherwise; a source that gives fewer decides.");

/** How numbers and their units are written. */
export const figures = z
  .strictObject({
    percent: z
      .strictObject({
        text: word.default("percent").describe('In running text: "percent" or "%".'),
        compact: word.default("%").describe("In headlines, labels and tables."),
      })
      .prefault({})
      .describe("The word or sign behind a percentage."),
    minus: word.default("\u2212").describe("Before a negative figure."),
    plus: word.default("+").describe("Before a positive figure where signs are asked for."),
    currency: word.default("$").describe("Before a sum of money or a price."),
    thousands: z
      .strictObject({
        mark: z.string().max(1).default(",").describe("Between thousands; may be empty."),
        from: z.int().min(1000).default(1000).describe("Smallest number that takes the mark."),
        levels: z
          .int()
          .min(1000)
          .default(10_000)
          .describe("The same for levels of an index and for scores."),
      })
      .prefault({})
      .describe("The mark of thousands."),
    thousand: spoken("Thousands, of contracts alone.", "thousand", "thousand", "k", "k"),
    million: spoken("Millions.", "million", "million", "m", "m"),
    billion: spoken("Thousands of millions.", "billion", "billion", "bn", "bn"),
    trillion: spoken("Millions of millions.", "trillion", "trillion", "tn", "tn"),
    decimals,
    words: z
      .array(word)
      .min(3)
      .default("zero one two three four five six seven eight nine ten".split(" "))
      .describe("Words for 0, 1, 2 …; larger numbers stand in digits."),
    ordinals: z
      .array(word)
      .min(3)
      .default("first second third fourth fifth sixth seventh eighth ninth tenth".split(" "))
      .describe('Words for 1st, 2nd …; larger ones stand as "11th".'),
    points: spoken("Points of an index or a survey.", "point", "points", "pt", "pts"),
    sessions: spoken("Days of trading.", "session", "sessions"),
    days: spoken("Days.", "day", "days"),
    weeks: spoken("Weeks.", "week", "weeks"),
    reports: spoken("Reports that come twice a month.", "report", "reports"),
    months: spoken("Months.", "month", "months"),
    years: spoken("Years.", "year", "years"),
    multiple: spoken("How many times as much.", "times", "times", "×", "×"),
    yield: spoken("Behind a yield.", "percent", "percent", "%", "%"),
    "basis points": spoken(
      "Hundredths of a percentage point.",
      "basis point",
      "basis points",
      "bp",
      "bp",
    ),
    percentile: spoken(
      "Behind a place among a hundred.",
      "percentile",
      "percentile",
      "pctl",
      "pctl",
    ),
  })
  .prefault({})
  .describe("How numbers and their units are written.");
