import { z } from "zod";
import type { Finding, Point, Series, Span } from "../../model/index.ts";
import { slotOf, spanBefore } from "../../model/index.ts";
import { newest, own, refuseHoles } from "../tools/find.ts";
import { finding, pointFinding, said } from "../tools/finding.ts";
import { count, seriesRef, spanOption } from "../tools/options.ts";
import { priorRecord, runningRecords } from "../tools/records.ts";
import type { Context, Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z
  .strictObject({
    series: seriesRef,
    with: seriesRef,
    stood: spanOption
      .default({ count: 3, unit: "month" })
      .describe("How long a record must have stood before it was passed, to be a cycle's peak."),
    apart: count
      .max(60)
      .default(12)
      .describe("Months that two peaks may lie apart and still belong to one cycle."),
  })
  .refine((each) => each.stood.unit !== "session", {
    message: "give `stood` in days, weeks, months or years",
    path: ["stood"],
  });

/** A record younger than this may still be passed: the peak of its cycle is not known yet. */
const SETTLED: Span = { count: 2, unit: "month" };

/** Which of two series peaked first, this time and the time before. */
export const leadLag: Statistic<z.infer<typeof options>> = {
  name: "lead-lag",
  summary:
    "How many months one series peaked, and bottomed in between, before or after another, this time and last time.",
  method:
    "The peak of this cycle is the record of each series, that of the cycle before the prior record it passed (see record). Months are counted by the calendar from the other series' peak to this one's, so that end-January is two months after 25 November. Both series must be declared complete for records. A record younger than two months may still be passed, and two peaks more than `apart` months from each other are not taken for one cycle: both withhold the finding. The trough of each series is its lowest reading between its own two peaks, the latest of them where several are as low; troughs too are held against each other by `apart`.",
  definition: "Signed distance of peaks, and of troughs, in calendar months.",
  options,
  parts: {
    "": "This time: months from the other's peak to this one's, negative where this one leads; state leads, lags or together.",
    before: "Last time: the same for the cycle before.",
    trough: "The trough between: months from the other's to this one's; the same states.",
    top: "This series' peak of this cycle.",
    "other-top": "The other series' peak of this cycle.",
    "top-before": "This series' peak of the cycle before.",
    "other-top-before": "The other series' peak of the cycle before.",
    low: "This series' trough between its two peaks.",
    "other-low": "The other series' trough between its two peaks.",
  },
  example: "lead: { statistic: lead-lag, series: margin-debt, with: rut.high }",
  find: ({ series: id, with: otherId, stood, apart }, context) => {
    const series = context.series(id);
    const other = context.series(otherId);
    const one = peaksOf(series, stood, context);
    const two = peaksOf(other, stood, context);
    const told = (a: Point, b: Point, did: Turned = "peaked"): Finding =>
      months(series, a, other, b, apart, did);
    const none: Unsaid = { unsaid: "the cycle before lies outside the data" };
    const { before } = one;
    const otherBefore = two.before;
    const low = troughOf(series, one);
    const otherLow = troughOf(other, two);
    return {
      "": told(one.top, two.top),
      before:
        before === null || otherBefore === null ? none : said(() => told(before, otherBefore)),
      trough:
        low === null || otherLow === null ? none : said(() => told(low, otherLow, "bottomed")),
      top: pointFinding(series, one.top),
      "other-top": pointFinding(other, two.top),
      "top-before": before === null ? none : pointFinding(series, before),
      "other-top-before": otherBefore === null ? none : pointFinding(other, otherBefore),
      low: low === null ? none : pointFinding(series, low),
      "other-low": otherLow === null ? none : pointFinding(other, otherLow),
    } satisfies Findings;
  },
};

interface Peaks {
  readonly top: Point;
  readonly before: Point | null;
}

function peaksOf(series: Series, stood: Span, context: Context): Peaks {
  newest(own(series));
  if (series.completeForRecords === null) {
    withhold(`${series.name} is not declared complete, so its peaks cannot be told`);
  }
  refuseHoles(series, series.points, series.every);
  const records = runningRecords(series.points, "high");
  const top = records.at(-1) ?? newest(own(series));
  if (top.day > spanBefore(context.asOf, SETTLED)) {
    withhold(`the record of ${series.name} of ${top.day} is too young to be called a peak`);
  }
  return { top, before: priorRecord(records, stood) };
}

/** The lowest reading between the two peaks; null where only one of them is known. */
function troughOf(series: Series, { top, before }: Peaks): Point | null {
  if (before === null) return null;
  const inside = series.points.filter((each) => each.day > before.day && each.day < top.day);
  return inside.reduce<Point | null>(
    (low, each) => (low === null || each.value <= low.value ? each : low),
    null,
  );
}

type Turned = "peaked" | "bottomed";

function months(
  series: Series,
  one: Point,
  other: Series,
  two: Point,
  apart: number,
  did: Turned,
): Finding {
  const steps = slotOf(one.day, "month") - slotOf(two.day, "month");
  if (Math.abs(steps) > apart) {
    withhold(
      `${series.name} ${did} on ${one.day} and ${other.name} on ${two.day}, too far apart for one cycle`,
    );
  }
  const side = steps < 0 ? "leads" : "lags";
  return finding({
    series,
    recipe: { op: "months", from: 0, to: 1 },
    cites: [cite(other, two), cite(series, one)],
    unit: "months",
    digits: 0,
    day: one.day,
    state: steps === 0 ? "together" : side,
  });
}
