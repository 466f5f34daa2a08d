import type { Day } from "./day.ts";
import { daysBetween } from "./day.ts";
import type { Citation, Recipe } from "./fact.ts";
import { slotOf } from "./series.ts";

/** The value that a recipe makes of its citations. The one place where recipes are carried out. */
export function reckon(recipe: Recipe, cites: readonly Citation[]): number {
  switch (recipe.op) {
    case "value":
      return at(cites, recipe.of).value;
    case "given":
      return recipe.value;
    case "change":
      return reckon(recipe.to, cites) / reckon(recipe.from, cites) - 1;
    case "difference":
      return reckon(recipe.to, cites) - reckon(recipe.from, cites);
    case "quotient":
      return reckon(recipe.of, cites) / reckon(recipe.by, cites);
    case "mean":
      return mean(cites.slice(recipe.first, recipe.last + 1).map((each) => each.value));
    case "count":
      return recipe.last - recipe.first + 1;
    case "percentile":
      return percentile(cites.map((each) => each.value));
    case "standard score":
      return standardScore(cites.map((each) => each.value));
    case "correlation":
      return correlationOf(recipe.of, cites);
    case "days":
      return daysBetween(dayAt(cites, recipe.from), dayAt(cites, recipe.to));
    case "months":
      return (
        slotOf(at(cites, recipe.to).day, "month") - slotOf(at(cites, recipe.from).day, "month")
      );
    case "line":
      return lineAt(at(cites, recipe.through[0]), at(cites, recipe.through[1]), recipe.at);
  }
}

/** Compensated (Neumaier) and clamped: a mean never lies outside its own values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("no values to average");
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  const found = (sum + lost) / values.length;
  return Math.min(Math.max(found, Math.min(...values)), Math.max(...values));
}

/** Share of the values at or under the last one, values equal to it counted half (mid-rank). */
export function percentile(values: readonly number[]): number {
  const last = values.at(-1);
  if (last === undefined) throw new RangeError("no values to rank");
  let rank = 0;
  for (const value of values) {
    if (value < last) rank += 1;
    else if (value === last) rank += 0.5;
  }
  return rank / values.length;
}

/** How many standard deviations (divisor n − 1, two passes) the last value stands from the mean. */
export function standardScore(values: readonly number[]): number {
  const last = values.at(-1);
  if (last === undefined) throw new RangeError("no values to score");
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return (last - middle) / Math.sqrt(squares / (values.length - 1));
}

/** Pearson's correlation of two equally long lists, never past 1 or −1; NaN where one of them does not vary. */
export function correlation(first: readonly number[], second: readonly number[]): number {
  if (first.length !== second.length) throw new RangeError("lists of unequal length");
  const one = mean(first);
  const two = mean(second);
  let product = 0;
  let squareOne = 0;
  let squareTwo = 0;
  first.forEach((value, index) => {
    const a = value - one;
    const b = (second[index] ?? Number.NaN) - two;
    product += a * b;
    squareOne += a * a;
    squareTwo += b * b;
  });
  return Math.max(-1, Math.min(1, product / Math.sqrt(squareOne * squareTwo)));
}

/** Value at a day of the straight line, in calendar days, through two dated values. */
export function lineAt(
  first: { readonly day: Day; readonly value: number },
  second: { readonly day: Day; readonly value: number },
  day: Day,
): number {
  const slope = (second.value - first.value) / daysBetween(first.day, second.day);
  return first.value + slope * daysBetween(first.day, day);
}

function correlationOf(of: "levels" | "relative changes", cites: readonly Citation[]): number {
  const values = cites.map((each) => each.value);
  const half = values.length / 2;
  const one = values.slice(0, half);
  const two = values.slice(half);
  return of === "levels" ? correlation(one, two) : correlation(changes(one), changes(two));
}

function changes(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, index) => value / (values[index] ?? Number.NaN) - 1);
}

function at(cites: readonly Citation[], place: number): Citation {
  const found = cites[place];
  if (found === undefined) throw new RangeError(`no citation ${place} among ${cites.length}`);
  return found;
}

function dayAt(cites: readonly Citation[], place: number | Day): Day {
  return typeof place === "number" ? at(cites, place).day : place;
}
