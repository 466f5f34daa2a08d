import { z } from "zod";
import type { Point, Series } from "../../model/index.ts";
import { slotOf } from "../../model/index.ts";
import type { Readings } from "../tools/find.ts";
import { newest } from "../tools/find.ts";
import { countFinding, pointFinding } from "../tools/finding.ts";
import { at, level, seriesRef } from "../tools/options.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { view } from "../tools/views.ts";

const options = z
  .strictObject({
    series: seriesRef,
    of: z
      .enum(["above", "below", "rising", "falling"])
      .describe("Above means at the threshold or over it; below means under it."),
    threshold: level.optional(),
    at,
  })
  .refine((each) => ["rising", "falling"].includes(each.of) === (each.threshold === undefined), {
    message: "above and below need a threshold; rising and falling take none",
    path: ["threshold"],
  });

type Options = z.infer<typeof options>;

/** How many readings in a row. */
export const streak: Statistic<Options> = {
  name: "streak",
  summary: "How many readings in a row stood above or below a level, or rose or fell.",
  method:
    "The present streak, or, where the latest reading is not of the kind, the last one that ended (state ended). Readings follow each other by the calendar: where the reading next to the streak's start is missing, or the streak reaches back to the start of the data, its length is unknown and it is withheld. Above includes the threshold itself. A change of zero ends a rising or a falling streak.",
  definition: "Consecutive readings for which the condition holds.",
  options,
  parts: {
    "": "Length of the streak, a count; its state is running or ended.",
    from: "The streak's first reading.",
    to: "The streak's last reading.",
    after: "Readings since the streak ended, a count; withheld while it is running.",
  },
  example: "above: { statistic: streak, series: nfib.optimism, of: above, threshold: 100 }",
  find: (chosen, context) => {
    const readings = view(context.series(chosen.series), chosen.at);
    newest(readings);
    const holds = conditionOf(chosen, readings);
    const last = lastWhere(readings.points.length - 1, holds);
    if (last < 0) withhold(`no reading of ${readings.series.name} is of the kind asked for`);
    const first = firstOf(readings, last, holds);
    return findings(readings, chosen, first, last);
  },
};

/** Is the reading at a place of the kind? Null where that cannot be known. */
type Holds = (place: number) => boolean | null;

function conditionOf({ of, threshold }: Options, { points, every }: Readings): Holds {
  const valueAt = (place: number): number => points[place]?.value ?? Number.NaN;
  if (threshold !== undefined) {
    return (place) => (of === "above" ? valueAt(place) >= threshold : valueAt(place) < threshold);
  }
  return (place) => {
    const before = points[place - 1];
    const here = points[place];
    if (before === undefined || here === undefined) return null;
    if (!adjacent(before, here, every)) return null;
    return of === "rising" ? here.value > before.value : here.value < before.value;
  };
}

function adjacent(before: Point, after: Point, every: Readings["every"]): boolean {
  return slotOf(after.day, every) - slotOf(before.day, every) <= 1;
}

function lastWhere(from: number, holds: Holds): number {
  let place = from;
  while (place >= 0 && holds(place) !== true) place -= 1;
  return place;
}

function firstOf(readings: Readings, last: number, holds: Holds): number {
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

function findings(readings: Readings, chosen: Options, first: number, last: number): Findings {
  const { series, points, every } = readings;
  const moves = chosen.threshold === undefined;
  const run = points.slice(moves ? first - 1 : first, last + 1);
  const rest = points.slice(last + 1);
  const running = rest.length === 0;
  const named = chosen.threshold === undefined ? {} : { named: { threshold: chosen.threshold } };
  const start = points[first] ?? newest(readings);
  const end = points[last] ?? newest(readings);
  const whole = [end, ...rest].every((each, index, all) => {
    const before = all[index - 1];
    return before === undefined || adjacent(before, each, every);
  });
  const unsaid = running ? "the streak is still running" : "readings since its end are missing";
  return {
    "": countFinding(series, run, `readings in a row, ${wordFor(chosen)}`, {
      first: moves ? 1 : 0,
      state: running ? "running" : "ended",
      ...named,
    }),
    from: pointFinding(series, start),
    to: pointFinding(series, end),
    after:
      running || !whole
        ? { unsaid }
        : countFinding(series, rest, `readings since ${end.day}`, named),
  };
}

function wordFor({ of, threshold }: Options): string {
  if (threshold === undefined) return of;
  return of === "above" ? `at ${threshold} or above` : `below ${threshold}`;
}
