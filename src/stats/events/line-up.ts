import { withhold } from "../statistic.ts";
import type { Happening, Lookout, Question } from "./happening.ts";
import { baseOf, directionOf, happenings, tallyOf } from "./happening.ts";
import type { Side } from "./kinds.ts";
import { intervalOf, verdictOn } from "./odds.ts";
import type { Verdict } from "./odds.ts";
import type { Track } from "./track.ts";

/** A question about events that also asks for odds. */
export interface OddsQuestion extends Question {
  readonly least: number;
}

/** Which of the events that are news is meant, where none is named. */
export interface Choice {
  /** Its place in the order, counted from 1. */
  readonly nth: number;
  readonly side: Side | undefined;
  readonly by: "newest" | "odds";
}

/** An event with its place among all that are news, the newest first. */
export interface Numbered {
  readonly happening: Happening;
  readonly number: number;
}

/** Events that are news, numbered from the newest on; those of one day stand in the order of the kinds. */
export function numbered(track: Track, asked: Question, lookout?: Lookout): readonly Numbered[] {
  return happenings(track, asked, lookout)
    .toSorted((one, other) => other.place - one.place)
    .map((happening, index) => ({ happening, number: index + 1 }));
}

/** The nth event that is news. Withheld where there are fewer. */
export function nthOf(
  track: Track,
  { nth, side, by }: Choice,
  asked: OddsQuestion,
  lookout?: Lookout,
): Numbered {
  const all = numbered(track, asked, lookout).filter(
    ({ happening }) => side === undefined || happening.kind.side === side,
  );
  const line = by === "newest" ? all : byOdds(track, all, asked);
  const kind = `${side === undefined ? "" : `${side} `}events${by === "odds" ? " with odds" : ""}`;
  return line[nth - 1] ?? withhold(`only ${line.length} ${kind} are news`);
}

/** Best supported first: by how far the share lies above the base rate. Those with too few cases drop out. */
function byOdds(track: Track, all: readonly Numbered[], asked: OddsQuestion): readonly Numbered[] {
  return all
    .flatMap((each) => {
      const found = standingOf(track, each.happening, asked);
      return found === null ? [] : [{ each, edge: found.edge }];
    })
    .toSorted((one, other) => other.edge - one.edge)
    .map(({ each }) => each);
}

interface Standing {
  readonly edge: number;
  readonly verdict: Verdict;
}

/** What the odds of an event are worth; null with too few cases. */
export function standingOf(
  track: Track,
  happening: Happening,
  asked: OddsQuestion,
): Standing | null {
  const found = tallyOf(track, happening, asked);
  if (found.cases.length < asked.least) return null;
  const { followed, days } = baseOf(track, directionOf(happening.kind), asked);
  const base = followed / days;
  return {
    edge: found.followed / found.cases.length - base,
    verdict: verdictOn(intervalOf(found), base),
  };
}
