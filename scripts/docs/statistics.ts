import { parse } from "yaml";
import { z } from "zod";
import type { Facts, Outcome } from "../../src/model/index.ts";
import type { AnyStatistic } from "../../src/stats/index.ts";
import { statisticNamed, statistics } from "../../src/stats/index.ts";
import type { Voice } from "../../src/words/index.ts";
import { sayDay, sayValue } from "../../src/words/index.ts";
import type { Requests } from "./sample.ts";
import { factsOf, PUBLISHED } from "./sample.ts";
import { houseVoice } from "./voice.ts";

interface Group {
  readonly title: string;
  readonly opening: string;
  readonly names: readonly string[];
}

const GROUPS: readonly Group[] = [
  {
    title: "One series",
    opening: "What a list of dated values says of itself.",
    names: [
      "last",
      "change",
      "horizons",
      "total-return",
      "superlative",
      "peak-rank",
      "change-rank",
      "record",
      "near-extreme",
      "year-range",
      "streak",
      "tally",
      "first-since",
      "place",
      "average",
      "against-average",
      "turning-point",
      "seasonality",
    ],
  },
  {
    title: "Two series",
    opening: "How two series go together, and who was right.",
    names: [
      "correlation",
      "lead-lag",
      "verdict",
      "rolling-correlation",
      "relative-performance",
      "divergence",
      "beta",
      "revision",
    ],
  },
  {
    title: "Positions",
    opening:
      "Who holds what, and how the market's own curve stands. Net positions, shares of open interest or of the shares outstanding, money values and averages of ratios are [derived series](catalogue.md); all other statistics say what they say of those too.",
    names: ["position", "days-to-cover", "term-structure"],
  },
  {
    title: "Groups",
    opening:
      "What many instruments of one kind do together: the sectors, the stocks of an index. A [group](catalogue.md#groups) is named by its id; its members are measured over the same days, and how many were looked at stands beside every figure. [Groups and tables](groups.md) shows what notes say with them.",
    names: [
      "breadth",
      "ranking",
      "group-change",
      "contribution",
      "concentration",
      "group-volume",
      "group-turnover",
      "group-size",
      "rating",
      "group-seasonality",
    ],
  },
  {
    title: "Calendar",
    opening: "What comes out when, and when the exchange is closed.",
    names: ["release", "short-week"],
  },
  {
    title: "Price action",
    opening:
      "Swings, levels, ranges and lines on daily bars. [Price action](statistics/price.md) works each of them by hand, with a picture; the rules and their reasons are in [decision 4](decisions/0004-levels-ranges-trend-lines.md).",
    names: [
      "swing-low",
      "swing-high",
      "rally",
      "drawdown",
      "level",
      "range",
      "trend-line",
      "crossings",
      "confluence",
      "near-level",
      "momentum-fade",
      "channel",
      "double-top",
      "double-bottom",
      "gap",
      "candle",
      "reversal",
      "decisive-close",
      "average-cross",
      "average-slope",
      "averages-cross",
    ],
  },
  {
    title: "Indicators and events",
    opening:
      "Where indicators stand, what came about in them and on which day, and what came of it in the past. Most such events are followed no more often than any other day, and then the state of the odds says so. How indicators are reckoned and why is in [decision 7](decisions/0007-indicators.md).",
    names: ["indicator", "event", "stance"],
  },
  {
    title: "Agents",
    opening:
      "What the written rules of a report’s two agents made of the rows known by then: the ledger, the account, the parameters. They need a report with `agents`; [Agents](agents.md) tells every rule. What the agents hold and are worth are series besides (agents.bear, agents.bull, agents.net, agents.equity, agents.hold), so that all other statistics may be asked of them.",
    names: ["agent-event", "agent-record", "agent-rule", "fund-decay"],
  },
  {
    title: "Facts about facts",
    opening: "What two facts of the report make of each other, and a rule of one.",
    names: ["difference", "distance", "ratio-of", "elapsed", "band"],
  },
];

/** Every example of the registry as one report: examples name each other's facts. */
export function exampleRequests(): Requests {
  return Object.assign({}, ...statistics.map((each): unknown => parse(each.example))) as Requests;
}

/** The manual of the statistics, as Markdown. */
export function statisticsManual(): string {
  const missing = statistics.filter(
    ({ name }) => !GROUPS.some((group) => group.names.includes(name)),
  );
  if (missing.length > 0) {
    const names = missing.map((each) => each.name).join(", ");
    throw new Error(`name the group of ${names} in scripts/docs/statistics.ts`);
  }
  const { facts, problems } = factsOf(exampleRequests());
  if (problems.length > 0) throw new Error(problems.map((each) => each.message).join("\n"));
  const voice = houseVoice();
  const chapters = GROUPS.map((group) => chapter(group, facts, voice));
  return `${HEAD}\n\n${contents()}\n\n${chapters.join("\n\n")}\n`;
}

