import type { Finding } from "../../model/index.ts";
import { slotOf } from "../../model/index.ts";
import type { Condition } from "../tools/condition.ts";
import { leastFor } from "../tools/extreme.ts";
import { adjacent } from "../tools/find.ts";
import { countFinding, pointFinding } from "../tools/finding.ts";
import type { Unsaid } from "../statistic.ts";
import { cite } from "../statistic.ts";

/** Readings in a row that are of the kind, by their places. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A streak of fewer is not worth a look back. */
const LEAST = 3;

/** Longer ones that are cited one by one at most. */
const MOST_LONGER = 20;

export function lengthOf({ first, last }: Run): number {
  return last - first + 1;
}

/** The streak's own length, every reading of it cited. */
export function lengthFinding(condition: Condition, run: Run, state: string): Finding {
  const { readings, moves, words, named, other } = condition;
  const points = readings.points.slice(moves ? run.first - 1 : run.first, run.last + 1);
  const found = countFinding(readings.series, points, `readings in a row, ${words}`, {
    first: moves ? 1 : 0,
    state,
    ...named,
  });
  const beside = points.flatMap(other).map(([series, point]) => cite(series, point));
  return beside.length === 0 ? found : { ...found, cites: [...found.cites, ...beside] };
}

/** The streak among all earlier ones of its kind. */
export function amongOthers(condition: Condition, run: Run): Parts {
  const length = lengthOf(run);
  if (length < LEAST) return all(`a streak of ${length} is too short to look back from`);
  const { runs, start } = runsBefore(condition, run);
  const { points, series } = condition.readings;
  const since = runs.find((each) => lengthOf(each) >= length);
  const longest = runs.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const first = points[start];
  const none: Unsaid = { unsaid: "no earlier streak in the data is as long" };
  return {
    since: since === undefined ? none : sinceFinding(condition, run, since),
    longest: longest === undefined ? none : lengthFinding(condition, longest, "ended"),
    rank: rankFinding(condition, run, runs),
    start:
      since !== undefined || first === undefined
        ? { unsaid: "an earlier streak is as long" }
        : pointFinding(series, first),
  };
}

type Parts = Readonly<Record<"since" | "longest" | "rank" | "start", Finding | Unsaid>>;

function all(reason: string): Parts {
  const unsaid = { unsaid: reason };
  return { since: unsaid, longest: unsaid, rank: unsaid, start: unsaid };
}

/**
 * Earlier runs, newest first, back to a missing or suspect reading or to the start of the data. What
 * begins there is left out, since nobody knows how long it had lasted.
 */
function runsBefore(
  { readings, holds, doubted }: Condition,
  run: Run,
): { readonly runs: readonly Run[]; readonly start: number } {
  const { points, every } = readings;
  const runs: Run[] = [];
  let last: number | null = null;
  let start = run.first;
  for (let place = run.first - 1; place >= 0; place--) {
    const here = points[place];
    const after = points[place + 1];
    const kind = holds(place);
    if (kind === null || here === undefined || after === undefined) break;
    if (doubted(place)) break;
    if (!adjacent(here, after, every)) break;
    if (kind) {
      last ??= place;
      continue;
    }
    if (last !== null) runs.push({ first: place + 1, last });
    last = null;
    start = place;
  }
  return { runs, start };
}

/** "The longest since" wants more than a few weeks between. */
function sinceFinding(condition: Condition, run: Run, since: Run): Finding | Unsaid {
  const { points, every } = condition.readings;
  const end = points[since.last];
  const now = points[run.last];
  if (end === undefined || now === undefined) return { unsaid: "there is none" };
  const back = slotOf(now.day, every) - slotOf(end.day, every);
  if (back < leastFor(every)) return { unsaid: `one as long ended on ${end.day} only` };
  return lengthFinding(condition, since, "ended");
}

/** One more than the longer ones: the last reading of each of them is cited, and that of the streak. */
function rankFinding(condition: Condition, run: Run, runs: readonly Run[]): Finding | Unsaid {
  const longer = runs.filter((each) => lengthOf(each) > lengthOf(run));
  if (longer.length >= MOST_LONGER)
    return { unsaid: `${MOST_LONGER} streaks and more were longer` };
  const { series, points } = condition.readings;
  const ends = [...longer.toReversed(), run].flatMap((each) => points[each.last] ?? []);
  return countFinding(
    series,
    ends,
    `streaks that are longer, and the streak itself, ${condition.words}`,
    {},
  );
}
