import { z } from "zod";
import type { Finding, Recipe } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { barsRef, spanOption } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import { apart } from "./apart.ts";
import { barsOf } from "./asked.ts";
import type { Double, Kind } from "./doubles.ts";
import { lastDouble } from "./doubles.ts";
import type { Prices } from "./prices.ts";
import { startOf, trustedPrices } from "./prices.ts";
import {
  changeBetween,
  closeQuote,
  daysBetweenQuotes,
  highQuote,
  lowQuote,
  quoted,
} from "./told.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  over: spanOption
    .default({ count: 1, unit: "year" })
    .describe('How far back the first turn may lie: "1 year" where nothing is said.'),
  depth: z
    .number()
    .min(0.01)
    .max(0.9)
    .default(0.05)
    .describe("How far the price must go back between the two turns, as a ratio."),
});

type Options = z.infer<typeof options>;

/** `double-top` and `double-bottom` are mirror images. */
export function doubleStatistic(kind: Kind): Statistic<Options> {
  const top = kind === "top";
  const [turn, back, beyond, far] = top
    ? ["high", "lowest low", "below", "fell"]
    : ["low", "highest high", "above", "rose"];
  return {
    name: `double-${kind}`,
    summary: `Two ${kind}s at one height, the neckline between them, and whether it has been broken.`,
    method: `Two turns (the ${top ? "highest high" : "lowest low"} of eleven sessions, in their middle), at least 21 sessions apart, whose zones of tolerance meet: they differ by no more than both tolerances together. Between them the price ${far} by \`depth\` (five percent) or more from the nearer of the two, to the neckline, the ${back} between them, and never went beyond the two. The price had come to the first from ${beyond} the neckline, with none beyond it on the way. It is confirmed by a close ${beyond} the neckline after the second turn, by the rule of a breach in decision 4, and undone where an intraday price goes beyond both turns by more than tolerance before that: such two fit no more. The latest second turn counts that a first one fits, and of the first turns that fit it the one nearest in height, the earliest at a tie. The target is the neckline less the height of the pattern, or plus it: a yardstick of the field, no forecast. Suspect rows take no part.`,
    definition:
      "Double tops and bottoms, their confirmation and their measure after Edwards and Magee, Technical Analysis of Stock Trends.",
    options,
    parts: {
      "": `The mean of the two ${turn}s; its day is that of the second; its state is forming or confirmed.`,
      first: `The first ${turn}.`,
      second: `The second ${turn}.`,
      neckline: `The ${back} between them.`,
      depth: `From the mean of the two ${turn}s to the neckline, as a ratio.`,
      days: "Calendar days from the first to the second.",
      confirmed: `The first close of the run that broke the neckline, with its day.`,
      target: "As far beyond the neckline as the neckline lies from the mean of the two.",
      distance:
        "From the last close to the neckline, as a ratio: the last close's, and so not called intraday.",
    },
    example: `${kind}: { statistic: double-${kind}, bars: rut, over: 3 years }`,
    find: ({ bars: id, over, depth }, context) => {
      const prices = trustedPrices(barsOf(context, id));
      const found =
        lastDouble(prices, kind, startOf(prices, over), depth) ??
        withhold(`${prices.bars.name} has made no two ${kind}s at one height`);
      return told(prices, kind, found);
    },
  };
}

/** Citations: the first turn, the second, the neckline. */
const MEAN: Recipe = { op: "mean", first: 0, last: 1 };
const NECK: Recipe = { op: "value", of: 2 };

function told(prices: Prices, kind: Kind, found: Double): Findings {
  const outer = kind === "top" ? highQuote : lowQuote;
  const inner = kind === "top" ? lowQuote : highQuote;
  const first = outer(prices, found.first, "intraday");
  const second = outer(prices, found.second, "intraday");
  const neck = inner(prices, found.neck, "intraday");
  const cites = [first, second, neck].map(({ series, point }) => cite(series, point));
  const { close } = prices.bars;
  const unit = { unit: close.unit, digits: digitsOf(close) } as const;
  const shape = (recipe: Recipe, more: Partial<Finding> = {}): Finding => ({
    ...finding({ series: first.series, recipe, cites, ...unit, day: found.second.day }),
    ...more,
  });
  return {
    "": shape(MEAN, { state: found.confirmed === null ? "forming" : "confirmed" }),
    first: quoted(first),
    second: quoted(second),
    neckline: quoted(neck),
    depth: finding({
      series: first.series,
      ...apart(close, MEAN, NECK, first.point.value),
      cites,
      day: found.second.day,
    }),
    days: daysBetweenQuotes(first, second),
    confirmed:
      found.confirmed === null
        ? { unsaid: "no close has broken the neckline" }
        : quoted(closeQuote(prices, found.confirmed)),
    // neckline − (mean − neckline)
    target: shape({ op: "difference", from: { op: "difference", from: NECK, to: MEAN }, to: NECK }),
    distance: changeBetween(closeQuote(prices, prices.last), neck, {
      day: prices.last.day,
      basis: close.basis,
    }),
  };
}
