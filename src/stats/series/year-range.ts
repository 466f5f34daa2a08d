import { z } from "zod";
import type { Point, Recipe, Series } from "../../model/index.ts";
import type { Side } from "../tools/extreme.ts";
import { doubtful } from "../tools/extreme.ts";
import { newest, own } from "../tools/find.ts";
import { finding, pointFinding, said } from "../tools/finding.ts";
import { measure, usualMeasure } from "../tools/measure.ts";
import { spanOption } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import type { Sided } from "../tools/sides.ts";
import {
  further,
  furthest,
  isSided,
  SIDED,
  sidedOf,
  sidedShape,
  thisYear,
  windowOf,
} from "../tools/sides.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z
  .strictObject({
    ...sidedShape,
    over: z
      .union([z.literal("year to date"), spanOption])
      .default({ count: 52, unit: "week" })
      .describe(
        'How far back: "52 weeks" unless said otherwise, "1 year", "60 sessions", or "year to date".',
      ),
  })
  .refine(isSided, SIDED);

/** Off the 52-week high, up from the 52-week low. */
export const yearRange: Statistic<z.infer<typeof options>> = {
  name: "year-range",
  summary: "The 52-week high and low, and where between them a series stands.",
  method:
    "The highest and the lowest reading of the 52 weeks that end with the latest one, or of another span; of bars the highs and lows of the day, or the closes. The day of the same date 52 weeks before no longer belongs to it; of the year to date the first reading is that of its first session or period; spans of months and years of monthly and half-monthly series are counted in their periods. Of readings equally high or low the first is told. Where the series stands is its latest reading, of bars the latest close on either basis. The high is new where the latest reading lies above all others of the window as printed; equal as printed to an earlier one, the series is at it. Distances follow the rules of `change`. Withheld where the data do not reach back to the first period of the span, or have a hole in it. Suspect readings within five percent of the high or low are cited by all that rests on it, since they could overturn it.",
  definition: "Place in the range: (latest − low) / (high − low).",
  options,
  parts: {
    "": "Where the series stands, 0 at the low and 1 at the high, a ratio; state new high, new low, at high, at low or inside.",
    high: "The high, in the unit of the series, on its day.",
    low: "The low, in the unit of the series, on its day.",
    last: "Where the series stands: the latest reading, of bars the latest close.",
    "from-high": "From the high to where it stands: a ratio, or points; never above zero.",
    "from-low": "From the low to where it stands: a ratio, or points; never below zero.",
  },
  example: "year: { statistic: year-range, bars: rut }",
  find: (chosen, context) => {
    const sided = sidedOf(chosen, context);
    const { over } = chosen;
    const inside = (series: Series) =>
      over === "year to date" ? thisYear(series) : windowOf(series, over);
    const windows = { high: inside(sided.high), low: inside(sided.low) };
    const last = newest(own(sided.now));
    if (windows.high.at(-1)?.day !== last.day || windows.low.at(-1)?.day !== last.day) {
      withhold(`highs, lows and closes of ${sided.now.name} do not end on one day`);
    }
    const named = over === "year to date" ? {} : { [`${over.unit}s`]: over.count };
    return findings(sided, windows, last, named);
  },
};

type Windows = Readonly<Record<Side, readonly Point[]>>;

function findings(
  sided: Sided,
  windows: Windows,
  last: Point,
  named: Readonly<Record<string, number>>,
): Findings {
  const high = furthest(windows.high, "high") ?? last;
  const low = furthest(windows.low, "low") ?? last;
  const from = windows.high[0]?.day ?? last.day;
  const window = { from, to: last.day };
  const doubts = (side: Side, point: Point) =>
    doubtful(windows[side], point).map((each) => cite(sided[side], each));
  const extreme = (side: Side, point: Point) =>
    finding({
      series: sided[side],
      recipe: { op: "value", of: 0 },
      cites: [cite(sided[side], point), ...doubts(side, point)],
      unit: sided[side].unit,
      digits: digitsOf(sided[side]),
      day: point.day,
      window,
      state: side,
      named,
    });
  const away = (side: Side, point: Point) =>
    said(() =>
      finding({
        series: sided[side],
        ...measure(sided[side], usualMeasure(sided.now.unit), point, last),
        cites: [cite(sided[side], point), cite(sided.now, last), ...doubts(side, point)],
        day: last.day,
        named,
      }),
    );
  return {
    "":
      high.value === low.value
        ? { unsaid: `${sided.now.name} did not move in the window` }
        : finding({
            series: sided.now,
            recipe: PLACE,
            cites: [
              cite(sided.low, low),
              cite(sided.high, high),
              cite(sided.now, last),
              ...doubts("low", low),
              ...doubts("high", high),
            ],
            unit: "ratio",
            digits: 0,
            day: last.day,
            window,
            state: stateOf(sided, windows),
            named,
          }),
    high: extreme("high", high),
    low: extreme("low", low),
    last: pointFinding(sided.now, last),
    "from-high": away("high", high),
    "from-low": away("low", low),
  };
}

const PLACE: Recipe = {
  op: "quotient",
  of: { op: "difference", from: { op: "value", of: 0 }, to: { op: "value", of: 2 } },
  by: { op: "difference", from: { op: "value", of: 0 }, to: { op: "value", of: 1 } },
};

function stateOf(sided: Sided, windows: Windows): string {
  const against = (side: Side, series: Series): number => {
    const latest = windows[side].at(-1);
    const best = furthest(windows[side].slice(0, -1), side);
    return latest === undefined || best === null
      ? -1
      : further(series, side, latest.value, best.value);
  };
  const high = against("high", sided.high);
  const low = against("low", sided.low);
  if (high > 0 && low > 0) return "inside";
  if (high > 0) return "new high";
  if (low > 0) return "new low";
  if (high === 0) return "at high";
  return low === 0 ? "at low" : "inside";
}
