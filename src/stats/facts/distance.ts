import { z } from "zod";
import type { Finding, Recipe } from "../../model/index.ts";
import { moved } from "../tools/combine.ts";
import { finding, said } from "../tools/finding.ts";
import type { Measure } from "../tools/measure.ts";
import { amountOf, pointsOf, ratioBetween, usualMeasure } from "../tools/measure.ts";
import { factRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z.strictObject({
  from: factRef.describe("Where the series stands, such as its latest close."),
  to: factRef.describe("The level it is held against: an old low, a record, an average."),
});

/** Thirty percent below current levels. */
export const distance: Statistic<z.infer<typeof options>> = {
  name: "distance",
  summary: "How far above or below where a series stands another level of it lies.",
  method:
    "The level against the reading, as a ratio of the reading, or in points for scores and percentages (basis points for yields), whichever of the two came first. Both must be of one unit and of one instrument. A close may be held against an intraday high or low of the same bars: the low of a fall is touched, but an index stands where it closed; the distance then counts as intraday. A ratio is withheld where the reading is zero or less, the level is less than zero, or one is more than eleven times the other.",
  definition: "Level / reading − 1, or level − reading.",
  options,
  parts: {
    "": "From the reading to the level: a ratio, points or basis points; state above, below or equal.",
    amount: "The same in points of an index, in money, shares or contracts.",
    back: "From the level to the reading: how far away it is by now, as a ratio or in points; state of the reading.",
  },
  example: "way-down: { statistic: distance, from: year.last, to: year.low }",
  find: ({ from: fromId, to: toId }, context) => {
    const from = context.fact(fromId);
    const to = context.fact(toId);
    if (from.unit !== to.unit) withhold(`${from.unit} and ${to.unit} cannot be compared`);
    if (!comparable(from, to)) withhold(`${from.series} and ${to.series} are different things`);
    const cites = [...from.cites, ...to.cites];
    const one = moved(from.recipe, 0);
    const two = moved(to.recipe, from.cites.length);
    const series = context.series(from.series);
    const make = (measure: Measure, side: number): Finding =>
      finding({
        series,
        ...measure,
        cites,
        day: to.day > from.day ? to.day : from.day,
        basis: from.basis === to.basis ? to.basis : "intraday",
        state: side === 0 ? "equal" : side > 0 ? "above" : "below",
      });
    const side = to.value - from.value;
    const digits = Math.min(from.digits, to.digits);
    const plain: Recipe = { op: "difference", from: one, to: two };
    return {
      "": make(measured(from, to, { from: one, to: two }, digits), side),
      amount: said(() => make(amountOf(from.unit, plain, digits), side)),
      back: said(() => make(measured(to, from, { from: two, to: one }, digits), -side)),
    };
  },
};

function measured(
  base: Finding,
  other: Finding,
  ends: { readonly from: Recipe; readonly to: Recipe },
  digits: number,
): Measure {
  if (usualMeasure(base.unit) === "percent") {
    return ratioBetween(base.value, other.value, { op: "change", ...ends });
  }
  const plain: Recipe = { op: "difference", ...ends };
  return pointsOf(base.unit, plain, base.unit === "yield" ? Math.max(0, digits - 2) : digits);
}

/** One series, or the highs, lows and closes of one bar file. */
function comparable(from: Finding, to: Finding): boolean {
  if (from.series === to.series) return true;
  const priced = from.basis !== "reported" && to.basis !== "reported";
  return priced && from.series.replace(COLUMN, "") === to.series.replace(COLUMN, "");
}

const COLUMN = /\.(open|high|low|close)$/;
