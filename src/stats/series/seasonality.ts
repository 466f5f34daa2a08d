import { z } from "zod";
import type { Finding, Point, Recipe } from "../../model/index.ts";
import { wilson } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { own } from "../tools/find.ts";
import { seriesRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import type { Turn } from "./seasons.ts";
import {
  LEAST_YEARS,
  monthAhead,
  monthOption,
  monthsIn,
  roseRecipe,
  scoreRecipe,
  turnsOf,
} from "./seasons.ts";

const options = z.strictObject({ series: seriesRef, month: monthOption });

/** What a month of the calendar has done in past years. */
export const seasonality: Statistic<z.infer<typeof options>> = {
  name: "seasonality",
  summary: "In how many past years a calendar month rose, as a score from −100 to +100.",
  method:
    "A month is measured from the last close before it to its last close; the month that is still running is not counted. The score is 200 × k / n − 100, with k of n years in which the month rose: +100 where it rose every year, −100 where it never did, 0 where it was as often the one as the other. Under ten years it is withheld. Most months rise, so a score above zero is nothing by itself: `base` is the share of all months of the same series that rose, and the state says whether it lies outside the 95 percent interval of k of n (Wilson): `rising` above it, `falling` below it, otherwise `unclear`, which it nearly always is. `ahead` carries the first day of the month, for its name.",
  definition:
    "Share of years in which the calendar month rose, mapped to −100 to +100; interval after Wilson (1927).",
  options,
  parts: {
    "": "The score, −100 to +100; state rising, falling or unclear.",
    rose: "In how many years the month rose, a count.",
    years: "Of how many years, a count.",
    low: "Low end of the 95 percent interval of that share, a ratio.",
    high: "High end of it, a ratio.",
    base: "The share of all months that rose, a ratio.",
    mean: "The mean change in the month, a ratio.",
    ahead: "The score under the first day of the month it speaks of.",
  },
  example: "season: { statistic: seasonality, series: rut.close }",
  find: (chosen, context) => {
    const { series, points } = own(context.series(chosen.series));
    const ahead = monthAhead(context.asOf, chosen.month);
    const months = monthsIn(points);
    const turns = turnsOf(months, ahead);
    if (turns.length < LEAST_YEARS) {
      const years = turns.length === 1 ? "1 year" : `${turns.length} years`;
      withhold(`${series.name} has only ${years} of this month, and ${LEAST_YEARS} are needed`);
    }
    const ends = (all: readonly Turn[]): readonly Point[] => all.flat();
    const say = (recipe: Recipe, unit: Finding["unit"], digits: number, all = turns): Finding =>
      finding({
        series,
        recipe,
        cites: ends(all).map((each) => cite(series, each)),
        unit,
        digits,
        basis: series.basis,
      });
    const rose = roseRecipe(turns.length);
    const years: Recipe = { op: "count", first: 0, last: turns.length - 1, how: "years" };
    const all: Recipe = { op: "count", first: 0, last: months.length - 1, how: "months" };
    const share = (of: Recipe, by: Recipe): Recipe => ({ op: "quotient", of, by });
    const base = say(share(roseRecipe(months.length), all), "ratio", 0, months);
    const k = turns.filter(([from, to]) => to.value > from.value).length;
    const score = {
      ...say(scoreRecipe(turns.length), "score", 0),
      state: stateOf(k, turns.length, base.value),
    };
    const end = (which: "low" | "high"): Finding =>
      say({ op: "wilson", end: which, of: rose, among: years }, "ratio", 0);
    const changes = turns.map((_, at): Recipe => ({
      op: "change",
      from: { op: "value", of: 2 * at },
      to: { op: "value", of: 2 * at + 1 },
    }));
    return {
      "": score,
      rose: say(rose, "count", 0),
      years: say(years, "count", 0),
      low: end("low"),
      high: end("high"),
      base,
      mean: say({ op: "of all", take: "mean", each: changes }, "ratio", 1),
      ahead: { ...score, day: ahead },
    };
  },
};

/** Is the month unlike all others, or is that not to be told? */
function stateOf(k: number, n: number, base: number): string {
  const { low, high } = wilson(k, n);
  return low > base ? "rising" : high < base ? "falling" : "unclear";
}
