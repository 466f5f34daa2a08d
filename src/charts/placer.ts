import type { Candidate } from "./candidates.ts";
import type { Box, Segment } from "./geometry.ts";
import { clip, distance, grown, overlap, within } from "./geometry.ts";
import type { Ink } from "./ink.ts";

/** A label that looks for its place. */
export interface Seeker {
  /** Where it may stand at all. */
  readonly room: Box;
  readonly near: readonly Candidate[];
  /** More places, asked for when none of those near the mark is free and good. */
  readonly far: () => readonly Candidate[];
}

/** What no word may touch; `owner` is the seeker whose leader may start there. */
export interface Obstacle {
  readonly box: Box;
  readonly owner: number | null;
}

/** Least distance between two labels. */
const APART = 3;
/** How far a label goes to keep off a square unit of ink. */
const INK = 0.3;
/** Price from which a place near the mark is no longer good. */
const DEAR = 30;
/** Words this near to another mark's dot would be read as its own; what that costs. */
const NEAR = 7;
const STRANGE = 14;
const ROUNDS = 4;
const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Far places that were looked at: those that cost less than the limit before any ink. */
interface Far {
  readonly limit: number;
  readonly places: readonly Candidate[];
}

/**
 * A place for each label, in the order given (the first choose first), then bettered by turns: each
 * takes the cheapest place that the others leave free, until nothing changes. Null: none was free.
 * `strict`: leaders may not cross words, dots or each other.
 */
export function placeLabels(
  seekers: readonly Seeker[],
  obstacles: readonly Obstacle[],
  ink: Ink,
  strict: boolean,
): readonly (Candidate | null)[] {
  const rank = (each: readonly Candidate[], index: number, limit: number): readonly Candidate[] =>
    ranked(
      each.filter(({ cost }) => cost < limit),
      seekers[index]?.room ?? NOWHERE,
      index,
      obstacles,
      ink,
      strict,
    );
  const near = seekers.map((each, index) => rank(each.near, index, Number.POSITIVE_INFINITY));
  const far = new Map<number, Far>();
  const chosen: (Candidate | null)[] = seekers.map(() => null);
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    seekers.forEach((seeker, index) => {
      const others = chosen.flatMap((each, other) =>
        each === null || other === index ? [] : [each],
      );
      const free = (each: Candidate): boolean =>
        others.every((other) => apart(each, other, strict));
      let found = near[index]?.find(free);
      if (found === undefined || found.cost > DEAR) {
        const limit = found?.cost ?? Number.POSITIVE_INFINITY;
        const known = far.get(index);
        const wide =
          known === undefined || known.limit < limit
            ? { limit, places: rank(seeker.far(), index, limit) }
            : known;
        far.set(index, wide);
        const other = wide.places.find(free);
        if (other !== undefined && other.cost < limit) found = other;
      }
      if ((found ?? null) !== chosen[index]) changed = true;
      chosen[index] = found ?? null;
    });
    if (!changed) break;
  }
  return chosen;
}

/** Places that touch nothing fixed, cheapest first, with the price of the ink under them. */
function ranked(
  candidates: readonly Candidate[],
  room: Box,
  index: number,
  obstacles: readonly Obstacle[],
  ink: Ink,
  strict: boolean,
): readonly Candidate[] {
  const foreign = obstacles.filter((each) => each.owner !== index);
  return candidates
    .filter(
      (each) =>
        within(each.box, room) &&
        obstacles.every((obstacle) => !overlap(each.box, obstacle.box)) &&
        (!strict || each.leader === null || foreign.every(({ box }) => !crosses(each.leader, box))),
    )
    .map((each) => {
      const price = INK * ink.under(each.box) + 0.05 * ink.under(grown(each.box, 3));
      const close = grown(each.box, NEAR);
      const strange = foreign.filter(({ box, owner }) => owner !== null && overlap(close, box));
      const cost = each.cost + price + inkAlong(each.leader, ink) + strange.length * STRANGE;
      return { ...each, cost };
    })
    .toSorted((a, b) => a.cost - b.cost);
}

function inkAlong(leader: Segment | null, ink: Ink): number {
  if (leader === null) return 0;
  const steps = Math.ceil(distance(leader.from, leader.to) / 4);
  let sum = 0;
  for (let step = 1; step < steps; step++) {
    const x = leader.from.x + ((leader.to.x - leader.from.x) * step) / steps;
    const y = leader.from.y + ((leader.to.y - leader.from.y) * step) / steps;
    sum += ink.under({ x: x - 1, y: y - 1, width: 2, height: 2 });
  }
  return sum * 0.8;
}

function apart(a: Candidate, b: Candidate, strict: boolean): boolean {
  if (overlap(grown(a.box, APART), b.box)) return false;
  if (!strict) return true;
  return (
    !crosses(a.leader, grown(b.box, 1)) &&
    !crosses(b.leader, grown(a.box, 1)) &&
    !meet(a.leader, b.leader)
  );
}

function crosses(leader: Segment | null, box: Box): boolean {
  if (leader === null) return false;
  const { from, to } = leader;
  const beside =
    Math.max(from.x, to.x) < box.x ||
    Math.min(from.x, to.x) > box.x + box.width ||
    Math.max(from.y, to.y) < box.y ||
    Math.min(from.y, to.y) > box.y + box.height;
  return !beside && clip(leader, box) !== null;
}

function meet(a: Segment | null, b: Segment | null): boolean {
  if (a === null || b === null) return false;
  return (
    turn(a.from, a.to, b.from) !== turn(a.from, a.to, b.to) &&
    turn(b.from, b.to, a.from) !== turn(b.from, b.to, a.to)
  );
}

function turn(a: Segment["from"], b: Segment["from"], c: Segment["from"]): boolean {
  return (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x);
}
