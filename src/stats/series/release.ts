import { z } from "zod";
import { addDays, daysBetween, nextRelease } from "../../model/index.ts";
import { newest, own } from "../tools/find.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import { seriesRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({ series: seriesRef });

/** When the next figures come out. */
export const release: Statistic<z.infer<typeof options>> = {
  name: "release",
  summary: "When the next figures of a series come out, and which period they tell.",
  method:
    "From the series' release rule in the catalogue, on the calendar of the New York Stock Exchange and with the exceptions the catalogue lists. The first release after the as-of day that does not lie before the published day: on the published day itself it comes out later today.",
  definition: "The publisher's release calendar, written as a rule.",
  options,
  parts: {
    "": "Days from the published day to the release; its day is the day of the release.",
    period: "Days from the newest known period to the coming one; its day is the coming period's.",
    known: "The newest figure known so far, in the unit of the series.",
  },
  example: "next-si: { statistic: release, series: iwm.short-interest }",
  find: ({ series: id }, context) => {
    const series = context.series(id);
    const latest = newest(own(series));
    const eve = addDays(context.published, -1);
    const coming = nextRelease(series, eve > context.asOf ? eve : context.asOf);
    if (coming === null) return withhold(`no release of ${series.name} is foreseen`);
    const { period, released } = coming;
    const cites = [cite(series, latest)];
    const days = daysBetween(context.published, released);
    return {
      "": finding({
        series,
        recipe: { op: "given", value: days, how: `days from ${context.published} to ${released}` },
        cites,
        unit: "days",
        digits: 0,
        day: released,
        window: { from: latest.day, to: released },
      }),
      period: finding({
        series,
        recipe: { op: "days", from: 0, to: period },
        cites,
        unit: "days",
        digits: 0,
        day: period,
        window: { from: latest.day, to: period },
      }),
      known: pointFinding(series, latest),
    };
  },
};
