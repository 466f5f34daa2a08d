import { z } from "zod";
import type { Finding, Recipe, Series } from "../../model/index.ts";
import { deviation, mean } from "../../model/index.ts";
import { newest, own, refuseHoles } from "../tools/find.ts";
import type { Draft } from "../tools/finding.ts";
import { finding, said } from "../tools/finding.ts";
import { pointsOf, ratioBetween, usualMeasure } from "../tools/measure.ts";
import { count, seriesRef } from "../tools/options.ts";
import { digitsFor, digitsOf, rounding } from "../tools/precision.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  series: seriesRef,
  of: count.min(5).max(400).default(20).describe("Readings averaged: 20 of the 20-day average."),
  window: z
    .enum(["with latest", "before"])
    .default("with latest")
    .describe(
      "Does the latest reading belong to its average, as in a moving average, or are the readings before it averaged alone?",
    ),
});

/** 176 percent of average volume; 1.25 standard deviations above the 20-day average. */
export const againstAverage: Statistic<z.infer<typeof options>> = {
  name: "against-average",
  summary: "The latest reading as a share of its own average, and in standard deviations from it.",
  method:
    "The plain mean of `of` readings, the latest included unless `window: before` leaves it out; none of them may be missing. The share is withheld of what is itself a percentage, where a reading is zero or less, and where the average is so small that the source's rounding moves it by one percent; so is a distance in percent. The standard deviation has the divisor n − 1 and the same readings as the mean; one no larger than half a step of the source's last decimal counts as none. All parts have the same state.",
  definition: "Latest / mean; (latest − mean) / standard deviation.",
  options,
  parts: {
    "": "The latest reading as a share of the average, a ratio: 1.76 of '176 percent of average'; state above, below or at.",
    distance:
      "From the average to the latest reading: a ratio, or points for scores and percentages.",
    score: "The same in standard deviations, signed, a multiple.",
    average: "The average, in the unit of the series.",
    latest: "The latest reading, in the unit of the series.",
  },
  example: "busy: { statistic: against-average, series: iwm.volume, of: 20 }",
  find: ({ series: id, of, window }, context) => {
    const series = context.series(id);
    newest(own(series));
    const size = window === "before" ? of + 1 : of;
    const points = series.points.slice(-size);
    if (points.length < size) {
      withhold(`${series.name} has ${points.length} readings, too few for an average of ${of}`);
    }
    refuseHoles(series, points, series.every);
    return findings(
      series,
      points.map((each) => cite(series, each)),
      of,
    );
  },
};

function findings(series: Series, cites: Draft["cites"], of: number): Findings {
  const last = cites.length - 1;
  const average: Recipe = { op: "mean", first: 0, last: of - 1 };
  const latest: Recipe = { op: "value", of: last };
  const values = cites.slice(0, of).map((each) => each.value);
  const middle = mean(values);
  const here = cites[last]?.value ?? middle;
  const state = here === middle ? "at" : here > middle ? "above" : "below";
  const make = (draft: Pick<Draft, "recipe" | "unit" | "digits">): Finding =>
    finding({ series, cites, state, named: { of }, ...draft });
  return {
    "": said(() => {
      refuseShare(series, [...values, here], middle);
      return make({
        recipe: { op: "quotient", of: latest, by: average },
        unit: "ratio",
        digits: 0,
      });
    }),
    distance: said(() => {
      const plain: Recipe = { op: "difference", from: average, to: latest };
      if (usualMeasure(series.unit) === "points") {
        return make(pointsOf(series.unit, plain, pointDigits(series)));
      }
      refuseShare(series, [...values, here], middle);
      return make(ratioBetween(middle, here, { op: "change", from: average, to: latest }));
    }),
    score: scored(deviation(values), series, () =>
      make({
        recipe: {
          op: "quotient",
          of: { op: "difference", from: average, to: latest },
          by: { op: "deviation", first: 0, last: of - 1 },
        },
        unit: "multiple",
        digits: 2,
      }),
    ),
    average: make({ recipe: average, unit: series.unit, digits: digitsOf(series) }),
    latest: finding({
      series,
      recipe: { op: "value", of: 0 },
      cites: cites.slice(-1),
      unit: series.unit,
      digits: digitsOf(series),
      state,
      named: { of },
    }),
  };
}

function pointDigits(series: Series): number {
  if (series.unit === "ratio") return 1;
  return digitsFor(series.unit === "yield" ? "basis points" : "points", series.precision);
}

/** A deviation smaller than what the source can tell apart is none. */
function scored(spread: number, series: Series, make: () => Finding): Finding | Unsaid {
  if (!(spread > rounding(series))) return { unsaid: `${series.name} hardly varied in the window` };
  return said(make);
}

const NO_SHARE: readonly Series["unit"][] = ["net percent", "ratio", "yield", "correlation"];

function refuseShare(series: Series, values: readonly number[], middle: number): void {
  if (NO_SHARE.includes(series.unit)) {
    withhold(`${series.name} is a percentage itself: no percentage of its average is told`);
  }
  if (values.some((each) => each <= 0)) {
    withhold(`${series.name} has readings of zero or less: no share of its average is told`);
  }
  if (rounding(series) / middle > 0.01) {
    withhold(`the average of ${series.name} is too small for the precision of its source`);
  }
}
