import type { Article, Fact, Inline, Problem, Recipe } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { proofread } from "../../src/narrative/index.ts";
import {
  article,
  chart,
  chartReference,
  date,
  figure,
  paragraph,
  text,
} from "../narrative/article.ts";
import { fact, houseVoice } from "../narrative/fixture.ts";
import type { Defect } from "./case.ts";
import { refused, warned } from "./case.ts";

const VOICE = houseVoice();
const BEARERS = [
  { id: "iwm", name: "IWM", noun: "the fund", instrument: "fund" },
  { id: "rut", name: "Russell 2000", noun: "the index", instrument: "index" },
] as const;

const change: Recipe = { op: "change", from: { op: "value", of: 0 }, to: { op: "value", of: 1 } };
const followed = (by: "rise" | "fall"): Recipe => ({
  op: "followed",
  by,
  first: 0,
  last: 61,
  ahead: 62,
});
const event = (id: string, state: "bullish" | "bearish"): readonly Fact[] => [
  fact(id, 204, { statistic: "event", unit: "price", state, day: day("2025-05-19") }),
  fact(`${id}.cases`, 62, { statistic: "event", unit: "count" }),
  fact(`${id}.followed`, 40, {
    statistic: "event",
    unit: "count",
    recipe: followed(state === "bullish" ? "rise" : "fall"),
  }),
  fact(`${id}.odds`, 0.48, { statistic: "event" }),
  fact(`${id}.base`, 0.4, { statistic: "event" }),
];

const FACTS = new Map<string, Fact>(
  [
    ...event("decline", "bearish"),
    ...event("macd", "bullish"),
    fact("stance", 9, { statistic: "stance", unit: "count", state: "bullish" }),
    fact("stance.bullish", 6, { statistic: "stance", unit: "count" }),
    fact("level", 2100, { unit: "index", statistic: "level" }),
    fact("level.first", 2100, { unit: "index", statistic: "level", day: day("2021-01-20") }),
    fact("close", 2040, { unit: "index", statistic: "last" }),
    fact("shorts", 0.5, {
      recipe: change,
      window: { from: day("2020-05-22"), to: day("2025-05-23") },
    }),
    fact("shorts.from", 0.08),
    fact("shorts.points", 4, { unit: "points" }),
    fact("week", 0.03, { recipe: change }),
    fact("tops", 2450, { statistic: "double-top", unit: "index" }),
    fact("best", 1.25, { statistic: "ranking", recipe: change }),
    fact("run", 4, { statistic: "streak", unit: "count", state: "ended" }),
    fact("run.after", 2, { statistic: "streak", unit: "count" }),
    fact("tied", 0.984, { unit: "correlation", recipe: { op: "correlation", of: "levels" } }),
    fact("tied.changes", 0.6, {
      unit: "correlation",
      recipe: { op: "correlation", of: "relative changes" },
    }),
    fact("gold", -0.0493, { recipe: change, rank: 0.97, ranked: 400 }),
    fact("jobs", 4.2, { unit: "score", day: day("2025-04-30") }),
  ].map((each) => [each.id, each]),
);

type Words = readonly (string | Inline)[];
const line = (words: Words): readonly Inline[] =>
  words.map((each) => (typeof each === "string" ? text(each) : each));

/** What the proofreader says of an article with these paragraphs, without the house's own lists. */
function read(made: Article): readonly Problem[] {
  return proofread(made, FACTS, {
    voice: VOICE,
    bearers: BEARERS,
    called: ["IWM", "Russell 2000"],
  });
}

const say = (...paragraphs: readonly Words[]): readonly Problem[] =>
  read(article({ blocks: paragraphs.map((each) => paragraph(...line(each))) }));

const headed = (headline: Words, ...paragraphs: readonly Words[]): readonly Problem[] =>
  read(
    article({
      headline: line(headline),
      blocks: paragraphs.map((each) => paragraph(...line(each))),
    }),
  );

const on = (id: string, words: string): Inline => ({
  kind: "date",
  said: { fact: id, kind: "day", text: words },
  day: FACTS.get(id)?.day ?? day("2025-05-23"),
});

const cases = figure("macd.cases", "45");
const drawn = [chart("one", 1)];
const referred = paragraph(
  text("Short interest rose in April ("),
  chartReference("one", 1),
  text(")."),
);

