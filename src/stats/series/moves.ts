import type { Finding, Point, Series } from "../../model/index.ts";
import { slotOf } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { baseOf, overText, pastPairs } from "../tools/base.ts";
import type { Readings } from "../tools/find.ts";
import { lastSessionOfWeek, own, pointInSlot } from "../tools/find.ts";
import type { Rank } from "../tools/finding.ts";
import { finding } from "../tools/finding.ts";
import type { As } from "../tools/measure.ts";
import { measure, rankAmong, sizeOf, usualMeasure } from "../tools/measure.ts";
import { cite, withhold } from "../statistic.ts";

/** A change before it is told: two points, and the span between them where one was asked for. */
export interface Move {
  readonly readings: Readings;
  readonly from: Point;
  readonly to: Point;
  readonly over: Over | null;
}

/** From the point a span before. Withheld where that one is missing. */
export function moveOver(readings: Readings, to: Point, over: Over): Move {
  const { name } = readings.series;
  const from = baseOf(readings, to, over);
  if (from === null) return withhold(`${name} has no figure for ${overText(over)} ${to.day}`);
  return moveBetween(readings, from, to, over);
}

/** Withheld where the first point does not lie before the second. */
export function moveBetween(
  readings: Readings,
  from: Point,
  to: Point,
  over: Over | null = null,
): Move {
  const { name } = readings.series;
  if (from.day >= to.day) withhold(`${name} would be compared from ${from.day} to ${to.day}`);
  return { readings, from, to, over };
}

/** The change itself. Withheld where it would mislead, which says nothing against its two ends. */
export function told({ readings, from, to, over }: Move, as?: As): Finding {
  const { series } = readings;
  const wanted = as ?? usualMeasure(series.unit);
  const week = over?.kind === "span" && over.span.unit === "week" && readings.every === "day";
  const whole = to.day >= lastSessionOfWeek(to.day) ? "whole" : "to-date";
  return finding({
    series,
    ...measure(series, wanted, from, to),
    cites: [cite(series, from), cite(series, to)],
    rank: rankOf({ readings, from, to, over }, wanted),
    ...(over?.kind === "span" ? { named: { [`${over.span.unit}s`]: over.span.count } } : {}),
    ...(week ? { state: whole } : {}),
  });
}

/** Among past changes over the same span, or over as many periods where no span is given. */
function rankOf({ readings, from, to, over }: Move, as: As): Rank {
  const size = sizeOf(as, from, to);
  if (size === null) return rankAmong(0, []);
  const whole = own(readings.series);
  const steps = slotOf(to.day, whole.every) - slotOf(from.day, whole.every);
  const byCount = (point: Point): Point | null =>
    pointInSlot(whole, slotOf(point.day, whole.every) - steps);
  const bySpan = (point: Point): Point | null =>
    over === null ? null : baseOf(readings, point, over);
  const counted = over === null || over.kind === "to date";
  const pairs = counted ? pastPairs(whole, from, byCount) : pastPairs(readings, from, bySpan);
  const sizes = pairs.map(([a, b]) => sizeOf(as, a, b)).filter((each) => each !== null);
  return rankAmong(size, sizes);
}

/** The point of a series on a day, for a window that two series share. Withheld where it is missing. */
export function pointOn(series: Series, on: Point): Point {
  const found = series.points.findLast((each) => each.day === on.day);
  return found ?? withhold(`${series.name} has no figure for ${on.day}`);
}
