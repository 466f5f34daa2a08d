import type { Subject } from "./subject.ts";

/** By which history it is told how seldom a reading has come; each is told in `odds.ts`. */
export type Seldom =
  "moves" | "reach" | "runs" | "tail" | "window" | "editions" | "cases" | "never asked";

/** A question put to every subject of its kinds, whenever an author wants to know what is worth saying. */
export interface Ask {
  /** Also the name by which the lines of templates/highlights.yaml speak of its fact. */
  readonly name: string;
  readonly statistic: string;
  readonly of: readonly Subject["kind"][];
  /** As report.yaml would give them; "@level" is the same subject's answer to the ask of that name. */
  readonly options: (about: Subject) => Readonly<Record<string, unknown>> | null;
  /** The part that is the news; left out: the fact itself. */
  readonly lead?: string;
  readonly seldom: Seldom;
  /** What it weighs in the ranking; zero: never news by itself, but there for the lines to speak of. */
  readonly worth: number;
  /** It stays worth saying for so many editions (of a daily series) or readings (of a slower one). */
  readonly lingers?: number;
  /** What a case is called in "3 of 520 weeks"; left out: by the rhythm of the series. */
  readonly cases?: string;
  /** Of a move: over how many ends of weeks or months, or readings, the past ones go. */
  readonly past?: { readonly by: "reading" | "week" | "month"; readonly steps: number };
  /** The least that is news, in the fact's own unit: a run of two is none. */
  readonly least?: number;
  /** Days that the finding must span: two days up are no rally. */
  readonly leastDays?: number;
  /** Of one subject, day and direction only the best of a theme is told; left out: "move". */
  readonly theme?: string;
}

const PRICES: Ask["of"] = ["price"];
const DAILY: Ask["of"] = ["price", "daily"];
const READINGS: Ask["of"] = ["reading"];

const over = (span: string) => (about: Subject) => ({ series: about.series, over: span });
const side = (which: "high" | "low") => (about: Subject) => ({ series: about.series, side: which });
const bars = (about: Subject) => ({ bars: about.bars });
const series = (about: Subject) => ({ series: about.series });
const ranked = (span: string) => (about: Subject) => ({ ...over(span)(about), least: 6 });

const past = (cases: string | null, by: "reading" | "week" | "month", steps: number) => ({
  ...(cases === null ? {} : { cases }),
  past: { by, steps },
});
const runs = (cases: string | null, least: number) => ({
  ...(cases === null ? {} : { cases }),
  least,
});
const event = (theme: string) => ({ cases: "editions", theme });
const swing = { lingers: 2, cases: "stretches as long", theme: "swing" };
const crossing = { ...event("averages"), lead: "crossed" };
const signal = event("indicator");
const crossOf = (of: number) => (about: Subject) => ({ bars: about.bars, of });
const weekly = (about: Subject) => ({ bars: about.bars, every: "week" });
const happened = (of: string) => (about: Subject) => ({ bars: about.bars, of });

/**
 * What is asked. A new statistic is one more entry: its name, whom it suits, its options, how seldom
 * it is reckoned, its worth; and a line of templates/highlights.yaml that says it.
 */
