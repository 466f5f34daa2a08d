import type { Fact, Facts, Frequency, Point, Series } from "../../model/index.ts";
import { slotOf } from "../../model/index.ts";
import type { Book } from "../../stats/index.ts";
import type { Ask } from "./ask.ts";
import type { Odds } from "./odds.ts";
import {
  odds,
  oddsOfCount,
  oddsOfFirst,
  oddsOfMoves,
  oddsOfReach,
  oddsOfRun,
  oddsOfTail,
} from "./odds.ts";

/** A question that found its answer. */
export interface Found {
  readonly ask: Omit<Ask, "of" | "options">;
  /** As the request gave them. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly lead: Fact;
  readonly direction: -1 | 0 | 1;
  /** Is it of a group of instruments? */
  readonly ofGroup: boolean;
}

/** The news of earlier editions in answer to the same question; null: there was none. */
export type Earlier = () => readonly (Fact | null)[];

/** How seldom such an answer has come, by the history that the ask names; null: that cannot be told. */
export function seldom(found: Found, facts: Facts, book: Book, earlier: Earlier): Odds | null {
  const { ask, lead } = found;
  // What a group does has no series of its own: its editions are counted.
  if (found.ofGroup) return editionOdds(found, earlier(), "editions");
  const series = book.series(lead.series);
  const what = ask.cases ?? casesOf(series.every);
  switch (ask.seldom) {
    case "moves":
      return moveOdds(found, series, what);
    case "tail":
      return oddsOfTail(lead, what);
    case "reach": {
      const place = series.points.findLastIndex((each) => each.day === lead.day);
      return oddsOfReach(series.points, place, found.direction === -1 ? -1 : 1, what);
    }
    case "runs":
    case "counts":
    case "firsts":
      return kindOdds(found, series, what);
    case "window":
      return windowOdds(lead, series, book, what);
    case "editions":
      return editionOdds(found, earlier(), editionsOf(found, series.every));
    case "cases":
      return caseOdds(found, facts, series);
  }
}

/** By the cases that the fact itself counts, among the readings. */
function caseOdds({ lead }: Found, facts: Facts, { points }: Series): Odds | null {
  const cases = facts.get(`${lead.id}.cases`);
  return cases?.kind === "fact" ? odds(cases.value + 1, points.length, "sessions") : null;
}

/** Of a daily series editions are counted, of a slower one its readings: see `earlierNews`. */
function editionsOf({ ask }: Found, every: Frequency): string {
  return isReplayedWhole(ask, every) ? "editions" : casesOf(every);
}

/** Does every edition count, whether or not a reading came out? */
export function isReplayedWhole(
  { coming, arises }: Pick<Ask, "coming" | "arises">,
  every: Frequency,
): boolean {
  return every === "day" || coming === true || arises !== undefined;
}

/** What readings of a rhythm are called when they are counted. */
export function casesOf(every: Frequency): string {
  switch (every) {
    case "day":
      return "sessions";
    case "week":
      return "weeks";
    case "half-month":
      return "reports";
    case "month":
      return "months";
  }
}

/** By the readings of the kind: how many in a row, of the last so many, or since the last one. */
function kindOdds({ ask, lead, options }: Found, series: Series, what: string): Odds {
  const points = options["at"] === "week-end" ? lastOf(series, "week") : series.points;
  const holds = conditionOf(options, points);
  if (ask.seldom === "firsts") return oddsOfFirst(points.length, lead.value, holds, what);
  const among = options["in"];
  return ask.seldom === "counts" && typeof among === "number"
    ? oddsOfCount(points.length, among, lead.value, holds, what)
    : oddsOfRun(points.length, lead.value, holds, what);
}

/** The last point of each week or month; the newest may still be running. */
function lastOf({ points }: Series, every: "week" | "month"): readonly Point[] {
  return points.filter((each, place) => {
    const next = points[place + 1];
    return next === undefined || slotOf(next.day, every) !== slotOf(each.day, every);
  });
}

