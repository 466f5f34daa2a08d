import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { completeFor, slotOf } from "../../model/index.ts";
import type { Extreme, Side } from "../tools/extreme.ts";
import { beyond, doubtful, extremeAt, leastFor, refuseBrokenRun } from "../tools/extreme.ts";
import type { Readings } from "../tools/find.ts";
import { placeOnOrBefore } from "../tools/find.ts";
import { countFinding, daysFinding, finding, pointFinding } from "../tools/finding.ts";
import { at, count, dayOrFact, seriesRef } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import type { Context, Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { view } from "../tools/views.ts";
import { pointAt } from "../tools/when.ts";

const options = z.strictObject({
  series: seriesRef,
  side: z
    .enum(["high", "low", "either"])
    .default("either")
    .describe("Highest or lowest; either takes the one that reaches back further."),
  at,
  of: count
    .max(60)
    .default(1)
    .describe("The most extreme of the latest n readings instead of the latest alone."),
  point: dayOrFact.optional(),
  least: count
    .optional()
    .describe("Readings it must reach back over; left out: 60 sessions, 13 weeks or 3 months."),
});

type Options = z.infer<typeof options>;

/** Readings cited one by one at most; beyond that a sentence says since when, not how many. */
const MOST_COUNTED = 1000;

/** The highest or lowest since when, or in how many readings. */
export const superlative: Statistic<Options> = {
  name: "superlative",
  summary: "Since when the latest point is the highest or the lowest, and in how many readings.",
  method:
    "Looks back from the latest point (or the one of a day or fact, or the most extreme of the latest `of` readings) for the last earlier point that is at least as high, or as low, as printed; so a difference that the reader cannot see makes a tie, not a superlative. Looking back over less than `least` readings, or across a missing one, it is withheld. The number of readings is counted from the one after that earlier point up to the point itself, and withheld over a thousand. A record is only told of a series that the catalogue declares complete. Suspect points within five percent of the extreme are cited too, since they could overturn it.",
  definition: "Highest since D: D is the last earlier day with a value at least as high.",
  options,
  parts: {
    "": "The extreme point, in the unit of the series; its state is high or low.",
    since: "The last earlier point at least as far out; its day is the D of 'highest since D'.",
    periods: "Readings of which the point is the extreme, a count: six of 'a six-month low'.",
    months:
      "Whole calendar months back to `since`, for monthly and half-monthly series; withheld where the calendar's count claims more than has passed.",
    tie: "The same earlier point where it is equal as printed.",
    beyond: "The last earlier point that is strictly further out as printed.",
    elapsed: "Calendar days from `since` to the point.",
    record: "The point again, where nothing in a complete series is as far out.",
    start: "The first point of the series, where nothing in it is as far out.",
  },
  example: "si-high: { statistic: superlative, series: iwm.short-interest, side: high, of: 2 }",
  find: (chosen, context) => {
    const readings = view(context.series(chosen.series), chosen.at);
    const found = extremeFor(chosen, readings, context);
    const least = chosen.least ?? leastFor(readings.every);
    if (found.periods < least) {
      withhold(`it is the ${wordFor(found.side)} of ${found.periods} readings only`);
    }
    refuseBrokenRun(readings, found);
    return findings(readings, found);
  },
};

function extremeFor(chosen: Options, readings: Readings, context: Context): Extreme {
  const sides: readonly Side[] = chosen.side === "either" ? ["high", "low"] : [chosen.side];
  const found = sides.map((side) =>
    extremeAt(readings, placeFor(chosen, side, readings, context), side),
  );
  const longest = found.toSorted((a, b) => b.periods - a.periods)[0];
  return longest ?? withhold("nothing to look back from");
}

function placeFor(chosen: Options, side: Side, readings: Readings, context: Context): number {
  const { points, every, series } = readings;
  if (chosen.point !== undefined) {
    const point = pointAt(series, chosen.point, context);
    const place = placeOnOrBefore(points, point.day);
    if (points[place]?.day === point.day) return place;
    return withhold(`the figure of ${point.day} is not among those that take part`);
  }
  const latest = points.length - 1;
  const newest = points[latest];
  if (newest === undefined) return latest;
  const slot = slotOf(newest.day, every);
  let place = latest;
  for (let index = latest; index >= 0; index--) {
    const each = points[index];
    const best = points[place];
    if (each === undefined || best === undefined) break;
    if (slot - slotOf(each.day, every) >= chosen.of) break;
    if (side === "high" ? each.value > best.value : each.value < best.value) place = index;
  }
  return place;
}

function findings(readings: Readings, found: Extreme): Findings {
  const { series, points } = readings;
  const { point, since, run, side } = found;
  const first = run[0] ?? point;
  const suspects = doubtful(since === null ? run : [since, ...run], point);
  const further = beyond(readings, found);
  const whole: Finding = finding({
    series,
    recipe: { op: "value", of: 0 },
    cites: [point, ...suspects].map((each) => cite(series, each)),
    unit: series.unit,
    digits: digitsOf(series),
    day: point.day,
    window: { from: (since ?? first).day, to: point.day },
    state: side,
  });
  const none = { unsaid: `nothing since ${points[0]?.day ?? point.day} is ${wordFor(side)}` };
  const how = `readings, of which the last is the ${wordFor(side)}`;
  return {
    "": whole,
    since: since === null ? none : pointFinding(series, since, { state: side }),
    periods:
      run.length > MOST_COUNTED
        ? { unsaid: `it reaches back over more than ${MOST_COUNTED} readings` }
        : countFinding(series, run, how, { state: side }),
    months: since === null ? none : monthsBack(readings, found),
    tie: found.tied && since !== null ? pointFinding(series, since) : { unsaid: "there is no tie" },
    beyond: further === null ? none : pointFinding(series, further, { state: side }),
    elapsed: since === null ? none : daysFinding(series, since, point),
    record: recordPart(readings, found, whole),
    start:
      since === null ? pointFinding(series, first) : { unsaid: "an earlier point is as far out" },
  };
}

function wordFor(side: Side): string {
  return side === "high" ? "highest" : "lowest";
}

/** "A six-month low" must not claim more than there is: from end-October to mid-April is no six. */
function monthsBack(readings: Readings, found: Extreme): Finding | Unsaid {
  const { series, every } = readings;
  const { since, point, periods } = found;
  const months = since === null ? 0 : slotOf(point.day, "month") - slotOf(since.day, "month");
  const whole = every === "month" ? periods === months : periods >= 2 * months;
  if (since === null || months === 0 || !(every === "month" || (every === "half-month" && whole))) {
    return { unsaid: "it is no whole number of months" };
  }
  return finding({
    series,
    recipe: { op: "months", from: 0, to: 1 },
    cites: [cite(series, since), cite(series, point)],
    unit: "months",
    digits: 0,
    state: found.side,
  });
}

function recordPart(readings: Readings, found: Extreme, whole: Finding): Finding | Unsaid {
  if (found.since !== null) return { unsaid: "it is no record" };
  if (completeFor(readings.series, found.side) === null) {
    return { unsaid: `${readings.series.name} is not declared complete for record ${found.side}s` };
  }
  return whole;
}
