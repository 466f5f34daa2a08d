import { z } from "zod";
import type { Finding, Recipe, Series } from "../../model/index.ts";
import { joined } from "../tools/combine.ts";
import { newest } from "../tools/find.ts";
import { finding, pointFinding, said } from "../tools/finding.ts";
import type { As, Measure } from "../tools/measure.ts";
import { amountOf, pointsOf, ratioBetween, usualMeasure } from "../tools/measure.ts";
import type { DayOrFact } from "../tools/options.ts";
import { as, at, dayOrFact, overOption, seriesRef } from "../tools/options.ts";
import type { Context, Findings, Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { view } from "../tools/views.ts";
import { pointAt } from "../tools/when.ts";
import { moveBetween, moveOver, told } from "./moves.ts";

const options = z
  .strictObject({
    series: seriesRef.optional(),
    over: overOption.optional(),
    from: dayOrFact.optional(),
    to: dayOrFact.optional(),
    at,
    as: as.optional(),
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
    "Measured between periods of the calendar, never from one row to the row before it: a missing base withholds the change. `over: 1 week` on a daily series goes from the last session of the ISO week before to the latest close; spans of months and years go from the last session on or before the same date, and on other series from the reading of the week or month that this date lies in. `period` is the reading before at the series' own rhythm. `at: month-end` compares ends of months with each other, `mid-month` mid-months; `to date` goes from the last reading of the month, quarter or year before, whatever `at` says, of a weekly series from that of its last seven days. With `from` and `to` it goes between two days or the days of two facts; without a series, between the values of two facts of the same unit and basis. As percent it is withheld where the base is zero, negative, under a fiftieth of the series' median size, or so small that the source's rounding moves it by one percent, where it would end below zero, and where it passes 1,000 percent; `from` and `to` can be said all the same. Where `as` is not given, scores and what is a percentage itself move in points, yields in basis points, all else in percent; money, shares and contracts never move in points. Its rank is the place of its size among past changes of the same length that do not overlap, itself counted half.",
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
  const move =
    chosen.from === undefined
      ? moveOver(readings, to, chosen.over ?? { kind: "period" })
      : moveBetween(readings, pointAt(series, chosen.from, context), to);
  return {
    "": said(() => told(move, chosen.as)),
    from: pointFinding(series, move.from),
    to: pointFinding(series, move.to),
  };
}

function ofFacts(from: Finding, to: Finding, wanted: As | undefined, context: Context): Findings {
  const ends = joined(from, to, "compared");
  if (!sameInstrument(from, to)) {
    withhold(`${from.series} and ${to.series} are different things`);
  }
  const series = context.series(to.series);
  const measured = measuredOf(from, to, ends, wanted ?? usualMeasure(to.unit));
  return {
    "": finding({ series, ...measured, cites: ends.cites, day: to.day, basis: to.basis }),
    from,
    to,
  };
}

function measuredOf(
  one: Finding,
  two: Finding,
  { from, to }: Pick<ReturnType<typeof joined>, "from" | "to">,
  wanted: As,
): Measure {
  if (wanted === "percent") {
    return ratioBetween(one.value, two.value, { op: "change", from, to });
  }
  const recipe: Recipe = { op: "difference", from, to };
  const digits = Math.min(one.digits, two.digits);
  if (wanted === "amount") return amountOf(two.unit, recipe, digits);
  return pointsOf(two.unit, recipe, two.unit === "yield" ? Math.max(0, digits - 2) : digits);
}

/** Highs, lows and closes of one bar file belong to one instrument; other series stand for themselves. */
function sameInstrument(from: Finding, to: Finding): boolean {
  if (from.series === to.series) return true;
  const priced = from.basis !== "reported" && to.basis !== "reported";
  return priced && from.series.split(".")[0] === to.series.split(".")[0];
}
