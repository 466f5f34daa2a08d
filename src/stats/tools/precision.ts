import type { Series, Unit } from "../../model/index.ts";
import { round } from "../../model/index.ts";

/**
 * Decimals with which a value of a unit is printed at most: levels of an index whole; money is
 * counted in billions and shares in millions, as finely as the source knows them, so that small
 * sums can be printed in a smaller unit. A source that knows less allows less.
 */
export function digitsFor(unit: Unit, precision: number): number {
  switch (unit) {
    case "money":
      return Math.max(0, Math.min(9, precision + 9));
    case "shares":
      return Math.max(0, Math.min(6, precision + 6));
    case "price":
    case "score":
    case "multiple":
    case "yield":
      return Math.max(0, Math.min(2, precision));
    case "basis points":
      return Math.max(0, Math.min(1, precision - 2));
    case "points":
    case "net percent":
      return Math.max(0, Math.min(1, precision));
    case "correlation":
      return 2;
    case "ratio":
      return 1;
    case "index":
    case "contracts":
    case "percentile":
    case "count":
    case "sessions":
    case "days":
    case "weeks":
    case "months":
      return 0;
  }
}

/** Levels of an index are whole, but for one that stands under a hundred: a VIX of 21.2. */
export function digitsOf(series: Series): number {
  if (series.unit === "index" && isSmall(series)) return Math.max(0, Math.min(1, series.precision));
  return digitsFor(series.unit, series.precision);
}

function isSmall({ points }: Series): boolean {
  return Math.abs(points.at(-1)?.value ?? Number.POSITIVE_INFINITY) < 100;
}

/** Which of two values is larger as its series prints them: two may be equal in print alone. */
export function comparePrinted(series: Series, one: number, two: number): number {
  const digits = printedDecimals(series, Math.max(Math.abs(one), Math.abs(two)));
  if (Math.abs(one - two) > 2 * 10 ** -digits) return Math.sign(one - two);
  return Math.sign(round(one, digits) - round(two, digits));
}

/** Decimals of the plain unit that are printed: sums have one of the million, billion or trillion. */
function printedDecimals(series: Series, size: number): number {
  const { unit, precision } = series;
  if (unit === "money" || unit === "shares") {
    const scale = size >= 1e12 ? 12 : size >= 1e9 ? 9 : size >= 1e6 ? 6 : 0;
    return Math.min(precision, 1 - scale);
  }
  return digitsOf(series) + (unit === "ratio" || unit === "percentile" ? 2 : 0);
}

/** Half a step of the source's last decimal: how far a figure may lie from the truth. */
export function rounding(series: Series): number {
  return 0.5 * 10 ** -series.precision;
}