const HEAD = `# Statistics

<!-- Made by \`node scripts/make-docs.ts\` from src/stats. Change the texts there. -->

A statistic computes a fact from series. A report asks for one under \`facts:\` in its \`report.yaml\`, by name and with options:

\`\`\`yaml facts
week: { statistic: change, series: rut.close, over: 1 week }
\`\`\`

The fact is then \`week\`, and its parts are \`week.from\` and \`week.to\`. Each has a value, a unit, a day and the rows it rests on; some have a _state_, a word that templates ask for with \`{{#is}}\`, and some _name_ a number for \`{{named}}\`. What cannot honestly be said is withheld, with the reason.

Where values are compared _as printed_, they are rounded as a reader sees them: levels of an index whole, those under a hundred to a tenth; prices, multiples and yields to two decimals; percentages to a tenth; sums of money and shares to a tenth of the million, billion or trillion they are told in; and nothing more finely than its source. A _full_ week or month is one whose last session, or last reading at the series' rhythm, is there.

Series, days, spans and facts are written the same everywhere:

| in an option  | is written                                                                        |
| ------------- | --------------------------------------------------------------------------------- |
| a series      | its name in the catalogue, \`margin-debt\`; of a bar file a column, \`rut.close\` |
| a bar file    | its name, \`rut\`                                                                 |
| a group       | its name, \`sectors\`                                                             |
| a day         | \`2025-04-09\`                                                                    |
| a span        | \`10 sessions\`, \`1 week\`, \`3 months\`, \`5 years\`                            |
| another fact  | its name, \`rally\`, or that of a part, \`rally.low\`                             |

The results below are those of the sample data, known by 23 May 2025 and published on the 27th. The figures are simulated.`;

function contents(): string {
  const rows = GROUPS.flatMap((group) =>
    group.names.map((name) => `| [\`${name}\`](#${name}) | ${statistic(name).summary} |`),
  );
  return ["| statistic | finds |", "| --- | --- |", ...rows].join("\n");
}

function chapter(group: Group, facts: Facts, voice: Voice): string {
  const entries = group.names.map((name) => entry(statistic(name), facts, voice));
  return [`## ${group.title}`, group.opening, ...entries].join("\n\n");
}

function statistic(name: string): AnyStatistic {
  const found = statisticNamed(name);
  if (found === null) throw new Error(`there is no statistic "${name}"`);
  return found;
}

function entry(each: AnyStatistic, facts: Facts, voice: Voice): string {
  const [id = ""] = Object.keys(parse(each.example) as object);
  const parts = Object.entries(each.parts).map(([part, meaning]) => {
    const name = part === "" ? id : `${id}.${part}`;
    return `| \`${name}\` | ${meaning} | ${resultOf(facts.get(name), voice)} |`;
  });
  return [
    `### ${each.name}`,
    each.summary,
    "```yaml facts",
    each.example,
    "```",
    "",
    "| fact | what it is | in the sample |",
    "| --- | --- | --- |",
    ...parts,
    "",
    `**Method.** ${each.method}`,
    "",
    `**After.** ${each.definition}`,
    "",
    "| option | meaning | if left out |",
    "| --- | --- | --- |",
    ...optionRows(each),
  ].join("\n");
}

function resultOf(outcome: Outcome | undefined, voice: Voice): string {
  if (outcome === undefined) return "";
  if (outcome.kind === "withheld") return `withheld: ${outcome.reason}`;
  const { value, unit, digits, day, state, named = {} } = outcome;
  const said = sayValue(value, unit, digits, { words: false }, voice);
  const names = Object.entries(named).map(([name, number]) => `${name} ${number}`);
  return [
    `${said}; ${sayDay(day, "full", PUBLISHED, "day", voice)}`,
    ...(state === undefined ? [] : [`_${state}_`]),
    ...(names.length === 0 ? [] : [`names ${names.join(", ")}`]),
  ].join("; ");
}

interface OptionSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: unknown;
}

function optionRows(each: AnyStatistic): readonly string[] {
  const schema = z.toJSONSchema(each.options, { io: "input" });
  const required = new Set(schema.required);
  const properties = (schema.properties ?? {}) as Readonly<Record<string, OptionSchema>>;
  return Object.entries(properties).map(([name, option]) => {
    const left = required.has(name) ? "must be given" : defaultOf(option);
    return `| \`${name}\` | ${meaningOf(option)} | ${left} |`;
  });
}

function meaningOf(option: OptionSchema): string {
  const choices = option.enum?.map((each) => `\`${each}\``).join(", ");
  return [option.description ?? "", choices === undefined ? "" : `One of ${choices}.`]
    .filter((each) => each !== "")
    .join(" ");
}

function defaultOf(option: OptionSchema): string {
  return option.default === undefined
    ? ""
    : `\`${JSON.stringify(option.default).replaceAll('"', "")}\``;
}
