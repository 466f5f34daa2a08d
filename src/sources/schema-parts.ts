import { z } from "zod";
import type { Unit } from "../model/index.ts";
import { parseDay } from "../model/index.ts";

/** What entries of several kinds have in common. */
export const UNITS = [
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

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

export const text = z.string().min(1);
export const dayText = z.string().refine((value) => parseDay(value) !== null, {
  error: "a day is written 2025-03-31",
});
/** What is printed in headlines, captions and columns: long ones are wrapped, endless ones refused. */
export const printed = text.max(120, "a text of at most 120 characters");
export const mark = z.string().length(1, "one sign is wanted");

/** Every rule may have days on which the figures came out against it, and a column that tells them. */
const late = {
  column: text.optional(),
  exceptions: z.record(dayText, dayText).optional(),
};

export const release = z.discriminatedUnion("rule", [
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
export const numbers = {
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

export const address = z.string().regex(/^https?:\/\//, "an address begins with https://");

/** Lines before the header, such as a fund's own remarks. */
export const skipped = z.int().min(0).max(1000).default(0);

export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
    "a name of small letters, digits, dots and hyphens is wanted",
  );

export type ReleaseText = z.infer<typeof release>;
