import { z } from "zod";
import type { Day } from "../../model/index.ts";
import { addDays, daysBetween, nextRelease, spanBefore, weekNumber } from "../../model/index.ts";
import { newest, own } from "../tools/find.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import { seriesRef, spanOption } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z
  .strictObject({
    series: seriesRef,
    within: spanOption
      .default({ count: 1, unit: "week" })
      .describe("From the published day on: how soon the figures must come out to be due."),
  })
  .refine((each) => each.within.unit !== "session", {
    message: "give `within` in days, weeks or months",
    path: ["within"],
  });

/** When the next figures come out. */
export const release: Statistic<z.infer<typeof options>> = {
  name: "release",
  summary: "When the next figures of a series come out, and which period they tell.",
  method:
    "From the series' release rule in the catalogue, on the calendar of the New York Stock Exchange and with the exceptions the catalogue lists. The first release after the as-of day that does not lie before the published day: on the published day itself it comes out later today. It is due where it comes out within a week of the published day, or whatever `within` says. This week and next are calendar weeks, counted from the published day's. A rule cannot know of a release put off: a row of the catalogue's calendar, or an exception there, overrides it.",
  definition: "The publisher's release calendar, written as a rule.",
  options,
  parts: {
    "": "Days from the published day to the release; its day is the day of the release; state today, this week, next week or later.",
    due: "The same, withheld where it comes out later than `within`.",
    period: "Days from the newest known period to the coming one; its day is the coming period's.",
    known: "The newest figure known so far, in the unit of the series.",
  },
  example: "next-si: { statistic: release, series: iwm.short-interest }",
  find: ({ series: id, within }, context) => {
    const series = context.series(id);
    const latest = newest(own(series));
    const eve = addDays(context.published, -1);
    const coming = nextRelease(series, eve > context.asOf ? eve : context.asOf);
    if (coming === null) return withhold(`no release of ${series.name} is foreseen`);
    const { period, released } = coming;
    const cites = [cite(series, latest)];
    const days = daysBetween(context.published, released);
    const whole = finding({
      series,
      recipe: { op: "given", value: days, how: `days from ${context.published} to ${released}` },
      cites,
      unit: "days",
      digits: 0,
      day: released,
      window: { from: latest.day, to: released },
      state: stateOf(context.published, released),
    });
    return {
      "": whole,
      due:
        spanBefore(released, within) <= context.published
          ? whole
          : { unsaid: `the next figures of ${series.name} come out on ${released} only` },
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

function stateOf(published: Day, released: Day): "today" | "this week" | "next week" | "later" {
  if (released === published) return "today";
  const weeks = weekNumber(released) - weekNumber(published);
  if (weeks === 0) return "this week";
  return weeks === 1 ? "next week" : "later";
}
