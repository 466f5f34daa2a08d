import type { Citation, Finding, Recipe } from "../../model/index.ts";
import { withhold } from "../statistic.ts";

/** Two findings in one list of citations, with their recipes pointing into it. */
interface Joined {
  readonly cites: readonly Citation[];
  readonly from: Recipe;
  readonly to: Recipe;
}

/** Withheld where the two differ in unit or in basis: closes and intraday extremes are never mixed. */
export function joined(from: Finding, to: Finding, done: string): Joined {
  if (from.unit !== to.unit) withhold(`${from.unit} and ${to.unit} cannot be ${done}`);
  if (from.basis !== to.basis) {
    withhold(`a figure on the basis "${from.basis}" is not ${done} with one on "${to.basis}"`);
  }
  return {
    cites: [...from.cites, ...to.cites],
    from: moved(from.recipe, 0),
    to: moved(to.recipe, from.cites.length),
  };
}

/** The same recipe for citations that now stand further down the list. */
export function moved(recipe: Recipe, by: number): Recipe {
  switch (recipe.op) {
    case "value":
      return { ...recipe, of: recipe.of + by };
    case "given":
      return recipe;
    case "change":
    case "difference":
      return { ...recipe, from: moved(recipe.from, by), to: moved(recipe.to, by) };
    case "quotient":
    case "product":
      return { ...recipe, of: moved(recipe.of, by), by: moved(recipe.by, by) };
    case "size":
      return { ...recipe, of: moved(recipe.of, by) };
    case "of all":
      return { ...recipe, each: recipe.each.map((each) => moved(each, by)) };
    case "weighted mean":
      return {
        ...recipe,
        each: recipe.each.map((each) => moved(each, by)),
        by: recipe.by.map((each) => moved(each, by)),
      };
    case "rank":
      return {
        ...recipe,
        of: moved(recipe.of, by),
        each: recipe.each.map((each) => moved(each, by)),
      };
    case "greater":
      return {
        ...recipe,
        each: recipe.each.map((each) => moved(each, by)),
        than: recipe.than.map((each) => moved(each, by)),
      };
    case "wilson":
      return { ...recipe, of: moved(recipe.of, by), among: moved(recipe.among, by) };
    case "mean":
    case "sum":
    case "median":
    case "deviation":
    case "count":
    case "followed":
      return { ...recipe, first: recipe.first + by, last: recipe.last + by };
    case "indicator":
      return { ...recipe, first: recipe.first + by };
    case "months":
      return { ...recipe, from: recipe.from + by, to: recipe.to + by };
    case "days": {
      const to = typeof recipe.to === "number" ? recipe.to + by : recipe.to;
      return { ...recipe, from: recipe.from + by, to };
    }
    case "line": {
      const [first, second] = recipe.through;
      return { ...recipe, through: [first + by, second + by] };
    }
    case "percentile":
    case "standard score":
    case "beta":
    case "correlation":
      return withhold("a figure that rests on a whole window cannot be part of another");
  }
}
