import type { Fact, Frequency, Unit } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";
import { sayOrdinal } from "../ordinal.ts";
import { plural } from "../plural.ts";
import { sayValue } from "../value.ts";
import { pick } from "../verb.ts";
import type { Voice } from "../voice.ts";
import { filled, words } from "./part.ts";
import type { Phrase, Speech, Unsaid } from "./part.ts";
import { figureOf, named } from "./say.ts";

type Period = "sessions" | "days" | "weeks" | "reports" | "months";

const PERIODS: Readonly<Record<Frequency, Period>> = {
  day: "sessions",
  week: "weeks",
  "half-month": "reports",
  month: "months",
};

/**
 * A run in one go: "for a fourth straight week" while it goes on, "after four straight weeks" when it
 * has ended. The fact counts the run; its state "ended" says that it is over.
 */
export function runOf(fact: Fact, speech: Speech): Phrase | Unsaid {
  if (!Number.isInteger(fact.value) || fact.value < 2) {
    return { unsaid: `a run of ${fact.value} is none` };
  }
  const { voice, turn } = speech;
  const period = periodOf(fact, speech);
  return filled(pick(voice.runs[fact.state === "ended" ? "ended" : "running"], turn), {
    n: countSaid(fact, voice),
    nth: ordinalSaid(fact, voice),
    period: words(voice.figures[period].text.one),
    periods: words(voice.figures[period].text.other),
  });
}

/** "five of the past six sessions"; of a group, whose members have a name, "27 of the 30 stocks". */
export function tallyOf(
  some: Fact,
  all: Fact,
  speech: Speech,
  noun: string | null = null,
): Phrase | Unsaid {
  if (!(some.value >= 0 && some.value <= all.value)) {
    return { unsaid: `${some.value} are no part of ${all.value}` };
  }
  const { voice, turn } = speech;
  const { one, other } = voice.figures[periodOf(all, speech)].text;
  const list = noun === null ? voice.runs.tally : voice.runs.members;
  return filled(pick(list, turn), {
    k: some.value === 0 ? figureOf(some, voice.runs.none, 0) : countSaid(some, voice),
    n: countSaid(all, voice),
    periods: words(plural(all.value, { one, other })),
    noun: words(noun ?? ""),
  });
}

/** A place in a ranking: "second", "11th"; with what is ranked "largest", "second largest". */
export function rankOf(fact: Fact, speech: Speech, of: string | null = null): Phrase | Unsaid {
  if (!Number.isInteger(fact.value) || fact.value < 1) return { unsaid: `no rank: ${fact.value}` };
  if (of === null) return ordinalSaid(fact, speech.voice);
  if (fact.value === 1) return figureOf(fact, of, 1);
  return [...ordinalSaid(fact, speech.voice), ...words(of)];
}

function ordinalSaid(fact: Fact, voice: Voice): Phrase {
  return figureOf(fact, sayOrdinal(fact.value, voice), fact.value);
}

/** "four", "12": without the name of what is counted, which the pattern holds. */
function countSaid(fact: Fact, voice: Voice): Phrase {
  const text = sayValue(fact.value, "count", 0, { words: true }, voice);
  return figureOf(fact, text, fact.value);
}

/**
 * What a fact counts: its own unit, or the periods of its series. Readings that a statistic took
 * once a week or a month from a series told more often are told by the time between their rows.
 */
function periodOf(fact: Fact, speech: Pick<Speech, "series">): Period {
  const own = OWN.get(fact.unit);
  if (own !== undefined) return own;
  const every = named(fact, speech)?.every ?? "day";
  const apart = daysApart(fact);
  return PERIODS[apart === null ? every : coarser(every, apart)];
}

const OWN: ReadonlyMap<Unit, Period> = new Map([
  ["sessions", "sessions"],
  ["days", "days"],
  ["weeks", "weeks"],
  ["months", "months"],
]);

/** Calendar days between the rows of the series that the fact cites, on average. */
function daysApart({ cites, series }: Fact): number | null {
  const days = cites.flatMap((each) => (each.series === series ? [each.day] : [])).toSorted();
  const [first] = days;
  const last = days.at(-1);
  const count = new Set(days).size;
  if (first === undefined || last === undefined || count < 2) return null;
  return daysBetween(first, last) / (count - 1);
}

/** Never finer than the series; a long weekend makes no week, nor a late report a month. */
function coarser(every: Frequency, apart: number): Frequency {
  if (apart > 24) return "month";
  if (apart > 11) return every === "day" || every === "week" ? "half-month" : every;
  return apart > 4.5 && every === "day" ? "week" : every;
}
