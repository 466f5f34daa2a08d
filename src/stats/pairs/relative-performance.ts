import { z } from "zod";
import type { Citation, Finding, Point, Recipe, Series } from "../../model/index.ts";
import { round, slotOf } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { baseOf, overText, pastPairs } from "../tools/base.ts";
import type { Readings } from "../tools/find.ts";
import { newest, pointInSlot } from "../tools/find.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import { PERCENT_POINT, measure, rankAmong } from "../tools/measure.ts";
import { dayOrFact, overOption, seriesRef } from "../tools/options.ts";
import { paired } from "../tools/paired.ts";
import type { Context, Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { pointAt } from "../tools/when.ts";

const options = z
  .strictObject({
    series: seriesRef,
    with: seriesRef,
    over: overOption.optional(),
    from: dayOrFact.optional(),
    to: dayOrFact.optional(),
    every: z
      .enum(["own", "week", "month"])
      .default("own")
      .describe("The rhythm of the slower series, or the ends of weeks or months."),
    even: z
      .number()
      .min(0)
      .max(10)
      .default(0.1)
      .describe("Percentage points apart up to which the two are in line."),
  })
  .refine((each) => each.over === undefined || each.from === undefined, {
    message: "give `over` or `from`, not both",
    path: ["from"],
  });

type Options = z.infer<typeof options>;

/** A difference ranked so high among those of the past is a wide margin, one so low a narrow one. */
const WIDE = 0.8;
const NARROW = 0.2;

/** Which of two did better. */
export const relativePerformance: Statistic<Options> = {
  name: "relative-performance",
  summary:
    "By how many percentage points one series outperformed or lagged another over the same time.",
  method:
    "The relative change of the first series less that of the second, both between readings of the very same periods: the latest that both tell, and the base both have for `over` (left out: the period before) or for `from` and `to`. Where one of the four readings is missing, nothing is told. Ends of past periods are looked for among the readings that both tell. The two are in line where the difference prints as `even` percentage points (0.1) at most. Its rank, and the state of the margin, is the place of the difference's size among past ones of the same length that do not overlap: wide from the 80th percentile on, narrow up to the 20th. Prices are compared with prices: dividends count only where both series hold them.",
  definition: "Difference of simple returns over one window, in percentage points.",
  options,
  parts: {
    "": "The difference in percentage points; state outperformed, lagged or in-line.",
    margin:
      "Its size without the sign; state wide, usual or narrow, withheld with too few past ones.",
    change: "Change of the first series, a ratio.",
    other: "Change of the second series, a ratio.",
    from: "The reading of the first series it starts from.",
    to: "The reading of the first series it ends at.",
  },
  example:
    "against: { statistic: relative-performance, series: rut.close, with: spx.close, over: 1 month }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const other = context.series(chosen.with);
    const both = paired(series, other, chosen.every);
    const one: Readings = { series, every: both.every, points: both.pairs.map((each) => each.one) };
    const two: Readings = {
      series: other,
      every: both.every,
      points: both.pairs.map((each) => each.two),
    };
    if (one.points.length === 0) {
      withhold(`${series.name} and ${other.name} have no reading of the same time`);
    }
    const { from, to, back } = windowOf(chosen, one, context);
    const partner = (point: Point): Point | null => pointInSlot(two, slotOf(point.day, both.every));
    const otherFrom = partner(from);
    const otherTo = partner(to);
    if (otherFrom === null || otherTo === null) {
      return withhold(`${other.name} has no figure for ${otherTo === null ? to.day : from.day}`);
    }
    const margin = marginOf(one, partner, from, back);
    return findings(
      { series, from, to },
      { series: other, from: otherFrom, to: otherTo },
      chosen,
      margin,
    );
  },
};

interface Window {
  readonly from: Point;
  readonly to: Point;
  /** Null where the author pinned the start. */
  readonly back: Over | null;
}

function windowOf(chosen: Options, readings: Readings, context: Context): Window {
  const pinned = (when: NonNullable<Options["from"]>): Point => {
    const { day } = pointAt(readings.series, when, context);
    return (
      pointInSlot(readings, slotOf(day, readings.every)) ??
      withhold(`the two series do not both have a figure for ${day}`)
    );
  };
  const to = chosen.to === undefined ? newest(readings) : pinned(chosen.to);
  const back: Over = chosen.over ?? { kind: "period" };
  const from =
    chosen.from === undefined
      ? (baseIn(readings, to, back) ??
        withhold(`the two series do not both have a figure for ${overText(back)} ${to.day}`))
      : pinned(chosen.from);
  if (from.day >= to.day) withhold(`they would be compared from ${from.day} to ${to.day}`);
  return { from, to, back: chosen.from === undefined ? back : null };
}

/** The base among the readings both series tell; ends of past periods are looked for among them alone. */
function baseIn(readings: Readings, to: Point, back: Over): Point | null {
  const series: Series = { ...readings.series, every: readings.every, points: readings.points };
  return baseOf({ ...readings, series }, to, back);
}

/** Sizes of past differences over the same time; none where the author pinned the days. */
function marginOf(
  one: Readings,
  partner: (point: Point) => Point | null,
  from: Point,
  back: Over | null,
): readonly number[] {
  if (back === null || back.kind === "to date") return [];
  return pastPairs(one, from, (to) => baseIn(one, to, back)).flatMap(([start, end]) => {
    const otherStart = partner(start);
    const otherEnd = partner(end);
    if (otherStart === null || otherEnd === null) return [];
    if (start.value <= 0 || otherStart.value <= 0) return [];
    return [Math.abs(end.value / start.value - otherEnd.value / otherStart.value)];
  });
}

interface Moved {
  readonly series: Series;
  readonly from: Point;
  readonly to: Point;
}

function findings(one: Moved, two: Moved, chosen: Options, past: readonly number[]): Findings {
  const change = changeOf(one);
  const other = changeOf(two);
  const cites = [...citesOf(two), ...citesOf(one)];
  const apart: Recipe = {
    op: "quotient",
    of: {
      op: "difference",
      from: { op: "change", from: { op: "value", of: 0 }, to: { op: "value", of: 1 } },
      to: { op: "change", from: { op: "value", of: 2 }, to: { op: "value", of: 3 } },
    },
    by: PERCENT_POINT,
  };
  const size = Math.abs(change.value - other.value);
  const rank = rankAmong(size, past);
  const { over } = chosen;
  const named = over?.kind === "span" ? { named: { [`${over.span.unit}s`]: over.span.count } } : {};
  const draft = { series: one.series, cites, unit: "points", digits: 1, rank, ...named } as const;
  const whole = finding({ ...draft, recipe: apart });
  const printed = round(whole.value, 1);
  const better = printed > 0 ? "outperformed" : "lagged";
  const state = Math.abs(printed) <= chosen.even ? "in-line" : better;
  return {
    "": { ...whole, state },
    margin: marginPart(finding({ ...draft, recipe: { op: "size", of: apart } })),
    change,
    other,
    from: pointFinding(one.series, one.from),
    to: pointFinding(one.series, one.to),
  };
}

function marginPart(found: Finding): Finding | Unsaid {
  if (found.rank === null) return { unsaid: "too few past differences to hold it against" };
  const usual = found.rank <= NARROW ? "narrow" : "usual";
  return { ...found, state: found.rank >= WIDE ? "wide" : usual };
}

function changeOf({ series, from, to }: Moved): Finding {
  return finding({
    series,
    ...measure(series, "percent", from, to),
    cites: citesOf({ series, from, to }),
  });
}

function citesOf({ series, from, to }: Moved): readonly Citation[] {
  return [cite(series, from), cite(series, to)];
}
