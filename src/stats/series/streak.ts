import { z } from "zod";
import type { Point, Series } from "../../model/index.ts";
import type { Condition } from "../tools/condition.ts";
import {
  conditionOf,
  conditionShape,
  heldAgainst,
  isMeasured,
  MEASURED,
} from "../tools/condition.ts";
import { adjacent, newest } from "../tools/find.ts";
import { countFinding, pointFinding, resting } from "../tools/finding.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { amongOthers, lengthFinding } from "./streaks.ts";

const options = z.strictObject(conditionShape).refine(isMeasured, MEASURED);

type Options = z.infer<typeof options>;

/** How many readings in a row. */
export const streak: Statistic<Options> = {
  name: "streak",
  summary: "How many readings in a row stood above or below a level, or rose or fell.",
  method:
    "The present streak, or, where the latest reading is not of the kind, the last one that ended (state ended). Readings follow each other by the calendar: where the reading next to the streak's start is missing, or the streak reaches back to the start of the data, its length is unknown and it is withheld. Above includes the threshold itself. A change of zero ends a rising or a falling streak. `since`, `longest` and `rank` hold a streak of three and more against all earlier ones of its kind, back to the newest missing or suspect reading; a streak that starts there is left out, since nobody knows its length, and so is all before it. Of several longest ones the latest is told, and no rank past 20. `since` is withheld where the earlier streak ended less than 60 sessions, 13 weeks or 3 months before this one does.",
  definition: "Consecutive readings for which the condition holds.",
  options,
  parts: {
    "": "Length of the streak, a count; its state is running or ended.",
    from: "The streak's first reading.",
    to: "The streak's last reading.",
    after:
      "Readings since the streak ended, a count; withheld while it is running; one where it has just ended.",
    since: "The last earlier streak at least as long: its length, and the day it ended.",
    longest: "The longest of all earlier ones: its length, and the day it ended.",
    rank: "Its place among all of them by length, 1 for the longest; ties share a place.",
    start: "The reading from which on none is as long.",
  },
  example: "above: { statistic: streak, series: nfib.optimism, of: above, threshold: 100 }",
  find: (chosen, context) => {
    const condition = conditionOf(chosen, context);
    const { readings, holds } = condition;
    const last = lastWhere(readings.points.length - 1, holds);
    if (last < 0) withhold(`no reading of ${readings.series.name} is of the kind asked for`);
    return findings(condition, firstOf(condition, last), last);
  },
};

function lastWhere(from: number, holds: Condition["holds"]): number {
  let place = from;
  while (place >= 0 && holds(place) !== true) place -= 1;
  return place;
}

function firstOf({ readings, holds }: Condition, last: number): number {
  const { points, every, series } = readings;
  let first = last;
  for (;;) {
    const before = points[first - 1];
    const here = points[first];
    if (before === undefined || here === undefined) {
      return withhold(`the streak of ${series.name} reaches back to the start of the data`);
    }
    if (!adjacent(before, here, every)) return missing(series, before, here);
    const kind = holds(first - 1);
    if (kind === null) return missing(series, before, here);
    if (!kind) return first;
    first -= 1;
  }
}

function missing(series: Series, before: Point, here: Point): never {
  return withhold(
    `how long the streak of ${series.name} is cannot be told: figures up to ${here.day} are missing after ${before.day} or before it`,
  );
}

function findings(condition: Condition, first: number, last: number): Findings {
  const { readings, named } = condition;
  const { series, points, every } = readings;
  const rest = points.slice(last + 1);
  const running = rest.length === 0;
  const [next] = rest;
  const ending = heldAgainst(condition, last + 1);
  const length = lengthFinding(condition, { first, last }, running ? "running" : "ended");
  const start = points[first] ?? newest(readings);
  const end = points[last] ?? newest(readings);
  const whole = [end, ...rest].every((each, index, all) => {
    const before = all[index - 1];
    return before === undefined || adjacent(before, each, every);
  });
  const unsaid = running ? "the streak is still running" : "readings since its end are missing";
  return {
    // That it has ended rests on the reading after it.
    "": next === undefined ? length : resting(length, [cite(series, next), ...ending]),
    from: pointFinding(series, start),
    to: pointFinding(series, end),
    after:
      running || !whole
        ? { unsaid }
        : countFinding(series, rest, `readings since ${end.day}`, named),
    ...amongOthers(condition, { first, last }),
  };
}
