import type { Day, Fact, Facts, Point } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";
import type { Book } from "../../stats/index.ts";
import type { Desk, Known } from "./desk.ts";
import { earlierDay } from "./desk.ts";
import type { Question } from "./questions.ts";
import { ageOf } from "./score.ts";
import { directionOf, isReplayedWhole } from "./seldom.ts";

type Cadence = "week" | "month";

/** An answer that is news on its day. */
export interface News {
  readonly lead: Fact;
  readonly released: Day;
  /** Editions since it came out; zero: it is new in this one. */
  readonly age: number;
  readonly direction: -1 | 0 | 1;
}

/** The finding that is the news: told, in one of the states that are news, and no banality. */
export function leadOf({ request, ask }: Question, facts: Facts): Fact | null {
  const told = (part: string | undefined): Fact | null => {
    const outcome = facts.get(part === undefined ? request.id : `${request.id}.${part}`);
    return outcome?.kind === "fact" ? outcome : null;
  };
  const lead = told(ask.lead);
  if (lead === null || (ask.by !== undefined && told(ask.by) === null)) return null;
  if (ask.states !== undefined && !ask.states.includes(lead.state ?? "")) return null;
  return isSmall(lead, ask) ? null : lead;
}

function isSmall({ value, window }: Fact, { least, leastDays = 0 }: Question["ask"]): boolean {
  if (daysBetween(window.from, window.to) < leastDays) return true;
  return least !== undefined && (least < 0 ? value > least : Math.abs(value) < least);
}

/** The way the news points. */
export function wayOf({ ask, request }: Question, lead: Fact, facts: Facts): -1 | 0 | 1 {
  const by = ask.by === undefined ? undefined : facts.get(`${request.id}.${ask.by}`);
  return directionOf(by?.kind === "fact" ? by : lead, request.options);
}

/**
 * Is the answer news in the edition of a day? A daily series has news since the edition before, a
 * slower one until its next reading; what arises, where the edition before told it otherwise.
 */
export function newsIn(
  question: Question,
  known: Known,
  before: () => Known,
  cadence: Cadence,
): News | null {
  const { ask, subject } = question;
  const lead = leadOf(question, known.facts);
  if (lead === null) return null;
  const { book } = known;
  const direction = wayOf(question, lead, known.facts);
  if (ask.arises !== undefined) {
    const then = tellsSo(question, before().facts);
    const same =
      then !== null && (ask.arises === "day" ? then.day === lead.day : then.state === lead.state);
    const { asOf } = book;
    return same ? null : { lead, released: asOf, age: 0, direction };
  }
  const released = subject.kind === "group" ? lead.day : releaseOf(lead, book);
  const age = Math.max(0, ageOf(released, book.asOf, cadence));
  const { lingers = 0 } = ask;
  if (ask.coming === true) return { lead, released, age, direction };
  if (subject.every === "day") return age <= lingers ? { lead, released, age, direction } : null;
  const { points } = book.series(lead.series);
  const place = points.findLastIndex((each) => each.day === lead.day);
  const latest = place >= 0 && points.length - 1 - place <= lingers;
  return latest ? { lead, released, age, direction } : null;
}

/** What was told, whether or not it was news: a channel may have been left weeks before. */
function tellsSo({ request, ask }: Question, facts: Facts): Fact | null {
  const outcome = facts.get(ask.lead === undefined ? request.id : `${request.id}.${ask.lead}`);
  return outcome?.kind === "fact" ? outcome : null;
}

/** Every day on which something of a series came out, ascending. */
function releasesOf(series: string, book: Book): readonly Day[] {
  return [...new Set(book.series(series).points.map((each) => each.released))].toSorted();
}

function releaseOf(lead: Fact, book: Book): Day {
  const ofDay = (each: Point): boolean => each.day === lead.day;
  return book.series(lead.series).points.findLast(ofDay)?.released ?? lead.day;
}

/** Editions looked back over: more for what comes out once a month. */
const REPLAYED = { day: 104, week: 104, "half-month": 208, month: 260 } as const;

/**
 * The news of earlier editions in answer to the same question, newest first; null where there was
 * none. Editions in which nothing of a slower series came out do not count.
 */
export function earlierNews(
  question: Question,
  desk: Desk,
  asOf: Day,
  cadence: Cadence,
): readonly (Fact | null)[] {
  const { ask, subject } = question;
  const days = Array.from({ length: REPLAYED[subject.every] + 2 }, (_, step) =>
    earlierDay(asOf, cadence, step),
  );
  const every = isReplayedWhole(ask, subject.every);
  const answers = new Map<Day, Known>();
  const on = (day: Day): Known => {
    const known = answers.get(day) ?? desk.again(question, day);
    answers.set(day, known);
    return known;
  };
  const released = every ? [] : releasesOf(subject.series, desk.at(asOf).book);
  const has = (from: Day, to: Day): boolean => {
    const last = released.findLast((each) => each <= to);
    return last !== undefined && last > from;
  };
  return days.slice(1, -1).flatMap((day, index): readonly (Fact | null)[] => {
    const before = days[index + 2] ?? day;
    if (!every && !has(before, day)) return [];
    const news = newsIn(question, on(day), () => on(before), cadence);
    return [news !== null && news.age === 0 ? news.lead : null];
  });
}
