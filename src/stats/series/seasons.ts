import { z } from "zod";
import type { Day, Point, Recipe } from "../../model/index.ts";
import { day, monthOf, yearOf } from "../../model/index.ts";

export const monthOption = z
  .enum(["next", "this"])
  .default("next")
  .describe("The calendar month after that of the as-of day, or the one that is running.");

export type MonthAsked = z.infer<typeof monthOption>;

/** Under ten years of a month its record says nothing. */
export const LEAST_YEARS = 10;

/** Months counted from the year zero, so that neighbours differ by one. */
function monthNumber(each: Day): number {
  return yearOf(each) * 12 + monthOf(each) - 1;
}

/** The first day of the month that is asked for. */
export function monthAhead(asOf: Day, asked: MonthAsked): Day {
  const number = monthNumber(asOf) + (asked === "next" ? 1 : 0);
  const month = String((number % 12) + 1).padStart(2, "0");
  return day(`${Math.floor(number / 12)}-${month}-01`);
}

/** The last close before a month and the last one in it. */
export type Turn = readonly [from: Point, to: Point];

/** Every whole month that the points tell, oldest first. The newest may still be running and is none. */
export function monthsIn(points: readonly Point[]): readonly Turn[] {
  const ends = points.filter((each, at) => {
    const next = points[at + 1];
    return next !== undefined && monthNumber(next.day) !== monthNumber(each.day);
  });
  return ends.slice(1).flatMap((to, at): readonly Turn[] => {
    const from = ends[at];
    const follows = from !== undefined && monthNumber(to.day) - monthNumber(from.day) === 1;
    return follows && from.value > 0 ? [[from, to]] : [];
  });
}

/** Those of one month of the calendar. */
export function turnsOf(months: readonly Turn[], ahead: Day): readonly Turn[] {
  return months.filter(([, to]) => monthOf(to.day) === monthOf(ahead));
}

/** How many of the turns rose; their closes stand one after the other from the place `start` on. */
export function roseRecipe(turns: number, start = 0): Recipe {
  const value = (of: number): Recipe => ({ op: "value", of });
  const places = Array.from({ length: turns }, (_, at) => start + 2 * at);
  return {
    op: "greater",
    each: places.map((at) => value(at + 1)),
    than: places.map((at) => value(at)),
  };
}

/** From −100, every one fell or stood still, to +100, every one rose. */
export function scoreRecipe(turns: number, start = 0): Recipe {
  const years: Recipe = { op: "count", first: start, last: start + turns - 1, how: "years" };
  const share: Recipe = { op: "quotient", of: roseRecipe(turns, start), by: years };
  const twice: Recipe = { op: "given", value: 200, how: "from the worst to the best" };
  return {
    op: "difference",
    from: { op: "given", value: 100, how: "half of it" },
    to: { op: "product", of: share, by: twice },
  };
}
