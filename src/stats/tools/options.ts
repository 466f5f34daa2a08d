import { z } from "zod";
import type { Day } from "../../model/index.ts";
import { parseDay, parseSpan } from "../../model/index.ts";
import type { Over } from "./base.ts";

/**
 * Options as YAML says them: names, numbers, days, spans and facts, never an expression. The
 * descriptions go into the manual and into the editors' completion.
 */

/** A name as the catalogue and the report write them. */
const name = z.string().min(1).max(120);

export const seriesRef = name.meta({
  refers: "series",
  description: "A series of the catalogue; of a bar file one of its columns, such as rut.close.",
});

export const barsRef = name.meta({
  refers: "bars",
  description: "A bar file of the catalogue: open, high, low and close of one instrument.",
});

export const groupRef = name.meta({
  refers: "group",
  description: "A group of the catalogue, such as sectors: many instruments of one kind.",
});

export const factRef = name.meta({
  refers: "fact",
  description: "Another fact of the report by its name, or a part of one: si.month, record.prior.",
});

/** Where in time a finding starts or ends: a day the author pins, or the day of another fact. */
export type DayOrFact =
  { readonly kind: "day"; readonly day: Day } | { readonly kind: "fact"; readonly id: string };

export const dayOrFact = name
  .transform((text): DayOrFact => {
    const found = parseDay(text);
    return found === null ? { kind: "fact", id: text } : { kind: "day", day: found };
  })
  .meta({
    refers: "day or fact",
    description: "A day (2025-04-09), or a fact whose day is meant.",
  });

export const spanOption = z
  .string()
  .transform((text, context) => {
    const found = parseSpan(text);
    if (found !== null) return found;
    context.addIssue({
      code: "custom",
      message: `"${text}" is no length of time: write "10 sessions", "1 month" or "5 years"`,
    });
    return z.NEVER;
  })
  .meta({ description: 'A length of time: "10 sessions", "1 week", "3 months", "5 years".' });

/** How far back a change reaches, as YAML says it. */
export const overOption = z
  .string()
  .transform((text, context): Over => {
    if (text === "period") return { kind: "period" };
    if (text === "month to date") return { kind: "to date", of: "month" };
    if (text === "quarter to date") return { kind: "to date", of: "quarter" };
    if (text === "year to date") return { kind: "to date", of: "year" };
    const span = parseSpan(text);
    if (span !== null) return { kind: "span", span };
    context.addIssue({
      code: "custom",
      message: `"${text}" is no length of time: write "1 week", "1 month", "period" or "month to date"`,
    });
    return z.NEVER;
  })
  .describe(
    'How far back: "1 week", "1 month", "1 year", "period" (the reading before), or "month to date", "quarter to date", "year to date" (from the end of the period before).',
  );

/** How a change is told; left out: in points for scores and percentages, otherwise in percent. */
export const as = z
  .enum(["percent", "points", "amount"])
  .describe("Percent, points, or an amount in the series' own unit (dollars, shares).");

/** A whole number of readings, sessions or periods. */
export const count = z.int().min(1).max(5000);

export const level = z.number().meta({ description: "A level in the unit of the series." });

/** Which points of a series take part. */
export const at = z.enum(["any", "week-end", "month-end", "mid-month"]).default("any").meta({
  description:
    "Which points take part: any of them, the last of each full week or month, or the mid-month ones of a half-month series.",
});
