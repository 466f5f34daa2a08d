import type { Citation, Day, Figures, Panel, Point } from "../../model/index.ts";
import { addDays, daysBetween, figureId } from "../../model/index.ts";
import { withhold } from "../statistic.ts";
import type { Group } from "./group.ts";
import { dayAt } from "./group.ts";

/** A report older than this says too little of today: two quarters and the time to print them. */
const OLDEST = 200;

/** The figures of that name. Withheld where nobody tells them. */
export function figuresNamed({ panel, series }: Group, name: string): Figures {
  const found = panel.figures?.get(name);
  if (found?.points.some((each) => each.length > 0) === true) return found;
  return withhold(`the ${WORDS.get(name) ?? name} of ${series.name} are not known`);
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["margin", "margins"],
  ["equity-return", "returns on equity"],
]);

/** What a member had reported by the end of a day, if that was not too long ago. */
export function latestFigure(figures: Figures, at: number, by: Day): Point | null {
  const known = (figures.points[at] ?? []).findLast((each) => each.released <= by);
  return known === undefined || daysBetween(known.day, by) > OLDEST ? null : known;
}

/** The same figure of a year earlier: of the period that ends within ten days of the anniversary. */
export function yearBefore(figures: Figures, at: number, of: Point): Point | null {
  const target = addDays(of.day, -365);
  const near = (each: Point): boolean => Math.abs(daysBetween(each.day, target)) <= 10;
  return (figures.points[at] ?? []).findLast((each) => near(each)) ?? null;
}

export function citeFigure(panel: Panel, at: number, name: string, point: Point): Citation {
  const file = panel.figures?.get(name)?.source.file ?? "";
  return {
    series: figureId(panel, at, name),
    file,
    line: point.line,
    day: point.day,
    value: point.value,
  };
}

/** The day that the group is told of. */
export function today({ panel, to }: Group): Day {
  return dayAt(panel, to);
}
