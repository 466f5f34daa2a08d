import { z } from "zod";
import { spanBefore } from "../../model/index.ts";
import { between, newest } from "../tools/find.ts";
import { finding } from "../tools/finding.ts";
import { at, count, seriesRef, spanOption } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { view } from "../tools/views.ts";

const options = z.strictObject({
  series: seriesRef,
  at,
  over: z
    .union([z.literal("all"), spanOption])
    .default({ count: 5, unit: "year" })
    .describe('The history it is held against: "5 years", "60 sessions", or "all".'),
  least: count.default(24).describe("Readings without which there is no place among them."),
});

/** Where the latest value stands within its own history. */
export const place: Statistic<z.infer<typeof options>> = {
  name: "place",
  summary: "Where the latest value stands within its own history: its percentile.",
  method:
    "The share of the readings in the window that lie under the latest value, equal ones and the latest itself counted half (mid-rank), so that the highest of many stands just under 100 and the lowest just over 0. The window reaches back five years unless `over` says otherwise, to the same date, that included; with fewer than `least` readings it is withheld. The score tells how many standard deviations (divisor n − 1) the value lies from the mean of the same window.",
  definition: "Mid-rank percentile; standard score.",
  options,
  parts: {
    "": "Place among the readings, 0 to 1, as a percentile.",
    score: "Standard deviations from the window's mean, signed.",
  },
  example: "si-place: { statistic: place, series: iwm.short-interest, over: 5 years }",
  find: ({ series: id, at, over, least }, context) => {
    const series = context.series(id);
    const readings = view(series, at);
    const latest = newest(readings);
    const window =
      over === "all"
        ? readings.points
        : over.unit === "session"
          ? readings.points.slice(-over.count)
          : between(readings.points, spanBefore(latest.day, over), latest.day);
    if (window.length < least) {
      withhold(`${series.name} has ${window.length} readings in the window, fewer than ${least}`);
    }
    const cites = window.map((each) => cite(series, each));
    const span = over === "all" ? {} : { [`${over.unit}s`]: over.count };
    const named = { readings: window.length, ...span };
    const flat = window.every((each) => each.value === latest.value);
    return {
      "": finding({
        series,
        recipe: { op: "percentile" },
        cites,
        unit: "percentile",
        digits: 0,
        named,
      }),
      score: flat
        ? { unsaid: `${series.name} did not vary in the window` }
        : finding({
            series,
            recipe: { op: "standard score" },
            cites,
            unit: "multiple",
            digits: 1,
            named,
          }),
    };
  },
};
