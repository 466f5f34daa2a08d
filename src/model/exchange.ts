import type { Day } from "./day.ts";
import { CLOSURES, EARLY_CLOSES } from "./closures.ts";
import { addDays, dayOf, dayOfMonth, monthOf, toNumber, weekdayOf, yearOf } from "./day.ts";

/**
 * Trading days of the New York Stock Exchange by its rules of 1998 and later (Rule 7.2), and the
 * days it closed out of turn (closures.ts). A holiday on a Saturday closes the Friday before, except
 * New Year's Day, on a Sunday the Monday after.
 */

/** Years for which the days are reckoned. Outside them every question is refused. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2060;

/** Every weekday on which the exchange is closed, with the name of the holiday, ascending. */
const CLOSED: ReadonlyMap<Day, string> = closures();
const CLOSED_DAYS: readonly Day[] = [...CLOSED.keys()];
const EARLY: ReadonlyMap<Day, string> = new Map(EARLY_CLOSES.map((each) => [each.day, each.why]));

/** From this year on it is known which sessions ended early. */
const FIRST_EARLY = 1995;

export function isSession(value: Day): boolean {
  return weekdayOf(within(value)) <= 5 && !CLOSED.has(value);
}

/** Why the exchange is closed on that weekday: the holiday observed, or what befell; null where it is not. */
export function holidayOn(value: Day): string | null {
  return CLOSED.get(within(value)) ?? null;
}

/**
 * Why the session of that day ends at 13:00 in New York, or null where it ends as usual. The day
 * after Thanksgiving, Christmas Eve from Monday to Thursday, and 3 July on the same weekdays, though
 * on a Wednesday since 2013 only; and what the table of exceptions has. Nothing is told before 1995.
 */
export function earlyCloseOn(value: Day): string | null {
  if (yearOf(value) < FIRST_EARLY || !isSession(value)) return null;
  const month = monthOf(value);
  const date = dayOfMonth(value);
  if (month === 11 && holidayOn(addDays(value, -1)) === "Thanksgiving") {
    return "the day after Thanksgiving";
  }
  if (month === 12 && date === 24) return "Christmas Eve";
  const third = month === 7 && date === 3;
  if (third && (weekdayOf(value) !== 3 || yearOf(value) >= 2013)) {
    return "the eve of Independence Day";
  }
  return EARLY.get(value) ?? null;
}

/** A running number of trading days: sessions next to each other differ by one. */
export function sessionNumber(value: Day): number {
  const days = toNumber(within(value)) + 3;
  const weekdays = Math.floor(days / 7) * 5 + Math.min((days % 7) + 1, 5);
  return weekdays - closedUpTo(value);
}

function closedUpTo(value: Day): number {
  let low = 0;
  let high = CLOSED_DAYS.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((CLOSED_DAYS[middle] ?? value) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function within(value: Day): Day {
  const year = yearOf(value);
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return value;
  throw new RangeError(
    `the exchange calendar runs from ${FIRST_YEAR} to ${LAST_YEAR}, not ${value}`,
  );
}

function closures(): ReadonlyMap<Day, string> {
  const found: [Day, string][] = CLOSURES.map((each) => [each.day, each.why]);
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const each of holidays(year)) found.push([each.day, each.name]);
  }
  return new Map(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function nextSession(after: Day): Day {
  let found = addDays(after, 1);
  while (!isSession(found)) found = addDays(found, 1);
  return found;
}

/** The last trading day on or before the given day. */
export function sessionOnOrBefore(value: Day): Day {
  let found = value;
  while (!isSession(found)) found = addDays(found, -1);
  return found;
}

/** The nth trading day after the given day; the day itself does not count. */
export function addSessions(value: Day, count: number): Day {
  let found = value;
  for (let index = 0; index < count; index++) found = nextSession(found);
  return found;
}

/** Trading days after the first day up to and with the second. */
export function sessionsBetween(from: Day, to: Day): number {
  return sessionNumber(to) - sessionNumber(from);
}

interface Holiday {
  readonly name: string;
  readonly day: Day;
}

function holidays(year: number): readonly Holiday[] {
  const fixed = (name: string, month: number, date: number): Holiday => ({
    name,
    day: observed(dayOf(year, month, date)),
  });
  return [
    ...newYear(year),
    { name: "Martin Luther King Jr. Day", day: nth(year, 1, 1, 3) },
    { name: "Washington's Birthday", day: nth(year, 2, 1, 3) },
    { name: "Good Friday", day: addDays(easter(year), -2) },
    { name: "Memorial Day", day: lastMonday(year, 5) },
    ...(year >= 2022 ? [fixed("Juneteenth", 6, 19)] : []),
    fixed("Independence Day", 7, 4),
    { name: "Labor Day", day: nth(year, 9, 1, 1) },
    { name: "Thanksgiving", day: nth(year, 11, 4, 4) },
    fixed("Christmas", 12, 25),
  ].filter((each) => year >= 1998 || each.name !== "Martin Luther King Jr. Day");
}

/** On a Saturday New Year's Day is not observed at all. */
function newYear(year: number): readonly Holiday[] {
  const first = dayOf(year, 1, 1);
  if (weekdayOf(first) === 6) return [];
  return [{ name: "New Year's Day", day: observed(first) }];
}

function observed(value: Day): Day {
  const weekday = weekdayOf(value);
  if (weekday === 6) return addDays(value, -1);
  return weekday === 7 ? addDays(value, 1) : value;
}

function nth(year: number, month: number, weekday: number, count: number): Day {
  const first = dayOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1));
}

function lastMonday(year: number, month: number): Day {
  const last = dayOf(year, month + 1, 0);
  return addDays(last, 1 - weekdayOf(last));
}

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** A running number of the ISO week the day lies in; weeks next to each other differ by one. */
export function weekNumber(value: Day): number {
  return Math.floor((toNumber(value) + 3) / 7);
}
