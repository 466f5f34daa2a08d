import type { Day, Fact, Facts, Place, Point, Report, Request } from "../../model/index.ts";
import { addDays, addMonths, daysBetween } from "../../model/index.ts";
import type { Book } from "../../stats/index.ts";
import type { Shelf } from "../book.ts";
import { bookAt } from "../book.ts";
import { evaluate } from "../evaluate.ts";
import { trustIn } from "../trust.ts";
import type { Ask } from "./asks.ts";
import { asks } from "./asks.ts";
import { chosen } from "./choose.ts";
import type { Odds } from "./odds.ts";
import { bitsOf } from "./odds.ts";
import type { Question } from "./questions.ts";
import { ownQuestions, PREFIX, questionsFor } from "./questions.ts";
import type { Weighing } from "./score.ts";
import { ageOf, bitsOfSize, scoreOf, WEIGHTS } from "./score.ts";
import type { Found } from "./seldom.ts";
import { casesOf, directionOf, seldom } from "./seldom.ts";
import type { Subject } from "./subject.ts";
import { slugOf, subjectsOf } from "./subject.ts";
import { twinsOf } from "./twins.ts";

/** Something worth saying, with all that the ranking knows of it. */
export interface Highlight {
  /** Name of its fact: "highlights.rut-week", or the report's own. */
  readonly id: string;
  readonly ask: string;
  readonly theme: string;
  readonly subject: Subject;
  readonly request: Request;
  /** The finding that is the news. */
  readonly lead: Fact;
  readonly family: string;
  readonly day: Day;
  readonly direction: -1 | 0 | 1;
  readonly odds: Odds;
  readonly weighing: Weighing;
  readonly score: number;
  /** Others that say the same of the same day, and would stand here if this one could not be said. */
  readonly also: readonly Highlight[];
}

export interface Highlights {
  /** Best first. */
  readonly found: readonly Highlight[];
  /** Of the report and of every question, those withheld too. */
  readonly facts: Facts;
  readonly requests: readonly Request[];
}

/** What highlights are looked for in. */
export interface Search {
  readonly report: Report;
  /** Names of series, bar files and groups. */
  readonly names: readonly string[];
  readonly shelf: Shelf;
  readonly asOf: Day;
  readonly published: Day;
}

/** Editions before this one that a question without a history of its own is put to. */
const REPLAYED = 104;

/**
 * Every question that suits a subject, answered, weighed and put in order. What is withheld falls
 * out, what comes too often to be news, and what is told already by a better one.
 */
export function highlightsIn(search: Search): Highlights {
  const { report, names, shelf, asOf } = search;
  const subjects = subjectsOf(names, shelf, report);
  const questions = [...questionsFor(subjects, asks), ...ownQuestions(report, subjects)];
  const requests = [
    ...report.requests,
    ...questions.filter((each) => !each.own).map((each) => each.request),
  ];
  const desk = deskOf(search, requests);
  const today = desk.at(asOf);
  const before = desk.at(earlierDay(asOf, report.cadence, 1));
  const families = twinsOf(subjects, today.book);
  const found = questions.flatMap((question): readonly Highlight[] => {
    const { subject, ask, request } = question;
    const family = familyOf(subject, families);
    if (spokenFor(question, families, today.facts)) return [];
    const weighed = weigh(question, { search, today, before, desk });
    if (weighed === null) return [];
    const { name, theme = "move" } = ask;
    return [{ id: request.id, ask: name, theme, subject, request, family, also: [], ...weighed }];
  });
  const order = chosen(found).map(({ chosen: each, also }) => ({ ...each, also }));
  return { found: order, facts: today.facts, requests };
}

/** An index and the fund that follows it are one, and so are their volumes. */
function familyOf({ id, kind, bars }: Subject, families: ReadonlyMap<string, string>): string {
  const own = families.get(bars ?? id) ?? id;
  return kind === "volume" ? `${own}.volume` : own;
}

/** Is the same told of the index that the fund follows? */
function spokenFor(
  { subject, ask }: Question,
  families: ReadonlyMap<string, string>,
  facts: Facts,
): boolean {
  const speaker = families.get(subject.id) ?? subject.id;
  if (speaker === subject.id) return false;
  return facts.get(`${PREFIX}${slugOf({ id: speaker })}-${ask.name}`)?.kind === "fact";
}

/** What was known at the end of a day, and what follows from it. */
interface Known {
  readonly book: Book;
  readonly facts: Facts;
}

interface Weights {
  readonly search: Search;
  readonly today: Known;
  readonly before: Known;
  readonly desk: Desk;
}

type Weighed = Pick<Highlight, "lead" | "day" | "direction" | "odds" | "weighing" | "score">;

