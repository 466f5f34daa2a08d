import { readFileSync } from "node:fs";
import path from "node:path";
import type { Day, Fact, Outcome, Withheld } from "../../src/model/index.ts";
import { addDays, day } from "../../src/model/index.ts";
import type { Scene, Template, TemplateKind } from "../../src/narrative/index.ts";
import { parseTemplate, render } from "../../src/narrative/index.ts";
import type { Rendered } from "../../src/narrative/index.ts";
import { plainText } from "../../src/narrative/index.ts";
import type { Partials } from "../../src/narrative/index.ts";
import type { Voice } from "../../src/words/index.ts";
import { decodeVoice } from "../../src/words/index.ts";

/** The house's own voice pack: the tests read what readers will. */
export function houseVoice(): Voice {
  const file = path.join(import.meta.dirname, "../../templates/voice/house.yaml");
  const decoded = decodeVoice(readFileSync(file, "utf8"), file);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
  return decoded.value;
}

const VOICE = houseVoice();

/** A fact of the small-caps note; the citation is beside the point of these tests. */
export function fact(id: string, value: number, more: Partial<Fact> = {}): Fact {
  const on: Day = more.day ?? day("2025-05-23");
  const made: Fact = {
    kind: "fact",
    id,
    statistic: "change",
    value,
    unit: "ratio",
    day: on,
    basis: "close",
    window: { from: day("2025-05-16"), to: on },
    rank: 0.5,
    ranked: 100,
    cites: [{ series: "rut.close", file: "r.csv", line: 2, day: on, value }],
    recipe: { op: "value", of: 0 },
    series: "rut.close",
    digits: 4,
    working: "",
    ...more,
  };
  return Object.freeze(made);
}

function withheld(id: string, reason = "too few points"): Withheld {
  return Object.freeze({ kind: "withheld", id, statistic: "change", reason });
}

/** Piece H's figures as of 23 May 2025 (statements.md 3a), published on the 27th. */
const FACTS: readonly Outcome[] = [
  fact("rally", 0.2204, {
    day: day("2025-05-16"),
    window: { from: day("2025-04-09"), to: day("2025-05-16") },
    rank: 0.97,
    named: { weeks: 6 },
  }),
  fact("week", -0.0347, { recipe: change() }),
  fact("close", 2039.85, { unit: "index", digits: 2, state: "below" }),
  fact("level", 2100, { unit: "index", digits: 2, state: "resistance" }),
  fact("average", 1991.02, { unit: "index", digits: 2, named: { sessions: 50 } }),
  fact("low", 1732.99, { unit: "index", digits: 2, day: day("2025-04-09"), state: "low" }),
  fact("short", 0.282, {
    series: "iwm-short",
    day: day("2025-04-30"),
    window: { from: day("2025-03-31"), to: day("2025-04-30") },
    recipe: change(),
  }),
  fact("short.level", 106_800_000, {
    series: "iwm-short",
    unit: "shares",
    digits: 1,
    day: day("2025-04-30"),
  }),
  fact("short.rank", 0.93, { series: "iwm-short", unit: "percentile", digits: 0 }),
  fact("debt", -29_800_000_000, {
    series: "margin-debt",
    unit: "money",
    digits: 1,
    day: day("2025-04-30"),
  }),
  fact("debt.level", 850_600_000_000, {
    series: "margin-debt",
    unit: "money",
    digits: 1,
    day: day("2025-04-30"),
  }),
  fact("link", 0.984, { series: "margin-debt", unit: "correlation", digits: 3 }),
  fact("hiring", 1, { series: "nfib-hiring", unit: "points", digits: 0, day: day("2025-04-30") }),
  fact("capex", -3, { series: "nfib-capex", unit: "points", digits: 0, day: day("2025-04-30") }),
  fact("flat", 0.0001, { digits: 1 }),
  fact("week.to", 2039.85, { unit: "index", digits: 2 }),
  fact("large", -0.0261, { recipe: change(), series: "spx.close" }),
  fact("large.to", 5802.82, { unit: "index", digits: 2, series: "spx.close" }),
  fact("high", 107_400_000, {
    statistic: "superlative",
    series: "iwm-short",
    unit: "shares",
    digits: 1,
    day: day("2025-04-15"),
    state: "high",
  }),
  fact("high.since", 108_100_000, {
    series: "iwm-short",
    unit: "shares",
    digits: 1,
    day: day("2022-08-31"),
    state: "high",
  }),
  withheld("high.tie", "there is no tie"),
  fact("place", 2, { unit: "count", digits: 0 }),
  fact("fall", 4, {
    statistic: "streak",
    unit: "count",
    digits: 0,
    state: "running",
    cites: weeks(5),
  }),
  fact("ups", 5, { statistic: "tally", unit: "count", digits: 0, cites: sessions(6) }),
  fact("ups.readings", 6, { statistic: "tally", unit: "count", digits: 0, cites: sessions(6) }),
  fact("macd", 2039.85, { statistic: "event", unit: "index", digits: 2, state: "bullish" }),
  fact("macd.cases", 37, { unit: "count", digits: 0 }),
  fact("macd.followed", 26, { unit: "count", digits: 0 }),
  fact("macd.low", 0.54, { digits: 0 }),
  fact("macd.high", 0.83, { digits: 0 }),
  fact("macd.base", 0.61, { digits: 0 }),
  fact("specs", 36_900, {
    statistic: "position",
    series: "cot",
    unit: "contracts",
    digits: 0,
    state: "short",
  }),
  fact("shut", 3, { statistic: "short-week", unit: "days", digits: 0, day: day("2025-05-26") }),
  fact("star", 6_100_000_000, { series: "stocks.fenn.close", unit: "money", digits: 1 }),
  fact("members", 30, { series: "stocks", unit: "count", digits: 0 }),
  withheld("cover", "the base is too small"),
  fact("cover.from", 800, { series: "iwm-short", unit: "contracts", digits: 0 }),
  fact("cover.to", 10_900, { series: "iwm-short", unit: "contracts", digits: 0 }),
  fact("zero", 0, { unit: "count", digits: 0 }),
  fact("breach", 84, { unit: "days", digits: 0, day: day("2025-03-04") }),
  fact("crossings", 5, { unit: "count", digits: 0, named: { sessions: 10 } }),
  fact("next", 0, { unit: "days", digits: 0, day: day("2025-05-27") }),
  fact("record", 2466.49, { unit: "index", digits: 2, day: day("2024-11-25") }),
  withheld("lost", "the series has eight points only"),
  withheld("gone", "the window has a hole"),
];

