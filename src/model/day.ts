/**
 * Calendar days as text, "2025-04-30": they compare as text and know no clock and no time zone.
 */
export type Day = string & { readonly day: unique symbol };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Days from 0000-03-01 to 1970-01-01, and of 400 years. */
const EPOCH = 719_468;
const ERA = 146_097;
const LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day the text names, or null where it is no day of the calendar (30 February, month 13). */
export function parseDay(text: string): Day | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const date = Number(match[3]);
  if (date < 1 || date > daysInMonth(Number(match[1]), Number(match[2]))) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form and the calendar have just been checked
  return text as Day;
}

/** None in a month that the calendar does not have. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return LENGTHS[month - 1] ?? 0;
}

/** The day a program writes down itself. Throws on text that is no day. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new RangeError(`not a calendar day: "${text}"`);
  return found;
}

/** Days may run over: dayOf(2025, 2, 30) is 2 March, dayOf(2025, 0, 1) is 1 December 2024. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const overflow = Math.floor((month - 1) / 12);
  return fromNumber(count(year + overflow, month - 12 * overflow, dayOfMonth));
}

/** Days since 1970-01-01. */
export function toNumber(value: Day): number {
  return count(yearOf(value), monthOf(value), dayOfMonth(value));
}

/** The counted year begins in March, so that the leap day is its last: its months are 153 days in five. */
function count(year: number, month: number, date: number): number {
  const counted = month > 2 ? year : year - 1;
  const months = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  const leaps = Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400);
  return counted * 365 + leaps + months + date - 1 - EPOCH;
}

export function fromNumber(days: number): Day {
  const counted = days + EPOCH;
  const era = Math.floor(counted / ERA);
  const inEra = counted - era * ERA;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const year = Math.floor((inEra - leaps) / 365);
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const full = year + era * 400 + (month > 9 ? 1 : 0);
  const text = `${String(full).padStart(4, "0")}-${two(month > 9 ? month - 9 : month + 3)}-${two(date)}`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made from a day of the calendar
  return text as Day;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

export function yearOf(value: Day): number {
  return digit(value, 0) * 1000 + digit(value, 1) * 100 + digit(value, 2) * 10 + digit(value, 3);
}

/** 1 to 12. */
export function monthOf(value: Day): number {
  return digit(value, 5) * 10 + digit(value, 6);
}

export function dayOfMonth(value: Day): number {
  return digit(value, 8) * 10 + digit(value, 9);
}

function digit(value: Day, at: number): number {
  return value.charCodeAt(at) - 48;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(value: Day): number {
  return ((((toNumber(value) + 3) % 7) + 7) % 7) + 1;
}

export function addDays(value: Day, count: number): Day {
  return fromNumber(toNumber(value) + count);
}

/** The same day of another month; past its end, its last day: 31 January and one month is 28 February. */
export function addMonths(value: Day, count: number): Day {
  const month = monthOf(value) + count;
  const last = dayOf(yearOf(value), month + 1, 0);
  const same = dayOf(yearOf(value), month, dayOfMonth(value));
  return same > last ? last : same;
}

/** Calendar days from the first to the second; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

export function startOfMonth(value: Day): Day {
  return dayOf(yearOf(value), monthOf(value), 1);
}

export function endOfMonth(value: Day): Day {
  return dayOf(yearOf(value), monthOf(value) + 1, 0);
}
