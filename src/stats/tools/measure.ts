import type { Point, Recipe, Series, Unit } from "../../model/index.ts";
import { median, percentile } from "../../model/index.ts";
import type { Rank } from "./finding.ts";
import { digitsFor, digitsOf, rounding } from "./precision.ts";
import { withhold } from "../statistic.ts";

/** How a change is told: as a ratio, in points, or as an amount in the series' own unit. */
export type As = "percent" | "points" | "amount";

/** What a change of a series is told in where the report does not say. */
export function usualMeasure(unit: Unit): As {
  return IN_POINTS.has(unit) ? "points" : "percent";
}

const IN_POINTS: ReadonlySet<Unit> = new Set(["score", "net percent", "ratio", "yield"]);

/** What a change is told in: unit and decimals, and how it follows from its citations. */
export interface Measure {
  readonly unit: Unit;
  readonly digits: number;
  readonly recipe: Recipe;
}

export const PERCENT_POINT: Recipe = { op: "given", value: 0.01, how: "one percentage point" };

export const BASIS_POINT: Recipe = { op: "given", value: 0.01, how: "one basis point" };

/** The change from the first citation to the second. Withheld where that would mislead. */
export function measure(series: Series, as: As, from: Point, to: Point): Measure {
  const ends = { from: { op: "value", of: 0 }, to: { op: "value", of: 1 } } as const;
  if (as === "percent") {
    refuseBase(series, from, to);
    return {
      unit: "ratio",
      digits: ratioDigits(series, from, to),
      recipe: { op: "change", ...ends },
    };
  }
  const recipe: Recipe = { op: "difference", ...ends };
  if (as === "amount") return amountOf(series.unit, recipe, digitsOf(series));
  if (series.unit === "money" || series.unit === "shares" || series.unit === "contracts") {
    withhold(`a change of ${series.name} is an amount, not points`);
  }
  const digits = series.unit === "index" ? digitsOf(series) : digitsFor("points", series.precision);
  if (series.unit === "ratio") return pointsOf(series.unit, recipe, 1);
  if (series.unit !== "yield") return pointsOf(series.unit, recipe, digits);
  return pointsOf(series.unit, recipe, digitsFor("basis points", series.precision));
}

/** A difference of two values of a unit, told in points: of yields in basis points. */
export function pointsOf(unit: Unit, difference: Recipe, digits: number): Measure {
  const by = unit === "yield" ? BASIS_POINT : isShare(unit) ? PERCENT_POINT : null;
  return {
    unit: unit === "yield" ? "basis points" : "points",
    digits,
    recipe: by === null ? difference : { op: "quotient", of: difference, by },
  };
}

/** A difference in the unit of both; of an index in points. What is counted in percent has none. */
export function amountOf(unit: Unit, difference: Recipe, digits: number): Measure {
  if (unit === "index") return pointsOf(unit, difference, digits);
  if (IN_POINTS.has(unit) && unit !== "score") {
    withhold("a difference of percentages is told in points, not as an amount");
  }
  return { unit, digits, recipe: difference };
}

function isShare(unit: Unit): boolean {
  return unit === "ratio" || unit === "percentile";
}

/** The change as a plain number, for ranking: null where it cannot be told. */
export function sizeOf(as: As, from: Point, to: Point): number | null {
  if (as !== "percent") return Math.abs(to.value - from.value);
  return from.value > 0 ? Math.abs(to.value / from.value - 1) : null;
}

/** From one value to another as a ratio. Withheld where the base is not above zero, or the change out of all measure. */
export function ratioBetween(from: number, to: number, recipe: Recipe): Measure {
  if (from <= 0) withhold("the base is not above zero");
  if (to < 0) withhold("no percentage leads from above zero to below it");
  if (to / from > 11) withhold("it is more than eleven times its base");
  return { unit: "ratio", digits: 1, recipe };
}

/** A percentage of a base that is zero, negative, tiny or coarsely rounded misleads. */
function refuseBase(series: Series, from: Point, to: Point): void {
  const { name } = series;
  if (series.unit === "net percent" || series.unit === "ratio" || series.unit === "yield") {
    withhold(`${name} is a percentage itself: its change is told in points`);
  }
  if (from.value === 0)
    withhold(`${name} stood at zero on ${from.day}: no percentage starts there`);
  if (from.value < 0) withhold(`${name} was negative on ${from.day}: no percentage starts there`);
  if (to.value < 0)
    withhold(`${name} has gone below zero since ${from.day}: no percentage ends there`);
  if (rounding(series) / from.value > 0.01) {
    withhold(`${name} of ${from.day} is too small for the precision of its source`);
  }
  if (isTiny(series, from, to)) {
    withhold(`${name} of ${from.day} is tiny beside its usual size: the percentage would mislead`);
  }
  if (to.value / from.value > 11)
    withhold(`${name} is more than eleven times its base of ${from.day}`);
}

/** Under a fiftieth of the median, which need not be found where no value is fifty times as large. */
function isTiny(series: Series, from: Point, to: Point): boolean {
  const limit = 50 * from.value;
  const some = series.points.some((each) => Math.abs(each.value) > limit);
  return some && limit < medianUpTo(series, to);
}

function medianUpTo(series: Series, to: Point): number {
  const past = series.points.filter((each) => each.day <= to.day);
  return median(past.map((each) => Math.abs(each.value)));
}

/** Tenths of a percent only where the rounding of the source moves the ratio by less than half a percent. */
function ratioDigits(series: Series, from: Point, to: Point): number {
  const doubt = (rounding(series) / from.value) * (1 + Math.abs(to.value / from.value));
  return doubt < 0.005 ? 1 : 0;
}

/** With fewer past changes than this a size has no place among them. */
const LEAST_RANKED = 8;

/** The place of a size among past sizes and itself: the share that is smaller, equal ones counted half. */
export function rankAmong(size: number, past: readonly number[]): Rank {
  const rank = past.length < LEAST_RANKED ? null : percentile([...past, size]);
  return { rank, ranked: past.length };
}
