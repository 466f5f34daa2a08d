import type { Series, Unit } from "../model/index.ts";
import { round } from "../model/index.ts";

/**
 * Decimals with which a value of a unit is printed at most: levels of an index whole, money in
 * billions and shares in millions with one. A source that knows less allows less.
 */
export function digitsFor(unit: Unit, precision: number): number {
  switch (unit) {
    case "money":
      return Math.max(0, Math.min(1, precision + 9));
    case "shares":
      return Math.max(0, Math.min(1, precision + 6));
    case "price":
    case "score":
    case "multiple":
      return Math.max(0, Math.min(2, precision));
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

export function digitsOf(series: Series): number {
  return digitsFor(series.unit, series.precision);
}

/** Which of two values is larger as its series prints them: two may be equal in print alone. */
export function comparePrinted(series: Series, one: number, two: number): number {
  const digits = digitsOf(series) + scaleOf(series.unit);
  if (Math.abs(one - two) > 2 * 10 ** -digits) return Math.sign(one - two);
  return Math.sign(round(one, digits) - round(two, digits));
}

/** Powers of ten between the plain unit and the one that is printed, as decimals. */
function scaleOf(unit: Unit): number {
  if (unit === "money") return -9;
  if (unit === "shares") return -6;
  return unit === "ratio" || unit === "percentile" ? 2 : 0;
}

/** Half a step of the source's last decimal: how far a figure may lie from the truth. */
export function rounding(series: Series): number {
  return 0.5 * 10 ** -series.precision;
}
