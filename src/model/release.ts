import type { Day } from "./day.ts";
import { addDays, dayOf, endOfMonth, monthOf, weekdayOf, yearOf } from "./day.ts";
import { addSessions, isSession, nextSession, sessionOnOrBefore } from "./exchange.ts";
import type { Frequency, Release, ReleaseRule, Series } from "./series.ts";
import { slotOf } from "./series.ts";

/** The day the figures of the period that ends or is taken on the given day come out. */
export function releaseOf(release: Release, period: Day): Day {
  return release.exceptions.get(period) ?? byRule(release.rule, period);
}

function byRule(rule: ReleaseRule, period: Day): Day {
  switch (rule.kind) {
    case "same day":
      return period;
    case "sessions after":
      return addSessions(period, rule.sessions);
    case "session of next month":
      return addSessions(endOfMonth(period), rule.session);
    case "weekday of next month":
      return weekdayOfMonth(yearOf(period), monthOf(period) + 1, rule.weekday, rule.nth);
    case "weekday after":
      return weekdayAfter(period, rule.weekday);
  }
}

function weekdayOfMonth(year: number, month: number, weekday: number, nth: number): Day {
  const first = dayOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

/** Each weekday on which the exchange stays closed in between puts the release off by a session. */
function weekdayAfter(period: Day, weekday: number): Day {
  const planned = addDays(period, ((weekday - weekdayOf(period) + 6) % 7) + 1);
  let found = planned;
  for (let each = addDays(period, 1); each <= planned; each = addDays(each, 1)) {
    if (weekdayOf(each) <= 5 && !isSession(each)) found = nextSession(found);
  }
  return found;
}

/** A period whose figures are still to come, and the day they come out. */
export interface Coming {
  readonly period: Day;
  readonly released: Day;
}

/**
 * The first period, counted on from the newest one known at the end of the given day, whose figures
 * come out after that day. Null for a series without a point known by then.
 */
export function nextRelease(series: Series, after: Day): Coming | null {
  const last = series.points.findLast((each) => each.released <= after && each.day <= after);
  if (last === undefined) return null;
  let period = usualDay(series, last.day);
  for (let count = 0; count < 1000; count++) {
    period = nextPeriod(period, series.every);
    const released = releaseOf(series.release, period);
    if (released > after) return { period, released };
  }
  return null;
}

/** A weekly figure taken early, on the Monday before a holiday, does not move the weeks after it. */
function usualDay(series: Series, last: Day): Day {
  if (series.every !== "week") return last;
  const end = series.points.findLastIndex((each) => each.day <= last) + 1;
  const weekdays = series.points
    .slice(Math.max(end - 5, 0), end)
    .map((each) => weekdayOf(each.day));
  return addDays(last, Math.max(...weekdays) - weekdayOf(last));
}

/**
 * The day of the following period at the series' rhythm: the next session, the same weekday, the
 * settlement day (the 15th or the month's last day, or the session before), the month's last day.
 */
export function nextPeriod(period: Day, every: Frequency): Day {
  switch (every) {
    case "day":
      return nextSession(period);
    case "week":
      return addDays(period, 7);
    case "half-month": {
      const slot = slotOf(period, every) + 1;
      const month = Math.floor(slot / 2);
      const year = Math.floor(month / 12);
      const settles =
        slot % 2 === 0 ? dayOf(year, (month % 12) + 1, 15) : dayOf(year, (month % 12) + 2, 0);
      return sessionOnOrBefore(settles);
    }
    case "month":
      return endOfMonth(addDays(endOfMonth(period), 1));
  }
}
