import { z } from "zod";

/**
 * What report.yaml may say. The field descriptions go into the JSON Schema that gives editors
 * completion. Unknown keys are refused.
 */
const name = z
  .string()
  .regex(
    /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:[.]|$))(?=.{1,60}$)[a-z0-9]+([.-][a-z0-9]+)*$/,
    "up to 60 small letters, digits, dots and hyphens, and no name that a system keeps for itself",
  );
/** As the catalogue names series, groups and their members. */
const catalogued = z
  .string()
  .regex(
    /^(?=.{1,60}$)[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
    "a name of the catalogue: small letters, digits, dots and hyphens",
  );
/** What a repeat fills its names into: "$market.net". */
const pattern = z
  .string()
  .regex(
    /^[a-z0-9.$-]{1,60}$/,
    "small letters, digits, dots and hyphens, with the repeat's word behind a $: $market.net",
  );
/** Nothing outside the report's folder is read. */
const inside = z.string().regex(
  // oxlint-disable-next-line no-control-regex -- control signs are what is refused
  /^(?!\/)(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\:\u0000-\u001f]+$/,
  "the name of a file in the report's folder, without .. and not absolute",
);
const templateLine = z.string().min(1);

const chartData = z.strictObject({
  series: z.string().describe("A series or bar file of the catalogue."),
  shape: z
    .enum(["line", "bars", "candles", "average"])
    .default("line")
    .describe("What is drawn of it; an average needs `sessions`."),
  every: z
    .enum(["own", "week", "month"])
    .default("own")
    .describe("Thinned to the last value of each week or month."),
  sessions: z.int().positive().optional().describe("Length of an average."),
  from: z
    .string()
    .optional()
    .describe('Start: a span before the as-of day ("5 years") or a day. Left out: all there is.'),
  optional: z
    .boolean()
    .default(false)
    .describe("Without it its panel falls out, and not the whole chart."),
});

const mark = z.strictObject({
  kind: z
    .enum(["point", "events", "level", "range", "line", "bracket"])
    .describe("See docs/charts.md."),
  facts: z.array(z.string()).min(1).describe("Facts that give the mark its place."),
  label: z.string().default("").describe("A template line; empty: no words."),
  panel: z.int().min(0).default(0).describe("Panel of the picture, counted from 0."),
  far: z
    .enum(["tell", "leave out"])
    .default("tell")
    .describe("A mark far beyond the data is left out: with a warning, or without."),
  accent: z.boolean().default(false).describe("Is it what the sentence is about?"),
});

const chart = z.strictObject({
  spec: inside.describe("Vega-Lite file in the report's folder, without data."),
  titles: z
    .array(templateLine)
    .min(1)
    .describe("The finding, in order of preference; the first that can be said is taken."),
  subtitle: templateLine.describe("What is measured, in which unit."),
  alternative: templateLine.describe("The picture in words, for readers who cannot see it."),
  data: z.record(name, chartData).describe("The specification's data sets, by name."),
  marks: z.array(mark).default([]),
  least: z
    .int()
    .positive()
    .default(6)
    .describe("With fewer adjacent points in the first data set the chart falls out."),
});

const keyFigure = z.strictObject({
  label: templateLine,
  figure: templateLine,
  note: templateLine,
});

const acceptance = z.strictObject({
  rule: z.string().min(1).describe("Rule of the warning, as it is shown: see docs/guards.md."),
  says: z.string().default("").describe("Part of its text; left out: every warning of the rule."),
  on: z.iso.date().optional().describe("As-of day of the one edition; left out: every edition."),
  reason: z.string().min(1).describe("Why it may stand; printed in the ledger."),
});

const fact = z.looseObject({
  statistic: z.string().describe("A statistic of docs/statistics.md; its options stand beside it."),
});

const word = z
  .string()
  .regex(/^[a-z]+$/, "a word of small letters")
  .refine((text) => text !== "subject", { error: "$subject has a meaning of its own" });

const repeat = z.strictObject({
  for: z
    .union([word, z.array(word).min(2).max(4)])
    .describe('The word: "market" makes $market stand for each name in turn. Or several words.'),
  in: z
    .array(z.union([name, z.array(name).min(2).max(4)]))
    .min(1)
    .describe("The names in turn; for several words a list of as many names each time."),
  facts: z
    .record(pattern, fact)
    .default({})
    .describe("As under facts, with the word in each name: $market.net."),
  charts: z
    .record(pattern, chart)
    .default({})
    .describe("As under charts, with the word in each name: $market."),
});

export const reportSchema = z.strictObject({
  title: z.string().min(1).describe("Masthead of every edition."),
  subject: catalogued
    .optional()
    .describe("What the report is about unless --subject says otherwise; $subject stands for it."),
  byline: z.strictObject({ author: z.string().min(1), role: z.string().optional() }),
  cadence: z.enum(["week", "month"]).default("week"),
  language: z.enum(["en-US", "en-GB"]).default("en-US"),
  paper: z.enum(["letter", "a4"]).default("letter"),
  canonical: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("Address under which the editions stand; the day is added."),
  keywords: z.array(z.string()).default([]),
  voice: z
    .string()
    .regex(/^[a-z0-9-]+$/, "the name of a voice: small letters, digits and hyphens")
    .default("house")
    .describe("Voice pack under templates/voice/."),
  note: inside.default("note.md.hbs").describe("The prose, in the report's folder."),
  agents: inside
    .optional()
    .describe(
      "Rules of two agents, in the report's folder; what they do becomes series and facts.",
    ),
  required: z
    .array(z.string())
    .default([])
    .describe("Series without which there is no edition; stale, they are a problem."),
  disclosure: z.string().min(1).describe("Printed at the end of every edition."),
  compliance: z
    .enum(["commentary", "advice"])
    .default("commentary")
    .describe("Commentary tells nobody what to trade; advice may, with its own disclosure."),
  accept: z.array(acceptance).default([]).describe("Warnings that were looked at and may stand."),
  outputs: z.array(z.enum(["html", "pdf", "feed"])).default(["html", "pdf"]),
  facts: z.record(name, fact).describe("Everything the note may say, by name."),
  "key-figures": z.array(keyFigure).max(4).default([]),
  charts: z.record(name, chart).default({}),
  repeat: z
    .array(repeat)
    .default([])
    .describe("Facts and charts that are made once for each of several names."),
});

/** What a repeat has made must be a name like any other. */
export function isName(text: string): boolean {
  return name.safeParse(text).success;
}

export type ReportYaml = z.infer<typeof reportSchema>;

/** JSON Schema for editors' completion, written to docs/schema/report.schema.json. */
export function reportJsonSchema(): unknown {
  return z.toJSONSchema(reportSchema, { io: "input", target: "draft-7" });
}