function moveOdds({ ask, lead }: Found, series: Series, what: string): Odds | null {
  const { by = "reading", steps = 1 } = ask.past ?? {};
  const every = by === "reading" ? series.every : by;
  const points = by === "reading" ? series.points : lastOf(series, by);
  const [from, to] = lead.cites;
  if (from === undefined || to === undefined) return null;
  const relative = lead.recipe.op === "change";
  const size = (one: number, two: number): number | null =>
    relative ? (one > 0 ? two / one - 1 : null) : two - one;
  const own = size(from.value, to.value);
  if (own === null) return null;
  const whole = (one: Point, two: Point): number | null =>
    slotOf(two.day, every) - slotOf(one.day, every) === steps ? size(one.value, two.value) : null;
  return oddsOfMoves(points, steps, own, whole, what);
}

function conditionOf(
  { of, threshold }: Readonly<Record<string, unknown>>,
  points: readonly Point[],
): (place: number) => boolean {
  const value = (place: number): number => points[place]?.value ?? Number.NaN;
  if (typeof threshold === "number") {
    return (place) => (of === "above" ? value(place) >= threshold : value(place) < threshold);
  }
  return (place) =>
    of === "rising" ? value(place) > value(place - 1) : value(place) < value(place - 1);
}

/** Stretches of closes as long as from the first day of the move to its last. */
function windowOdds(lead: Fact, series: Series, book: Book, what: string): Odds | null {
  const closes = lead.basis === "intraday" ? closesOf(series, book) : series;
  const place = (day: string): number => closes.points.findLastIndex((each) => each.day === day);
  const [from, to] = [lead.cites[0]?.day ?? lead.day, lead.day];
  const steps = place(to) - place(from);
  const moved = (one: Point, two: Point): number | null =>
    one.value > 0 ? two.value / one.value - 1 : null;
  return steps < 1 ? null : oddsOfMoves(closes.points, steps, lead.value, moved, what);
}

function closesOf(series: Series, book: Book): Series {
  return book.series(series.id.replace(/\.(open|high|low)$/, ".close"));
}

/** In how many editions the same was told: as large at least, and the same way. */
function editionOdds(
  { ask, lead, direction, options }: Found,
  earlier: readonly (Fact | null)[],
  what: string,
): Odds {
  const same = earlier.filter(
    (each) =>
      each !== null &&
      directionOf(each, options) === direction &&
      (ask.alike === true || magnitude(each) >= magnitude(lead)),
  );
  return odds(same.length + 1, earlier.length + 1, what);
}

/** How large it is: of levels, which only tell where it happened, all alike. */
function magnitude(fact: Fact): number {
  return fact.recipe.op === "value" ? 0 : Math.abs(fact.value);
}

/** Words of findings that point upwards or downwards. */
const WAYS: ReadonlyMap<string, 1 | -1> = new Map([
  ["high", 1],
  ["trough", 1],
  ["unconfirmed high", 1],
  ["overbought", 1],
  ["positive", 1],
  ["uptrend", 1],
  ["above the bands", 1],
  ["contango", 1],
  ["rising", 1],
  ["above", 1],
  ["up", 1],
  ["at-record", 1],
  ["reclaimed", 1],
  ["golden cross", 1],
  ["bullish", 1],
  ["to long", 1],
  ["outperformed", 1],
  ["low", -1],
  ["peak", -1],
  ["unconfirmed low", -1],
  ["oversold", -1],
  ["negative", -1],
  ["downtrend", -1],
  ["below the bands", -1],
  ["backwardation", -1],
  ["falling", -1],
  ["below", -1],
  ["down", -1],
  ["lost", -1],
  ["death cross", -1],
  ["bearish", -1],
  ["to short", -1],
  ["lagged", -1],
]);
const SIGNED: ReadonlySet<string> = new Set(["change", "difference"]);
/** Changes, whatever they are reckoned by: that of a share is a difference times a hundred. */
const CHANGES: ReadonlySet<string> = new Set(["change", "group-change", "group-volume"]);
/** Statistics whose question names the way. */
const ASKED: ReadonlySet<string> = new Set(["streak", "tally", "first-since"]);

/** The way a finding points: by its word, or else by the sign of a change. */
export function directionOf(fact: Fact, { of }: Found["options"]): -1 | 0 | 1 {
  const { state, recipe, unit, value, statistic } = fact;
  if (ASKED.has(statistic)) return of === "falling" || of === "below" ? -1 : 1;
  if (unit === "percentile") return value < 0.5 ? -1 : 1;
  const way = WAYS.get(state ?? "");
  if (way !== undefined) return way;
  return SIGNED.has(recipe.op) || CHANGES.has(statistic) ? (value > 0 ? 1 : value < 0 ? -1 : 0) : 0;
}
