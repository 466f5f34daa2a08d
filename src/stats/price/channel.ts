import { z } from "zod";
import type { Basis, Citation, Day, Finding, Recipe } from "../../model/index.ts";
import { addDays, reckon } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { barsRef, spanOption } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import { barsOf } from "./asked.ts";
import { apart } from "./apart.ts";
import type { Channel } from "./channels.ts";
import { bestChannel } from "./channels.ts";
import type { Prices, Session } from "./prices.ts";
import { startOf, trustedPrices } from "./prices.ts";
import type { Quote } from "./told.ts";
import { daysBetweenQuotes, closeQuote, highQuote, lowQuote, quoted } from "./told.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  over: spanOption
    .default({ count: 1, unit: "year" })
    .describe('How far back it may begin: "1 year" where nothing is said.'),
  trend: z
    .enum(["any", "rising", "falling", "sideways"])
    .default("any")
    .describe("Only a channel of this kind counts."),
});

/** Two parallel lines that the price has kept between. */
export const channel: Statistic<z.infer<typeof options>> = {
  name: "channel",
  summary: "A rising, falling or sideways channel: its bounds now, its slope, its touches.",
  method:
    "Two parallels, straight in calendar days. The base line runs through two turns (the highest high or lowest low of eleven sessions, in their middle) at least 21 sessions apart: under lows where it rises, over highs where it falls. The parallel runs through the turn on the other side that is farthest from it, among those after the first turn of the base line. All three turns are at least 21 sessions old. Each line needs two touches, both together five: turns from the first one on (those of the other side: after it) within tolerance, half the mean true range of the fourteen sessions before. No close since the first turn lies outside by more than tolerance, those of the last five sessions excepted, which may be leaving. The lines are at least two mean true ranges apart. Of all such channels the one counts in which the closes travelled most against its height: the sum of their squared log changes over the squared height, as a share of the last close, which must be one or more. It is sideways where it has drifted by less than half its height. Suspect rows take no part. The rules, with their reasons, are in decision 5.",
  definition:
    "Trend channel after Edwards and Magee, Technical Analysis of Stock Trends: basic trend line and return line.",
  options,
  parts: {
    "": "The height, upper bound over lower − 1 on the last session, as a ratio; its state is rising, falling or sideways.",
    upper: "The upper bound on the last session; its state is that of the channel.",
    lower: "The lower bound on the last session; its state is that of the channel.",
    anchor: "The turn the base line starts from.",
    second: "The second turn it goes through.",
    opposite: "The turn the parallel goes through.",
    parallel: "The parallel on the last session, upper or lower bound: for a chart's line mark.",
    slope:
      "How far the base line moves in the week to the last session, as a ratio; of yields in basis points.",
    "touches-upper":
      "Turns within tolerance of the upper bound, a count, told on the day of the latest.",
    "touches-lower":
      "Turns within tolerance of the lower bound, a count, told on the day of the latest.",
    place:
      "Where the last close lies, as a share of the height: none on the lower bound; its state is below, lower half, upper half or above.",
    days: "Calendar days from the first turn to the last session.",
  },
  example: "channel: { statistic: channel, bars: put-call, over: 1 year }",
  find: ({ bars: id, over, trend }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    const found = bestChannel(prices, startOf(prices, over), trend === "any" ? null : trend);
    if (found === null) {
      const kind = trend === "any" ? "" : ` ${trend}`;
      return withhold(`${prices.bars.name} has kept to no${kind} channel`);
    }
    return told(prices, found);
  },
};

/** Citations: the base line's two turns, the parallel's, the last close. */
interface Drawn {
  readonly prices: Prices;
  readonly channel: Channel;
  readonly cites: readonly Citation[];
  readonly upper: (at: Day) => Recipe;
  readonly lower: (at: Day) => Recipe;
}

const CLOSE: Recipe = { op: "value", of: 3 };

