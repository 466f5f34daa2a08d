import { z } from "zod";
import { barsRef, dayOrFact } from "../tools/options.ts";
import { pointFinding } from "../tools/finding.ts";
import { dayFor } from "../tools/when.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { barsOf } from "./asked.ts";
import { basis, reversal } from "./options.ts";
import { pricesOf, sessionOn } from "./prices.ts";
import { highOf, lastSwing, lowOf, swings } from "./swings.ts";

const options = z.strictObject({
  bars: barsRef,
  reversal,
  basis,
  on: dayOrFact
    .optional()
    .describe("A day the author pins, instead of the last swing that the rule finds."),
});

type Options = z.infer<typeof options>;

/** `swing-low` and `swing-high` are mirror images. */
export function swingStatistic(kind: "low" | "high"): Statistic<Options> {
  const other = kind === "low" ? "high" : "low";
  return {
    name: `swing-${kind}`,
    summary: `The last major ${kind} that a later move has confirmed.`,
    method: `Zigzag on intraday highs and lows, or on closes: a ${kind} counts once the ${other} of a later session stands \`reversal\` away from it (10 percent where nothing is said). The day of the extreme cannot confirm it, and a day that makes a new extreme confirms nothing of the one before: a bar does not tell which end came first. A pinned day needs no confirmation. The extreme on the first day of the data is left out.`,
    definition: "Zigzag filter with a reversal of a fixed percentage.",
    options,
    parts: {
      "": `The ${kind}, in the unit of the series; its day is the day of the ${kind}, its state the kind.`,
      confirmed: `The first price that stood the reversal away from it, with its day.`,
    },
    example: `swing: { statistic: swing-${kind}, bars: rut }`,
    find: ({ bars: id, reversal: size, basis: on, on: pinned }, context) => {
      const prices = pricesOf(barsOf(context, id));
      const series = on === "close" ? prices.bars.close : prices.bars[kind];
      if (pinned !== undefined) {
        const session = sessionOn(prices, dayFor(pinned, context));
        const point = kind === "low" ? lowOf(session, on) : highOf(session, on);
        return { "": pointFinding(series, point, { state: kind }) };
      }
      const found =
        lastSwing(swings(prices.sessions, size, on), kind) ??
        withhold(`${prices.bars.name} has made no ${kind} that a later move confirmed`);
      const away = kind === "low" ? highOf(found.confirmed, on) : lowOf(found.confirmed, on);
      return {
        "": pointFinding(series, found.point, { state: kind }),
        confirmed: pointFinding(on === "close" ? series : prices.bars[other], away),
      };
    },
  };
}
