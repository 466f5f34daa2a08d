import { z } from "zod";
import type { Recipe, Unit } from "../../model/index.ts";
import { joined } from "../tools/combine.ts";
import { finding } from "../tools/finding.ts";
import { factRef } from "../tools/options.ts";
import type { Measure } from "../tools/measure.ts";
import { pointsOf } from "../tools/measure.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z.strictObject({ from: factRef, to: factRef });

/** What lies between two facts. */
export const difference: Statistic<z.infer<typeof options>> = {
  name: "difference",
  summary: "The difference of two facts of the same unit and basis.",
  method:
    "The second less the first, in the unit of both; levels of an index, scores and percentages differ by points, yields by basis points. Facts of unlike unit or basis are not set off against each other.",
  definition: "The second less the first, to − from.",
  options,
  parts: { "": "The difference, in the unit of the two facts; state above, below or equal." },
  example: "gap: { statistic: difference, from: si-high, to: short-interest }",
  find: ({ from: fromId, to: toId }, context) => {
    const from = context.fact(fromId);
    const to = context.fact(toId);
    const ends = joined(from, to, "set off");
    const plain: Recipe = { op: "difference", from: ends.from, to: ends.to };
    const found = finding({
      series: context.series(to.series),
      ...measured(to.unit, plain, Math.min(from.digits, to.digits)),
      cites: ends.cites,
      day: to.day > from.day ? to.day : from.day,
      basis: to.basis,
    });
    if (COUNTED.includes(found.unit) && found.value < 0) withhold("a count is never below zero");
    const state = found.value > 0 ? "above" : "below";
    return { "": { ...found, state: found.value === 0 ? "equal" : state } };
  },
};

const COUNTED: readonly Unit[] = ["count", "sessions"];
const IN_POINTS: readonly Unit[] = ["index", "score", "net percent", "ratio", "percentile"];

function measured(unit: Unit, difference: Recipe, digits: number): Measure {
  if (unit === "yield") return pointsOf(unit, difference, Math.max(0, digits - 2));
  return IN_POINTS.includes(unit)
    ? pointsOf(unit, difference, digits)
    : { unit, digits, recipe: difference };
}
