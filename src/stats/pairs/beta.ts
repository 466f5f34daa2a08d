import { z } from "zod";
import type { Recipe } from "../../model/index.ts";
import { round, spanBefore } from "../../model/index.ts";
import { countFinding, finding } from "../tools/finding.ts";
import { count, dayOrFact, seriesRef, spanOption } from "../tools/options.ts";
import type { Pair } from "../tools/paired.ts";
import { pairCites, paired, readingsText, unbrokenPairs } from "../tools/paired.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { dayFor } from "../tools/when.ts";

const options = z
  .strictObject({
    series: seriesRef,
    with: seriesRef,
    over: spanOption
      .optional()
      .describe('How far back: "1 year", "60 sessions". Left out, and without `from`: 1 year.'),
    from: dayOrFact.optional(),
    every: z
      .enum(["own", "week", "month"])
      .default("own")
      .describe("The rhythm of the slower series, or the ends of weeks or months."),
    least: count.min(3).default(24).describe("Changes without which no slope is told."),
  })
  .refine((each) => each.over === undefined || each.from === undefined, {
    message: "give `from` or `over`, not both",
    path: ["over"],
  });

type Options = z.infer<typeof options>;

/** By how much one series moves where another moves by one percent. */
export const beta: Statistic<Options> = {
  name: "beta",
  summary:
    "How many percent a series moved for each percent of another, on average, and how well that fits.",
  method:
    "Slope of the least-squares line of the first series' relative changes on the second's, from one reading to the next, over the window of `over` (one year) or since `from`; its first change starts from the last reading on or before its first day. Readings meet by session, week or month; one that either series lacks withholds the slope, and so do fewer than `least` (24) changes. The fit is the square of the correlation of the same changes: the share of the first series' variance that the line accounts for. The slope is not adjusted towards one and not net of an interest rate.",
  definition: "Market-model regression (Sharpe, Management Science 9, 1963).",
  options,
  parts: {
    "": "The slope, a multiple; state above, below or at one, as printed.",
    fit: "Share of the variance accounted for, 0 to 1, a ratio.",
    count: "Pairs of changes it rests on, a count.",
  },
  example: "beta: { statistic: beta, series: rut.close, with: spx.close, over: 1 year }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const other = context.series(chosen.with);
    const both = paired(series, other, chosen.every);
    const last = both.pairs.at(-1);
    if (last === undefined) {
      return withhold(`${series.name} and ${other.name} have no reading of the same time`);
    }
    const window = both.pairs.slice(
      startOf(chosen, both.pairs, last, () =>
        chosen.from === undefined ? null : dayFor(chosen.from, context),
      ),
    );
    const changes = window.length - 1;
    if (unbrokenPairs({ every: both.every, pairs: window }).length < window.length) {
      withhold(`${series.name} or ${other.name} lacks ${readingsText(both.every)} in the window`);
    }
    if (changes < chosen.least) {
      withhold(
        `the two share ${Math.max(changes, 0)} changes in the window, fewer than ${chosen.least}`,
      );
    }
    if (window.some(({ one, two }) => one.value <= 0 || two.value <= 0)) {
      withhold("relative changes need values above zero");
    }
    const cites = pairCites(series, other, window);
    const named = { changes };
    const draft = { series, cites, digits: 2, named, day: last.one.day } as const;
    const slope = finding({ ...draft, recipe: { op: "beta" }, unit: "multiple" });
    const tied: Recipe = { op: "correlation", of: "relative changes" };
    const shown = round(slope.value, 2);
    const side = shown > 1 ? "above" : "below";
    return {
      "": { ...slope, state: shown === 1 ? "at" : side },
      fit: finding({
        ...draft,
        recipe: { op: "product", of: tied, by: tied },
        unit: "ratio",
        digits: 0,
      }),
      count: countFinding(
        series,
        window.map((each) => each.one),
        "changes",
        { first: 1 },
      ),
    };
  },
};

/** Place of the reading that the window starts from. */
function startOf(
  chosen: Options,
  pairs: readonly Pair[],
  last: Pair,
  pinned: () => Pair["one"]["day"] | null,
): number {
  const { over } = chosen;
  if (over?.unit === "session") return Math.max(0, pairs.length - over.count - 1);
  const day = pinned() ?? spanBefore(last.one.day, over ?? { count: 1, unit: "year" });
  const start = pairs.findLastIndex((each) => each.one.day <= day);
  return start < 0 ? withhold(`the two do not reach back to ${day}`) : start;
}
