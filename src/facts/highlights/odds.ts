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

/**
 * Of all readings, those that were the highest, or lowest, of at least as many as this one. The
 * first few, which had hardly any before them, do not count.
 */
export function oddsOfReach(
  points: readonly Point[],
  place: number,
  side: 1 | -1,
  what: string,
): Odds | null {
  const values = points.slice(0, place + 1).map((each) => each.value * side);
  const reach = reaches(values).slice(FIRST_READINGS);
  const own = reach.at(-1);
  if (own === undefined) return null;
  return odds(reach.filter((each) => each >= own).length, reach.length, what);
}

const FIRST_READINGS = 12;

/** For each value, over how many back it is the greatest, itself counted; of all before it: infinity. */
function reaches(values: readonly number[]): readonly number[] {
  const open: number[] = [];
  return values.map((value, place) => {
    while (open.length > 0 && (values[open.at(-1) ?? 0] ?? value) < value) open.pop();
    const last = open.at(-1);
    open.push(place);
    return last === undefined ? Number.POSITIVE_INFINITY : place - last;
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

/** Of all readings, those of which so many of the last few, themselves counted, were of a kind. */
export function oddsOfCount(
  count: number,
  window: number,
  least: number,
  holds: (place: number) => boolean,
  what: string,
): Odds {
  const kinds = Array.from({ length: count }, (_, place) => holds(place));
  let inside = 0;
  let cases = 0;
  for (let place = 0; place < count; place++) {
    inside += (kinds[place] === true ? 1 : 0) - (kinds[place - window] === true ? 1 : 0);
    if (place >= window - 1 && inside >= least) cases += 1;
  }
  return odds(cases, Math.max(0, count - window + 1), what);
}

/** Of all readings, those that were the first of a kind in so many, themselves counted. */
export function oddsOfFirst(
  count: number,
  length: number,
  holds: (place: number) => boolean,
  what: string,
): Odds {
  let without = 0;
  let cases = 0;
  for (let place = 0; place < count; place++) {
    const kind = holds(place);
    if (kind && without + 1 >= length) cases += 1;
    without = kind ? 0 : without + 1;
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