/** Rows a week apart, the last on 23 May 2025. */
function weeks(count: number): Fact["cites"] {
  return Array.from({ length: count }, (_, at) => row(addDays(day("2025-05-23"), -7 * at)));
}

/** Rows of the sessions up to 23 May 2025. */
function sessions(count: number): Fact["cites"] {
  const days = ["2025-05-23", "2025-05-22", "2025-05-21", "2025-05-20", "2025-05-19", "2025-05-16"];
  return days.slice(0, count).map((each) => row(day(each)));
}

function row(on: Day): Fact["cites"][number] {
  return { series: "rut.close", file: "r.csv", line: 2, day: on, value: 1 };
}

function change(): Fact["recipe"] {
  return { op: "change", from: { op: "value", of: 0 }, to: { op: "value", of: 0 } };
}

const NAMES: Scene["series"] = new Map([
  [
    "rut.close",
    { name: "Russell 2000", noun: "the index", unit: "index", every: "day", instrument: "index" },
  ],
  ["spx.close", { name: "S&P 500", noun: "the S&P", unit: "index", every: "day" }],
  [
    "stocks.fenn.close",
    { name: "Fenn Semiconductor", noun: "the stock", unit: "price", every: "day", ticker: "FENN" },
  ],
  [
    "stocks",
    {
      name: "the stocks of the fund",
      noun: "stocks",
      unit: "price",
      every: "day",
      about: { text: "The fund holds small companies.", source: "the issuer" },
    },
  ],
  ["cot", { name: "speculators", noun: "speculators", unit: "contracts", every: "week" }],
  [
    "iwm-short",
    { name: "IWM short interest", noun: "short interest", unit: "shares", every: "half-month" },
  ],
  ["margin-debt", { name: "margin debt", noun: "margin debt", unit: "money", every: "month" }],
  [
    "nfib-hiring",
    { name: "hiring plans", noun: "hiring plans", unit: "net percent", every: "month" },
  ],
  [
    "nfib-capex",
    { name: "spending plans", noun: "spending plans", unit: "net percent", every: "month" },
  ],
]);

export function scene(more: Partial<Scene> = {}, facts: readonly Outcome[] = []): Scene {
  return {
    facts: new Map([...FACTS, ...facts].map((each) => [each.id, each])),
    series: NAMES,
    voice: VOICE,
    ordinal: 12,
    published: day("2025-05-27"),
    asOf: day("2025-05-23"),
    charts: new Set(["index", "shorts"]),
    slots: new Map(),
    ...more,
  };
}

export function template(
  text: string,
  kind: TemplateKind = "note",
  partials: Partials = new Map(),
): Template {
  const parsed = parseTemplate(text, "note.md.hbs", kind, partials);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}

const HEAD = "{{#headline}}Small caps{{/headline}}\n\n";

export function rendered(
  text: string,
  where: Scene = scene(),
  partials: Partials = new Map(),
): Rendered {
  return render(template(HEAD + text, "note", partials), where);
}

/** The running text as a reader reads it, one block a line; headings with #, items with -. */
export function read(text: string, where: Scene = scene(), partials: Partials = new Map()): string {
  return readBlocks(rendered(text, where, partials));
}

export function readBlocks(note: Rendered): string {
  return note.blocks
    .map((block) => {
      switch (block.kind) {
        case "heading":
          return `# ${plainText(block.children)}`;
        case "paragraph":
          return (block.voice ? "> " : "") + plainText(block.children);
        case "list":
          return block.items.map((each) => `- ${plainText(each)}`).join("\n");
        case "table":
          return [block.head, ...block.rows]
            .map((each) => `| ${each.map(plainText).join(" | ")} |`)
            .join("\n");
        case "chart":
          return `[${block.chart}]`;
      }
    })
    .join("\n");
}
