import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { finding, pointFinding, said } from "../tools/finding.ts";
import { barsRef, count } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import { barsOf } from "../price/asked.ts";
import { changeBetween, closeQuote } from "../price/told.ts";
import type { Statistic, Unsaid } from "../statistic.ts";
import type { Happening, Question } from "./happening.ts";
import { newestOf } from "./happening.ts";
import type { Condition } from "./conditions.ts";
import { AVERAGES } from "./conditions.ts";
import type { EventName } from "./kinds.ts";
import { EVENT_NAMES } from "./kinds.ts";
import { nthOf } from "./line-up.ts";
import { days, horizon, least } from "./options.ts";
import { readingAt } from "./reading.ts";
import { indicatorOf, restsOn } from "./rests.ts";
import { toldOdds } from "./told-odds.ts";
import type { Track } from "./track.ts";
import { closeOf, closesAt, sessionAt, trackOf } from "./track.ts";

const options = z
  .strictObject({
    bars: barsRef,
    of: z
      .enum(EVENT_NAMES)
      .optional()
      .describe("What came about. Left out: the event that `nth`, `side` and `by` choose."),
    nth: count
      .max(30)
      .optional()
      .describe("Of all events that are news, the first, second, third; the first if left out."),
    side: z
      .enum(["bullish", "bearish"])
      .optional()
      .describe("Only events of this side are in the row; of both if left out."),
    by: z
      .enum(["newest", "odds"])
      .optional()
      .describe(
        "Order of the row: the newest first, or the one whose share lies furthest above its base rate; newest if left out.",
      ),
    horizon,
    days,
    least,
    within: count
      .max(21)
      .optional()
      .describe(
        "Sessions for which the event counts as news; five or ten if left out, by its kind.",
      ),
  })
  .refine(({ of, nth, side, by }) => of === undefined || (nth ?? side ?? by) === undefined, {
    message: "give either `of`, or `nth`, `side` and `by`",
    path: ["of"],
  });

