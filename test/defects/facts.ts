import { disagreements } from "../../src/archive/index.ts";
import type { Told } from "../../src/archive/index.ts";
import { checkFacts } from "../../src/facts/index.ts";
import type { Fact, Problem, Recipe } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import type { EventName } from "../../src/stats/index.ts";
import { EVENT_KINDS } from "../../src/stats/index.ts";
import { factMade, factsMade } from "../facts/made.ts";
import type { Defect } from "./case.ts";
import { refused, warned } from "./case.ts";

const asOf = day("2025-05-02");
const locate = () => ({ file: "report.yaml", line: 1, column: 1 });
const check = (...facts: readonly Fact[]): readonly Problem[] =>
  checkFacts(factsMade(...facts), asOf, locate);

interface Counts {
  readonly cases?: number;
  readonly followed?: number;
  readonly series?: string;
  readonly since?: number;
}

function event(id: string, of: EventName, on: string, counts: Counts = {}): readonly Fact[] {
  const { cases, followed, series = "iwm.close", since = 3 } = counts;
  const named = { horizon: 21, ...(of === "advance" || of === "decline" ? { days: 3 } : {}) };
  const shared = { statistic: "event", series, window: { from: day(on), to: asOf } };
  const count = (part: string, value: number | undefined): readonly Fact[] =>
    value === undefined
      ? []
      : [factMade(`${id}.${part}`, { ...shared, unit: "count", value, day: asOf })];
  return [
    factMade(id, { ...shared, day: day(on), state: EVENT_KINDS[of].side, named }),
    factMade(`${id}.since`, { ...shared, day: asOf, value: since, unit: "sessions", state: of }),
    ...count("cases", cases),
    ...count("followed", followed),
  ];
}

function state(id: string, name: (Recipe & { readonly op: "indicator" })["name"], told: string) {
  const recipe: Recipe = { op: "indicator", name, first: 0, sessions: 16 };
  const shared = { statistic: "indicator", unit: "score", series: "iwm.close" } as const;
  return factMade(id, { ...shared, day: asOf, state: told, recipe });
}

const week = { from: day("2025-04-25"), to: asOf };

/** Mean change of a group over a week, beside its greatest, its index and the number of its members. */
function mean(value: number, greatest: number, apart: number, members = 1950): readonly Fact[] {
  const shared = { statistic: "group-change", unit: "ratio", window: week, day: asOf } as const;
  return [
    factMade("mean", { ...shared, value }),
    factMade("mean.greatest", { ...shared, value: greatest }),
    factMade("mean.difference", { ...shared, unit: "points", value: apart }),
    factMade("mean.members", { ...shared, unit: "count", value: members }),
  ];
}

const unrelated = (followed: readonly number[]): readonly Fact[] =>
  followed.flatMap((count, at) =>
    event(`e${at}`, "decline", "2025-04-30", {
      cases: 62,
      followed: count,
      series: `t${at}.close`,
    }),
  );

/** Facts that cannot be true, or not together, before a word is written. */
export const FACTS: readonly Defect[] = [
  refused(
    "D1",
    "contradiction",
    "more cases followed than there were",
    check(...event("macd", "macd-positive", "2025-04-17", { cases: 45, followed: 46 })),
    check(...event("macd", "macd-positive", "2025-04-17", { cases: 45, followed: 26 })),
  ),
  refused(
    "D3",
    "contradiction",
    "a mean of 133 percent above a greatest of 125",
    check(...mean(0.1333, 0.125, 1)),
    check(...mean(0.0133, 0.125, 1)),
  ),
  refused(
    "D4",
    "contradiction",
    "a mean of 133 percent in a week, while the index moved by a few",
    check(...mean(1.33, 12.5, 1)),
    check(...mean(0.0133, 12.5, 1)),
  ),
  refused(
    "D4",
    "contradiction",
    "a mean a hundred points from its index",
    check(...mean(0.2, 12.5, 130)),
    check(...mean(0.02, 12.5, 1)),
  ),
  refused(
    "D9",
    "contradiction",
    "three days up and three days down, both current",
    check(...event("up", "advance", "2025-04-24"), ...event("down", "decline", "2025-04-30")),
    check(...event("down", "decline", "2025-04-30")),
  ),
  refused(
    "D10",
    "contradiction",
    "below the lower band, overbought for a week and above the average",
    check(
      state("bands", "Bollinger %b", "below the bands"),
      state("stochastic", "stochastic %D", "overbought"),
      ...event("fifty", "price-above-average", "2025-05-02"),
    ),
    check(
      state("bands", "Bollinger %b", "between the bands"),
      state("stochastic", "stochastic %D", "overbought"),
      ...event("fifty", "price-above-average", "2025-05-02"),
    ),
  ),
  refused(
    "D12",
    "contradiction",
    "62 cases, and as many that followed, for three unrelated instruments",
    check(...unrelated([40, 40, 40])),
    check(...unrelated([40, 37, 33])),
  ),
  refused(
    "D12",
    "contradiction",
    "318 advances against 62 declines",
    check(
      ...event("up", "advance", "2025-04-30", { cases: 318 }),
      ...event("down", "decline", "2025-04-30", { cases: 62 }),
    ).filter(({ message }) => message.includes("318")),
    check(...event("up", "advance", "2025-04-30", { cases: 318 })),
  ),
  refused(
    "D13",
    "contradiction",
    "an event of April told late in May",
    check(...event("aroon", "aroon-down", "2025-04-08", { since: 30 })),
    check(...event("aroon", "aroon-down", "2025-04-30", { since: 2 })),
  ),
  refused(
    "E",
    "contradiction",
    "a group of one",
    check(...mean(0.01, 0.01, 1, 1)),
    check(...mean(0.01, 0.02, 1, 3)),
  ),
];

