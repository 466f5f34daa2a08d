import type { Day, Point, Series } from "../../model/index.ts";
import { own, pointTelling } from "./find.ts";
import type { DayOrFact } from "./options.ts";
import type { Context } from "../statistic.ts";
import { withhold } from "../statistic.ts";

/** The day that is meant: the author's own, or that of another fact. */
export function dayFor(when: DayOrFact, context: Context): Day {
  if (when.kind === "fact") return context.fact(when.id).day;
  if (when.day > context.asOf) withhold(`${when.day} lies after the as-of day`);
  return when.day;
}

/** The point of the series that tells the state on the day that is meant. */
export function pointAt(series: Series, when: DayOrFact, context: Context): Point {
  const day = dayFor(when, context);
  return pointTelling(own(series), day) ?? withhold(`${series.name} has no figure for ${day}`);
}
