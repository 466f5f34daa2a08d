import { z } from "zod";
import type { Point, Series } from "../../model/index.ts";
import { completeFor } from "../../model/index.ts";
import type { Side } from "../tools/extreme.ts";
import { doubtful } from "../tools/extreme.ts";
import { newest, own, refuseHoles } from "../tools/find.ts";
import { daysFinding, finding, pointFinding, said } from "../tools/finding.ts";
import { measure, usualMeasure } from "../tools/measure.ts";
import { barsRef, seriesRef, spanOption } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import type { Context, Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { priorRecord, runningRecords } from "../tools/records.ts";

const options = z
  .strictObject({
    series: seriesRef.optional(),
    bars: barsRef.optional(),
    basis: z
      .enum(["intraday", "close"])
      .default("intraday")
      .describe("Of bars: the highs and lows of the day, or the closes."),
    side: z.enum(["high", "low"]).default("high"),
    stood: spanOption
      .default({ count: 3, unit: "month" })
      .describe("How long a record must have stood to count as the prior one."),
  })
  .refine((each) => (each.series === undefined) !== (each.bars === undefined), {
    message: "name either a series or bars",
    path: ["series"],
  })
  .refine((each) => each.stood.unit !== "session", {
    message: "give `stood` in days, weeks, months or years",
    path: ["stood"],
  });

type Options = z.infer<typeof options>;

/** The highest or lowest value of all, and the record it passed. */
export const record: Statistic<Options> = {
  name: "record",
  summary: "The all-time high or low of a series, and the prior record that it passed.",
  method:
    "The most extreme value known on the as-of day, and the first day it was reached. Only for a series that the catalogue declares complete for records, and without a missing reading; withheld where the latest one is suspect. The prior record is the last one that had stood for at least `stood` (three months) before it was first exceeded: the peak before the run-up in which the present record was set, not the day before. On bars the basis is intraday (highs, lows) or close; the distance alone goes from the record to the latest close on either basis, since a record is touched but an index stands where it closed.",
  definition: "Running maximum or minimum; a record is passed by a strictly further value only.",
  options,
  parts: {
    "": "The record, in the unit of the series; its state is at-record where the latest point set it, else below (or above a low).",
    prior: "The record it passed.",
    margin: "From the prior record to the record: a ratio, or points for percentages and yields.",
    distance:
      "From the record to where the series stands now, a ratio, or points for percentages and yields: of bars to the latest close.",
    elapsed: "Calendar days from the prior record to the record.",
    age: "Calendar days from the record to the latest point.",
  },
  example: "record: { statistic: record, bars: rut, basis: intraday, side: high }",
  find: (chosen, context) => {
    const series = seriesFor(chosen, context);
    const { points } = series;
    const latest = newest(own(series));
    if (completeFor(series, chosen.side) === null) {
      withhold(
        `${series.name} is not declared complete for ${chosen.side}s, so no record ${chosen.side} of it can be told`,
      );
    }
    refuseHoles(series, points, series.every);
    if (latest.suspect !== undefined) {
      withhold(`${series.name} of ${latest.day} is suspect: ${latest.suspect}`);
    }
    const records = runningRecords(points, chosen.side);
    const set = records.at(-1) ?? latest;
    const prior = priorRecord(records, chosen.stood);
    const now = chosen.bars === undefined ? series : context.bars(chosen.bars).close;
    return findings(series, chosen.side, { set, prior, latest }, now);
  },
};

function seriesFor({ series, bars, basis, side }: Options, context: Context): Series {
  if (series !== undefined) return context.series(series);
  const found = context.bars(bars ?? "");
  if (basis === "close") return found.close;
  return side === "high" ? found.high : found.low;
}

function findings(
  series: Series,
  side: Side,
  {
    set,
    prior,
    latest,
  }: { readonly set: Point; readonly prior: Point | null; readonly latest: Point },
  now: Series,
): Findings {
  const stands = newest(own(now));
  const window = { from: series.points[0]?.day ?? set.day, to: latest.day };
  const away = side === "high" ? "below" : "above";
  const state = set.day === latest.day ? "at-record" : away;
  const change = (from: Point, to: Point, of: Series) =>
    finding({
      series,
      ...measure(series, series.unit === "score" ? "percent" : usualMeasure(series.unit), from, to),
      cites: [cite(series, from), cite(of, to)],
    });
  const none: Unsaid = { unsaid: "no earlier record in the data stood long enough" };
  return {
    "": finding({
      series,
      recipe: { op: "value", of: 0 },
      cites: [set, ...doubtful(series.points, set)].map((each) => cite(series, each)),
      unit: series.unit,
      digits: digitsOf(series),
      day: set.day,
      window,
      state,
    }),
    prior: prior === null ? none : pointFinding(series, prior, { window }),
    margin: prior === null ? none : said(() => change(prior, set, series)),
    distance: said(() => change(set, stands, now)),
    elapsed: prior === null ? none : daysFinding(series, prior, set),
    age: daysFinding(series, set, latest),
  };
}
