import type { Day, Fact, Facts, Report, Request } from "../../model/index.ts";
import { addDays } from "../../model/index.ts";
import type { Shelf } from "../book.ts";
import { asks } from "./asks.ts";
import { chosen } from "./choose.ts";
import type { Desk, Known } from "./desk.ts";
import { deskOf, earlierDay } from "./desk.ts";
import { earlierNews, leadOf, newsIn } from "./news.ts";
import type { Odds } from "./odds.ts";
import { bitsOf } from "./odds.ts";
import type { Question } from "./questions.ts";
import { ownQuestions, PREFIX, questionsFor } from "./questions.ts";
import type { Weighing } from "./score.ts";
import { bitsOfSize, scoreOf, WEIGHTS } from "./score.ts";
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
  const desk = deskOf(shelf, requests);
  const today = desk.at(asOf);
  const families = twinsOf(subjects, today.book);
  const found = questions.flatMap((question): readonly Highlight[] => {
    const { subject, ask, request } = question;
    const family = familyOf(subject, families);
    if (spokenFor(question, families, today.facts) || isTwinned(subject, families)) return [];
    const weighed = weigh(question, { search, today, desk });
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

/** A fund beside the index it follows is no pair. */
function isTwinned({ id, kind }: Subject, families: ReadonlyMap<string, string>): boolean {
  const [one = id, two = id] = id.split("+").map((each) => each.replace(/\.close$/, ""));
  return kind === "pair" && (families.get(one) ?? one) === (families.get(two) ?? two);
}

/** Is the same told of the index that the fund follows? */
function spokenFor(
  { subject, ask }: Question,
  families: ReadonlyMap<string, string>,
  facts: Facts,
): boolean {
  const speaker = families.get(subject.id) ?? subject.id;
  if (speaker === subject.id) return false;
  if (subject.kind === "daily") return true;
  return facts.get(`${PREFIX}${slugOf({ id: speaker })}-${ask.name}`)?.kind === "fact";
}

interface Weights {
  readonly search: Search;
  readonly today: Known;
  readonly desk: Desk;
}

type Weighed = Pick<Highlight, "lead" | "day" | "direction" | "odds" | "weighing" | "score">;

function weigh(question: Question, { search, today, desk }: Weights): Weighed | null {
  const { ask, subject, request } = question;
  if (ask.worth === 0) return null;
  const { asOf, report } = search;
  const eve = earlierDay(asOf, report.cadence, 1);
  const news = newsIn(question, today, () => desk.again(question, eve), report.cadence);
  if (news === null) return null;
  const { lead, released, age, direction } = news;
  const { options } = request;
  const ofGroup = subject.kind === "group";
  const found: Found = { ask, options, lead, direction, ofGroup };
  const earlier = (): readonly (Fact | null)[] => earlierNews(question, desk, asOf, report.cadence);
  const odds = oddsOf(found, subject, seldom(found, today.facts, today.book, earlier));
  const bits = odds === null ? 0 : odds.among > 0 ? bitsOf(odds) : bitsOfSize(lead);
  if (odds === null || bits < (ask.leastBits ?? WEIGHTS.leastBits)) return null;
  const since = released <= eve ? addDays(released, -1) : eve;
  const weighing: Weighing = {
    bits,
    size: sizeOf(question, lead, today.facts),
    age,
    continues: continues(found, () => leadOf(question, desk.again(question, since).facts)),
    required: subject.required,
    worth: ask.worth * (isBacked(request.id, today.facts) ? WEIGHTS.backed : 1),
  };
  const score = scoreOf(weighing);
  if (score < WEIGHTS.leastScore) return null;
  return { lead, day: lead.day, direction, odds, weighing, score };
}

/** Against few cases nothing is seldom; only a move that has just come out is told all the same. */
function oddsOf({ ask }: Found, { every }: Subject, odds: Odds | null): Odds | null {
  if (odds !== null && odds.among >= WEIGHTS.leastCases) return odds;
  return ask.seldom === "moves" ? { cases: 0, among: 0, what: ask.cases ?? casesOf(every) } : null;
}

/** An event whose odds differ from any other day's. */
function isBacked(id: string, facts: Facts): boolean {
  const odds = facts.get(`${id}.odds`);
  return odds?.kind === "fact" && (odds.state === "better" || odds.state === "worse");
}

/** States that last: what was so before and still is, is told more quietly. */
const LASTING: ReadonlySet<string> = new Set([
  "superlative",
  "place",
  "record",
  "indicator",
  "year-range",
  "beta",
  "rolling-correlation",
]);

function continues({ lead, direction, options }: Found, before: () => Fact | null): boolean {
  if (!LASTING.has(lead.statistic)) return false;
  const then = before();
  return then !== null && then.day < lead.day && directionOf(then, options) === direction;
}

/** The rank of the fact, or of the subject's latest move where that ends on the same day. */
function sizeOf({ request, ask, slug }: Question, lead: Fact, facts: Facts): number {
  if (lead.rank !== null) return lead.rank;
  const moves = ["week", "step"].map((each) => facts.get(`${PREFIX}${slug}-${each}`));
  const move = moves.find((each) => each?.kind === "fact" && each.day === lead.day);
  if (move?.kind === "fact" && move.rank !== null) return move.rank;
  return request.statistic === ask.statistic ? 0.5 : 0;
}
