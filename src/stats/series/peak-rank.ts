import { z } from "zod";
import type { Finding, Point } from "../../model/index.ts";
import type { Side } from "../tools/extreme.ts";
import type { Readings } from "../tools/find.ts";
import { newest, unbroken } from "../tools/find.ts";
import { countFinding, daysFinding, pointFinding } from "../tools/finding.ts";
import { at, count, seriesRef } from "../tools/options.ts";
import { further } from "../tools/sides.ts";
import { turns } from "../tools/turns.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { view } from "../tools/views.ts";

const options = z.strictObject({
  series: seriesRef,
  of: z.enum(["peak", "trough"]).default("peak"),
  side: z
    .enum(["high", "low"])
    .optional()
    .describe(
      "Held against the higher ones, or against the lower ones; left out: peaks high, troughs low.",
    ),
  at,
  times: z
    .number()
    .min(1)
    .max(50)
    .default(3)
    .describe("How many typical steps the series must have moved away for a peak to count."),
  least: count
    .default(3)
    .describe("Peaks it must be the highest or lowest of; for the second of one more, and so on."),
});

/** The second lowest peak since. */
export const peakRank: Statistic<z.infer<typeof options>> = {
  name: "peak-rank",
  summary:
    "Since when the latest peak, or trough, is the highest or lowest, the second, the third.",
  method:
    "Peaks and troughs are those of `turning-point`: a high or low counts once the series has moved away from it by `times` (three) typical steps, so a peak is known only after the fall from it; daily prices want ten such steps and more. The first reading of the run looked at is none. The latest peak is held against all earlier ones as printed; a suspect one counts as at least as far out, since nobody knows. Only the run of readings up to the latest without a hole is looked at. It is withheld where it is the highest of fewer than `least` peaks, the second highest of fewer than one more, and so on, and where it is the only one.",
  definition: "Zigzag filter with a threshold in the series' own median steps.",
  options,
  parts: {
    "": "The latest peak, in the unit of the series, on its day; state peak or trough.",
    since:
      "The last earlier peak at least as high (or low); its day is the D of 'highest peak since D'.",
    second: "The one before that: 'second highest peak since D'.",
    third: "The one before that: 'third highest peak since D'.",
    tie: "The peak of `since` where it is equal as printed.",
    peaks: "Peaks of which the latest is the highest (or lowest), a count.",
    elapsed: "Calendar days from the peak of `since` to the latest one.",
    start: "The first peak in the data, where none is as high (or low).",
  },
  example: "survey-peak: { statistic: peak-rank, series: nfib.optimism }",
  find: ({ series: id, of, side: asked, at: which, times, least }, context) => {
    const readings = view(context.series(id), which);
    newest(readings);
    const wanted: Side = of === "peak" ? "high" : "low";
    const points = unbroken(readings.points, readings.every);
    const peaks = turns(points, times)
      .filter((each) => each.side === wanted && each.point !== points[0])
      .map((each) => each.point);
    const place = peaks.length - 1;
    const latest = peaks[place];
    if (latest === undefined) return withhold(`${readings.series.name} has no ${of} in the data`);
    const side = asked ?? wanted;
    const reached = reachedBy(readings, peaks, latest, side);
    const far = (rank: number): boolean =>
      place - (reached[rank] ?? -1) >= least + rank && peaks.length > 1;
    if (!far(0) && !far(1) && !far(2)) {
      withhold(`the latest ${of} of ${readings.series.name} reaches back over too few others`);
    }
    return findings({ readings, peaks, latest, side, state: of }, reached, far);
  },
};

/** Places of the three newest earlier peaks at least as far out. */
function reachedBy(
  { series }: Readings,
  peaks: readonly Point[],
  latest: Point,
  side: Side,
): readonly number[] {
  const earlier = peaks.slice(0, -1).map((each, place) => ({ each, place }));
  return earlier
    .filter(
      ({ each }) =>
        each.suspect !== undefined || further(series, side, each.value, latest.value) >= 0,
    )
    .map(({ place }) => place)
    .toReversed()
    .slice(0, 3);
}

interface Found {
  readonly readings: Readings;
  readonly peaks: readonly Point[];
  readonly latest: Point;
  readonly side: Side;
  readonly state: string;
}

function findings(
  { readings, peaks, latest, side, state }: Found,
  reached: readonly number[],
  far: (rank: number) => boolean,
): Findings {
  const { series } = readings;
  const [first = latest] = peaks;
  const none: Unsaid = { unsaid: `no ${state} since ${first.day} is as ${side}` };
  const near: Unsaid = { unsaid: "it reaches back over too few of them" };
  const part = (rank: number): Finding | Unsaid => {
    if (!far(rank)) return near;
    const found = peaks[reached[rank] ?? -1];
    return found === undefined ? none : pointFinding(series, found, { state });
  };
  const since = peaks[reached[0] ?? -1];
  const tied = since !== undefined && further(series, side, since.value, latest.value) === 0;
  const run = peaks.slice((reached[0] ?? -1) + 1);
  const word = side === "high" ? "highest" : "lowest";
  return {
    "": pointFinding(series, latest, { state }),
    since: part(0),
    second: part(1),
    third: part(2),
    tie: tied ? part(0) : { unsaid: "there is no tie" },
    peaks: far(0)
      ? countFinding(series, run, `${state}s, of which the last is the ${word}`, { state })
      : near,
    elapsed: since === undefined ? none : far(0) ? daysFinding(series, since, latest) : near,
    start:
      since === undefined
        ? pointFinding(series, first, { state })
        : { unsaid: `an earlier ${state} is as ${side}` },
  };
}
