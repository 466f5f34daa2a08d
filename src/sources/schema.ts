import { z } from "zod";
import type { Instrument, Unit } from "../model/index.ts";
import { parseDay } from "../model/index.ts";

const UNITS = [
  "index",
  "price",
  "money",
  "shares",
  "contracts",
  "score",
  "net percent",
  "ratio",
  "points",
  "multiple",
  "yield",
  "basis points",
  "count",
] as const satisfies readonly Unit[];

const INSTRUMENTS = [
  "index",
  "fund",
  "stock",
  "future",
  "currency",
  "commodity",
  "rate",
  "volatility",
  "survey",
  "positions",
  "ratio",
  "account",
] as const satisfies readonly Instrument[];

const WAYS = ["difference", "ratio", "product", "sum", "average", "change"] as const;
const WAYS_TOLD = "`difference`, `ratio`, `product`, `sum`, `average` and `change`";

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

const text = z.string().min(1);
const dayText = z.string().refine((value) => parseDay(value) !== null, {
  error: "a day is written 2025-03-31",
});
/** What is printed in headlines, captions and columns: long ones are wrapped, endless ones refused. */
const printed = text.max(120, "a text of at most 120 characters");
const mark = z.string().length(1, "one sign is wanted");

/** Every rule may have days on which the figures came out against it, and a column that tells them. */
const late = {
  column: text.optional(),
  exceptions: z.record(dayText, dayText).optional(),
};

const release = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("same day"), ...late }),
  z.strictObject({ rule: z.literal("sessions after"), sessions: z.int().min(1).max(60), ...late }),
  z.strictObject({
    rule: z.literal("session of next month"),
    session: z.int().min(1).max(20),
    ...late,
  }),
  z.strictObject({
    rule: z.literal("weekday of next month"),
    weekday: z.enum(WEEKDAYS),
    nth: z.int().min(1).max(4),
    ...late,
  }),
  z.strictObject({ rule: z.literal("weekday after"), weekday: z.enum(WEEKDAYS), ...late }),
]);

/** How numbers are written in the file. */
const numbers = {
  missing: z.array(z.string()).default([""]),
  thousands: mark.optional(),
  decimal: z.enum([".", ","]).default("."),
  prefix: text.optional(),
  suffix: text.optional(),
  minus: z.enum(["-5", "(5)", "5-", "−5"]).default("-5"),
  exponent: z.boolean().default(false),
  negative: z.boolean().optional(),
  scale: z
    .number()
    .positive()
    .refine((value) => Number.isInteger(Math.log10(value)), {
      error: "a power of ten is wanted: 1000, 1000000, 0.01",
    })
    .default(1),
};

const shared = {
  name: printed,
  noun: printed,
  instrument: z.enum(INSTRUMENTS).optional(),
  unit: z.enum(UNITS),
  every: z.enum(["day", "week", "half-month", "month"]),
  file: text,
  encoding: z.enum(["utf-8", "latin-1"]).default("utf-8"),
  delimiter: mark.default(","),
  date: text.default("yyyy-mm-dd"),
  period: z.enum(["day", "month-end"]).default("day"),
  where: z.record(text, z.string()).default({}),
  ...numbers,
  precision: z.int().min(-12).max(12),
  release: release.default({ rule: "same day" }),
  complete: text.optional(),
  sparse: z.boolean().default(false),
  jumps: z.enum(["split-like", "tenfold", "balance", "any"]).optional(),
  splits: z.record(dayText, z.number().positive()).default({}),
  publisher: printed,
  url: z
    .string()
    .regex(/^https?:\/\//, "an address begins with https://")
    .optional(),
  sample: z.boolean().default(false),
};

const opinion = z.strictObject({
  series: text,
  every: z.enum(["day", "week"]).default("week"),
  tolerance: z.number().positive().max(0.1),
});

const bars = z.strictObject({
  kind: z.literal("bars"),
  columns: z.strictObject({
    day: text,
    open: text,
    high: text,
    low: text,
    close: text,
    volume: text.optional(),
  }),
  "second-opinion": opinion.optional(),
  ...shared,
});

const value = z.strictObject({
  kind: z.literal("value"),
  day: text,
  column: text,
  basis: z.enum(["reported", "close"]).default("reported"),
  "second-opinion": opinion.optional(),
  ...shared,
});

const pair = z.tuple([text, text]);

/** A series reckoned from others; exactly one of the ways is given. */
const derived = z
  .strictObject({
    kind: z.literal("derived"),
    name: printed,
    noun: printed,
    instrument: z.enum(INSTRUMENTS).optional(),
    unit: z.enum(UNITS),
    precision: z.int().min(-12).max(12),
    difference: pair.optional().describe("The first less the second: longs less shorts."),
    ratio: pair.optional().describe("The first divided by the second."),
    product: pair.optional().describe("The first times the second: shares short times the price."),
    sum: z.array(text).min(2).max(20).optional(),
    average: z
      .strictObject({ of: text, readings: z.int().min(2).max(1000) })
      .optional()
      .describe("The mean of the latest n readings, reading by reading."),
    change: z
      .strictObject({
        of: text,
        readings: z.int().min(1).max(1000).default(1),
        as: z.enum(["percent", "amount"]).default("percent"),
      })
      .optional()
      .describe("The change over n readings, reading by reading."),
    complete: text.optional(),
  })
  .refine((each) => WAYS.filter((way) => each[way] !== undefined).length === 1, {
    message: `give exactly one of ${WAYS_TOLD}`,
  });

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
    "a name of small letters, digits, dots and hyphens is wanted",
  );

/** What `catalog.yaml` may say. */
export const catalogSchema = z.strictObject({
  series: z.record(id, z.discriminatedUnion("kind", [bars, value, derived])),
});

export type CatalogText = z.infer<typeof catalogSchema>;
export type EntryText = Exclude<CatalogText["series"][string], { kind: "derived" }>;
export type DerivedText = Extract<CatalogText["series"][string], { kind: "derived" }>;
export type ReleaseText = z.infer<typeof release>;

/** For editors' completion in their YAML. */
export function catalogJsonSchema(): unknown {
  return z.toJSONSchema(catalogSchema, { io: "input", target: "draft-7" });
}
