import type { Day, Release, ReleaseRule } from "../model/index.ts";
import { parseDay } from "../model/index.ts";
import type { ReleaseText } from "./schema-parts.ts";
import { WEEKDAYS } from "./schema-parts.ts";

/** The release rule of an entry, complete. */
export function releaseFrom(from: ReleaseText): Release {
  const exceptions = dayMap(from.exceptions ?? {}, (text) => parseDay(text));
  return { rule: ruleFrom(from), exceptions };
}

function ruleFrom(from: ReleaseText): ReleaseRule {
  switch (from.rule) {
    case "same day":
      return { kind: from.rule };
    case "sessions after":
      return { kind: from.rule, sessions: from.sessions };
    case "session of next month":
      return { kind: from.rule, session: from.session };
    case "weekday of next month":
      return { kind: from.rule, weekday: WEEKDAYS.indexOf(from.weekday) + 1, nth: from.nth };
    case "weekday after":
      return { kind: from.rule, weekday: WEEKDAYS.indexOf(from.weekday) + 1 };
  }
}

/** A mapping by day; what is no day, or makes nothing, is left out. */
export function dayMap<From, To>(
  from: Readonly<Record<string, From>>,
  make: (each: From) => To | null,
): ReadonlyMap<Day, To> {
  const found = new Map<Day, To>();
  for (const [key, each] of Object.entries(from)) {
    const day = parseDay(key);
    const made = make(each);
    if (day !== null && made !== null) found.set(day, made);
  }
  return found;
}
