import type { Fact, Point } from "../../model/index.ts";

/** "3 of 520 weeks": how many cases of the history were at least as far out, itself included. */
export interface Odds {
  readonly cases: number;
  readonly among: number;
  /** What a case is: "weeks", "readings", "editions". */
  readonly what: string;
}

/** Of all moves over so many of the points, those that went at least as far the same way. */
export function oddsOfMoves(
  points: readonly Point[],
  steps: number,
  move: number,
  moved: (from: Point, to: Point) => number | null,
  what: string,
): Odds {
  let cases = 0;
  let among = 0;
  for (let place = steps; place < points.length; place++) {
    const [from, to] = [points[place - steps], points[place]];
    const size = from === undefined || to === undefined ? null : moved(from, to);
    if (size === null) continue;
    among += 1;
    if (size * Math.sign(move) >= Math.abs(move)) cases += 1;
  }
  return odds(cases, among, what);
}

/** From a percentile: how many readings lie at least as far out on the nearer side. */
export function oddsOfTail(fact: Fact, what: string): Odds {
  const among = fact.cites.length;
  return odds(Math.min(fact.value, 1 - fact.value) * among + 0.5, among, what);
}

/** Of all readings, those that were the highest, or lowest, of at least as many as this one. */
export function oddsOfReach(
  points: readonly Point[],
  place: number,
  side: 1 | -1,
  what: string,
): Odds | null {
  const reach = reaches(
    points.map((each) => each.value * side),
    place + 1,
  );
  const own = reach[place];
  if (own === undefined) return null;
  return odds(reach.filter((each) => each >= own).length, reach.length, what);
}

/** For each of the first values, over how many readings back it is the greatest, itself counted. */
function reaches(values: readonly number[], count: number): readonly number[] {
  const open: number[] = [];
  return values.slice(0, count).map((value, place) => {
    while (open.length > 0 && (values[open.at(-1) ?? 0] ?? value) < value) open.pop();
    const reach = place - (open.at(-1) ?? -1);
    open.push(place);
    return reach;
  });
}

/** Of all readings, those that stood at the end of a run at least as long. `holds` tells who belongs to one. */
export function oddsOfRun(
  count: number,
  length: number,
  holds: (place: number) => boolean,
  what: string,
): Odds {
  let run = 0;
  let cases = 0;
  for (let place = 0; place < count; place++) {
    run = holds(place) ? run + 1 : 0;
    if (run >= length) cases += 1;
  }
  return odds(cases, count, what);
}

/** Whole cases, one at least (the statement itself) and all at most. */
export function odds(cases: number, among: number, what: string): Odds {
  const whole = Math.max(1, Math.round(cases));
  return { cases: Math.min(whole, Math.max(among, 1)), among: Math.max(among, 1), what };
}

/** How seldom, in bits: none for what always happens, one more each time it happens half as often. */
export function bitsOf({ cases, among }: Odds): number {
  return Math.log2(among / cases);
}
