import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { spanBefore } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { barsRef, spanOption } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import { basis } from "./options.ts";
import type { Prices, Session } from "./prices.ts";
import { most, pricesOf, within } from "./prices.ts";
import { highOf, lowOf } from "./swings.ts";
import {
  changeBetween,
  closeQuote,
  daysBetweenQuotes,
  highQuote,
  lowQuote,
  quoted,
} from "./told.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  basis,
  over: spanOption
    .optional()
    .describe('Where to look for the peak: "1 year". Left out: in all data.'),
  least: z
    .number()
    .min(0.01)
    .max(0.9)
    .default(0.1)
    .describe("The smallest fall worth telling, as a ratio: 0.1 is ten percent."),
});

/** From the highest high to the lowest low since. */
export const drawdown: Statistic<z.infer<typeof options>> = {
  name: "drawdown",
  summary: "The fall from the highest price to the lowest one since.",
  method:
    "From the highest high, of all data or of the window `over` (the days after the same date so long before), to the lowest low of a later session; both intraday, or both on closes. Withheld where the fall is smaller than `least` (10 percent). The state of the peak is record where the data are complete for records and all of them were looked at, otherwise high. `last` and `recovered` rest on closes alone, whatever the basis of the fall: the last close against the highest close, and the way back from the lowest close since, as a share of the way from the highest close down to it.",
  definition: "Maximum drawdown from the window's peak, low / peak − 1.",
  options,
  parts: {
    "": "The fall, as a negative ratio; its day is that of the low.",
    peak: "The high it starts from.",
    low: "The low it reached.",
    days: "Calendar days from the peak to the low.",
    last: "The last close against the highest close of the window, as a ratio.",
    recovered: "The share of the fall, on closes, that the last close has won back.",
  },
  example: "fall: { statistic: drawdown, bars: rut }",
  find: ({ bars: id, basis: on, over, least }, context) => {
    const prices = pricesOf(barsOf(context, id));
    const sessions = over === undefined ? prices.sessions : windowOf(prices, over);
    const top =
      most(sessions, (each) => highOf(each, on).value) ??
      withhold(`nothing of ${prices.bars.name} is known in the window`);
    const later = within(prices, top.place + 1, prices.last.place);
    const bottom =
      most(later, (each) => -lowOf(each, on).value) ??
      withhold(`${prices.bars.name} stands at its peak`);
    const value = lowOf(bottom, on).value / highOf(top, on).value - 1;
    if (value > -least) {
      withhold(`${prices.bars.name} has not fallen far enough from its high of ${top.day}`);
    }
    const peak = highQuote(prices, top, on);
    const low = lowQuote(prices, bottom, on);
    const record = over === undefined && peak.series.completeForRecords !== null;
    return {
      "": changeBetween(peak, low, {}),
      peak: quoted(peak, { state: record ? "record" : "high" }),
      low: quoted(low, { state: "low" }),
      days: daysBetweenQuotes(peak, low),
      ...onCloses(prices, sessions),
    };
  },
};

function windowOf(
  prices: Prices,
  over: NonNullable<z.infer<typeof options>["over"]>,
): readonly Session[] {
  if (over.unit === "session") return prices.sessions.slice(-over.count);
  const from = spanBefore(prices.last.day, over);
  return prices.sessions.filter((each) => each.day > from);
}

function onCloses(
  prices: Prices,
  sessions: readonly Session[],
): { readonly last: Finding; readonly recovered: Finding | { readonly unsaid: string } } {
  const highest = most(sessions, (each) => each.close.value) ?? prices.last;
  const rest = within(prices, highest.place, prices.last.place);
  const lowest = most(rest, (each) => -each.close.value) ?? prices.last;
  const [top, bottom, last] = [highest, lowest, prices.last].map((each) => each.close);
  const change = changeBetween(closeQuote(prices, highest), closeQuote(prices, prices.last), {});
  if (top === undefined || bottom === undefined || last === undefined || highest === lowest) {
    return { last: change, recovered: { unsaid: "there was no fall on closes" } };
  }
  const recovered = finding({
    series: prices.bars.close,
    recipe: {
      op: "quotient",
      of: { op: "difference", from: { op: "value", of: 1 }, to: { op: "value", of: 2 } },
      by: { op: "difference", from: { op: "value", of: 1 }, to: { op: "value", of: 0 } },
    },
    cites: [top, bottom, last].map((each) => cite(prices.bars.close, each)),
    unit: "ratio",
    digits: 1,
  });
  return { last: change, recovered };
}
