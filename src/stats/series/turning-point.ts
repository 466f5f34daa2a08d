import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { extremeAt, refuseBrokenRun } from "../tools/extreme.ts";
import type { Readings } from "../tools/find.ts";
import { newest, placeOnOrBefore, unbroken } from "../tools/find.ts";
import { countFinding, daysFinding, finding, pointFinding, said } from "../tools/finding.ts";
import { measure, usualMeasure } from "../tools/measure.ts";
import { at, seriesRef } from "../tools/options.ts";
import type { Turn } from "../tools/turns.ts";
import { turns } from "../tools/turns.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { view } from "../tools/views.ts";

const options = z.strictObject({
  series: seriesRef,
  at,
  times: z
    .number()
    .min(1)
    .max(20)
    .default(3)
    .describe("How many typical steps the series must have moved away to have turned."),
});

/** Readings without which no typical step is known. */
const LEAST = 12;

/** The last turn of a series. */
export const turningPoint: Statistic<z.infer<typeof options>> = {
  name: "turning-point",
  summary:
    "The low since which a series has risen on balance, or the high since which it has fallen.",
  method:
    "A high or low is a turning point once the series has moved away from it by `times` (three) typical steps; the typical step is the median size of the changes from one reading to the next, as far as known on the as-of day (of logarithms, or of plain values where some are not positive). The last such point is told. Only the unbroken run of readings up to the latest is looked at, and twelve of them at least.",
  definition: "Zigzag filter with a threshold in the series' own median steps.",
  options,
  parts: {
    "": "The turning point, in the unit of the series; state rising where it was a low, falling where it was a high.",
    change: "From the turning point to the latest reading, in percent, or in points for scores.",
    since: "The last reading before the turning point that was as low, or as high, as printed.",
    periods: "Readings since the turning point, a count.",
    elapsed: "Calendar days from the turning point to the latest reading.",
  },
  example: "si-turn: { statistic: turning-point, series: iwm.short-interest }",
  find: ({ series: id, at, times }, context) => {
    const series = context.series(id);
    const readings = view(series, at);
    const latest = newest(readings);
    const points = unbroken(readings.points, readings.every);
    if (points.length < LEAST) {
      withhold(`${series.name} has only ${points.length} readings in a row, too few for its turns`);
    }
    const turn =
      turns(points, times).at(-1) ?? withhold(`${series.name} has not turned in the data`);
    const rest = points.slice(placeOnOrBefore(points, turn.point.day) + 1);
    const state = turn.side === "low" ? "rising" : "falling";
    return {
      "": pointFinding(series, turn.point, {
        state,
        window: { from: points[0]?.day ?? turn.point.day, to: latest.day },
      }),
      change: said(() =>
        finding({
          series,
          ...measure(series, usualMeasure(series.unit), turn.point, latest),
          cites: [cite(series, turn.point), cite(series, latest)],
          state,
        }),
      ),
      since: said(() => lookBack(readings, turn)),
      periods: countFinding(series, rest, `readings since ${turn.point.day}`, { state }),
      elapsed: daysFinding(series, turn.point, latest),
    };
  },
};

function lookBack(readings: Readings, turn: Turn): Finding {
  const extreme = extremeAt(readings, placeOnOrBefore(readings.points, turn.point.day), turn.side);
  refuseBrokenRun(readings, extreme);
  const since = extreme.since ?? withhold(`nothing in the data was as ${turn.side} before`);
  return pointFinding(readings.series, since, { state: turn.side });
}
