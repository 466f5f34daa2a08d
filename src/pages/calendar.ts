import type { Day } from "../model/index.ts";
import { dayOfMonth, monthOf, yearOf } from "../model/index.ts";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "27 May 2025": days around the text (masthead, byline, sources), by the same order as in it. */
export function fullDay(day: Day): string {
  return `${dayOfMonth(day)} ${MONTHS[monthOf(day) - 1] ?? ""} ${yearOf(day)}`;
}
