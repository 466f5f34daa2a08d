import type { Day } from "./day.ts";
import { daysBetween } from "./day.ts";
import type { Citation, Recipe } from "./fact.ts";
import { BLOCKS, columnOf } from "./indicators/index.ts";
import { slotOf } from "./series.ts";
import {
  beta,
  correlation,
  deviation,
  mean,
  median,
  percentile,
  rankIn,
  standardScore,
  sum,
  weightedMean,
  wilson,
} from "./sums.ts";

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
    case "product":
      return reckon(recipe.of, cites) * reckon(recipe.by, cites);
    case "size":
      return Math.abs(reckon(recipe.of, cites));
    case "of all":
      return OF_ALL[recipe.take](recipe.each.map((each) => reckon(each, cites)));
    case "weighted mean":
      return weightedMean(
        recipe.each.map((each) => reckon(each, cites)),
        recipe.by.map((each) => reckon(each, cites)),
      );
    case "rank":
      return rankIn(
        reckon(recipe.of, cites),
        recipe.each.map((each) => reckon(each, cites)),
      );
    case "greater":
      return recipe.each.filter(
        (each, place) => reckon(each, cites) > reckon(recipeAt(recipe.than, place), cites),
      ).length;
    case "mean":
      return dusted(mean(valuesOf(recipe, cites)));
    case "sum":
      return sum(valuesOf(recipe, cites));
    case "median":
      return median(valuesOf(recipe, cites));
    case "deviation": {
      const values = valuesOf(recipe, cites);
      return deviation(recipe.of === undefined ? values : changes(values));
    }
    case "count":
      return recipe.last - recipe.first + 1;
    case "percentile":
      return percentile(cites.map((each) => each.value));
    case "standard score":
      return standardScore(cites.map((each) => each.value));
    case "correlation":
      return correlationOf(recipe.of, cites);
    case "beta": {
      const [of, on] = halves(cites);
      return beta(changes(of), changes(on));
    }
    case "wilson":
      return wilson(reckon(recipe.of, cites), reckon(recipe.among, cites))[recipe.end];
    case "followed":
      return followed(recipe, cites);
    case "indicator":
      return reading(recipe, cites);
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

/** Value at a day of the straight line, in calendar days, through two dated values. */
export function lineAt(
  first: { readonly day: Day; readonly value: number },
  second: { readonly day: Day; readonly value: number },
  day: Day,
): number {
  const slope = (second.value - first.value) / daysBetween(first.day, second.day);
  return first.value + slope * daysBetween(first.day, day);
}

/** Without the dust in its last place: a mean of 0.644 by hand is not 0.6439999999999999. */
function dusted(value: number): number {
  return Number(value.toPrecision(15));
}

const OF_ALL = {
  mean,
  median,
  sum,
  least: (values: readonly number[]): number => Math.min(...values),
  greatest: (values: readonly number[]): number => Math.max(...values),
} as const;

function valuesOf(
  { first, last }: { readonly first: number; readonly last: number },
  cites: readonly Citation[],
): readonly number[] {
  return cites.slice(first, last + 1).map((each) => each.value);
}

function halves(cites: readonly Citation[]): readonly [readonly number[], readonly number[]] {
  const values = cites.map((each) => each.value);
  const half = values.length / 2;
  return [values.slice(0, half), values.slice(half)];
}

function correlationOf(of: "levels" | "relative changes", cites: readonly Citation[]): number {
  const [one, two] = halves(cites);
  return of === "levels" ? correlation(one, two) : correlation(changes(one), changes(two));
}

function changes(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, index) => value / (values[index] ?? Number.NaN) - 1);
}

function followed(
  { by, first, last, ahead }: Recipe & { readonly op: "followed" },
  cites: readonly Citation[],
): number {
  let count = 0;
  for (let place = first; place <= last; place++) {
    const move = at(cites, place + ahead).value - at(cites, place).value;
    if (by === "rise" ? move > 0 : move < 0) count += 1;
  }
  return count;
}

function reading(
  { name, first, sessions }: Recipe & { readonly op: "indicator" },
  cites: readonly Citation[],
): number {
  const block = (column: "high" | "low" | "close"): Float64Array => {
    const place = BLOCKS[name].indexOf(column);
    if (place < 0) return new Float64Array(sessions);
    const start = first + place * sessions;
    return Float64Array.from(cites.slice(start, start + sessions), (each) => each.value);
  };
  const columns = { high: block("high"), low: block("low"), close: block("close") };
  return columnOf(name, columns)[sessions - 1] ?? Number.NaN;
}

function recipeAt(recipes: readonly Recipe[], place: number): Recipe {
  const found = recipes[place];
  if (found === undefined) throw new RangeError("lists of unequal length");
  return found;
}

function at(cites: readonly Citation[], place: number): Citation {
  const found = cites[place];
  if (found === undefined) throw new RangeError(`no citation ${place} among ${cites.length}`);
  return found;
}

function dayAt(cites: readonly Citation[], place: number | Day): Day {
  return typeof place === "number" ? at(cites, place).day : place;
}