/** Defects that a reader would see: the finished text with the defect in it. */
export const TEXT: readonly Defect[] = [
  refused(
    "D1",
    "empty-slot",
    "the numerator is gone",
    say(["After it, on ", on("macd", "19 May"), ", IWM rose in of ", cases, " cases."]),
    say([
      "After it, on ",
      on("macd", "19 May"),
      ", IWM rose in ",
      figure("macd.followed", "26"),
      " of ",
      cases,
      " cases.",
    ]),
  ),
  refused(
    "D2",
    "empty-slot",
    "the odds are gone",
    say(["The odds of a further rise in IWM are ."]),
    say([
      "On ",
      on("macd", "19 May"),
      " IWM gave a sign. Odds of a rise are ",
      figure("macd.odds", "48 percent"),
      " of ",
      cases,
      " cases, and ",
      figure("macd.base", "40 percent"),
      " on any day.",
    ]),
  ),
  refused(
    "D5",
    "horizon",
    "a best mover without a time",
    say(["RGLS has the highest growth in price, at ", figure("best", "125 percent"), "."]),
    say([
      "RGLS has the highest growth in price over the week, at ",
      figure("best", "125 percent"),
      ".",
    ]),
  ),
  refused(
    "D7",
    "list",
    "a list is announced and none follows",
    say(["The average ratings of IWM are as follows"], ["IWM rose on the week."]),
    read(
      article({
        blocks: [
          paragraph(text("The average ratings of IWM are as follows:")),
          { kind: "list", items: [[text("Growth is middling")]] },
        ],
      }),
    ),
  ),
  refused(
    "D8",
    "provenance",
    "a passage on coin wallets inside a note on a fund",
    say(["Paper wallets keep coins offline. Sweep them into a live one at an exchange."]),
    say(["IWM keeps its shares with a custodian. It sweeps cash into bills."]),
  ),
  refused(
    "D11",
    "direction",
    "the sentence for a bearish event says that the price rose",
    say([
      "After three falls, on ",
      on("decline", "19 May"),
      ", the price rose further in ",
      figure("decline.followed", "40"),
      " of ",
      figure("decline.cases", "62"),
      " cases.",
    ]),
    say([
      "After three falls, on ",
      on("decline", "19 May"),
      ", the price fell further in ",
      figure("decline.followed", "40"),
      " of ",
      figure("decline.cases", "62"),
      " cases.",
    ]),
  ),
  refused(
    "D13",
    "bare-event",
    "an event without its day",
    say([
      "The RSI of IWM left its zone; ",
      figure("macd.followed", "12"),
      " of ",
      cases,
      " cases rose.",
    ]),
    say([
      "On ",
      on("macd", "19 May"),
      " the RSI of IWM left its zone; ",
      figure("macd.followed", "12"),
      " of ",
      cases,
      " cases rose.",
    ]),
  ),
  warned(
    "D14",
    "stance",
    "a bearish headline over bullish evidence",
    headed(["Sellers Press a Weak IWM"], ["IWM rose on the week."]),
    headed(
      ["Sellers Press a Weak IWM"],
      ["Of nine events in IWM ", figure("stance.bullish", "six"), " are bullish."],
    ),
  ),
  refused(
    "D15",
    "headline",
    "the headline puts into the past what has come about since",
    headed(
      [
        "Five Years Ago, Funds Raised Their Shorts by ",
        figure("shorts", "50 percent"),
        ", a Relative Measure",
      ],
      ["Relative to then, shorts are up ", figure("shorts", "50 percent"), "."],
    ),
    headed(
      [
        "Funds’ Shorts Are Up ",
        figure("shorts", "50 percent"),
        " From Five Years Ago, a Relative Measure",
      ],
      ["Relative to then, shorts are up ", figure("shorts", "50 percent"), "."],
    ),
  ),
  refused(
    "D16",
    "chart-reference",
    "two charts are announced and none stands there",
    say(["Two key charts of IWM shed light on it."]),
    read(
      article({
        blocks: [
          paragraph(text("The chart of IWM sheds light on it.")),
          referred,
          { kind: "chart", chart: "one" },
        ],
        charts: drawn,
      }),
    ),
  ),
  warned(
    "D17",
    "level",
    "a level without a number",
    say(["The Russell 2000 is testing a long-standing support line."]),
    say([
      "The Russell 2000 is testing a support line at ",
      figure("level", "2100"),
      " that goes back to ",
      on("level.first", "January 2021"),
      ".",
    ]),
  ),
  warned(
    "D19",
    "shape",
    "a double top without two tops",
    say(["A break would complete a double top in the Russell 2000."]),
    say([
      "A break would complete the double top at ",
      figure("tops", "2450"),
      " in the Russell 2000.",
    ]),
  ),
  warned(
    "D20",
    "relative-change",
    "from 8 to 12 percent, called 50 percent",
    say(["Funds’ shorts are up ", figure("shorts", "50 percent"), " in five years."]),
    say([
      "Funds’ shorts are up ",
      figure("shorts.points", "four"),
      " points in five years, a relative ",
      figure("shorts", "50 percent"),
      ".",
    ]),
  ),
  refused(
    "D21",
    "doubled-word",
    "a name brings its suffix along",
    say(["The average value across the iShares ETF ETF fell."]),
    say(["The average value across the iShares ETF fell."]),
  ),
  refused(
    "D21",
    "grammar",
    "a day is called a date once more",
    say(["It crossed its average on ", date("2025-05-02", "2 May 2025"), " date."]),
    say(["It crossed its average on ", date("2025-05-02", "2 May 2025"), "."]),
  ),
  warned(
    "D22",
    "noun",
    "the stock, for a fund",
    say(["The stock continued to rise from ", figure("close", "2040"), "."]),
    say(["The index continued to rise from ", figure("close", "2040"), "."]),
  ),
  warned(
    "D23",
    "tendency",
    "the longer, the sooner, and nobody counted",
    say(["The longer IWM stays overbought, the sooner a fall comes."]),
    say(["IWM has been overbought for seven days."]),
  ),
  warned(
    "D24",
    "choice",
    "notable companies, by no rule",
    say(["The most notable companies in IWM are Valaris and Signet."]),
    say(["The most notable companies in IWM, by weight, are Valaris and Signet."]),
  ),
  refused(
    "D25",
    "promise",
    "readers are promised a profit",
    say(["The agents ensure you’re always ready for a breakdown in IWM."]),
    say(["The agents hold a hedge against a breakdown in IWM."]),
  ),
  refused(
    "D25",
    "banned-word",
    "a rate of success without cases, period, costs, drawdown and benchmark",
    say(["The bot for IWM has a success rate to be proud of."]),
    say(["The bot for IWM closed a trade."]),
  ),
  refused(
    "D25",
    "performance",
    "a gain of a system, set beside nothing",
    say(["The strategy gained ", figure("week", "9.8 percent"), " in a quarter."]),
    say([
      "From ",
      date("2025-01-02", "2 January"),
      " to ",
      date("2025-05-23", "23 May"),
      " the strategy gained ",
      figure("week", "9.8 percent"),
      " after costs in ",
      figure("close", "45"),
      " trades, with a drawdown of ",
      figure("week", "9.8 percent"),
      "; buy and hold gained ",
      figure("week", "9.8 percent"),
      ".",
    ]),
  ),
  refused(
    "D25",
    "action",
    "options are recommended",
    say(["You may want to consider call options on IWM."]),
    say(["IWM stands above its average."]),
  ),
  refused(
    "D26",
    "related",
    "the note is among its own teasers",
    read(
      article({
        canonical: "https://notewright.example/a/2025-05-27/",
        related: [
          {
            title: "Shorts Rise",
            published: day("2025-05-27"),
            href: "https://notewright.example/a/2025-05-27/",
          },
        ],
      }),
    ),
    read(
      article({
        canonical: "https://notewright.example/a/2025-05-27/",
        related: [
          {
            title: "Shorts Rise",
            published: day("2025-05-20"),
            href: "https://notewright.example/a/2025-05-20/",
          },
        ],
      }),
    ),
  ),
  refused(
    "D26",
    "related",
    "teasers run into the body",
    read(
      article({
        blocks: [paragraph(text("Shorts Rise Again"))],
        related: [{ title: "Shorts Rise Again", published: day("2025-05-20"), href: "/a/" }],
      }),
    ),
    say(["IWM shorts rise again."]),
  ),
  warned(
    "D27",
    "macro",
    "rising rates as a fact of the day, undated",
    say(["Rising interest rates weigh on the Russell 2000."]),
    say([
      "Interest rates stood at ",
      figure("jobs", "4.2"),
      " at the end of ",
      on("jobs", "April"),
      ".",
    ]),
  ),
  refused(
    "D28",
    "relative-word",
    "last week, in a note whose days say otherwise",
    read(
      article({ published: day("2025-05-23"), blocks: [paragraph(text("IWM fell last week."))] }),
    ),
    read(article({ blocks: [paragraph(text("IWM fell last week."))] })),
  ),
  warned(
    "D30",
    "correlation",
    "two trends correlate, and their changes are not told",
    say(["Debt and the Russell 2000 go together at ", figure("tied", "0.984"), "."]),
    say([
      "Debt and the Russell 2000 go together at ",
      figure("tied", "0.984"),
      ", their changes at ",
      figure("tied.changes", "0.60"),
      ".",
    ]),
  ),
  refused(
    "D31",
    "odds",
    "odds that nobody counted",
    say(["As things stand, odds favor a lower Russell 2000."]),
    say(["As things stand, the Russell 2000 lies below its average."]),
  ),
  warned(
    "D32",
    "streak",
    "a streak that a reading parts from what followed it",
    say(["This followed ", figure("run", "four"), " readings over a hundred in a row."]),
    say([
      "This followed ",
      figure("run", "four"),
      " readings over a hundred, and ",
      figure("run.after", "two"),
      " below.",
    ]),
  ),
  warned(
    "D34",
    "two-instruments",
    "a fund and its index as one",
    say(["The IWM/Russell 2000 peaked in November."]),
    say(["IWM and the Russell 2000 peaked in November."]),
  ),
  warned(
    "D34",
    "two-instruments",
    "the fund at the level of the index",
    say(["IWM closed at ", figure("close", "2040"), "."]),
    say(["The index closed at ", figure("close", "2040"), "."]),
  ),
  refused(
    "D35",
    "broken-word",
    "a word of a title has come apart",
    headed(["H ow Funds Are Positioned in IWM"], ["IWM fell on the week."]),
    headed(["How Funds Are Positioned in IWM"], ["IWM fell on the week."]),
  ),
  refused(
    "D35",
    "furniture",
    "a contest and a way to sign in",
    say(["Leave a comment on IWM to take part."]),
    say(["IWM took part in the fall."]),
  ),
  refused(
    "E",
    "sign",
    "the verb and the figure both say which way",
    say(["IWM shorts saw a fall of −", figure("close", "10,898"), "."]),
    say(["IWM shorts saw a fall of ", figure("close", "10,898"), "."]),
  ),
  warned(
    "E",
    "verb-band",
    "gold edges down by 4.93 percent in a week",
    say(["Gold edged lower by ", figure("gold", "4.9 percent"), "."]),
    say(["Gold tumbled ", figure("gold", "4.9 percent"), "."]),
  ),
  refused(
    "E",
    "placeholder",
    "a day was never filled in",
    headed(["Small Caps Stall on [Date]"], ["IWM fell on the week."]),
    headed(["Small Caps Stall"], ["IWM fell on the week."]),
  ),
  refused(
    "E",
    "hole",
    "a name that is null",
    say(["The largest gain was that of null:SWN."]),
    say(["The largest gain was that of SWN."]),
  ),
  refused(
    "E",
    "minus-zero",
    "minus zero",
    say(["The average change on the week is −0% for IWM."]),
    say(["The average of IWM did not change on the week."]),
  ),
  refused(
    "E",
    "sequence",
    "what came then came before",
    say([
      "It peaked on ",
      date("2024-11-25", "25 November 2024"),
      ". It then dropped until ",
      date("2022-06-16", "June 2022"),
      ".",
    ]),
    say([
      "It peaked on ",
      date("2021-11-08", "8 November 2021"),
      ". It then dropped until ",
      date("2022-06-16", "June 2022"),
      ".",
    ]),
  ),
  refused(
    "E",
    "bare-event",
    "odds of 48 percent as a signal, without those of any day",
    say([
      "The cross of ",
      on("decline", "19 May"),
      " has odds of ",
      figure("decline.odds", "48 percent"),
      " in ",
      figure("decline.cases", "62"),
      " cases.",
    ]),
    say([
      "The cross of ",
      on("decline", "19 May"),
      " has odds of ",
      figure("decline.odds", "48 percent"),
      " in ",
      figure("decline.cases", "62"),
      " cases; any day has ",
      figure("decline.base", "40 percent"),
      ".",
    ]),
  ),
  refused(
    "E",
    "spacing",
    "a space before the percent sign",
    say(["IWM is up by ", figure("week", "3 %"), " on the week."]),
    say(["IWM is up by ", figure("week", "3%"), " on the week."]),
  ),
];
