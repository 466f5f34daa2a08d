import type { Day } from "../../src/model/index.ts";
import { endOfMonth, isSession, nextSession, sessionOnOrBefore } from "../../src/model/index.ts";

/** Trading days from the first day to the last, both included. */
export function sessions(from: Day, to: Day): readonly Day[] {
  const found: Day[] = [];
  let current = isSession(from) ? from : nextSession(from);
  while (current <= to) {
    found.push(current);
    current = nextSession(current);
  }
  return found;
}

export function lastSessionOfMonth(day: Day): Day {
  return sessionOnOrBefore(endOfMonth(day));
}
