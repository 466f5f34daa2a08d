import { z } from "zod";
import type { Over } from "../tools/base.ts";
import { baseOf } from "../tools/base.ts";
import { newest, pointTelling } from "../tools/find.ts";
import { pointFinding } from "../tools/finding.ts";
import { at, dayOrFact, seriesRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { view } from "../tools/views.ts";
import { dayFor } from "../tools/when.ts";

const options = z.strictObject({
  series: seriesRef,
  at,
  of: z
    .enum(["latest", "last month"])
    .default("latest")
    .describe("The newest point, or the last one of the month before the newest point's month."),
  on: dayOrFact.optional(),
});

const MONTH_BEFORE: Over = { kind: "to date", of: "month" };
const ONE_MONTH: Over = { kind: "span", span: { count: 1, unit: "month" } };

/** The value of a series: its newest, that of the month before, or that of a day. */
export const last: Statistic<z.infer<typeof options>> = {
  name: "last",
  summary: "The latest value of a series, or its value on a day.",
  method:
    "The newest point known on the as-of day. `at` narrows the points to the last of each full week or month, or to the mid-month ones of a half-month series. `of: last month` takes the last point of the calendar month before the newest point's. `on` takes the point that tells the state on a day, or on the day of another fact: for a daily series that of the last session on or before it, for others that of the period the day lies in. A missing point is never replaced by an older one.",
  definition: "A row of the source as it stands.",
  options,
  parts: { "": "The value, in the unit of the series; its day is the day the value belongs to." },
  example: "short-interest: { statistic: last, series: iwm.short-interest, at: month-end }",
  find: ({ series: id, at, of, on }, context) => {
    const series = context.series(id);
    const readings = view(series, at);
    if (on !== undefined) {
      const day = dayFor(on, context);
      const found = pointTelling(readings, day);
      return {
        "": pointFinding(series, found ?? withhold(`${series.name} has no figure for ${day}`)),
      };
    }
    const latest = newest(readings);
    if (of === "latest") return { "": pointFinding(series, latest) };
    const found = baseOf(readings, latest, at === "any" ? MONTH_BEFORE : ONE_MONTH);
    if (found === null) return withhold(`${series.name} has no figure for the month before`);
    return { "": pointFinding(series, found) };
  },
};
