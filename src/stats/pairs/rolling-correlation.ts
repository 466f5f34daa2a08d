import { z } from "zod";
import type { Finding, Frequency, Series } from "../../model/index.ts";
import { correlation, round } from "../../model/index.ts";
import { leastFor } from "../tools/extreme.ts";
import { finding } from "../tools/finding.ts";
import { count, seriesRef } from "../tools/options.ts";
import type { Pair } from "../tools/paired.ts";
import {
  pairCites,
  paired,
  readingsText,
  relativeChanges,
  unbrokenPairs,
} from "../tools/paired.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z.strictObject({
  series: seriesRef,
  with: seriesRef,
  readings: count.min(5).max(1000).default(60).describe("Changes, or levels, in each window."),
  of: z.enum(["changes", "levels"]).default("changes"),
  every: z
    .enum(["own", "week", "month"])
    .default("own")
    .describe("The rhythm of the slower series, or the ends of weeks or months."),
  advanced: z
    .int()
    .min(0)
    .max(500)
    .default(0)
    .describe("Periods by which the second series is moved ahead: 6 of 'advanced six months'."),
  least: count
    .optional()
    .describe("Windows it must reach back over; left out: 60 sessions, 13 weeks or 3 months."),
});

type Options = z.infer<typeof options>;

/** Decimals with which a correlation is printed, and compared. */
const DIGITS = 2;

/** How closely two series move together just now, and how that compares. */
export const rollingCorrelation: Statistic<Options> = {
  name: "rolling-correlation",
  summary:
    "How closely two series moved together in the latest n readings, and since when that is the most or the least.",
  method:
    "Pearson's correlation over the latest `readings` (60) relative changes from one reading to the next, or over as many levels. Readings meet by session, week or month; only the unbroken run of periods that both series tell is looked at. The same is reckoned for every earlier window of that run, moved by one reading at a time; windows next to each other share all readings but one, so extremes come in clusters. It is highest, or lowest, since the last window with a correlation at least as high, or as low, as printed to two decimals; the side that reaches back further is told, under `least` windows none. Of windows equally high or low the latest is told. `advanced: 6` sets the second series' reading of six periods before beside the first one's. An inverted series has the same correlation with the other sign.",
  definition: "Pearson's product-moment correlation over a moving window.",
  options,
  parts: {
    "": "Correlation in the latest window, −1 to 1; state positive, negative or none, as printed.",
    since:
      "The last earlier correlation at least as far out, on the last day of its window; state high or low: highest or lowest since.",
    record:
      "The latest correlation again, where none in the data was as far out; its window is the whole run; state high or low.",
    before: "The correlation of the window just before, which shares no change with the latest.",
    high: "The highest correlation of all windows, on the last day of its window.",
    low: "The lowest correlation of all windows, on the last day of its window.",
  },
  example:
    "tied-now: { statistic: rolling-correlation, series: rut.close, with: spx.close, readings: 60 }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const other = context.series(chosen.with);
    const both = paired(series, other, chosen.every, chosen.advanced);
    return findings(series, other, chosen, unbrokenPairs(both), both.every);
  },
};

function findings(
  series: Series,
  other: Series,
  chosen: Options,
  pairs: readonly Pair[],
  every: Frequency,
): Findings {
  const size = chosen.of === "changes" ? chosen.readings + 1 : chosen.readings;
  if (pairs.length < size) {
    withhold(
      `${series.name} and ${other.name} share ${pairs.length} ${readingsText(every)} in a row, fewer than ${size}`,
    );
  }
  if (chosen.of === "changes" && pairs.some(({ one, two }) => one.value <= 0 || two.value <= 0)) {
    withhold("relative changes need values above zero: ask for levels");
  }
  const rolled = rolling(pairs, size, chosen.of);
  const latest = rolled.length - 1;
  const named = { readings: chosen.readings };
  const at = (place: number, state?: string): Finding => {
    const window = pairs.slice(place, place + size);
    const day = window.at(-1)?.one.day;
    return finding({
      series,
      recipe: {
        op: "correlation",
        of: chosen.of === "changes" ? "relative changes" : "levels",
      },
      cites: pairCites(series, other, window),
      unit: "correlation",
      digits: DIGITS,
      named,
      ...(day === undefined ? {} : { day }),
      ...(state === undefined ? {} : { state }),
    });
  };
  const whole = at(latest);
  const printed = rolled.map((each) => round(each, DIGITS));
  const back = furthest(printed, latest);
  const far = back.steps >= (chosen.least ?? leastFor(every));
  const extreme = back.side === "high" ? "highest" : "lowest";
  const none: Unsaid = {
    unsaid: far
      ? "no window in the data is as far out"
      : `it is the ${extreme} of ${back.steps} windows only`,
  };
  const first = pairs[0];
  const span = first === undefined ? {} : { window: { from: earlier(first), to: whole.window.to } };
  return {
    "": { ...whole, state: signOf(printed[latest] ?? 0) },
    since: far && back.since !== null ? at(back.since, back.side) : none,
    record:
      far && back.since === null
        ? { ...whole, ...span, state: back.side }
        : { unsaid: "an earlier window is as far out" },
    before:
      latest < chosen.readings
        ? { unsaid: "there is no window before" }
        : at(latest - chosen.readings),
    high: at(placeOf(rolled, "high"), "high"),
    low: at(placeOf(rolled, "low"), "low"),
  };
}

/** The correlation of every window, by the place of its first pair; NaN where a series did not vary. */
function rolling(
  pairs: readonly Pair[],
  size: number,
  of: "changes" | "levels",
): readonly number[] {
  const values = (side: keyof Pair): readonly number[] => pairs.map((each) => each[side].value);
  const moved = (side: keyof Pair): readonly number[] =>
    of === "changes" ? relativeChanges(values(side)) : values(side);
  const one = moved("one");
  const two = moved("two");
  const width = of === "changes" ? size - 1 : size;
  return Array.from({ length: pairs.length - size + 1 }, (_, place) =>
    correlation(one.slice(place, place + width), two.slice(place, place + width)),
  );
}

interface Back {
  readonly side: "high" | "low";
  readonly since: number | null;
  readonly steps: number;
}

/** The side on which the latest reaches back further; a window without a correlation stops the look back. */
function furthest(printed: readonly number[], latest: number): Back {
  const value = printed[latest] ?? Number.NaN;
  const look = (side: Back["side"]): Back => {
    const inside = (each: number): boolean => (side === "high" ? each < value : each > value);
    const since = printed.findLastIndex((each, place) => place < latest && !inside(each));
    return { side, since: since < 0 ? null : since, steps: latest - since };
  };
  const high = look("high");
  const low = look("low");
  return low.steps > high.steps ? low : high;
}

function placeOf(rolled: readonly number[], side: "high" | "low"): number {
  let best = -1;
  rolled.forEach((each, place) => {
    if (!Number.isFinite(each)) return;
    const held = rolled[best];
    if (held === undefined || (side === "high" ? each >= held : each <= held)) best = place;
  });
  return best < 0 ? withhold("one of the two series did not vary") : best;
}

function signOf(printed: number): "positive" | "negative" | "none" {
  if (printed === 0) return "none";
  return printed > 0 ? "positive" : "negative";
}

function earlier({ one, two }: Pair): Pair["one"]["day"] {
  return one.day < two.day ? one.day : two.day;
}
