import type { Day } from "../../model/index.ts";
import { dayOf, dayOfMonth, isSession, monthOf, yearOf } from "../../model/index.ts";
import { FIRST_YEAR, LAST_YEAR } from "../rows.ts";

/** Days as small numbers in their own order, so that they can be held in columns. */
export const DATES = (LAST_YEAR - FIRST_YEAR + 1) * 372;

export function dateNumber(day: Day): number {
  return (yearOf(day) - FIRST_YEAR) * 372 + (monthOf(day) - 1) * 31 + dayOfMonth(day) - 1;
}

export function dateOf(number: number): Day {
  const inYear = number % 372;
  const year = FIRST_YEAR + (number - inYear) / 372;
  return dayOf(year, Math.floor(inYear / 31) + 1, (inYear % 31) + 1);
}

/** Added to the number of a day on which the exchange was closed. */
export const CLOSED = 1 << 20;

export function dateCode(day: Day): number {
  return dateNumber(day) + (isSession(day) ? 0 : CLOSED);
}
