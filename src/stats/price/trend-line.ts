import { z } from "zod";
import type { Finding, Recipe } from "../../model/index.ts";
import { parseDay, reckon } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { barsRef } from "../tools/options.ts";
import { apart } from "./apart.ts";
import { barsOf } from "./asked.ts";
import type { Line, Trend } from "./lines.ts";
import { trendLine as lineFrom } from "./lines.ts";
import { reversal } from "./options.ts";
import type { Prices, Session } from "./prices.ts";
import { most, sessionOn, trustedPrices } from "./prices.ts";
import { lastSwing, swings } from "./swings.ts";
import type { Quote } from "./told.ts";
import { highQuote, lowQuote, quoted } from "./told.ts";
import { digitsOf } from "../tools/precision.ts";
import type { Context, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  trend: z
    .enum(["falling", "rising"])
    .default("falling")
    .describe("A falling line over highs, or a rising one under lows."),
  from: z
    .string()
    .optional()
    .describe(
      "Where it starts: record (the highest high; usual for a falling line), swing (the last major swing; usual for a rising line), a day, or a fact whose day is meant.",
    ),
  reversal,
});

type Options = z.infer<typeof options>;

/** A straight line over falling highs or under rising lows. */
export const trendLine: Statistic<Options> = {
  name: "trend-line",
  summary: "The line through a major high and later lower highs, or a low and later higher lows.",
  method:
    "Straight in calendar days. A falling line starts at the highest high of the data, or at the last swing high; a rising one at the last swing low. It goes through a later turn of the same kind (the extreme of eleven sessions, in their middle) that is less extreme, at least 21 sessions younger and at least 21 sessions old (a line drawn through the newest turn cannot be what that turn met), and no close up to the last one may lie beyond the line by more than tolerance, which is half the mean true range of the fourteen sessions before. Among such lines the one with most touches is told, at a tie the flatter. Where there is none, the line is withheld. Suspect rows take no part. All rules, with their reasons, are in decision 4.",
  definition: "Trend line after Edwards and Magee, Technical Analysis of Stock Trends.",
  options,
  parts: {
    "": "The value of the line on the last session, in the unit of the series; its state is falling or rising.",
    anchor: "The high or low it starts from.",
    second: "The turn it goes through.",
    touches: "Turns within tolerance of the line, the anchor included, a count.",
    distance: "The last close against the line, as a ratio: negative under it.",
  },
  example: "line: { statistic: trend-line, bars: rut, from: record }",
  find: ({ bars: id, trend, from, reversal: size }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    const anchor = anchorOf(prices, trend, from, size, context);
    const line =
      lineFrom(prices, anchor, trend) ??
      withhold(`no ${trend} line from ${anchor.day} has held up to now`);
    const quote = (session: Session): Quote =>
      trend === "falling"
        ? highQuote(prices, session, "intraday")
        : lowQuote(prices, session, "intraday");
    return {
      "": valueOf(prices, line, quote, trend),
      anchor: quoted(quote(line.anchor)),
      second: quoted(quote(line.second)),
      touches: touchesOf(line, quote),
      distance: distance(prices, line, quote, trend),
    };
  },
};

function anchorOf(
  prices: Prices,
  trend: Trend,
  from: string | undefined,
  size: number,
  context: Context,
): Session {
  const kind = trend === "falling" ? "high" : "low";
  const start = from ?? (trend === "falling" ? "record" : "swing");
  if (start === "swing") {
    const swing = lastSwing(swings(prices.sessions, size, "intraday"), kind);
    return swing?.session ?? withhold(`${prices.bars.name} has made no swing ${kind}`);
  }
  if (start === "record") {
    const of = (each: Session): number => (kind === "high" ? each.high.value : -each.low.value);
    return most(prices.sessions, of) ?? prices.last;
  }
  return sessionOn(prices, parseDay(start) ?? context.fact(start).day);
}

type QuoteOf = (session: Session) => Quote;

function valueOf(prices: Prices, line: Line, quote: QuoteOf, trend: Trend): Finding {
  return finding({
    series: prices.bars.close,
    recipe: { op: "line", through: [0, 1], at: prices.last.day },
    cites: [line.anchor, line.second].map((each) => citing(quote(each))),
    unit: prices.bars.close.unit,
    digits: digitsOf(prices.bars.close),
    day: prices.last.day,
    basis: prices.bars.high.basis,
    window: { from: line.anchor.day, to: prices.last.day },
    state: trend,
  });
}

function touchesOf(line: Line, quote: QuoteOf): Finding {
  const last = line.touches.length - 1;
  return finding({
    series: quote(line.anchor).series,
    recipe: { op: "count", first: 0, last, how: "turns at the line" },
    cites: line.touches.map((each) => citing(quote(each))),
    unit: "count",
    digits: 0,
  });
}

/** A distance from the line is the last close's. */
function distance(prices: Prices, line: Line, quote: QuoteOf, trend: Trend): Finding {
  const { close } = prices.bars;
  const atLine: Recipe = { op: "line", through: [0, 1], at: prices.last.day };
  const ends = [line.anchor, line.second].map((each) => citing(quote(each)));
  return finding({
    series: close,
    ...apart(close, atLine, { op: "value", of: 2 }, reckon(atLine, ends)),
    cites: [...ends, cite(close, prices.last.close)],
    basis: close.basis,
    state: trend,
  });
}

function citing({ series, point }: Quote): ReturnType<typeof cite> {
  return cite(series, point);
}
