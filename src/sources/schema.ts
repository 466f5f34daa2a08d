import { z } from "zod";
import { INSTRUMENTS } from "../model/index.ts";
import { group } from "./groups/schema.ts";
import {
  address,
  dayText,
  id,
  mark,
  numbers,
  printed,
  release,
  skipped,
  text,
  UNITS,
} from "./schema-parts.ts";

const WAYS = ["difference", "ratio", "product", "sum", "average", "change"] as const;
const WAYS_TOLD = "`difference`, `ratio`, `product`, `sum`, `average` and `change`";

const completeFor = z
  .enum(["highs", "both"])
  .default("highs")
  .describe("Whether the reason under `complete` holds for record highs alone, or for lows too.");

const shared = {
  name: printed,
  noun: printed,
  instrument: z.enum(INSTRUMENTS).optional(),
  unit: z.enum(UNITS),
  every: z.enum(["day", "week", "half-month", "month"]),
  file: text,
  encoding: z.enum(["utf-8", "latin-1"]).default("utf-8"),
  delimiter: mark.default(","),
  "skip-lines": skipped,
  date: text.default("yyyy-mm-dd"),
  period: z.enum(["day", "month-end"]).default("day"),
  where: z.record(text, z.string()).default({}),
  ...numbers,
  precision: z.int().min(-12).max(12),
  release: release.default({ rule: "same day" }),
  complete: text.optional(),
  "complete-for": completeFor,
  sparse: z.boolean().default(false),
  jumps: z.enum(["split-like", "tenfold", "balance", "any"]).optional(),
  splits: z.record(dayText, z.number().positive()).default({}),
  publisher: printed,
  url: address.optional(),
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
    "complete-for": completeFor,
  })
  .refine((each) => WAYS.filter((way) => each[way] !== undefined).length === 1, {
    message: `give exactly one of ${WAYS_TOLD}`,
  });

/** What `catalog.yaml` may say. */
export const catalogSchema = z.strictObject({
  calendar: text
    .optional()
    .describe("A table of release days (series, period, released) that override the rules."),
  absent: z
    .record(id, printed)
    .default({})
    .describe("Series that reports ask for and these data lack, with the reason."),
  series: z.record(id, z.discriminatedUnion("kind", [bars, value, derived])),
  groups: z.record(id, group).default({}),
});

export type CatalogText = z.infer<typeof catalogSchema>;
export type EntryText = Exclude<CatalogText["series"][string], { kind: "derived" }>;
export type DerivedText = Extract<CatalogText["series"][string], { kind: "derived" }>;

/** For editors' completion in their YAML. */
export function catalogJsonSchema(): unknown {
  return z.toJSONSchema(catalogSchema, { io: "input", target: "draft-7" });
}