const told = (
  report: string,
  more: Partial<Told["facts"][number]>,
  paragraphs: readonly string[] = [],
): Told => {
  const shared = {
    series: "rut.close",
    unit: "index",
    basis: "close",
    value: 2100,
    day: "2025-05-23",
    from: "2025-05-23",
    to: "2025-05-23",
    state: null,
    isPrinted: true,
  };
  const level = { ...shared, id: "level", statistic: "level" };
  const role = { ...shared, id: "level.role", statistic: "level", isPrinted: false, ...more };
  return { report, asOf: "2025-05-23", facts: [level, role], paragraphs };
};

const moved = (report: string, value: number): Told => ({
  ...told(report, {}),
  facts: told(report, {
    id: "week",
    statistic: "change",
    unit: "ratio",
    from: "2025-05-16",
    value,
    isPrinted: true,
  }).facts.slice(1),
});

const counted = (series: string, followed: number): Told => {
  const fact = (id: string, value: number, state: string | null = null) =>
    ({
      ...told("x", { id, statistic: "event", unit: "count", value, state, series }).facts[1],
    }) as Told["facts"][number];
  return {
    ...told(series, {}),
    facts: [fact("e.cases", 62), fact("e.followed", followed), fact("e.since", 2, "decline")],
  };
};

const BIG_WEEK = [
  "Salesforce, Costco and others report their figures in the course of the week. The first of them come out on Tuesday after the close of trading. Costco follows on Thursday, when the day's trading is over and done.",
  "Analysts have lowered what they expect of retailers since the spring. Shares of the group have lagged behind the market for three months now.",
];

/** Editions of one day beside each other. */
export const COMPANY: readonly Defect[] = [
  warned(
    "D36",
    "disagreement",
    "a resistance in one note, the same level a support in another",
    disagreements([told("weekly", { state: "resistance" }), told("shorts", { state: "support" })]),
    disagreements([
      told("weekly", { state: "resistance" }),
      told("shorts", { state: "resistance" }),
    ]),
  ),
  warned(
    "D36",
    "disagreement",
    "one week of one index, up in one note and down in another",
    disagreements([moved("weekly", -0.035), moved("technicals", 0.035)]),
    disagreements([moved("weekly", -0.035), moved("technicals", -0.035)]),
  ),
  warned(
    "D36",
    "disagreement",
    "a level that a note kept before calls otherwise",
    disagreements(
      [told("shorts", { state: "support" })],
      [told("weekly", { state: "resistance" })],
    ),
    disagreements(
      [told("shorts", { state: "support" })],
      [{ ...told("weekly", { state: "resistance" }), asOf: "2025-05-16" }],
    ),
  ),
  warned(
    "D12",
    "disagreement",
    "one count of cases in the notes on three instruments",
    disagreements([counted("a.close", 40), counted("b.close", 40), counted("c.close", 40)]),
    disagreements([counted("a.close", 40), counted("b.close", 37), counted("c.close", 33)]),
  ),
  warned(
    "E",
    "near-duplicate",
    "the same piece twice on one day",
    disagreements([told("one", {}, BIG_WEEK), told("two", {}, BIG_WEEK)]),
    disagreements([
      told("one", {}, BIG_WEEK),
      told("two", {}, ["Short interest in the fund rose at the end of April, as it had in March."]),
    ]),
  ),
];
