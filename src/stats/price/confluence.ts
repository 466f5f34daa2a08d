import { z } from "zod";
import { finding } from "../tools/finding.ts";
import { barsRef } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import { between, distanceTo, sayable } from "./nearby.ts";
import { levelFacts } from "./options.ts";
import { trustedPrices } from "./prices.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  of: levelFacts.min(2).describe("Facts that are levels: two or more."),
});

/** A random walk covers in a week the root of five times what it covers in a day. */
const WEEK = Math.sqrt(5);

/** Several levels in one place. */
export const confluence: Statistic<z.infer<typeof options>> = {
  name: "confluence",
  summary: "Two or more levels, lines or averages that meet close to the price.",
  method:
    "The highest and the lowest of the facts lie at most one mean true range apart (of fourteen sessions), all of them on the same side of the last close, and the nearest no farther from it than √5 mean true ranges, what a random walk covers in a week. Withheld where one of the facts is, or where they do not meet.",
  definition: "Levels whose tolerances overlap; true range after Wilder (1978).",
  options,
  parts: {
    "": "How far the highest lies above the lowest, as a ratio; its state is resistance or support; it names the levels as a count.",
    low: "The lowest of the facts.",
    high: "The highest of the facts.",
    distance:
      "The nearest of them against the last close, as a ratio; its state is above or below.",
  },
  example: "meeting: { statistic: confluence, bars: rut, of: [resistance, line] }",
  find: ({ bars: id, of }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    const named = sayable(of, context).toSorted((a, b) => a.fact.value - b.fact.value);
    const [low] = named;
    const high = named.at(-1);
    if (low === undefined || high === undefined || named.length < of.length) {
      return withhold("one of the levels that could meet is withheld");
    }
    const close = prices.last.close.value;
    const range = 2 * prices.last.noise;
    if (Number.isNaN(range)) withhold("too few sessions are known for a mean true range");
    if (high.fact.value - low.fact.value > range) withhold("the levels lie apart");
    if (low.fact.value <= close && close <= high.fact.value) {
      withhold("the price lies between the levels");
    }
    const nearest = low.fact.value > close ? low : high;
    if (Math.abs(nearest.fact.value - close) > WEEK * range) {
      withhold("the levels meet far from the price");
    }
    return {
      "": finding({
        series: prices.bars.close,
        ...between(prices, low.fact, high.fact),
        day: prices.last.day,
        basis: prices.bars.high.basis,
        named: { levels: named.length },
        state: low.fact.value > close ? "resistance" : "support",
      }),
      low: { ...low.fact },
      high: { ...high.fact },
      distance: distanceTo(prices, nearest),
    };
  },
};
