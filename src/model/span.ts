import type { Day } from "./day.ts";
import { addDays, addMonths } from "./day.ts";

/** A length of time as YAML says it: "1 month", "10 sessions". */
export interface Span {
  readonly count: number;
  readonly unit: SpanUnit;
}

const UNITS = ["session", "day", "week", "month", "quarter", "year"] as const;
export type SpanUnit = (typeof UNITS)[number];

const FORM = /^(\d{1,4}) ([a-z]+?)s?$/;

/** The span the text names, or null. */
export function parseSpan(text: string): Span | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const count = Number(match[1]);
  const unit = UNITS.find((each) => each === match[2]);
  return count > 0 && unit !== undefined ? { count, unit } : null;
}

/** The day a span of calendar time before the given one. Sessions need a series and are refused here. */
export function spanBefore(from: Day, span: Span): Day {
  switch (span.unit) {
    case "day":
      return addDays(from, -span.count);
    case "week":
      return addDays(from, -7 * span.count);
    case "month":
      return addMonths(from, -span.count);
    case "quarter":
      return addMonths(from, -3 * span.count);
    case "year":
      return addMonths(from, -12 * span.count);
    case "session":
      throw new RangeError("a span of sessions is counted on a series, not on the calendar");
  }
}
