import { z } from "zod";
import type { Finding, Recipe, Series } from "../../model/index.ts";
import { countFinding, finding, said } from "../tools/finding.ts";
import { count, seriesRef } from "../tools/options.ts";
import { comparePrinted, digitsOf } from "../tools/precision.ts";
import { apart } from "./apart.ts";
import type { Crossing, Side } from "./averages.ts";
import {
  averageAt,
  averageFrom,
  averagesOf,
  lastCrossing,
  refuseHoleIn,
  refuseShort,
  sideOf,
} from "./averages.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { cite } from "../statistic.ts";

const options = z
  .strictObject({
    series: seriesRef,
    fast: count.max(400).default(50).describe("Readings of the shorter average."),
    slow: count.max(400).default(200).describe("Readings of the longer average."),
  })
  .refine((each) => each.fast < each.slow, {
    message: "the fast average has fewer readings than the slow one",
    path: ["fast"],
  });

/** Two moving averages of one series, and when they last crossed. */
export const averagesCross: Statistic<z.infer<typeof options>> = {
  name: "averages-cross",
  summary: "Which of two moving averages lies higher, by how much, and since when.",
  method:
    "Both are plain means of the last readings, the latest included. They cross on the first reading on which the shorter lies on the other side of the longer, compared at the precision of the source; readings on which they are equal change no side. The cross of the 50 over the 200 is called golden, the one under it a death cross: field terms, not forecasts. As printed equal averages are `at` each other. A missing reading withholds what rests on it. Where the slow average is not above zero, no percentage starts there: the averages and their crossings are told without it.",
  definition:
    "SMA(fast) against SMA(slow), as in Murphy, Technical Analysis of the Financial Markets.",
  options,
  parts: {
    "": "From the slow average to the fast one, as a ratio; of yields in basis points, of surveys and shares in points. Its state is above, below or at; it names both.",
    fast: "The shorter average.",
    slow: "The longer average.",
    crossed:
      "The reading on the day of the last crossing; its state is golden cross or death cross of the 50 and the 200, up or down of all others.",
    sessions: "Readings since the crossing: none where it came on the latest.",
    prior: "The reading on the day of the crossing before that one, with its state.",
  },
  example: "averages: { statistic: averages-cross, series: rut.close, fast: 50, slow: 200 }",
  find: ({ series: id, fast, slow }, context) => {
    const series = context.series(id);
    const { points } = series;
    refuseShort(series, slow);
    const latest = points.length - 1;
    refuseHoleIn(series, points, latest - slow + 1);
    const quick = averageFrom(slow - fast, fast);
    const long = averageFrom(0, slow);
    const cites = points.slice(-slow).map((each) => cite(series, each));
    const named = { fast, slow };
    const average = (recipe: Recipe, of: number): Finding =>
      finding({
        series,
        recipe,
        cites,
        unit: series.unit,
        digits: digitsOf(series),
        named: { of },
      });
    const values = [averageAt(points, fast, latest), averageAt(points, slow, latest)] as const;
    const printed = comparePrinted(series, ...values);
    return {
      "": said(() =>
        finding({
          series,
          ...apart(series, long, quick, values[1]),
          cites,
          named,
          state: printed === 0 ? "at" : printed > 0 ? "above" : "below",
        }),
      ),
      fast: average(quick, fast),
      slow: average(long, slow),
      ...crossings(series, fast, slow),
    };
  },
};

function crossings(series: Series, fast: number, slow: number): Findings {
  const { points } = series;
  const quick = averagesOf(points, fast);
  const long = averagesOf(points, slow);
  const side = (place: number): Side =>
    sideOf(series, quick[place] ?? Number.NaN, long[place] ?? Number.NaN);
  const last = lastCrossing(side, points.length - 1, slow - 1);
  if (last === null) {
    const none = { unsaid: "the averages have not crossed in the data" };
    return { crossed: none, sessions: none, prior: none };
  }
  const before = lastCrossing(side, last.place - 1, slow - 1);
  const since = points.slice(last.place);
  const unit = series.every === "day" ? "sessions" : "count";
  return {
    crossed: said(() => crossedOn(series, fast, slow, last)),
    sessions: said(() => {
      refuseHoleIn(series, points, last.place - slow);
      return countFinding(series, since, "readings after the crossing", { first: 1, unit });
    }),
    prior:
      before === null
        ? { unsaid: "the averages had not crossed before in the data" }
        : said(() => crossedOn(series, fast, slow, before)),
  };
}

/** Cites the readings of both averages on that day and the day before. */
function crossedOn(series: Series, fast: number, slow: number, crossing: Crossing): Finding {
  const { place, side } = crossing;
  refuseHoleIn(series, series.points, place - slow);
  const window = series.points.slice(Math.max(0, place - slow), place + 1);
  const cross = fast === 50 && slow === 200;
  const state = side === "above" ? (cross ? "golden cross" : "up") : cross ? "death cross" : "down";
  return finding({
    series,
    recipe: { op: "value", of: window.length - 1 },
    cites: window.map((each) => cite(series, each)),
    unit: series.unit,
    digits: digitsOf(series),
    state,
    named: { fast, slow },
  });
}
