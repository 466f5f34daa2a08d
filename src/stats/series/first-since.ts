import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import type { Condition } from "../tools/condition.ts";
import {
  conditionOf,
  conditionShape,
  heldAgainst,
  isMeasured,
  MEASURED,
} from "../tools/condition.ts";
import { leastFor } from "../tools/extreme.ts";
import { adjacent, newest } from "../tools/find.ts";
import { countFinding, daysFinding, pointFinding, resting } from "../tools/finding.ts";
import { count } from "../tools/options.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z
  .strictObject({
    ...conditionShape,
    least: count
      .optional()
      .describe(
        "Readings it must be the first in; left out: 3 for rises and falls, otherwise 60 sessions, 13 weeks or 3 months.",
      ),
  })
  .refine(isMeasured, MEASURED);

/** Rises and falls take turns: the first in this many is worth a word. */
const LEAST_MOVES = 3;

/** Readings cited one by one at most. */
const MOST_COUNTED = 1000;

/** The first time since. */
export const firstSince: Statistic<z.infer<typeof options>> = {
  name: "first-since",
  summary: "Since when the latest reading is the first above or below a level, or to rise or fall.",
  method:
    "The latest reading must be of the kind. The last earlier one of the kind is looked for back from the reading before it, across no missing one; one that is suspect, or is held against a suspect one, counts as of the kind, since nobody knows. Readings are counted from the one after that up to the latest: the first fall in three weeks has two weeks without one before it. Where the latest is the first in fewer than `least` readings it is withheld, so that a second reading of the kind in a row is never the first.",
  definition: "First reading for which the condition holds after readings for which it did not.",
  options,
  parts: {
    "": "The latest reading, in the unit of the series; state above, below, rising or falling.",
    since: "The last earlier reading of the kind; its day is the D of 'first since D'.",
    periods: "Readings of which the latest is the only one of the kind, a count.",
    elapsed: "Calendar days from `since` to the latest reading.",
    start: "The first reading of the data, where none is of the kind.",
  },
  example:
    "first-fall: { statistic: first-since, series: rut.close, of: falling, at: week-end, least: 2 }",
  find: (chosen, context) => {
    const condition = conditionOf(chosen, context);
    const { readings, holds, moves } = condition;
    const { series, points, every } = readings;
    const latest = points.length - 1;
    const kind = holds(latest);
    if (kind === null) withhold(`figures to hold ${series.name} against are missing`);
    if (!kind) {
      withhold(`the latest reading of ${series.name} is not ${condition.words}`);
    }
    const since = lastBefore(condition, latest);
    const first = since ?? (moves ? 0 : -1);
    const least = chosen.least ?? (moves ? LEAST_MOVES : leastFor(every));
    if (latest - first < least) {
      withhold(`it is the first of ${latest - first} readings only that is ${condition.words}`);
    }
    return findings(condition, since, first + 1, chosen.of);
  },
};

/** Withheld where a reading between is missing, or cannot be told. */
function lastBefore({ readings, holds, moves, doubted }: Condition, latest: number): number | null {
  const { points, every, series } = readings;
  for (let place = latest - 1; place >= 0; place--) {
    const here = points[place];
    const after = points[place + 1];
    if (here === undefined || after === undefined) break;
    if (!adjacent(here, after, every)) {
      withhold(`${series.name} has no figures between ${here.day} and ${after.day}`);
    }
    const kind = moves && place === 0 ? false : holds(place);
    if (kind === null) withhold(`figures to hold ${series.name} against are missing`);
    if (kind || doubted(place)) return place;
  }
  return null;
}

function findings(
  condition: Condition,
  place: number | null,
  first: number,
  state: string,
): Findings {
  const { readings, words, named, other } = condition;
  const { series, points } = readings;
  const latest = newest(readings);
  const since = place === null ? undefined : points[place];
  const run = points.slice(first);
  const none: Unsaid = { unsaid: `nothing in the data before ${latest.day} is ${words}` };
  const start = points[0] ?? latest;

  const periods: Finding | Unsaid =
    run.length > MOST_COUNTED
      ? { unsaid: `it is the first in more than ${MOST_COUNTED} readings` }
      : countFinding(series, run, `readings, of which the last alone is ${words}`, { state });
  const beside = run.flatMap(other).map(([another, point]) => cite(another, point));
  return {
    "": resting(
      pointFinding(series, latest, {
        state,
        ...named,
        window: { from: (since ?? start).day, to: latest.day },
      }),
      heldAgainst(condition, points.length - 1),
    ),
    since:
      since === undefined || place === null
        ? none
        : resting(pointFinding(series, since, { state }), heldAgainst(condition, place)),
    periods: "unsaid" in periods ? periods : resting(periods, beside),
    elapsed: since === undefined ? none : daysFinding(series, since, latest),
    start:
      since === undefined
        ? pointFinding(series, start)
        : { unsaid: "an earlier one is of the kind" },
  };
}
