import type {
  Article,
  Chart,
  Day,
  Edition,
  Fact,
  Inline,
  Line,
  Outcome,
  Said,
} from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { sayings } from "../../src/pages/index.ts";
import { bars, candles, twoLines, twoPanels } from "./drawings.ts";

/** An edition made by hand, so that the pages can be tested without the rooms above them. */
const PUBLISHED = day("2025-05-27");
const AS_OF = day("2025-05-23");

interface Known {
  readonly value: number;
  readonly day: Day;
  readonly unit: Fact["unit"];
}

const known: Readonly<Record<string, Known>> = {
  "si.latest": { value: 106_800_000, day: day("2025-04-30"), unit: "shares" },
  "si.month": { value: 0.282, day: day("2025-04-30"), unit: "ratio" },
  "si.mid": { value: 107_400_000, day: day("2025-04-15"), unit: "shares" },
  "si.since": { value: 112_300_000, day: day("2022-08-31"), unit: "shares" },
  "si.half": { value: -0.006, day: day("2025-04-30"), unit: "ratio" },
  "si.low": { value: 77_600_000, day: day("2025-01-31"), unit: "shares" },
  record: { value: 2466.49, day: day("2024-11-25"), unit: "index" },
  "record.prior": { value: 2458.86, day: day("2021-11-08"), unit: "index" },
  fall: { value: -0.297, day: day("2025-04-09"), unit: "ratio" },
  low: { value: 1732.99, day: day("2025-04-09"), unit: "index" },
  rally: { value: 0.22, day: day("2025-05-16"), unit: "ratio" },
  "rally.high": { value: 2114.95, day: day("2025-05-16"), unit: "index" },
  level: { value: 2100, day: day("2025-05-23"), unit: "index" },
  crossings: { value: 5, day: day("2025-05-23"), unit: "count" },
  above: { value: 4, day: day("2025-05-23"), unit: "count" },
  close: { value: 2039.85, day: day("2025-05-23"), unit: "index" },
  week: { value: -0.035, day: day("2025-05-23"), unit: "ratio" },
  average: { value: 1991.02, day: day("2025-05-23"), unit: "index" },
  nfib: { value: 95.8, day: day("2025-04-30"), unit: "score" },
  "nfib.change": { value: -1.6, day: day("2025-04-30"), unit: "points" },
  hiring: { value: 13, day: day("2025-04-30"), unit: "net percent" },
  capex: { value: 18, day: day("2025-04-30"), unit: "net percent" },
  margin: { value: 850_600_000_000, day: day("2025-04-30"), unit: "money" },
  "margin.change": { value: -29_800_000_000, day: day("2025-04-30"), unit: "money" },
  "margin.record": { value: 937_300_000_000, day: day("2025-01-31"), unit: "money" },
  "margin.prior": { value: 935_900_000_000, day: day("2021-10-31"), unit: "money" },
  correlation: { value: 0.9342, day: day("2025-04-30"), unit: "correlation" },
};

/** `[[fact|text]]` says a value, `[[fact@text]]` its day, `[[fact|text|5]]` a number out of it, `((2))` refers to a chart. */
export function say(text: string): Line {
  const parts = text.split(/(\[\[[^\]]+\]\]|\(\(\d\)\))/);
  return parts.filter((each) => each !== "").map(inline);
}

function inline(text: string): Inline {
  const chart = /^\(\((\d)\)\)$/.exec(text)?.[1];
  if (chart !== undefined) {
    return { kind: "chart-reference", chart: `c${chart}`, number: Number(chart) };
  }
  const match = /^\[\[([\w.]+)([|@])([^|]+)(?:\|(\d+))?\]\]$/.exec(text);
  if (match === null) return { kind: "text", text };
  const [, fact = "", mark, printed = "", value] = match;
  const of = known[fact];
  if (of === undefined) throw new Error(`no fact ${fact}`);
  if (mark === "@") {
    return { kind: "date", said: { fact, kind: "day", text: printed }, day: of.day };
  }
  const said: Said = { fact, kind: "value", text: printed };
  return { kind: "figure", said, value: value === undefined ? of.value : Number(value) };
}

const p = (text: string) => ({ kind: "paragraph", children: say(text), voice: false }) as const;
const voice = (text: string) => ({ kind: "paragraph", children: say(text), voice: true }) as const;
const chart = (number: number) => ({ kind: "chart", chart: `c${number}` }) as const;

