import type { Citation, Day, Finding, MemberColumn, Panel, Series } from "../model/index.ts";
import {
  daysBetween,
  memberAt,
  nextPeriod,
  releaseOf,
  rowOn,
  rowsCited,
  sessionsBetween,
} from "../model/index.ts";
import type { Book } from "../stats/index.ts";
import type { FactBook } from "./book.ts";

/** Why a finding must not be said although it could be reckoned, or null where it may. */
export type Trust = (finding: Finding) => string | null;

/**
 * Doubts of two kinds: a point it cites is suspect, or the series it is about should have told
 * more by now. One stale series is stale for every fact about it.
 */
export function trustIn(book: Book & Partial<Pick<FactBook, "member" | "isReported">>): Trust {
  const members = new Map<string, MemberColumn | null>();
  const memberOf = (id: string): MemberColumn | null => {
    const held = members.get(id);
    if (held !== undefined) return held;
    const found = book.member?.(id) ?? null;
    members.set(id, found);
    return found;
  };
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
    const cited = rowsCited(finding.cites);
    // A list of members is of one day, and how old a report may be its statistic says.
    const names = new Set(cited.map((each) => each.series));
    const reported = new Set([...names].filter((id) => book.isReported?.(id) === true));
    const rows = reported.size === 0 ? cited : cited.filter((each) => !reported.has(each.series));
    for (const id of names) {
      if (reported.has(id)) continue;
      const member = memberOf(id);
      const stale =
        member === null
          ? staleness(book.series(id), book.asOf)
          : memberStaleness(member, book.asOf);
      if (stale !== null) return stale;
    }
    for (const each of rows) {
      const member = memberOf(each.series);
      const doubt =
        member === null ? suspectDays(each.series).get(each.day) : memberDoubt(member, each);
      if (doubt !== undefined) {
        return `the row of ${each.day} in ${each.file}:${each.line} is suspect: ${doubt}`;
      }
    }
    return null;
  };
}

/** A group's member in doubt, without its thousand points being made one by one. */
function memberDoubt({ panel, at }: MemberColumn, { day }: Citation): string | undefined {
  const { columns } = memberAt(panel, at);
  if (columns.suspect.size === 0) return undefined;
  const row = rowOn(panel, columns, day);
  return row === null ? undefined : columns.suspect.get(row);
}

function memberStaleness({ panel, at }: MemberColumn, asOf: Day): string | null {
  const { member, columns } = memberAt(panel, at);
  const day = panel.days[columns.day.at(-1) ?? -1];
  return dailyStaleness(member.name, panel, day, asOf);
}

/** The same of a group: stale once no member has told more. */
export function panelStaleness(panel: Panel, asOf: Day): string | null {
  return dailyStaleness(panel.name, panel, panel.days.at(-1), asOf);
}

function dailyStaleness(
  name: string,
  { release }: Panel,
  last: Day | undefined,
  asOf: Day,
): string | null {
  if (last === undefined) return `nothing of ${name} was known by ${asOf}`;
  if (sessionsBetween(last, asOf) <= GRACE.sessions) return null;
  return `${name} is stale: nothing has come since ${last}, which was known on ${releaseOf(release, last)}`;
}

/** What is forgiven to a late publisher before the series counts as stale. */
const GRACE = { sessions: 3, days: 10 } as const;

/**
 * A series is stale once its next figure has been due for longer than the grace. Returns what to
 * say of it, or null.
 */
export function staleness(series: Series, asOf: Day): string | null {
  const last = series.points.at(-1);
  if (series.seldom === true) return null;
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
