import { z } from "zod";
import { INSTRUMENTS, MONEY_SCALES } from "../../model/index.ts";
import {
  UNITS,
  address,
  dayText,
  id,
  mark,
  numbers,
  printed,
  release,
  skipped,
  text,
} from "../schema-parts.ts";

const encoding = z.enum(["utf-8", "latin-1"]).default("utf-8");
const { scale: _, negative: __, ...written } = numbers;

/** A list of members that somebody publishes: a fund's holdings, an index provider's file. */
const listed = z.strictObject({
  file: text,
  encoding,
  delimiter: mark.default(","),
  "skip-lines": skipped,
  "until-blank": z
    .boolean()
    .default(false)
    .describe("The table ends at the first blank line; what follows is no part of it."),
  where: z.record(text, z.string()).default({}),
  columns: z
    .strictObject({
      id: text,
      name: text.optional(),
      sector: text.optional(),
      weight: text.optional(),
    })
    .describe("The names of the columns that the list has."),
  "market-values": z
    .enum(MONEY_SCALES)
    .optional()
    .describe("The weights are market values of the companies; what they are counted in."),
  capitals: z
    .boolean()
    .default(false)
    .describe("The list writes names in capitals: print them with small letters."),
  missing: written.missing,
  thousands: written.thousands,
  decimal: written.decimal,
  prefix: written.prefix,
  suffix: written.suffix,
  "as-of": dayText
    .optional()
    .describe("The day the list is of, where it is not of the data's own time."),
});

/** What the members report from time to time: a row for each member and period. */
const figures = z.strictObject({
  file: text,
  delimiter: mark.default(","),
  date: text.default("yyyy-mm-dd"),
  missing: written.missing,
  thousands: written.thousands,
  decimal: written.decimal,
  columns: z
    .strictObject({ member: text, day: text, released: text })
    .describe("The names of the columns: whose figures, of which day, and when they came out."),
  values: z
    .record(
      id,
      z.strictObject({ column: text, unit: z.enum(UNITS), precision: z.int().min(-12).max(12) }),
    )
    .describe("The figures by name, each with its column, its unit and its decimals."),
});

const member = z.strictObject({
  name: printed,
  sector: printed.optional().describe("What the member is grouped by."),
  weight: z.number().positive().optional().describe("Its market value or its share."),
});

/** Many instruments in one long file, or in several. */
export const group = z
  .strictObject({
    name: printed.describe('What a sentence calls the group: "the sector funds".'),
    noun: printed.describe('What its members are, in the plural: "sectors".'),
    instrument: z.enum(INSTRUMENTS).optional(),
    file: text.optional(),
    files: z
      .array(text)
      .min(1)
      .max(1000)
      .optional()
      .describe("Several files; all rows of a member stand in one of them."),
    encoding,
    delimiter: mark.default(","),
    "skip-lines": skipped,
    date: text.default("yyyy-mm-dd"),
    ...written,
    columns: z
      .strictObject({
        member: text,
        day: text,
        open: text.optional(),
        high: text.optional(),
        low: text.optional(),
        close: text,
        volume: text.optional(),
      })
      .describe("The names of the columns that the file has."),
    members: z
      .union([listed, z.record(id, member)])
      .optional()
      .describe("The members with their names, or the file that lists them."),
    figures: figures
      .optional()
      .describe("What the members report from time to time, such as earnings."),
    only: z.array(id).min(1).optional().describe("The members that are read; others are left out."),
    precision: z.int().min(-12).max(12),
    release: release.default({ rule: "same day" }),
    sparse: z.boolean().default(false),
    jumps: z
      .enum(["split-like", "tenfold", "any"])
      .default("tenfold")
      .describe("Which leaps are doubted."),
    splits: z
      .record(id, z.record(dayText, z.number().positive()))
      .default({})
      .describe("By member: days of share splits with new shares for one old."),
    about: z
      .strictObject({
        text: z
          .string()
          .min(1)
          .max(600)
          .regex(/^[^0-9]*$/, "a text without figures: those come from series"),
        source: printed,
      })
      .optional()
      .describe("What the group is, in a sentence or two without figures, and who says so."),
    publisher: printed,
    url: address.optional(),
    sample: z.boolean().default(false),
  })
  .refine(({ file, files }) => (file === undefined) !== (files === undefined), {
    message: "give either `file` or `files`",
  });

export type GroupText = z.infer<typeof group>;
export type ListedText = z.infer<typeof listed>;
export type FiguresText = z.infer<typeof figures>;
