import type { Recipe, Series, Unit } from "../../model/index.ts";
import type { Measure } from "../tools/measure.ts";
import { pointsOf, usualMeasure } from "../tools/measure.ts";
import { digitsFor, digitsOf } from "../tools/precision.ts";
import { withhold } from "../statistic.ts";

/**
 * How far one value of a series lies from another: to / from − 1 of prices and sums; of yields,
 * scores and shares, whose percentages mislead, the difference in basis points or points.
 * `base` is the value of `from`: a ratio of one that is not above zero is withheld.
 */
export function apart(series: Series, from: Recipe, to: Recipe, base: number): Measure {
  if (usualMeasure(series.unit) !== "percent") return amount(series, from, to);
  if (base <= 0) withhold(`${series.name} is not above zero: no percentage starts there`);
  return { unit: "ratio", digits: 1, recipe: { op: "change", from, to } };
}

/** The same as an amount: points of an index or score, dollars of a price, basis points of a yield. */
export function amount(series: Series, from: Recipe, to: Recipe): Measure {
  const { unit, precision } = series;
  const recipe: Recipe = { op: "difference", from, to };
  const digits = unit === "index" ? digitsOf(series) : DIGITS.get(unit)?.(precision);
  if (digits !== undefined) return pointsOf(unit, recipe, digits);
  return { unit, digits: digitsOf(series), recipe };
}

/** Units whose differences are points or basis points, and their decimals by the source's precision. */
const DIGITS = new Map<Unit, (precision: number) => number>([
  ["ratio", () => 1],
  ["yield", (precision) => digitsFor("basis points", precision)],
  ["score", (precision) => digitsFor("points", precision)],
  ["net percent", (precision) => digitsFor("points", precision)],
]);
