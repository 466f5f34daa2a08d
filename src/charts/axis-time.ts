import type { Day } from "../model/index.ts";
import {
  addDays,
  daysBetween,
  dayOf,
  dayOfMonth,
  monthOf,
  toNumber,
  weekdayOf,
  yearOf,
} from "../model/index.ts";
import { widthOf } from "./measure.ts";

export interface TimeTick {
  readonly day: Day;
  readonly text: string;
}

interface Step {
  readonly unit: "year" | "month" | "week";
  readonly count: number;
}

const STEPS: readonly Step[] = [
  { unit: "week", count: 1 },
  { unit: "week", count: 2 },
  { unit: "month", count: 1 },
  { unit: "month", count: 2 },
  { unit: "month", count: 3 },
  { unit: "month", count: 6 },
  ...[1, 2, 5, 10, 20, 50].map((count) => ({ unit: "year" as const, count })),
];
const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;
const GAP = 16;
/** Longest window, in days, for a step of one: long windows are told in years. */
const LONGEST = { week: 60, month: 200, year: Number.POSITIVE_INFINITY } as const;

/**
 * Days on the time axis with their words: the closest even steps whose words do not meet. Years
 * where the window is long, months with the year at each January where it is short.
 */
export function timeTicks(
  from: Day,
  to: Day,
  width: number,
  size: number,
  x: (day: Day) => number,
): readonly TimeTick[] {
  const window = daysBetween(from, to);
  for (const step of STEPS) {
    if (window > LONGEST[step.unit] * step.count) continue;
    const ticks = named(daysOf(step, from, to), step);
    const inside = ticks.filter((each) => fits(each, x(each.day), width, size));
    if (inside.length >= ticks.length - 2 && inside.length > 0 && apart(inside, size, x)) {
      return inside;
    }
  }
  return [];
}

function daysOf(step: Step, from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  if (step.unit === "week") {
    let day = addDays(from, (8 - weekdayOf(from)) % 7);
    for (; day <= to; day = addDays(day, 7 * step.count)) days.push(day);
    return days;
  }
  const months = step.unit === "year" ? 12 * step.count : step.count;
  const first = Math.floor((yearOf(from) * 12 + monthOf(from) - 1) / months) * months;
  for (let month = first; ; month += months) {
    const day = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
    if (day > to) return days;
    if (day >= from) days.push(day);
  }
}

function named(days: readonly Day[], step: Step): readonly TimeTick[] {
  const january = days.some((each) => monthOf(each) === 1);
  return days.map((day, index) => {
    const month = MONTHS[monthOf(day) - 1] ?? "";
    if (step.unit === "year") return { day, text: String(yearOf(day)) };
    if (step.unit === "week") return { day, text: `${dayOfMonth(day)} ${month}` };
    if (monthOf(day) === 1) return { day, text: String(yearOf(day)) };
    return { day, text: index === 0 && !january ? `${month} ${yearOf(day)}` : month };
  });
}

function fits(tick: TimeTick, x: number, width: number, size: number): boolean {
  const half = widthOf(tick.text, size, 400) / 2;
  return x - half >= 0 && x + half <= width;
}

function apart(ticks: readonly TimeTick[], size: number, x: (day: Day) => number): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const each of ticks) {
    const half = widthOf(each.text, size, 400) / 2;
    if (x(each.day) - half < end + GAP) return false;
    end = x(each.day) + half;
  }
  return true;
}

/** Milliseconds of the day's start in UTC, as Vega counts time. */
export function instant(day: Day): number {
  return toNumber(day) * 86_400_000;
}