function weigh(question: Question, { search, today, before, desk }: Weights): Weighed | null {
  const { ask, subject, request } = question;
  const lead = leadOf(question, today.facts);
  if (lead === null || ask.worth === 0 || isSmall(lead, ask)) return null;
  const released = releaseOfLead(lead, today.book);
  const { asOf, report } = search;
  const age = ageOf(released, asOf, report.cadence);
  if (!isNews(lead, subject, ask, age, today.book)) return null;
  const { options } = request;
  const found: Found = { ask, options, lead, direction: directionOf(lead, options) };
  const earlier = (): readonly (Fact | null)[] =>
    Array.from({ length: REPLAYED }, (_, step) => {
      const day = earlierDay(asOf, report.cadence, step + 1);
      const then = leadOf(question, desk.again(question, day));
      return then !== null && ageOf(then.day, day, report.cadence) === 0 ? then : null;
    });
  const odds = oddsOf(found, subject, seldom(found, today.facts, today.book, earlier));
  const bits = odds === null ? 0 : odds.among > 0 ? bitsOf(odds) : bitsOfSize(lead);
  if (odds === null || bits < WEIGHTS.leastBits) return null;
  const since = released <= before.book.asOf ? desk.at(addDays(released, -1)) : before;
  const weighing: Weighing = {
    bits,
    size: sizeOf(question, lead, today.facts),
    age,
    continues: continues(found, leadOf(question, since.facts)),
    required: subject.required,
    worth: ask.worth,
  };
  const score = scoreOf(weighing);
  return { lead, day: lead.day, direction: found.direction, odds, weighing, score };
}

/** A banality by its own measure. */
function isSmall({ value, window }: Fact, { least, leastDays = 0 }: Question["ask"]): boolean {
  if (daysBetween(window.from, window.to) < leastDays) return true;
  return least !== undefined && (least < 0 ? value > least : Math.abs(value) < least);
}

/** Against few cases nothing is seldom; only a move that has just come out is told all the same. */
function oddsOf({ ask }: Found, { every }: Subject, odds: Odds | null): Odds | null {
  if (odds !== null && odds.among >= WEIGHTS.leastCases) return odds;
  return ask.seldom === "moves" ? { cases: 0, among: 0, what: ask.cases ?? casesOf(every) } : null;
}

function leadOf({ request, ask }: Question, facts: Facts): Fact | null {
  const id = ask.lead === undefined ? request.id : `${request.id}.${ask.lead}`;
  const outcome = facts.get(id);
  return outcome?.kind === "fact" ? outcome : null;
}

/** A daily series has news from its last edition only; a slower one until its next reading. */
function isNews(
  lead: Fact,
  subject: Subject,
  { lingers = 0 }: Pick<Ask, "lingers">,
  age: number,
  book: Book,
): boolean {
  if (subject.every === "day") return age <= lingers;
  const { points } = book.series(lead.series);
  const place = points.findLastIndex((each) => each.day === lead.day);
  return place >= 0 && points.length - 1 - place <= lingers;
}

function releaseOfLead(lead: Fact, book: Book): Day {
  const ofDay = (each: Point): boolean => each.day === lead.day;
  return book.series(lead.series).points.findLast(ofDay)?.released ?? lead.day;
}

/** States that last: what was so before and still is, is told more quietly. */
const LASTING: ReadonlySet<string> = new Set(["superlative", "place", "record"]);

function continues({ lead, direction, options }: Found, before: Fact | null): boolean {
  if (before === null || !LASTING.has(lead.statistic)) return false;
  return before.day < lead.day && directionOf(before, options) === direction;
}

/** The rank of the fact, or of the subject's latest move where that ends on the same day. */
function sizeOf({ request, ask, slug }: Question, lead: Fact, facts: Facts): number {
  if (lead.rank !== null) return lead.rank;
  const moves = ["week", "step"].map((each) => facts.get(`${PREFIX}${slug}-${each}`));
  const move = moves.find((each) => each?.kind === "fact" && each.day === lead.day);
  if (move?.kind === "fact" && move.rank !== null) return move.rank;
  return request.statistic === ask.statistic ? 0.5 : 0;
}

function earlierDay(day: Day, cadence: Report["cadence"], steps: number): Day {
  return cadence === "week" ? addDays(day, -7 * steps) : addMonths(day, -steps);
}

/** What is known at the end of a day, and what follows from it; each day is looked at once. */
interface Desk {
  readonly at: (day: Day) => Known;
  /** A single question of an earlier day: only what it rests on is asked. */
  readonly again: (question: Question, day: Day) => Facts;
}

function deskOf({ shelf }: Search, requests: readonly Request[]): Desk {
  const books = new Map<Day, Book>();
  const held = new Map<Day, Known>();
  const bookOf = (day: Day): Book => {
    const book = books.get(day) ?? bookAt(shelf, day, day);
    books.set(day, book);
    return book;
  };
  const answers = (asked: readonly Request[], day: Day): Facts => {
    const book = bookOf(day);
    const place = (id: string): Place => asked.find((each) => each.id === id)?.place ?? NOWHERE;
    return evaluate(asked, book, trustIn(book), place).facts;
  };
  return {
    at: (day) => {
      const known = held.get(day) ?? { book: bookOf(day), facts: answers(requests, day) };
      held.set(day, known);
      return known;
    },
    again: ({ needs }, day) => answers(needs, day),
  };
}

const NOWHERE: Place = { file: "", line: 1, column: 1 };
