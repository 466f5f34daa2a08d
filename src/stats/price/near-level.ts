import { z } from "zod";
import { barsRef } from "../tools/options.ts";
import { barsOf } from "./asked.ts";
import { distanceTo, sayable } from "./nearby.ts";
import { levelFacts } from "./options.ts";
import { trustedPrices } from "./prices.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z.strictObject({
  bars: barsRef,
  of: levelFacts.min(1).describe("Facts that are levels: lines, averages, horizontal levels."),
  side: z
    .enum(["above", "below", "either"])
    .default("either")
    .describe("On which side of the last close to look."),
});

/** Which level comes next. */
export const nearLevel: Statistic<z.infer<typeof options>> = {
  name: "near-level",
  summary: "The nearest of several levels or averages, above or below the last close.",
  method:
    "Among the facts that can be said, the one whose value lies nearest to the last close on the side asked for; at a tie the one named first. A level on the close itself lies on neither side. Withheld where there is none.",
  definition: "Least distance from the last close.",
  options,
  parts: {
    "": "The nearest level itself, in its own unit; its state is its name in the report.",
    distance: "The level against the last close, as a ratio; its state is above or below.",
  },
  example: "next: { statistic: near-level, bars: rut, of: [average, line], side: below }",
  find: ({ bars: id, of, side }, context) => {
    const prices = trustedPrices(barsOf(context, id));
    const close = prices.last.close.value;
    const far = (value: number): number => Math.abs(value - close);
    const beyond = sayable(of, context)
      .filter(({ fact }) => fact.value !== close)
      .filter(({ fact }) => side === "either" || fact.value > close === (side === "above"))
      .toSorted((a, b) => far(a.fact.value) - far(b.fact.value));
    const [nearest] = beyond;
    if (nearest === undefined) {
      const where = side === "either" ? "near" : side;
      return withhold(`none of the levels lies ${where} the last close`);
    }
    return {
      "": { ...nearest.fact, state: nearest.id },
      distance: distanceTo(prices, nearest),
    };
  },
};