const charts: readonly Chart[] = [
  {
    id: "c1",
    number: 1,
    title: say("Shares of IWM sold short jumped [[si.month|28.2%]] in April"),
    subtitle: say("Million shares sold short, twice a month; below it the fund’s price in dollars"),
    alternative: say(
      "Columns of short interest since 2020 with the fund’s price under them. The last two stand at [[si.mid|107.4 million]] and [[si.latest|106.8 million]] shares, after [[si.low|77.6 million]] at the end of January.",
    ),
    source: say("FINRA, settlements to [[si.latest@30 April]]; fund prices to the last close."),
    wide: bars(false),
    narrow: bars(true),
    table: {
      columns: ["Settlement", "Short interest, million shares", "IWM, dollars"],
      rows: [
        ["31 January 2025", "77.6", "226.62"],
        ["31 March 2025", "83.3", "199.49"],
        ["15 April 2025", "107.4", "186.42"],
        ["30 April 2025", "106.8", "194.91"],
      ],
    },
    says: [
      { fact: "si.mid", kind: "value", text: "107.4m" },
      { fact: "si.mid", kind: "day", text: "mid-April" },
      { fact: "si.low", kind: "value", text: "77.6m" },
    ],
  },
  {
    id: "c2",
    number: 2,
    title: say("The rally met [[level|2100]] and November’s trend line at once"),
    subtitle: say("Russell 2000, weekly candles"),
    alternative: say(
      "Weekly candles of the Russell 2000 from 2021. It peaked at [[record|2466]] on [[record@25 November]], fell to [[low|1733]] on [[low@9 April]] and turned back at [[rally.high|2115]].",
    ),
    source: say("FTSE Russell, bars to [[close@23 May 2025]]."),
    wide: candles(false),
    narrow: candles(true),
    table: {
      columns: ["Week to", "High", "Low", "Close"],
      rows: [
        ["9 May 2025", "2048.90", "1974.34", "2023.07"],
        ["16 May 2025", "2114.95", "2047.99", "2113.25"],
        ["23 May 2025", "2110.92", "2011.02", "2039.85"],
      ],
    },
    says: [
      { fact: "record", kind: "value", text: "2466" },
      { fact: "record", kind: "day", text: "25 Nov." },
      { fact: "low", kind: "value", text: "1733" },
      { fact: "level", kind: "value", text: "2100" },
      { fact: "rally", kind: "value", text: "+22%" },
    ],
  },
  {
    id: "c3",
    number: 3,
    title: say("Plans to invest have come down to [[capex|18]] percent of owners"),
    subtitle: say("Share of owners with plans for the next months, in percent"),
    alternative: say(
      "Two lines since 2018: plans to invest, now [[capex|18]], and plans to hire, now [[hiring|13]].",
    ),
    source: say("NFIB, seasonally adjusted, to [[capex@April]]."),
    wide: twoLines(false),
    narrow: twoLines(true),
    table: {
      columns: ["Month", "Investing", "Hiring"],
      rows: [
        ["March 2025", "21", "12"],
        ["April 2025", "18", "13"],
      ],
    },
    says: [
      { fact: "capex", kind: "value", text: "18" },
      { fact: "hiring", kind: "value", text: "13" },
    ],
  },
  {
    id: "c4",
    number: 4,
    title: say("Margin debt has come off January’s record"),
    subtitle: say("Billions of dollars; below it the Russell 2000"),
    alternative: say(
      "Margin debt since 1997, which reached [[margin.record|$937.3 billion]] in January and stands at [[margin|$850.6 billion]]; under it the index.",
    ),
    source: say("FINRA, debit balances of customers, to [[margin@April]]."),
    wide: twoPanels(false),
    narrow: twoPanels(true),
    table: {
      columns: ["Month", "Margin debt, $ billion", "Russell 2000"],
      rows: [
        ["January 2025", "937.3", "2287.69"],
        ["April 2025", "850.6", "1964.12"],
      ],
    },
    says: [{ fact: "margin.record", kind: "value", text: "$937.3bn" }],
  },
];