/** An indicator event, dated, with what came of the same event in the past. */
export const event: Statistic<z.infer<typeof options>> = {
  name: "event",
  summary:
    "The newest event of an indicator, dated, with the odds that past events of the kind were followed.",
  method: [
    "An event is the day on which a condition begins or ends to hold; a reading exactly on its line changes no side.",
    "`macd-positive` and `macd-negative`: the histogram of the MACD (12, 26, 9) changes sign, which is the MACD crossing its signal; `macd-line-…`: the MACD itself crosses zero.",
    "`rsi-enters-…` and `rsi-leaves-…`: the RSI (14) crosses 70 (overbought) or 30 (oversold).",
    "`momentum-…`: the close crosses that of 14 sessions before.",
    "`price-…-average`: the close crosses its 50-day average; `averages-cross-…`: the 10-day average crosses the 50-day.",
    "`breaks-…-band` and `back-…-band`: the close goes beyond a Bollinger band (20, 2; divisor n) or comes back.",
    "`stochastic-…`: %D of the stochastic (14, 3) crosses 80 or 20.",
    "`aroon-up` and `aroon-down`: of the two Aroon lines (25) one has been above 70 and the other under 30 for three sessions.",
    "`advance` and `decline`: the close has risen, or fallen, `days` times in a row; the day is that of the last of them, and a longer run counts once.",
    "Indicators as in `indicator`; of a series of which only daily values are known, without highs and lows, no event of the stochastic or of Aroon is told; no event is told of the first 250 sessions. Suspect rows take no part, and after a missing session, or one within an advance or decline, an event has no day and is left out. Where a session is missing among those that the event's readings rest on (250 for the RSI and the MACD), it is withheld.",
    "An event is bullish or bearish by the textbook: entering or leaving the oversold zone and the lower band are bullish, the overbought zone and the upper band bearish.",
    "Without `of` all events that are news on the day stand in a row: the newest first, those of one day in the order of the list of `of`; by odds the one first whose share lies furthest above its base rate, and those with too few cases are left out. `nth` and `side` choose from the row. The number that the fact names is its place among all of them, newest first, whatever was asked for: one event has one number in text, table and chart.",
    "It is told for five sessions after its day, ten where it rests on the MACD, on Aroon, momentum or the 50-day average, and not after the event that undoes it; otherwise it is withheld.",
    "Odds: of the past events of the kind, the told one left out, that have a close `horizon` sessions later known by the as-of day, none missing in between, the share with a higher close then (lower for a bearish event); an equal close counts as not followed.",
    "Cases whose horizons overlap are not independent, so the interval is Wilson's for 95 percent with the same share among as many cases as do not overlap, taken greedily from the oldest.",
    "The base rate asks the same of every session from the 251st on. Its two counts are not cited row by row.",
    "The odds are better or worse only where the base rate lies outside the interval, both in whole percent as printed; otherwise they are no better than any other day. Of twenty kinds of event that mean nothing, one will still look better or worse.",
    "With fewer than `least` cases (30) only their number is told.",
  ].join(" "),
  definition:
    "Indicators after Appel (MACD), Wilder 1978 (RSI), Bollinger, Lane (stochastic) and Chande 1995 (Aroon); the interval after Wilson 1927.",
  options,
  parts: {
    "": "The close of the event's day, with that day; its state is bullish or bearish. It names the horizon, the days of an advance or a decline, the lengths of averages (`slow`, and `fast` where two cross), and without `of` its number.",
    reading:
      "The indicator on that day: the RSI, %D, %b, the histogram, the MACD, or the Aroon line that stands above 70. Withheld for momentum, averages, advances and declines, which are of the price itself.",
    since: "Sessions since, a count; its state is the event's name, and it names the same lengths.",
    price: "The latest close.",
    moved: "Change from the event's close to the latest, as a ratio.",
    cases: "n: past events of the kind whose outcome is known, a count; it names the horizon.",
    followed: "k: how many of them were followed by a higher close (lower for a bearish event).",
    odds: "k of n, as a ratio; its state is better, worse or no better (than on any other day).",
    low: "The low end of the 95 percent interval of the odds, a ratio.",
    high: "The high end of it, a ratio.",
    base: "The base rate: the same share of all days, a ratio; it names the days.",
    independent: "How many of the cases do not overlap, a count.",
  },
  example: "macd: { statistic: event, bars: rut, of: macd-negative }",
  find: ({ bars, of, nth = 1, side, by = "newest", within, ...asked }, context) => {
    const track = trackOf(barsOf(context, bars));
    const { happening, number } =
      of === undefined
        ? nthOf(track, { nth, side, by }, asked, { within })
        : { happening: newestOf(track, of, asked, { within }), number: null };
    const { prices } = track;
    const session = sessionAt(track, happening.place);
    const here = prices.sessions.length - 1;
    return {
      "": itself(track, happening, asked, number),
      reading: reading(track, happening),
      since: since(track, happening, here, asked),
      price: pointFinding(closeOf(track), prices.last.close),
      moved:
        session === prices.last
          ? { unsaid: "it came about on the last day" }
          : changeBetween(closeQuote(prices, session), closeQuote(prices, prices.last), {}),
      ...toldOdds(track, happening, asked),
    };
  },
};

/** The close of the day, resting on every row that made it an event. */
function itself(
  track: Track,
  { name, kind, place }: Happening,
  asked: Question,
  number: number | null,
): Finding {
  const series = closeOf(track);
  const cites = restsOn(track, kind.condition, place, asked.days);
  return finding({
    series,
    recipe: { op: "value", of: cites.length - 1 },
    cites,
    unit: series.unit,
    digits: digitsOf(series),
    state: kind.side,
    named: {
      horizon: asked.horizon,
      ...lengthsOf(name, kind.condition, asked),
      ...(number === null ? {} : { number }),
    },
  });
}

/** What the words of an event need: the days of its run, the sessions of its averages. */
function lengthsOf(
  name: EventName,
  condition: Condition,
  { days: run }: Question,
): Readonly<Record<string, number>> {
  if (name === "advance" || name === "decline") return { days: run };
  if (condition === "price above average") return { slow: AVERAGES.long };
  if (condition === "averages crossed") return { fast: AVERAGES.short, slow: AVERAGES.long };
  return {};
}

function reading(track: Track, { kind, place }: Happening): Finding | Unsaid {
  const indicator = indicatorOf(kind.condition);
  if (indicator === null) return { unsaid: "this event is of the price itself" };
  return said(() => readingAt(track, indicator, place));
}

function since(
  track: Track,
  { name, kind, place }: Happening,
  here: number,
  asked: Question,
): Finding {
  const places = Array.from({ length: here - place + 1 }, (_, index) => place + index);
  return finding({
    series: closeOf(track),
    recipe: { op: "count", first: 1, last: places.length - 1, how: "sessions since" },
    cites: closesAt(track, places),
    unit: "sessions",
    digits: 0,
    state: name,
    named: lengthsOf(name, kind.condition, asked),
  });
}
