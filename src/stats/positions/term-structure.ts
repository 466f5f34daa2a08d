import { z } from "zod";
import type { Finding, Point, Series } from "../../model/index.ts";
import { round, slotOf } from "../../model/index.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import { seriesRef } from "../tools/options.ts";
import { digitsFor } from "../tools/precision.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z.strictObject({
  tenors: z
    .array(seriesRef)
    .min(2)
    .max(12)
    .describe("The same measure for longer and longer times, nearest first: vix, vix3m."),
});

/** Decimals of a ratio of two tenors. */
const DIGITS = 2;

type Shape = "contango" | "backwardation" | "flat" | "mixed";

/** Is near volatility, or the near contract, dearer than the far one? */
export const termStructure: Statistic<z.infer<typeof options>> = {
  name: "term-structure",
  summary:
    "Whether near-term volatility, or a near contract, stands under or over the far one, and since when.",
  method:
    "The nearest tenor divided by the farthest, on the latest day that all tenors tell. In contango each tenor stands above the one before it, in backwardation below it, flat equal to it, all as their ratios print with two decimals; anything else is mixed. The run counts the sessions in a row of the same shape; where one is missing, or the shape never changed in the data, its length is unknown.",
  definition: "Ratio of near to far, under one in contango and over one in backwardation.",
  options,
  parts: {
    "": "Near divided by far, a multiple; state contango, backwardation, flat or mixed.",
    spread: "Far less near, in points; the same state.",
    near: "The nearest tenor.",
    far: "The farthest tenor.",
    run: "Readings in a row of the same shape: sessions of daily series, otherwise a count.",
    since: "The ratio on the first day of the same shape; the same state.",
    previous: "The ratio on the last day of another shape; state that shape.",
  },
  example: "curve: { statistic: term-structure, tenors: [vix, vix3m] }",
  find: ({ tenors }, context) => {
    const all = tenors.map((each) => context.series(each));
    const curves = curvesOf(all);
    const latest = curves.at(-1);
    const [near] = all;
    const far = all.at(-1);
    if (latest === undefined || near === undefined || far === undefined) {
      return withhold(`${all.map((each) => each.name).join(", ")} have no reading of the same day`);
    }
    const ends: Ends = { near, far, all };
    const shape = shapeOf(latest.points);
    return {
      "": ratio(ends, latest, shape),
      spread: spread(ends, latest, shape),
      near: exact(near, latest.points[0]),
      far: exact(far, latest.points.at(-1)),
      ...runParts(ends, curves, shape),
    };
  },
};

interface Curve {
  readonly slot: number;
  /** One reading of each tenor, nearest first. */
  readonly points: readonly Point[];
}

interface Ends {
  readonly near: Series;
  readonly far: Series;
  readonly all: readonly Series[];
}

/** The periods that all tenors tell. */
function curvesOf(all: readonly Series[]): readonly Curve[] {
  const [near, ...others] = all;
  if (near === undefined) return [];
  if (others.some((each) => each.every !== near.every)) {
    withhold("the tenors are not told at the same rhythm");
  }
  const bySlot = others.map(
    (series) => new Map(series.points.map((each) => [slotOf(each.day, near.every), each])),
  );
  return near.points.flatMap((point): readonly Curve[] => {
    const slot = slotOf(point.day, near.every);
    const points = [point, ...bySlot.flatMap((each) => each.get(slot) ?? [])];
    return points.length === all.length ? [{ slot, points }] : [];
  });
}

function shapeOf(points: readonly Point[]): Shape {
  const steps = points.slice(1).map((each, index) => {
    const before = points[index]?.value ?? Number.NaN;
    return Math.sign(1 - round(before / each.value, DIGITS));
  });
  if (steps.every((each) => each === 0)) return "flat";
  if (steps.every((each) => each > 0)) return "contango";
  return steps.every((each) => each < 0) ? "backwardation" : "mixed";
}

function citesOf({ all }: Ends, { points }: Curve) {
  return points.flatMap((point, place) => {
    const series = all[place];
    return series === undefined ? [] : [cite(series, point)];
  });
}

function ratio(ends: Ends, curve: Curve, state: Shape): Finding {
  if (curve.points.some((each) => each.value <= 0)) withhold("a tenor stands at zero or below it");
  return finding({
    series: ends.near,
    recipe: {
      op: "quotient",
      of: { op: "value", of: 0 },
      by: { op: "value", of: curve.points.length - 1 },
    },
    cites: citesOf(ends, curve),
    unit: "multiple",
    digits: DIGITS,
    state,
  });
}

function spread(ends: Ends, curve: Curve, state: Shape): Finding {
  const precision = Math.min(ends.near.precision, ends.far.precision);
  return finding({
    series: ends.near,
    recipe: {
      op: "difference",
      from: { op: "value", of: 0 },
      to: { op: "value", of: curve.points.length - 1 },
    },
    cites: citesOf(ends, curve),
    unit: "points",
    digits: digitsFor("points", precision),
    state,
  });
}

/** A volatility index is told with its decimals: whole ones would hide the difference. */
function exact(series: Series, point: Point | undefined): Finding {
  if (point === undefined) throw new TypeError("a curve without its ends");
  return { ...pointFinding(series, point), digits: Math.max(0, Math.min(2, series.precision)) };
}

function runParts(ends: Ends, curves: readonly Curve[], shape: Shape): Findings {
  const place = curves.findLastIndex((each) => shapeOf(each.points) !== shape);
  const before = curves[place];
  if (before === undefined) return unknown(`the shape has been ${shape} in all the data`);
  const run = curves.slice(place + 1);
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || last.slot - before.slot !== run.length) {
    return unknown("readings since the shape changed are missing");
  }
  return {
    run: finding({
      series: ends.near,
      recipe: { op: "count", first: 0, last: run.length - 1, how: `readings in a row, ${shape}` },
      cites: run.flatMap((each) => citesOf(ends, each).slice(0, 1)),
      unit: ends.near.every === "day" ? "sessions" : "count",
      digits: 0,
      state: shape,
    }),
    since: ratio(ends, first, shape),
    previous: ratio(ends, before, shapeOf(before.points)),
  };
}

function unknown(reason: string): Readonly<Record<"run" | "since" | "previous", Unsaid>> {
  const unsaid: Unsaid = { unsaid: reason };
  return { run: unsaid, since: unsaid, previous: unsaid };
}
