import { z } from "zod";
import { round } from "../../model/index.ts";
import { factRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const end = z.number().gt(0).lt(0.5).multipleOf(0.01);
const options = z
  .strictObject({
    of: factRef.describe("A percentile, such as a fact of place."),
    extreme: end.default(0.05).describe("End of the lowest band; of the highest, counted from 1."),
    strong: end.default(0.2).describe("End of the band next to it."),
    mild: end.default(0.4).describe("End of the band next to the middle."),
  })
  .refine(({ extreme, strong, mild }) => extreme < strong && strong < mild, {
    message: "the ends must rise: extreme, strong, mild",
    path: ["extreme"],
  });

/** What a rule makes of a percentile, so that the rule itself can be printed. */
export const band: Statistic<z.infer<typeof options>> = {
  name: "band",
  summary: "In which of seven bands of a printed rule a percentile lies.",
  method:
    "The percentile as it is printed, a whole number from 1 to 99, is held against three ends and their mirror images: up to the end of a low band, from the end of a high one. The state is lowest, low, lowish, middle, highish, high or highest. The ends are named as percentiles, so that a note can print the rule by which it speaks.",
  definition: "A division of the percentiles into bands, symmetrical about the middle.",
  options,
  parts: {
    "": "The percentile again; state lowest, low, lowish, middle, highish, high or highest.",
    side: "The percentile once more; state low, middle or high, whatever the band.",
  },
  example: "mood: { statistic: band, of: si-place }",
  find: ({ of: id, extreme, strong, mild }, context) => {
    const of = context.fact(id);
    if (of.unit !== "percentile") withhold(`${id} is no percentile`);
    const ends = [extreme, strong, mild].map(whole);
    const printed = Math.min(Math.max(whole(of.value), 1), 99);
    const low = ends.findIndex((each) => printed <= each);
    const high = ends.findIndex((each) => printed >= 100 - each);
    const state = LOW[low] ?? HIGH[high] ?? "middle";
    const side = low >= 0 ? "low" : high >= 0 ? "high" : "middle";
    const names = ends.flatMap((each, at) => [
      [LOW[at] ?? "", each] as const,
      [HIGH[at] ?? "", 100 - each] as const,
    ]);
    const found = { ...of, named: { ...of.named, ...Object.fromEntries(names) } };
    return { "": { ...found, state }, side: { ...found, state: side } };
  },
};

const LOW = ["lowest", "low", "lowish"] as const;
const HIGH = ["highest", "high", "highish"] as const;

function whole(share: number): number {
  return round(100 * share, 0);
}