function drawn(prices: Prices, found: Channel): Drawn {
  const [base, other] = quotesOf(prices, found.base);
  const quotes = [
    base(found.anchor),
    base(found.second),
    other(found.opposite),
    closeQuote(prices, prices.last),
  ];
  const line = (at: Day): Recipe => ({ op: "line", through: [0, 1], at });
  // The line at the day, plus how far the opposite turn lies from the line on its own day.
  const parallel = (at: Day): Recipe => ({
    op: "difference",
    from: { op: "difference", from: { op: "value", of: 2 }, to: line(found.opposite.day) },
    to: line(at),
  });
  return {
    prices,
    channel: found,
    cites: quotes.map(({ series, point }) => cite(series, point)),
    upper: found.base === "upper" ? line : parallel,
    lower: found.base === "lower" ? line : parallel,
  };
}

type QuoteOf = (session: Session) => Quote;

/** How turns on the base line and on the parallel are quoted. */
function quotesOf(prices: Prices, base: Channel["base"]): readonly [QuoteOf, QuoteOf] {
  const high: QuoteOf = (each) => highQuote(prices, each, "intraday");
  const low: QuoteOf = (each) => lowQuote(prices, each, "intraday");
  return base === "lower" ? [low, high] : [high, low];
}

function told(prices: Prices, found: Channel): Findings {
  const [base, other] = quotesOf(prices, found.base);
  const lines = drawn(prices, found);
  const onBase = touchCount(prices, found.baseTouches, base);
  const onParallel = touchCount(prices, found.parallelTouches, other);
  const isLower = found.base === "lower";
  return {
    "": height(lines),
    upper: bound(lines, lines.upper),
    lower: bound(lines, lines.lower),
    anchor: quoted(base(found.anchor)),
    second: quoted(base(found.second)),
    opposite: quoted(other(found.opposite)),
    parallel: bound(lines, isLower ? lines.upper : lines.lower),
    slope: slope(lines),
    "touches-upper": isLower ? onParallel : onBase,
    "touches-lower": isLower ? onBase : onParallel,
    place: placeOf(lines),
    days: daysBetweenQuotes(base(found.anchor), closeQuote(prices, prices.last)),
  };
}

function shape(
  lines: Drawn,
  more: Pick<Finding, "unit" | "digits"> & { recipe: Recipe; basis?: Basis },
): Finding {
  const { prices, channel: found, cites } = lines;
  return finding({
    series: prices.bars.close,
    cites,
    day: prices.last.day,
    basis: prices.bars.high.basis,
    window: { from: found.anchor.day, to: prices.last.day },
    ...more,
  });
}

function height(lines: Drawn): Finding {
  const { day } = lines.prices.last;
  const { bars } = lines.prices;
  const bottom = reckon(lines.lower(day), lines.cites);
  const found = shape(lines, apart(bars.close, lines.lower(day), lines.upper(day), bottom));
  return { ...found, state: lines.channel.trend };
}

function bound(lines: Drawn, line: (at: Day) => Recipe): Finding {
  const { bars, last } = lines.prices;
  const found = shape(lines, {
    recipe: line(last.day),
    unit: bars.close.unit,
    digits: digitsOf(bars.close),
  });
  return { ...found, state: lines.channel.trend };
}

function slope(lines: Drawn): Finding {
  const { bars, last } = lines.prices;
  const base = lines.channel.base === "lower" ? lines.lower : lines.upper;
  const found = shape(lines, apart(bars.close, base(addDays(last.day, -7)), base(last.day), 1));
  return { ...found, state: lines.channel.trend };
}

function placeOf(lines: Drawn): Finding {
  const { day } = lines.prices.last;
  const low = lines.lower(day);
  const found = shape(lines, {
    recipe: {
      op: "quotient",
      of: { op: "difference", from: low, to: CLOSE },
      by: { op: "difference", from: low, to: lines.upper(day) },
    },
    unit: "ratio",
    digits: 0,
    basis: lines.prices.bars.close.basis,
  });
  const { value } = found;
  const state =
    value < 0 ? "below" : value < 0.5 ? "lower half" : value <= 1 ? "upper half" : "above";
  return { ...found, state };
}

function touchCount(prices: Prices, touches: readonly Session[], quote: QuoteOf): Finding {
  const quotes = touches.map((each) => quote(each));
  return finding({
    series: quotes[0]?.series ?? prices.bars.close,
    recipe: { op: "count", first: 0, last: touches.length - 1, how: "turns at the bound" },
    cites: quotes.map(({ series, point }) => cite(series, point)),
    unit: "count",
    digits: 0,
  });
}
