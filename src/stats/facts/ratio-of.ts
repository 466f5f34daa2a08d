import { z } from "zod";
import { joined } from "../tools/combine.ts";
import { finding } from "../tools/finding.ts";
import { factRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z.strictObject({
  of: factRef,
  by: factRef,
  as: z
    .enum(["multiple", "share"])
    .default("multiple")
    .describe("So many times the other, or a share of it in percent."),
});

/** One fact as a multiple or a share of another. */
export const ratioOf: Statistic<z.infer<typeof options>> = {
  name: "ratio-of",
  summary: "One fact as a multiple of another of the same unit and basis, or as a share of it.",
  method:
    "The first divided by the second. Withheld where the second is zero or negative, or where a share would pass one thousand percent.",
  definition: "The first divided by the second, of / by.",
  options,
  parts: { "": "The quotient, as a multiple or a ratio; state above, below or equal to one." },
  example: "times: { statistic: ratio-of, of: short-interest, by: si-turn }",
  find: ({ of: ofId, by: byId, as }, context) => {
    const of = context.fact(ofId);
    const by = context.fact(byId);
    const ends = joined(by, of, "divided");
    if (by.value <= 0) withhold("nothing can be held against zero or less");
    const found = finding({
      series: context.series(of.series),
      recipe: { op: "quotient", of: ends.to, by: ends.from },
      cites: ends.cites,
      unit: as === "share" ? "ratio" : "multiple",
      digits: 1,
      day: of.day > by.day ? of.day : by.day,
      basis: of.basis,
    });
    if (as === "share" && found.value > 10) withhold("the share passes one thousand percent");
    const state = found.value > 1 ? "above" : "below";
    return { "": { ...found, state: found.value === 1 ? "equal" : state } };
  },
};