export const asks: readonly Ask[] = [
  // How far it moved.
  ask("week", "change", DAILY, over("1 week"), "moves", 1.5, past("weeks", "week", 1)),
  ask("week-rank", "change-rank", DAILY, ranked("1 week"), "never asked", 0, {}),
  ask("day", "change", DAILY, over("period"), "moves", 0.6, past("sessions", "reading", 1)),
  ask("month", "change", DAILY, over("1 month"), "moves", 0.8, past("months", "month", 1)),
  ask("quarter", "change", DAILY, over("3 months"), "moves", 0.6, {
    ...past("three-month stretches", "month", 3),
    theme: "long",
  }),
  ask("year", "change", DAILY, over("1 year"), "moves", 0.5, {
    ...past("twelve-month stretches", "month", 12),
    theme: "long",
  }),
  ask("step", "change", READINGS, told, "moves", 1, past(null, "reading", 1)),
  ask("step-rank", "change-rank", READINGS, series, "never asked", 0, {}),
  ask("step-month", "change", READINGS, halfMonths, "moves", 1, {
    ...past("months", "month", 1),
    lingers: 1,
  }),
  ask("step-year", "change", READINGS, over("1 year"), "moves", 0.5, {
    ...past("twelve-month stretches", "month", 12),
    theme: "long",
  }),

  // How far out it stands.
  ask("close-high", "superlative", DAILY, side("high"), "reach", 1, { cases: "sessions" }),
  ask("close-low", "superlative", DAILY, side("low"), "reach", 1, { cases: "sessions" }),
  ask("high", "superlative", READINGS, latest("high"), "reach", 1.1, { lingers: 1 }),
  ask("low", "superlative", READINGS, latest("low"), "reach", 1.1, { lingers: 1 }),
  ask("record", "record", PRICES, bars, "reach", 1.2, { cases: "sessions", theme: "record" }),
  ask("reading-record", "record", READINGS, series, "reach", 1.2, {}),
  ask("stand", "last", READINGS, series, "never asked", 0, {}),
  ask("place", "place", READINGS, series, "tail", 0.5, {}),

  // How long it has run.
  ask("weeks-up", "streak", DAILY, run("rising", "week-end"), "runs", 0.8, runs("weeks", 3)),
  ask("weeks-down", "streak", DAILY, run("falling", "week-end"), "runs", 0.8, runs("weeks", 3)),
  ask("days-up", "streak", DAILY, run("rising"), "runs", 0.6, runs("sessions", 5)),
  ask("days-down", "streak", DAILY, run("falling"), "runs", 0.6, runs("sessions", 5)),
  ask("run-up", "streak", READINGS, run("rising"), "runs", 0.8, runs(null, 3)),
  ask("run-down", "streak", READINGS, run("falling"), "runs", 0.8, runs(null, 3)),

  // Who holds what, and who did better.
  ask("flip", "position", READINGS, held, "editions", 1.2, { ...event("flip"), lead: "swing" }),
  ask("against", "relative-performance", ["pair"], against, "editions", 0.9, event("against")),

  // What the price did.
  ask("rally", "rally", PRICES, bars, "window", 1.1, { ...swing, least: 0.1, leastDays: 10 }),
  ask("fall", "drawdown", PRICES, bars, "window", 1.1, { ...swing, least: -0.1 }),
  ask("level", "level", PRICES, played, "editions", 1, { ...event("breach"), lead: "breach" }),
  ask("range", "range", PRICES, bars, "editions", 1, { ...event("range"), lead: "exit" }),
  ask("crossings", "crossings", PRICES, crossed, "editions", 1, { ...event("level"), least: 3 }),
  ask("average-50", "average-cross", PRICES, crossOf(50), "editions", 0.9, event("average")),
  ask("average-200", "average-cross", PRICES, crossOf(200), "editions", 1, event("average")),
  ask("averages", "averages-cross", PRICES, series, "editions", 1, crossing),
  ask("candle", "candle", PRICES, weekly, "editions", 0.7, event("candle")),
  ask("reversal", "reversal", PRICES, weekly, "editions", 0.8, event("candle")),
  ask("gap", "gap", PRICES, bars, "editions", 0.7, { ...event("gap"), lead: "to" }),
  ask("near-record", "near-extreme", PRICES, bars, "editions", 0.8, event("record")),
  ask("macd-up", "event", PRICES, happened("macd-positive"), "cases", 0.4, event("indicator")),
  ask("macd-down", "event", PRICES, happened("macd-negative"), "cases", 0.4, event("indicator")),
  ask("overbought", "event", PRICES, happened("rsi-enters-overbought"), "cases", 0.7, signal),
  ask("oversold", "event", PRICES, happened("rsi-enters-oversold"), "cases", 0.7, signal),
  ask("turnover", "average", ["volume"], mean(50), "editions", 0.6, {
    ...event("volume"),
    lead: "distance",
    least: 0.3,
  }),
];

/** Of the report's own facts: statistics whose options only an author can know, such as a threshold. */
export const ownAsks: readonly Omit<Ask, "of" | "options">[] = [
  { name: "held", statistic: "streak", seldom: "runs", worth: 0.8, least: 3, theme: "held" },
];

function ask(
  name: string,
  statistic: string,
  of: Ask["of"],
  options: Ask["options"],
  seldom: Seldom,
  worth: number,
  more: Partial<Ask>,
): Ask {
  return { name, statistic, of, options, seldom, worth, ...more };
}

/** Short interest is told twice a month: an extreme of either report of the month is one of the month. */
function latest(which: "high" | "low"): Ask["options"] {
  return (about) => ({
    series: about.series,
    side: which,
    ...(about.every === "half-month" ? { of: 2 } : {}),
  });
}

/** Money is told in dollars. */
function told(about: Subject): Readonly<Record<string, unknown>> {
  const { series, unit } = about;
  return { series, over: "period", ...(unit === "money" ? { as: "amount" } : {}) };
}

function held(about: Subject): ReturnType<Ask["options"]> {
  return about.unit === "contracts" ? { series: about.series } : null;
}

/** Only of prices: what margin debt did against an index is no performance. */
function against(about: Subject): ReturnType<Ask["options"]> {
  const { series, unit, with: other } = about;
  return unit === "index" || unit === "price" ? { series, with: other, over: "1 week" } : null;
}

function halfMonths(about: Subject): ReturnType<Ask["options"]> {
  if (about.every !== "half-month") return null;
  return { series: about.series, at: "month-end", over: "1 month" };
}

function run(of: "rising" | "falling", at?: "week-end"): Ask["options"] {
  return (about) => ({ series: about.series, of, ...(at === undefined ? {} : { at }) });
}

function mean(of: number): Ask["options"] {
  return (about) => ({ series: about.series, of });
}

function played(about: Subject): Readonly<Record<string, unknown>> {
  return { bars: about.bars, side: "in play" };
}

function crossed(about: Subject): Readonly<Record<string, unknown>> {
  return { bars: about.bars, level: "@level" };
}
