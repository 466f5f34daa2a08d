import { z } from "zod";
import type { Finding, Point, Series } from "../../model/index.ts";
import { completeFor } from "../../model/index.ts";
import type { As } from "../tools/measure.ts";
import { doubtful, leastFor } from "../tools/extreme.ts";
import { newest, own, refuseHoles } from "../tools/find.ts";
import { daysFinding, finding, pointFinding, resting, said } from "../tools/finding.ts";
import { measure, usualMeasure } from "../tools/measure.ts";
import { count, spanOption } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import {
  further,
  furthest,
  isSided,
  SIDED,
  sidedOf,
  sidedShape,
  windowOf,
} from "../tools/sides.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z
  .strictObject({
    ...sidedShape,
    side: z.enum(["high", "low"]).default("high"),
    over: z
      .union([z.literal("all"), spanOption])
      .default("all")
      .describe('Whose extreme: of "all" data, the record, or of a span such as "3 years".'),
    of: count
      .max(60)
      .default(1)
      .describe("The nearest of the latest n readings instead of the latest alone."),
    within: z
      .number()
      .positive()
      .max(1000)
      .optional()
      .describe(
        "How near: a ratio where changes are told in percent (0.02), otherwise points or basis points. Left out: 0.02, or one point or ten basis points and a twentieth of the range.",
      ),
  })
  .refine(isSided, SIDED);

type Options = z.infer<typeof options>;

/** Within striking distance of a record, just off a multi-year low. */
export const nearExtreme: Statistic<Options> = {
  name: "near-extreme",
  summary:
    "How near a series has come to its record, or to the high or low of a span, without reaching it.",
  method:
    "The highest or lowest reading of the window but for the latest `of` ones, and how far the nearest of those has stayed away from it; of bars both are highs or lows of the day, or both closes. Withheld where the reading has come as far as the extreme as printed, for then it is a record or a tie, and where it has stayed further away than `within`: two percent, or one point or ten basis points and a twentieth of the range between the high and the low of the readings before them. Of readings equally far out the first is told. The distance follows the rules of `change`. A window of fewer than 60 sessions, 13 weeks or 3 months but for the latest ones is not worth a word. Suspect readings within five percent of the extreme are cited, since they could overturn it. Over all data it is told only of a series declared complete for records; no reading of the window may be missing.",
  definition: "Distance to the extreme: latest / extreme − 1, or latest − extreme.",
  options,
  parts: {
    "": "From the extreme to the reading that came nearest: a ratio, or points; state below or above.",
    amount: "The same in points, or in money or shares: 'came within a point of'.",
    extreme: "The extreme, in the unit of the series, on its day; state high or low.",
    nearest: "The reading that came nearest.",
    elapsed: "Calendar days from the extreme to that reading.",
  },
  example: "near-high: { statistic: near-extreme, series: iwm.short-interest, over: 1 year }",
  find: (chosen, context) => {
    const { side } = chosen;
    const series = sidedOf(chosen, context)[side];
    const window = readingsFor(series, chosen);
    const recent = window.slice(-chosen.of);
    const earlier = window.slice(0, -chosen.of);
    if (earlier.length < leastFor(series.every)) {
      withhold(`the ${side} of ${earlier.length} readings of ${series.name} is not worth a word`);
    }
    const nearest = furthest(recent, side) ?? newest(own(series));
    const extreme = furthest(earlier, side) ?? nearest;
    if (further(series, side, nearest.value, extreme.value) >= 0) {
      withhold(`${series.name} has reached its ${side} of ${extreme.day}`);
    }
    return findings(series, chosen, { nearest, extreme, earlier });
  },
};

function readingsFor(series: Series, { over, side }: Options): readonly Point[] {
  if (over !== "all") return windowOf(series, over);
  newest(own(series));
  if (completeFor(series, side) === null) {
    withhold(
      `${series.name} is not declared complete for ${side}s, so no record ${side} of it can be told`,
    );
  }
  refuseHoles(series, series.points, series.every);
  return series.points;
}

function findings(
  series: Series,
  { side, within, over }: Options,
  {
    nearest,
    extreme,
    earlier,
  }: { readonly nearest: Point; readonly extreme: Point; readonly earlier: readonly Point[] },
): Findings {
  const as = usualMeasure(series.unit);
  const state = side === "high" ? "below" : "above";
  const named = over === "all" ? {} : { named: { [`${over.unit}s`]: over.count } };
  const doubts = doubtful(earlier, extreme).map((each) => cite(series, each));
  const away = (how: As): Finding =>
    finding({
      series,
      ...measure(series, how, extreme, nearest),
      cites: [cite(series, extreme), cite(series, nearest), ...doubts],
      day: nearest.day,
      state,
      ...named,
    });
  const distance = away(as);
  const limit = within ?? (as === "percent" ? 0.02 : distance.unit === "basis points" ? 10 : 1);
  const far = Math.abs(nearest.value - extreme.value) > NEAR * spread(earlier);
  if (Math.abs(distance.value) > limit || (within === undefined && as !== "percent" && far)) {
    withhold(`${series.name} has not come near its ${side} of ${extreme.day}`);
  }
  return {
    "": distance,
    amount: said(() => away(series.unit === "index" || as === "points" ? "points" : "amount")),
    extreme: finding({
      series,
      recipe: { op: "value", of: 0 },
      cites: [cite(series, extreme), ...doubts],
      unit: series.unit,
      digits: digitsOf(series),
      day: extreme.day,
      state: side,
      ...named,
    }),
    nearest: pointFinding(series, nearest),
    elapsed: resting(daysFinding(series, extreme, nearest), doubts),
  };
}

/** A point is next to nothing on a scale of a hundred, and everything on a scale of one. */
const NEAR = 0.05;

function spread(points: readonly Point[]): number {
  return (furthest(points, "high")?.value ?? 0) - (furthest(points, "low")?.value ?? 0);
}
