import type { Finding, Recipe } from "../model/index.ts";

/** The recipe with its citations' values in it, as a person would write it down: "106.8m / 83.3m − 1". */
export function workingOf(finding: Finding): string {
  return write(finding.recipe, finding);
}

function write(recipe: Recipe, finding: Finding): string {
  switch (recipe.op) {
    case "value":
      return value(finding, recipe.of);
    case "given":
      return `${plain(recipe.value)} (${recipe.how})`;
    case "change":
      return `${inner(recipe.to, finding)} / ${inner(recipe.from, finding)} − 1`;
    case "difference":
      return `${inner(recipe.to, finding)} − ${inner(recipe.from, finding)}`;
    case "quotient":
      return `${inner(recipe.of, finding)} / ${inner(recipe.by, finding)}`;
    case "product":
      return `${inner(recipe.of, finding)} × ${inner(recipe.by, finding)}`;
    case "size":
      return `${write(recipe.of, finding)} without its sign`;
    case "of all":
      return `${OF_ALL[recipe.take]} ${recipe.each.length} values`;
    case "weighted mean":
      return `weighted mean of ${recipe.each.length} values`;
    case "rank":
      return `share of ${recipe.each.length} values under ${write(recipe.of, finding)}, itself counted half`;
    case "greater":
      return `how many of ${recipe.each.length} values are greater than the one beside them`;
    case "mean":
    case "sum":
    case "median": {
      const count = recipe.last - recipe.first + 1;
      return `${recipe.op} of ${count} values, ${dayOf(finding, recipe.first)} to ${dayOf(finding, recipe.last)}`;
    }
    case "deviation":
      return `standard deviation of ${recipe.of === undefined ? "" : "the changes between "}${recipe.last - recipe.first + 1} values, ${dayOf(finding, recipe.first)} to ${dayOf(finding, recipe.last)}`;
    case "beta":
      return `slope of ${finding.cites.length / 2 - 1} pairs of relative changes`;
    case "wilson":
      return `${recipe.end} end of the 95 % Wilson interval of ${write(recipe.of, finding)} among ${write(recipe.among, finding)}`;
    case "followed": {
      const higher = recipe.by === "rise" ? "higher" : "lower";
      return `how many of ${recipe.last - recipe.first + 1} values were followed by a ${higher} one`;
    }
    case "indicator": {
      const last = recipe.first + recipe.sessions - 1;
      return `${recipe.name} over ${recipe.sessions} sessions, ${dayOf(finding, recipe.first)} to ${dayOf(finding, last)}`;
    }
    case "count":
      return `${recipe.last - recipe.first + 1} ${recipe.how}`;
    case "percentile":
      return `share of ${finding.cites.length} values at or under the last one, itself counted half`;
    case "standard score":
      return `(${value(finding, finding.cites.length - 1)} − mean) / standard deviation of ${finding.cites.length} values`;
    case "months":
      return `months from ${dayOf(finding, recipe.from)} to ${dayOf(finding, recipe.to)}`;
    case "correlation":
      return `Pearson's correlation of ${finding.cites.length / 2} pairs of ${recipe.of}`;
    case "days": {
      const to = typeof recipe.to === "number" ? dayOf(finding, recipe.to) : recipe.to;
      return `days from ${dayOf(finding, recipe.from)} to ${to}`;
    }
    case "line":
      return `straight line through ${dated(finding, recipe.through[0])} and ${dated(finding, recipe.through[1])}, at ${recipe.at}`;
  }
}

const OF_ALL = {
  mean: "mean of",
  median: "median of",
  sum: "sum of",
  least: "least of",
  greatest: "greatest of",
} as const;

function inner(recipe: Recipe, finding: Finding): string {
  const text = write(recipe, finding);
  return recipe.op === "value" || recipe.op === "given" ? text : `(${text})`;
}

function dated(finding: Finding, place: number): string {
  return `${value(finding, place)} of ${dayOf(finding, place)}`;
}

function value(finding: Finding, place: number): string {
  const cited = finding.cites[place];
  return cited === undefined ? "?" : plain(cited.value);
}

function dayOf(finding: Finding, place: number): string {
  return finding.cites[place]?.day ?? "?";
}

/** Large numbers in millions or billions, as exact as they are; nothing is rounded away. */
function plain(number: number): string {
  const size = Math.abs(number);
  if (size >= 1e9) return `${number / 1e9}bn`;
  if (size >= 1e6) return `${number / 1e6}m`;
  return String(number);
}
