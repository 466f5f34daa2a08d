import { z } from "zod";
import { checkWords } from "./check.ts";

/** Fewer variants than this, and a phrase comes back within four editions. */
export const VARIANTS = 5;

const word = z.string().trim().min(1, "a word is missing");
const list = z
  .array(word)
  .min(VARIANTS, `at least ${VARIANTS} variants, so that none returns soon`);
const decimals = z.int().min(0).max(6);
const share = z.number().min(0).max(1);

const number = z.strictObject({ one: word, other: word });
const spoken = (one: string, other: string, shortOne = one, shortOther = other) =>
  z
    .strictObject({
      text: number.default({ one, other }),
      compact: number.default({ one: shortOne, other: shortOther }),
    })
    .prefault({});

const figures = z
  .strictObject({
    percent: z
      .strictObject({ text: word.default("percent"), compact: word.default("%") })
      .prefault({}),
    minus: word.default("\u2212"),
    plus: word.default("+"),
    currency: word.default("$"),
    thousands: z
      .strictObject({
        mark: z.string().max(1).default(","),
        /** Smallest number that takes the mark; levels of an index or a score have their own. */
        from: z.int().min(1000).default(1000),
        levels: z.int().min(1000).default(10_000),
      })
      .prefault({}),
    million: spoken("million", "million", "m", "m"),
    billion: spoken("billion", "billion", "bn", "bn"),
    trillion: spoken("trillion", "trillion", "tn", "tn"),
    /** Decimals printed unless the template asks otherwise; never more than the inputs allow. */
    decimals: z
      .strictObject({
        index: decimals.default(0),
        price: decimals.default(2),
        money: decimals.default(1),
        shares: decimals.default(1),
        contracts: decimals.default(1),
        score: decimals.default(1),
        "net percent": decimals.default(0),
        ratio: decimals.default(1),
        points: decimals.default(1),
        correlation: decimals.default(2),
        percentile: decimals.default(0),
        multiple: decimals.default(1),
        yield: decimals.default(2),
        "basis points": decimals.default(0),
        count: decimals.default(0),
        sessions: decimals.default(0),
        days: decimals.default(0),
        weeks: decimals.default(0),
        months: decimals.default(0),
        /** Of a sum that is told in trillions. */
        trillion: decimals.default(2),
      })
      .prefault({}),
    /** Words for 0, 1, 2 …; larger numbers stand in digits. */
    words: z
      .array(word)
      .min(3)
      .default("zero one two three four five six seven eight nine ten".split(" ")),
    /** Words for 1st, 2nd …; larger ones stand as "11th". */
    ordinals: z
      .array(word)
      .min(3)
      .default("first second third fourth fifth sixth seventh eighth ninth tenth".split(" ")),
    points: spoken("point", "points", "pt", "pts"),
    sessions: spoken("session", "sessions"),
    days: spoken("day", "days"),
    weeks: spoken("week", "weeks"),
    months: spoken("month", "months"),
    years: spoken("year", "years"),
    multiple: spoken("times", "times", "×", "×"),
    yield: spoken("percent", "percent", "%", "%"),
    "basis points": spoken("basis point", "basis points", "bp", "bp"),
    percentile: spoken("percentile", "percentile", "pctl", "pctl"),
  })
  .prefault({});

const dates = z
  .strictObject({
    order: z.enum(["day first", "month first"]).default("day first"),
    months: z
      .array(word)
      .length(12, "twelve months, January first")
      .default(
        (
          "January February March April May June July August September October November " +
          "December"
        ).split(" "),
      ),
    weekdays: z
      .array(word)
      .length(7, "seven days, Monday first")
      .default("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")),
    today: word.default("later today"),
    tomorrow: word.default("tomorrow"),
    on: word.default("on"),
    next: word.default("next"),
    last: word.default("last"),
    lastYear: word.default("last year"),
    middle: word.default("mid-"),
    end: word.default("end-"),
    week: word.default("the week to"),
  })
  .prefault({});

const names = z.array(z.string().trim().toLowerCase().min(1));

const sentences = z
  .strictObject({
    and: word.default("and").describe("Before the last of a list."),
    or: word.default("or").describe("Before the last of alternatives."),
    but: word.default("but").describe("Before the last of contrasts."),
    respectively: word
      .default("respectively")
      .describe("After figures in the order of their subjects."),
    serialComma: z
      .boolean()
      .default(false)
      .describe('A comma before the last of three or more: "a, b, and c".'),
    singular: names
      .default(["the united states"])
      .describe("Heads of subjects that look like a plural and are one thing."),
    plural: names
      .default(["people", "data"])
      .describe("Heads of subjects that look like one thing and are several."),
  })
  .prefault({});

const form = z.strictObject({ past: word, participle: word, noun: word });
const verbs = z
  .array(form)
  .min(VARIANTS, `at least ${VARIANTS} verbs, so that none returns within four editions`);
const band = { tiny: verbs, small: verbs, large: verbs, "very large": verbs, extreme: verbs };
const direction = z.strictObject({ ...band, neutral: verbs });
const own = z.strictObject(direction.shape).partial().prefault({});
const kind = z.strictObject({ up: own, down: own });

const FAMILIES = ["price", "short-interest", "survey", "money", "position", "yield"] as const;

const moves = z.strictObject({
  up: direction,
  down: direction,
  flat: verbs,
  /** Lists of a kind of measure that stand in for the common ones. */
  kinds: z.partialRecord(z.enum(FAMILIES), kind).default({}),
});

/** Upper ends of the bands; above the last one a move is extreme. */
const ends = { nil: z.number().min(0), tiny: z.number(), small: z.number(), large: z.number() };
const edges = z.strictObject({ ...ends, "very large": z.number() });
const table = z.strictObject({
  unit: z.enum(["percent", "points", "basis points"]),
  ...edges.shape,
});

const bands = z.strictObject({
  /** By the rank of the size among the measure's own changes, from this many on. */
  ranked: z.int().min(8).default(24),
  rank: edges,
  /** By size, from this many changes on; with fewer only neutral verbs are used. */
  counted: z.int().min(2).default(8),
  tables: z.record(z.string(), table),
});

const scale = z
  .array(z.strictObject({ to: share, words: list }))
  .min(2)
  .describe("bands in ascending order, each up to its end; the last one ends at 1");

const wording = z.strictObject({ word, reason: word, instead: word.optional() });

/** A voice pack as YAML may say it. Word lists must be given; ways of writing figures need not. */
export const voiceSchema = z
  .strictObject({
    name: word,
    figures,
    dates,
    sentences,
    verbs: moves,
    bands,
    qualifiers: scale,
    strengths: scale,
    inverse: word.default("inverse"),
    superlatives: z.record(z.string(), list),
    hedges: z.record(z.string(), list),
    banned: z.array(wording).default([]),
    preferred: z.array(wording.required({ instead: true })).default([]),
  })
  .superRefine(checkWords);
