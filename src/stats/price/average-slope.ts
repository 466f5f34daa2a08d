import { z } from "zod";
import type { Finding, Series } from "../../model/index.ts";
import { round } from "../../model/index.ts";
import type { Rank } from "../tools/finding.ts";
import { finding, said } from "../tools/finding.ts";
import { rankAmong, usualMeasure } from "../tools/measure.ts";
import { count, seriesRef } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import { apart } from "./apart.ts";
import { averageAt, averageFrom, refuseHoleIn, refuseShort } from "./averages.ts";
import type { Statistic, Unsaid } from "../statistic.ts";
import { cite } from "../statistic.ts";

const options = z.strictObject({
  series: seriesRef,
  of: count.max(400).default(50).describe("Readings averaged: 50 of the 50-day average."),
  over: count.max(260).default(10).describe("Readings over which the average's change is taken."),
});

/** Flat is a slope smaller than four of five of the average's own, where so many are known. */
const FLAT_RANK = 0.2;
const LEAST_RANKED = 24;

/** Where a moving average points. */
export const averageSlope: Statistic<z.infer<typeof options>> = {
  name: "average-slope",
  summary: "Whether a moving average rises, falls or is flat, and by how much.",
  method:
    "The change of the simple moving average over its last `over` readings, in percent; of yields and surveys in basis points or points. Its rank is the place of its size among all earlier changes of the same length that do not overlap, itself counted half. Flat is a change whose rank lies under 0.2: smaller than four of five of the average's own. With fewer than 24 earlier changes only one that prints as zero is flat. The average rises on a reading that is higher than the one `of` readings before it, which then leaves the mean. None of the readings used may be missing, but for those of the rank.",
  definition: "SMA(n) today / SMA(n) some readings before − 1.",
  options,
  parts: {
    "": "The change of the average, as a ratio; its state is rising, falling or flat; it names the readings averaged and those it is taken over.",
    from: "The average at the start.",
    to: "The average now.",
    run: "Readings in a row on which the average rose or fell, the latest included; its state is rising or falling.",
  },
  example: "slope: { statistic: average-slope, series: rut.close, of: 50, over: 10 }",
  find: ({ series: id, of, over }, context) => {
    const series = context.series(id);
    const { points } = series;
    refuseShort(series, of + over);
    const latest = points.length - 1;
    refuseHoleIn(series, points, latest - of - over + 1);
    const from = averageAt(points, of, latest - over);
    const to = averageAt(points, of, latest);
    const cites = points.slice(-of - over).map((each) => cite(series, each));
    const ends = [averageFrom(0, of), averageFrom(over, of)] as const;
    const rank = rankAmong(sizeBetween(series, from, to), pastSizes(series, of, over));
    const found = finding({
      series,
      ...apart(series, ...ends, from),
      cites,
      rank,
      named: { of, over },
    });
    const [start, end] = ends.map((recipe, index) =>
      finding({
        series,
        recipe,
        cites,
        unit: series.unit,
        digits: digitsOf(series),
        day: points[latest - over * (1 - index)]?.day ?? found.day,
        named: { of },
      }),
    );
    if (start === undefined || end === undefined) return {};
    return {
      "": { ...found, state: stateOf(found, rank) },
      from: start,
      to: end,
      run: runOf(series, of),
    };
  },
};

function stateOf({ value, unit, digits }: Finding, { rank, ranked }: Rank): string {
  const printed = round(unit === "ratio" ? 100 * value : value, digits);
  const flat = rank === null || ranked < LEAST_RANKED ? printed === 0 : rank < FLAT_RANK;
  if (flat || value === 0) return "flat";
  return value > 0 ? "rising" : "falling";
}

/** The measure that `apart` tells, as a plain number, without the dust that parts equal sizes. */
function sizeBetween(series: Series, from: number, to: number): number {
  const size = Math.abs(usualMeasure(series.unit) === "percent" ? to / from - 1 : to - from);
  return Number(size.toPrecision(9));
}

function pastSizes(series: Series, of: number, over: number): readonly number[] {
  const found: number[] = [];
  for (let to = series.points.length - 1 - over; to - over >= of - 1; to -= over) {
    const from = averageAt(series.points, of, to - over);
    found.push(sizeBetween(series, from, averageAt(series.points, of, to)));
  }
  return found;
}

/** On how many readings in a row the average has moved the way it moved last. */
function runOf(series: Series, of: number): Finding | Unsaid {
  const { points } = series;
  const moved = (place: number): number =>
    Math.sign((points[place]?.value ?? Number.NaN) - (points[place - of]?.value ?? Number.NaN));
  const latest = points.length - 1;
  const way = moved(latest);
  if (way === 0 || Number.isNaN(way)) return { unsaid: "the average did not move last" };
  let first = latest;
  while (moved(first - 1) === way) first -= 1;
  if (first <= of)
    return { unsaid: "the run of the average reaches back to the start of the data" };
  const window = points.slice(first - of);
  const how = `readings on which the average ${way > 0 ? "rose" : "fell"}`;
  const found = (): Finding =>
    finding({
      series,
      recipe: { op: "count", first: of, last: window.length - 1, how },
      cites: window.map((each) => cite(series, each)),
      unit: series.every === "day" ? "sessions" : "count",
      digits: 0,
      state: way > 0 ? "rising" : "falling",
      named: { of },
    });
  return wholeFrom(series, first - of, found);
}

function wholeFrom(series: Series, first: number, make: () => Finding): Finding | Unsaid {
  return said(() => {
    refuseHoleIn(series, series.points, first);
    return make();
  });
}
