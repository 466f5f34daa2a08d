import { z } from "zod";
import type { Finding, Point, Series } from "../../model/index.ts";
import { round, slotOf } from "../../model/index.ts";
import type { Side } from "../tools/extreme.ts";
import { finding, pointFinding, said } from "../tools/finding.ts";
import { measure, usualMeasure } from "../tools/measure.ts";
import { count, seriesRef } from "../tools/options.ts";
import type { Pair } from "../tools/paired.ts";
import { paired, readingsText } from "../tools/paired.ts";
import { comparePrinted } from "../tools/precision.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  series: seriesRef,
  with: seriesRef,
  readings: count
    .min(3)
    .max(1000)
    .default(60)
    .describe("Readings looked at: 60 of 'a 60-day high'."),
  fresh: count
    .max(60)
    .default(5)
    .describe("The latest readings within which the second series may confirm the high or low."),
  every: z
    .enum(["own", "week", "month"])
    .default("own")
    .describe("The rhythm of the slower series, or the ends of weeks or months."),
});

/** Does one of two series go where the other does not follow? */
export const divergence: Statistic<z.infer<typeof options>> = {
  name: "divergence",
  summary:
    "Whether a new high or low of one series was confirmed by another, and whether the two moved apart.",
  method:
    "Both series over the latest `readings` (60) periods that both tell, none of them missing. The first makes a high, or a low, where its latest reading is strictly the highest, or lowest, of the window as printed. The second confirms it where the highest, or lowest, of its own window lies among the latest `fresh` (5) readings; of readings equal as printed the latest is told. Moves go from the first reading of the window to the last; they are opposite where one rose and the other fell, and flat where one of them prints as zero.",
  definition: "Non-confirmation of Dow theory, on closes or readings of two series.",
  options,
  parts: {
    "": "The first series' new high or low; state confirmed high, unconfirmed high, confirmed low or unconfirmed low. Withheld where there is none.",
    extreme: "The second series' own high, or low, of the window.",
    distance:
      "From that to the second series' latest reading, as a ratio or in points; withheld where that is the extreme itself.",
    move: "Change of the first series over the window; state opposite, together or flat.",
    other: "Change of the second series over the window; the same state.",
  },
  example: "apart: { statistic: divergence, series: put-call, with: vix, readings: 20 }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const other = context.series(chosen.with);
    const { every, pairs } = paired(series, other, chosen.every);
    const window = pairs.slice(-chosen.readings);
    const [first] = window;
    const last = window.at(-1);
    const steps =
      first === undefined || last === undefined
        ? 0
        : slotOf(last.one.day, every) - slotOf(first.one.day, every) + 1;
    if (window.length < chosen.readings || steps !== window.length) {
      withhold(
        `${series.name} and ${other.name} do not both tell the latest ${chosen.readings} ${readingsText(every)}`,
      );
    }
    const side = extremeSide(series, window);
    const none: Unsaid = {
      unsaid: `${series.name} made neither a high nor a low of ${chosen.readings} ${readingsText(every)}`,
    };
    const moved = movesOf(series, other, window);
    if (side === null) return { "": none, extreme: none, distance: none, ...moved };
    return { ...extremes(series, other, window, side, chosen.fresh), ...moved };
  },
};

/** Is the latest reading strictly the highest or lowest of the window, as printed? */
function extremeSide(series: Series, window: readonly Pair[]): Side | null {
  const last = window.at(-1);
  if (last === undefined) return null;
  const before = window.slice(0, -1);
  const against = (each: Pair): number => comparePrinted(series, last.one.value, each.one.value);
  if (before.every((each) => against(each) > 0)) return "high";
  return before.every((each) => against(each) < 0) ? "low" : null;
}

function extremes(
  series: Series,
  other: Series,
  window: readonly Pair[],
  side: Side,
  fresh: number,
): Findings {
  const points = window.map((each) => each.two);
  const extreme = points.reduce((best, each) => {
    const further = comparePrinted(other, each.value, best.value);
    return (side === "high" ? further : -further) >= 0 ? each : best;
  });
  const confirmed = points.slice(-fresh).includes(extreme);
  const latest = window.at(-1);
  if (latest === undefined) throw new TypeError("a window without a reading");
  const state = `${confirmed ? "confirmed" : "unconfirmed"} ${side}`;
  return {
    "": finding({
      ...plain(series, latest.one),
      cites: [
        ...window.map((each) => cite(series, each.one)),
        ...points.map((each) => cite(other, each)),
      ],
      recipe: { op: "value", of: window.length - 1 },
      state,
      named: { readings: window.length },
    }),
    extreme: pointFinding(other, extreme, { state: side }),
    distance:
      extreme === latest.two
        ? { unsaid: `the latest reading of ${other.name} is the ${side} itself` }
        : said(() => changed(other, extreme, latest.two, side)),
  };
}

function plain(series: Series, point: Point) {
  const { unit, digits, basis, day } = pointFinding(series, point);
  return { series, unit, digits, basis, day };
}

function changed(series: Series, from: Point, to: Point, state: string): Finding {
  return finding({
    series,
    ...measure(series, usualMeasure(series.unit), from, to),
    cites: [cite(series, from), cite(series, to)],
    state,
  });
}

function movesOf(
  series: Series,
  other: Series,
  window: readonly Pair[],
): { readonly move: Finding | Unsaid; readonly other: Finding | Unsaid } {
  const [first] = window;
  const last = window.at(-1);
  if (first === undefined || last === undefined) throw new TypeError("a window without a reading");
  const move = said(() => changed(series, first.one, last.one, "flat"));
  const moved = said(() => changed(other, first.two, last.two, "flat"));
  const one = directionOf(move, comparePrinted(series, last.one.value, first.one.value));
  const two = directionOf(moved, comparePrinted(other, last.two.value, first.two.value));
  const same = one === two ? "together" : "opposite";
  const state = one === 0 || two === 0 ? "flat" : same;
  const stated = (found: Finding | Unsaid): Finding | Unsaid =>
    "unsaid" in found ? found : { ...found, state };
  return { move: stated(move), other: stated(moved) };
}

/** Up, down or flat as the change prints; of one that cannot be told as its two ends print. */
function directionOf(move: Finding | Unsaid, ends: number): number {
  if ("unsaid" in move) return ends;
  return Math.sign(round(move.value, move.digits + (move.unit === "ratio" ? 2 : 0)));
}
