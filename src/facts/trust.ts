import type { Day, Finding, Series } from "../model/index.ts";
import { daysBetween, nextPeriod, releaseOf, rowsCited, sessionsBetween } from "../model/index.ts";
import type { Book } from "../stats/index.ts";

/** Why a finding must not be said although it could be reckoned, or null where it may. */
export type Trust = (finding: Finding) => string | null;

/**
 * Doubts of two kinds: a point it cites is suspect, or the series it is about should have told
 * more by now. One stale series is stale for every fact about it.
 */
export function trustIn(book: Book): Trust {
  const suspects = new Map<string, ReadonlyMap<Day, string>>();
  const suspectDays = (id: string): ReadonlyMap<Day, string> => {
    const held = suspects.get(id);
    if (held !== undefined) return held;
    const found = new Map<Day, string>();
    for (const each of book.series(id).points) {
      if (each.suspect !== undefined) found.set(each.day, each.suspect);
    }
    suspects.set(id, found);
    return found;
  };
  return (finding) => {
    const rows = rowsCited(finding.cites);
    for (const id of new Set(rows.map((each) => each.series))) {
      const stale = staleness(book.series(id), book.asOf);
      if (stale !== null) return stale;
    }
    for (const each of rows) {
      const doubt = suspectDays(each.series).get(each.day);
      if (doubt !== undefined) {
        return `the row of ${each.day} in ${each.file}:${each.line} is suspect: ${doubt}`;
      }
    }
    return null;
  };
}

/** What is forgiven to a late publisher before the series counts as stale. */
const GRACE = { sessions: 3, days: 10 } as const;

/**
 * A series is stale once its next figure has been due for longer than the grace. Returns what to
 * say of it, or null.
 */
export function staleness(series: Series, asOf: Day): string | null {
  const last = series.points.at(-1);
  if (last === undefined) return `nothing of ${series.name} was known by ${asOf}`;
  return overdue(series, last.day, asOf)
    ? `${series.name} is stale: nothing has come since ${last.day}, which was known on ${last.released}`
    : null;
}

function overdue(series: Series, last: Day, asOf: Day): boolean {
  if (series.every === "day") return sessionsBetween(last, asOf) > GRACE.sessions;
  const due = releaseOf(series.release, nextPeriod(last, series.every));
  return daysBetween(due, asOf) > GRACE.days;
}
