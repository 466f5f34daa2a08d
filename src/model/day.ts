/**
 * Calendar days as text, "2025-04-30": they compare as text and know no clock and no time zone.
 */
export type Day = string & { readonly day: unique symbol };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS = 86_400_000;
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
  return fromNumber(Date.UTC(year, month - 1, dayOfMonth) / MS);
}

/** Days since 1970-01-01. */
export function toNumber(value: Day): number {
  return Date.UTC(yearOf(value), monthOf(value) - 1, dayOfMonth(value)) / MS;
}

export function fromNumber(days: number): Day {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made from a day of the calendar
  return new Date(days * MS).toISOString().slice(0, 10) as Day;
}

export function yearOf(value: Day): number {
  return Number(value.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(value: Day): number {
  return Number(value.slice(5, 7));
}

export function dayOfMonth(value: Day): number {
  return Number(value.slice(8, 10));
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
