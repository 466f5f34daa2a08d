import { z } from "zod";
import type { Finding, Point, Series } from "../../model/index.ts";
import { parseSpan, slotOf } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { baseOf, overText, pastPairs } from "../tools/base.ts";
import { joined } from "../tools/combine.ts";
import type { Readings } from "../tools/find.ts";
import { lastSessionOfWeek, newest, own, pointInSlot } from "../tools/find.ts";
import type { Rank } from "../tools/finding.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import type { As } from "../tools/measure.ts";
import { measure, rankAmong, sizeOf, usualMeasure } from "../tools/measure.ts";
import type { DayOrFact } from "../tools/options.ts";
import { at, dayOrFact, seriesRef } from "../tools/options.ts";
import type { Context, Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { view } from "../tools/views.ts";
import { pointAt } from "../tools/when.ts";

const over = z
  .string()
  .transform((text, context): Over => {
    if (text === "period") return { kind: "period" };
    if (text === "month to date") return { kind: "to date", of: "month" };
    if (text === "quarter to date") return { kind: "to date", of: "quarter" };
    if (text === "year to date") return { kind: "to date", of: "year" };
    const span = parseSpan(text);
    if (span !== null) return { kind: "span", span };
    context.addIssue({
      code: "custom",
      message: `"${text}" is no length of time: write "1 week", "1 month", "period" or "month to date"`,
    });
    return z.NEVER;
  })
  .describe(
    'How far back: "1 week", "1 month", "1 year", "period" (the reading before), or "month to date", "quarter to date", "year to date" (from the end of the period before).',
  );

const options = z
  .strictObject({
    series: seriesRef.optional(),
    over: over.optional(),
    from: dayOrFact.optional(),
    to: dayOrFact.optional(),
    at,
    as: z
      .enum(["percent", "points", "amount"])
      .optional()
      .describe("Percent, points, or an amount in the series' own unit (dollars, shares)."),
  })
  .refine((each) => each.over === undefined || each.from === undefined, {
    message: "give `over` or `from`, not both",
    path: ["from"],
  })
  .refine((each) => each.series !== undefined || facts(each) !== null, {
    message: "name a series, or give two facts as `from` and `to`",
    path: ["series"],
  });

type Options = z.infer<typeof options>;

/** From an earlier point of a series to a later one. */
export const change: Statistic<Options> = {
  name: "change",
  summary: "How far a series has moved from an earlier point to its latest, or between two days.",
  method:
    "Measured between periods of the calendar, never from one row to the row before it: a missing base withholds the change. `over: 1 week` on a daily series goes from the last session of the ISO week before to the latest close; spans of months and years go from the last session on or before the same date. `period` is the reading before at the series' own rhythm. `at: month-end` compares ends of months with each other, `mid-month` mid-months. With `from` and `to` it goes between two days or the days of two facts; without a series, between the values of two facts of the same unit and basis. As percent it is withheld where the base is zero, negative, under a fiftieth of the series' median, or so small that the source's rounding moves it by one percent. Its rank is the place of its size among past changes of the same length that do not overlap, itself counted half.",
  definition: "Simple change, to / from − 1, or to − from.",
  options,
  parts: {
    "": "The change, as a ratio, in points or in the series' own unit; for a week its state is whole or to-date.",
    from: "The point it starts from, in the unit of the series.",
    to: "The point it ends at, in the unit of the series.",
  },
  example: "week: { statistic: change, series: rut.close, over: 1 week }",
  find: (chosen, context) => {
    if (chosen.series !== undefined)
      return ofSeries(chosen, context.series(chosen.series), context);
    const ends = facts(chosen) ?? withhold("it names neither a series nor two facts");
    return ofFacts(context.fact(ends.from), context.fact(ends.to), chosen.as, context);
  },
};

function facts(chosen: {
  readonly from?: DayOrFact | undefined;
  readonly to?: DayOrFact | undefined;
}): { readonly from: string; readonly to: string } | null {
  const { from, to } = chosen;
  if (from?.kind !== "fact" || to?.kind !== "fact") return null;
  return { from: from.id, to: to.id };
}

function ofSeries(chosen: Options, series: Series, context: Context): Findings {
  const readings = view(series, chosen.at);
  const to = chosen.to === undefined ? newest(readings) : pointAt(series, chosen.to, context);
  const back: Over = chosen.over ?? { kind: "period" };
  const from =
    chosen.from === undefined
      ? (baseOf(readings, to, back) ??
        withhold(`${series.name} has no figure for ${overText(back)} ${to.day}`))
      : pointAt(series, chosen.from, context);
  if (from.day >= to.day)
    withhold(`${series.name} would be compared from ${from.day} to ${to.day}`);
  const as = chosen.as ?? usualMeasure(series.unit);
  const rank = rankOf(readings, as, from, to, chosen.from === undefined ? back : null);
  const week = chosen.from === undefined && weekly(back) && readings.every === "day";
  const whole = to.day >= lastSessionOfWeek(to.day) ? "whole" : "to-date";
  return {
    "": finding({
      series,
      ...measure(series, as, from, to),
      cites: [cite(series, from), cite(series, to)],
      rank,
      ...(back.kind === "span" ? { named: { [`${back.span.unit}s`]: back.span.count } } : {}),
      ...(week ? { state: whole } : {}),
    }),
    from: pointFinding(series, from),
    to: pointFinding(series, to),
  };
}

function weekly(back: Over): boolean {
  return back.kind === "span" && back.span.unit === "week";
}

/** Among past changes over the same span, or over as many periods where no span is given. */
function rankOf(readings: Readings, as: As, from: Point, to: Point, back: Over | null): Rank {
  const size = sizeOf(as, from, to);
  if (size === null) return rankAmong(0, []);
  const whole = own(readings.series);
  const steps = slotOf(to.day, whole.every) - slotOf(from.day, whole.every);
  const byCount = (point: Point): Point | null =>
    pointInSlot(whole, slotOf(point.day, whole.every) - steps);
  const bySpan = (point: Point): Point | null =>
    back === null ? null : baseOf(readings, point, back);
  const counted = back === null || back.kind === "to date";
  const pairs = counted ? pastPairs(whole, from, byCount) : pastPairs(readings, from, bySpan);
  const sizes = pairs.map(([a, b]) => sizeOf(as, a, b)).filter((each) => each !== null);
  return rankAmong(size, sizes);
}

function ofFacts(from: Finding, to: Finding, as: As | undefined, context: Context): Findings {
  const ends = joined(from, to, "compared");
  if (!sameInstrument(from, to)) {
    withhold(`${from.series} and ${to.series} are different things`);
  }
  const series = context.series(to.series);
  const wanted = as ?? usualMeasure(to.unit);
  if (wanted === "percent" && from.value <= 0) withhold("the base is not above zero");
  const op = wanted === "percent" ? "change" : "difference";
  const unit = wanted === "percent" ? "ratio" : wanted === "points" ? "points" : to.unit;
  return {
    "": finding({
      series,
      recipe: { op, from: ends.from, to: ends.to },
      cites: ends.cites,
      unit,
      digits: wanted === "percent" ? 1 : Math.min(from.digits, to.digits),
      day: to.day,
      basis: to.basis,
    }),
    from,
    to,
  };
}

/** Highs, lows and closes of one bar file belong to one instrument; other series stand for themselves. */
function sameInstrument(from: Finding, to: Finding): boolean {
  if (from.series === to.series) return true;
  const priced = from.basis !== "reported" && to.basis !== "reported";
  return priced && from.series.split(".")[0] === to.series.split(".")[0];
}
