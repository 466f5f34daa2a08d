import type { Day, Frequency } from "../model/index.ts";
import { dayOfMonth, daysBetween, monthOf, weekdayOf, weekNumber, yearOf } from "../model/index.ts";
import type { Voice } from "./voice.ts";

export type DayForm = "date" | "month" | "period" | "full" | "year" | "since" | "in" | "at";

/** Up to so many months back a date or half-month stands without its year, even across New Year. */
const DATE_MONTHS = 9;
/** Up to so many months back a month of last year is "last November"; nearer ones stand alone. */
const LAST_MONTHS = 10;
const NEAR_MONTHS = 3;

/**
 * A day in words, relative to the published day. A month stands without its year only where it is
 * the nearest month of that name, and not so long ago that a reader could think of another.
 */
export function sayDay(
  day: Day,
  form: DayForm,
  published: Day,
  every: Frequency,
  voice: Voice,
): string {
  switch (form) {
    case "date":
      return sayDate(day, published, voice);
    case "month":
      return sayMonth(day, published, voice);
    case "period":
      return sayPeriod(day, published, every, voice);
    case "full":
      return full(day, voice);
    case "year":
      return String(yearOf(day));
    case "since":
      return saySince(day, published, every, voice);
    case "in":
      return sayIn(day, published, voice);
    case "at":
      return sayAt(day, published, every, voice);
  }
}

/** "later today", "tomorrow", "on Friday" of this week, "next Tuesday", "on 10 June". */
export function sayWhen(day: Day, published: Day, voice: Voice): string {
  const days = daysBetween(published, day);
  const { dates } = voice;
  if (days === 0) return dates.today;
  if (days === 1) return dates.tomorrow;
  const weeks = weekNumber(day) - weekNumber(published);
  if (days > 1 && weeks <= 1) {
    return `${weeks === 0 ? dates.on : dates.next} ${dates.weekdays[weekdayOf(day) - 1] ?? ""}`;
  }
  return `${dates.on} ${sayDate(day, published, voice)}`;
}

/** "this week", "last week", "in the week to 16 May", as the published day sees the day. */
export function sayWeek(day: Day, published: Day, voice: Voice): string {
  const { dates } = voice;
  const weeks = weekNumber(published) - weekNumber(day);
  if (weeks === 0) return dates.thisWeek;
  if (weeks === 1) return `${dates.last} ${voice.figures.weeks.text.one}`;
  return `${dates.in} ${sayPeriod(day, published, "week", voice)}`;
}

/** Months from the day to the published day; negative for days to come. */
function monthsBack(day: Day, published: Day): number {
  return (yearOf(published) - yearOf(day)) * 12 + monthOf(published) - monthOf(day);
}

/** Does the month's name alone say which month is meant? */
function bare(day: Day, published: Day): boolean {
  const back = monthsBack(day, published);
  if (back < 0) return yearOf(day) === yearOf(published);
  return back <= (yearOf(day) === yearOf(published) ? LAST_MONTHS : DATE_MONTHS);
}

function sayDate(day: Day, published: Day, voice: Voice): string {
  const date = dateOnly(day, voice);
  if (bare(day, published)) return date;
  if (day < published && yearOf(published) - yearOf(day) === 1) {
    return `${date} ${voice.dates.lastYear}`;
  }
  return full(day, voice);
}

function sayMonth(day: Day, published: Day, voice: Voice): string {
  const name = monthName(day, voice);
  const back = monthsBack(day, published);
  if (yearOf(day) === yearOf(published) && back <= LAST_MONTHS) return name;
  if (back >= 0 && back <= NEAR_MONTHS) return name;
  if (back > 0 && back <= LAST_MONTHS) return `${voice.dates.last} ${name}`;
  return `${name} ${yearOf(day)}`;
}

/** The period a point of the series stands for: "mid-April", "end-August 2022", "April", "the week to 23 May". */
function sayPeriod(day: Day, published: Day, every: Frequency, voice: Voice): string {
  switch (every) {
    case "half-month": {
      const part = dayOfMonth(day) > 16 ? voice.dates.end : voice.dates.middle;
      const month = joined(part, monthName(day, voice));
      return bare(day, published) ? month : `${month} ${yearOf(day)}`;
    }
    case "month":
      return sayMonth(day, published, voice);
    case "week":
      return `${voice.dates.week} ${sayDate(day, published, voice)}`;
    case "day":
      return sayDate(day, published, voice);
  }
}

/** "mid-April", "late April": a word stands apart, a prefix does not. */
function joined(part: string, month: string): string {
  return /\p{L}$/u.test(part) ? `${part} ${month}` : part + month;
}

/** The month with its preposition: "in April", "last November", "in November 2021". */
function sayIn(day: Day, published: Day, voice: Voice): string {
  const month = sayMonth(day, published, voice);
  return month.startsWith(`${voice.dates.last} `) ? month : `${voice.dates.in} ${month}`;
}

/** The period with its preposition: "in mid-April", "at the end of August 2022", "on 9 April". */
function sayAt(day: Day, published: Day, every: Frequency, voice: Voice): string {
  switch (every) {
    case "half-month": {
      const { dates } = voice;
      if (dayOfMonth(day) <= 16) return `${dates.in} ${sayPeriod(day, published, every, voice)}`;
      return `${dates.endOf} ${sayMonth(day, published, voice)}`;
    }
    case "month":
      return sayIn(day, published, voice);
    case "week":
      return `${voice.dates.in} ${sayPeriod(day, published, every, voice)}`;
    case "day":
      return `${voice.dates.on} ${sayDate(day, published, voice)}`;
  }
}

/** As precise as a reader wants it: the date where it is near, the month where it is long ago. */
function saySince(day: Day, published: Day, every: Frequency, voice: Voice): string {
  if (every === "half-month" || every === "month") return sayPeriod(day, published, every, voice);
  return bare(day, published) ? sayDate(day, published, voice) : sayMonth(day, published, voice);
}

function dateOnly(day: Day, voice: Voice): string {
  const name = monthName(day, voice);
  const number = dayOfMonth(day);
  return voice.dates.order === "day first" ? `${number} ${name}` : `${name} ${number}`;
}

function full(day: Day, voice: Voice): string {
  const separator = voice.dates.order === "day first" ? " " : ", ";
  return dateOnly(day, voice) + separator + String(yearOf(day));
}

function monthName(day: Day, voice: Voice): string {
  return voice.dates.months[monthOf(day) - 1] ?? "";
}
