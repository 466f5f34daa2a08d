import { z } from "zod";
import type { Citation, Day, Finding, Point, Recipe, Series } from "../../model/index.ts";
import { round, sessionNumber, slotOf } from "../../model/index.ts";
import { newest, own, placeOnOrBefore, pointInSlot } from "../tools/find.ts";
import { finding, pointFinding, said } from "../tools/finding.ts";
import { count, dayOrFact, seriesRef } from "../tools/options.ts";
import { digitsOf } from "../tools/precision.ts";
import { pointAt } from "../tools/when.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  series: seriesRef.describe("Shares sold short, by settlement day."),
  volume: seriesRef.describe("Shares traded, day by day."),
  on: dayOrFact.optional().describe("The settlement of a day or of a fact instead of the newest."),
  sessions: count
    .max(260)
    .optional()
    .describe(
      "Sessions up to the settlement whose volume is averaged; left out: those since the settlement before.",
    ),
  "least-volume": z
    .number()
    .min(1)
    .default(10_000)
    .describe("Shares a day on average under which the figure means nothing."),
});

type Options = z.infer<typeof options>;

/** FINRA prints no less than the one and no more than the other, whatever the figures. */
const FLOOR = 1;
const CAP = 999.99;
const DIGITS = 1;

/** How long shorts would need to buy back, at the usual volume. */
export const daysToCover: Statistic<Options> = {
  name: "days-to-cover",
  summary:
    "Short interest in days of average trading volume, and how that changed since the report before.",
  method:
    "The latest short interest divided by the mean daily volume of the sessions after the settlement before, up to and with the settlement itself; with `sessions` of so many sessions up to the settlement. `on` names an earlier settlement. Every session must have its volume. FINRA prints 1.00 for all that is less and 999.99 for all that is more: both are withheld, since the figure printed would not be the figure. So is a mean volume under `least-volume` (10,000 shares a day), where a single trade moves the result; short interest and volume can be said all the same. Short interest and volume must both be adjusted for splits, or both not.",
  definition:
    "FINRA, Equity Short Interest Data glossary: current short position divided by the average daily volume between two settlements.",
  options,
  parts: {
    "": "Days to cover, with one decimal.",
    volume: "The average daily volume, shares.",
    shorts: "The short interest, shares, on its settlement day.",
    before: "Days to cover of the report before, reckoned the same way.",
    change: "The difference of the two in days; state up, down or unchanged, as printed.",
  },
  example: "cover: { statistic: days-to-cover, series: iwm.short-interest, volume: iwm.volume }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const volume = context.series(chosen.volume);
    const latest =
      chosen.on === undefined ? newest(own(series)) : pointAt(series, chosen.on, context);
    const traded = tradedUpTo(series, volume, latest, chosen).map((each) => cite(volume, each));
    const now = (): Covered => coverAt(series, traded, latest, chosen);
    const earlier = (): Covered => {
      const slot = slotOf(latest.day, series.every) - 1;
      const point = pointInSlot(own(series), slot);
      if (point === null) return withhold(`${series.name} has no figure for the period before`);
      const before = tradedUpTo(series, volume, point, chosen);
      return coverAt(
        series,
        before.map((each) => cite(volume, each)),
        point,
        chosen,
      );
    };
    return {
      "": said(() => now().days),
      volume: finding({
        series: volume,
        recipe: { op: "mean", first: 0, last: traded.length - 1 },
        cites: traded,
        unit: volume.unit,
        digits: digitsOf(volume),
        named: { sessions: traded.length },
      }),
      shorts: pointFinding(series, latest),
      before: said(() => earlier().days),
      change: said(() => changed(series, earlier(), now())),
    };
  },
};

interface Covered {
  readonly days: Finding;
  readonly traded: readonly Citation[];
}

function coverAt(
  series: Series,
  traded: readonly Citation[],
  point: Point,
  chosen: Options,
): Covered {
  const cites = [...traded, cite(series, point)];
  const days = finding({
    series,
    recipe: quotient(0, traded.length),
    cites,
    unit: "days",
    digits: DIGITS,
    named: { sessions: traded.length },
  });
  const mean = point.value / days.value;
  if (mean < chosen["least-volume"]) {
    withhold(`${round(mean, 0)} shares a day are too few to divide ${series.name} by`);
  }
  if (days.value < FLOOR) withhold(`${series.name} could be covered in less than a day`);
  if (days.value > CAP) withhold(`${series.name} would take more than ${CAP} days to cover`);
  return { days, traded };
}

/** The short interest that follows so many volumes, by their mean. */
function quotient(first: number, sessions: number): Recipe {
  return {
    op: "quotient",
    of: { op: "value", of: first + sessions },
    by: { op: "mean", first, last: first + sessions - 1 },
  };
}

/** The volumes of the sessions asked for, none of them missing. */
function tradedUpTo(
  series: Series,
  volume: Series,
  settled: Point,
  { sessions }: Options,
): readonly Point[] {
  const last = sessionNumber(settled.day);
  const wanted = sessions ?? last - sessionNumber(settlementBefore(series, settled));
  const end = placeOnOrBefore(volume.points, settled.day) + 1;
  const window = volume.points.slice(Math.max(0, end - wanted), end);
  const [first] = window;
  const whole =
    first !== undefined &&
    window.length === wanted &&
    sessionNumber(first.day) === last - wanted + 1;
  if (whole) return window;
  return withhold(
    `${volume.name} lacks some of the ${wanted} sessions up to the settlement of ${settled.day}`,
  );
}

function settlementBefore(series: Series, { day }: Point): Day {
  const found = pointInSlot(own(series), slotOf(day, series.every) - 1);
  return found?.day ?? withhold(`the settlement of ${series.name} before ${day} is not known`);
}

function changed(series: Series, before: Covered, now: Covered): Finding {
  const first = before.days.cites.length;
  const found = finding({
    series,
    recipe: {
      op: "difference",
      from: quotient(0, before.traded.length),
      to: quotient(first, now.traded.length),
    },
    cites: [...before.days.cites, ...now.days.cites],
    unit: "days",
    digits: DIGITS,
  });
  const moved = round(now.days.value, DIGITS) - round(before.days.value, DIGITS);
  const state = moved > 0 ? "up" : "down";
  return { ...found, state: moved === 0 ? "unchanged" : state };
}