export const article: Article = {
  report: "small-caps",
  masthead: "Small-Cap Weekly",
  headline: say("A [[rally|22 Percent]] Rally Runs Out Where Two Barriers Cross"),
  standfirst: say(
    "Bets against the small-cap fund are close to their heaviest since [[si.since@August 2022]], and borrowed money is leaving. After the failure at [[level|2100]] the levels below matter.",
  ),
  byline: { author: "Mara Lindqvist", role: "Small-cap strategist" },
  asOf: AS_OF,
  published: PUBLISHED,
  language: "en-US",
  paper: "letter",
  canonical: "https://notes.example/small-caps/2025-05-23",
  keywords: ["small caps", "Russell 2000", "short interest"],
  keyFigures: [
    {
      label: say("Russell 2000"),
      figure: say("[[close|2040]]"),
      note: say("[[week|−3.5%]] on the week"),
    },
    {
      label: say("IWM short interest"),
      figure: say("[[si.latest|106.8m]]"),
      note: say("[[si.month|+28.2%]] in April"),
    },
    {
      label: say("Margin debt"),
      figure: say("[[margin|$850.6bn]]"),
      note: say("[[margin.change|−$29.8bn]] in April"),
    },
    {
      label: say("NFIB optimism"),
      figure: say("[[nfib|95.8]]"),
      note: say("[[nfib.change|−1.6 points]] in April"),
    },
  ],
  blocks: [
    p(
      "Those who bet against small companies added to their positions in April. At its end [[si.latest|106.8 million]] shares of the IWM fund were sold short, [[si.month|28.2 percent]] more than a month before (((1))). The count at mid-month was higher still, at [[si.mid|107.4 million]], a size last passed at [[si.since@end-August 2022]]; the weeks after took off no more than [[si.half|0.6 percent]]. When January closed it had been [[si.low|77.6 million]].",
    ),
    chart(1),
    { kind: "heading", id: "index", children: say("A floor, then a ceiling") },
    p(
      "The timing was good. In November the Russell 2000 had reached [[record|2466]], a shade over the [[record.prior|2459]] of [[record.prior@November 2021]]. From there it lost [[fall|29.7 percent]] and touched [[low|1733]] on [[low@9 April]], where buyers came back (((2))).",
    ),
    chart(2),
    p(
      "The rebound carried it [[rally|22 percent]] higher, to [[rally.high|2115]] on [[rally.high@16 May]]. Two barriers waited: [[level|2100]], which had held as support through the winter, and the line that falls from November’s record. On [[crossings|five]] of the last ten sessions the index traded through [[level|2100]], and on [[above|four]] it closed higher; still, the week ended at [[close|2040]], a loss of [[week|3.5 percent]]. The [[average|50|50]]-day average lies at [[average|1991]].",
    ),
    voice("I expect the average to be tested before the barrier is."),
    { kind: "heading", id: "economy", children: say("Owners hold back") },
    p(
      "Little help comes from the economy. The NFIB’s measure of owners’ optimism lost [[nfib.change|1.6 points]] in April and stands at [[nfib|95.8]]. Plans to hire edged up [[hiring|a point|1]] to [[hiring|13]], while plans to invest came down to [[capex|18]] (((3))).",
    ),
    chart(3),
    p(
      "Nor does credit push. Margin debt shrank by [[margin.change|$29.8 billion]] in April, to [[margin|$850.6 billion]] (((4))). The record of January, [[margin.record|$937.3 billion]], had only just passed the [[margin.prior|$935.9 billion]] of [[margin.prior@October 2021]]. Month by month the two series run together, with a correlation of [[correlation|0.93]] between their levels.",
    ),
    chart(4),
    voice("Whether the unwinding is over, nobody can know yet."),
    voice("Under the average the question would become urgent."),
  ],
  charts,
  method: [
    say("Highs and lows of the index are intraday; changes over a week run from close to close."),
    say("Short interest is told twice a month and comes out some days after it settles."),
  ],
  sources: [
    source(
      "Russell 2000",
      "FTSE Russell",
      "https://www.lseg.com/en/ftse-russell",
      "2025-05-23",
      "2025-05-23",
    ),
    source(
      "IWM short interest",
      "FINRA",
      "https://www.finra.org/finra-data",
      "2025-04-30",
      "2025-05-09",
    ),
    source(
      "Margin debt",
      "FINRA",
      "https://www.finra.org/rules-guidance",
      "2025-04-30",
      "2025-05-21",
    ),
    source("NFIB optimism", "NFIB", null, "2025-04-30", "2025-05-13"),
  ],
  disclosure:
    "The author holds none of the instruments named. This note informs and is no advice to buy or to sell.",
  related: [
    {
      title: "Short sellers come back to small caps",
      published: day("2025-05-20"),
      href: "../2025-05-16/index.html",
    },
    {
      title: "What margin debt told in 2021, and what it did not",
      published: day("2025-05-13"),
      href: "../2025-05-09/index.html",
    },
  ],
};

function source(name: string, publisher: string, url: string | null, to: string, released: string) {
  return {
    name,
    publisher,
    url,
    to: day(to),
    released: day(released),
    sample: false,
    remark: null,
  };
}

const facts: ReadonlyMap<string, Outcome> = new Map([
  ...Object.entries(known).map(([id, each]): [string, Outcome] => [id, factOf(id, each)]),
  [
    "si.ratio",
    {
      kind: "withheld",
      id: "si.ratio",
      statistic: "ratio",
      reason: "volume is missing for 3 of 21 sessions",
    },
  ],
]);

function factOf(id: string, { value, day: on, unit }: Known): Fact {
  const cite = { series: id, file: "fixture.csv", line: 7, day: on, value };
  return {
    kind: "fact",
    id,
    statistic: "last",
    value,
    unit,
    day: on,
    basis: "reported",
    window: { from: on, to: on },
    rank: null,
    ranked: 0,
    cites: [cite],
    recipe: { op: "value", of: 0 },
    series: id,
    digits: 1,
    working: String(value),
  };
}

export const edition: Edition = {
  article,
  facts,
  said: sayings(article),
  withheld: [...facts.values()].filter((each) => each.kind === "withheld"),
  fallen: [],
  warnings: [],
  inputs: new Map([["data/fixture.csv", "ab".repeat(32)]]),
  ordinal: 21,
};

/** The edition with another article in it, and what that says. */
export function editionOf(changes: Partial<Article>): Edition {
  const changed = { ...article, ...changes };
  return { ...edition, article: changed, said: sayings(changed) };
}
