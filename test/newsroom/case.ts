import { z } from "zod";
import { changeSchema } from "./lay.ts";

const problem = z.strictObject({
  rule: z.string(),
  severity: z.enum(["error", "warning"]).default("error"),
  file: z.string().nullable().default(null).describe("From the newsroom's root."),
  line: z.int().nullable().default(null),
  column: z.int().nullable().default(null),
  message: z.string().default("").describe("A part of what is said to be wrong."),
  hint: z.string().default("").describe("A part of the mend."),
});

/** What an edition that is written holds. */
const written = z.strictObject({
  warnings: z.array(problem).default([]).describe("Among those that are told."),
  text: z.array(z.string()).default([]).describe("Stands in the text of the page."),
  lacks: z.array(z.string()).default([]).describe("Stands nowhere in it."),
  facts: z.record(z.string(), z.number()).default({}),
  withheld: z.record(z.string(), z.string()).default({}).describe("By fact: a part of the reason."),
  fallen: z.array(z.string()).default([]).describe("Charts that fall out."),
  same: z.boolean().default(false).describe("The page says word for word what the base's does."),
});

export const caseSchema = z.strictObject({
  row: z.union([z.string(), z.number()]).transform(String).describe("Of the list of bad inputs."),
  says: z.string().describe("What is wrong, and what happens."),
  "as-of": z.string().default("2024-05-17"),
  published: z.string().optional(),
  change: z.array(changeSchema).default([]),
  problems: z.array(problem).optional().describe("The errors in order: the edition is refused."),
  more: z.int().default(0).describe("Further errors of the same kind."),
  written: written.optional().describe("The edition is written."),
  mended: z.array(changeSchema).default([]).describe("Instead of `change`; then it is written."),
  cli: z.boolean().default(false).describe("Run by the command line, too."),
});

export type Case = z.infer<typeof caseSchema>;
export type Written = z.infer<typeof written>;
export type Expected = z.infer<typeof problem>;
