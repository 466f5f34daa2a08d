import type { Random } from "./random.ts";

/** A stretch of a path that both ends are fixed of; `steps` is the number of moves between them. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  /** Standard deviation of one move. */
  readonly scale: number;
  /** How long a move's size lasts: 0 each for itself, near 1 calm and storm come in spells. */
  readonly memory: number;
}

/** Standard deviation of the logarithm of a day's size. */
const SPELLS = 0.28;

export interface Step {
  readonly value: number;
  /** Standard deviation that the move into this value was drawn from. */
  readonly scale: number;
}

/**
 * A walk with spells of calm and storm, bent so that it ends where it must. The bend is shared out by
 * the size of the days, so that wild days carry more of it, yet no single day carries it all.
 */
export function bridge(stretch: Stretch, random: Random): readonly Step[] {
  const { from, to, steps, scale, memory } = stretch;
  let mood = random.normal() * SPELLS;
  const scales: number[] = [];
  const moves: number[] = [];
  for (let index = 0; index < steps; index++) {
    mood = memory * mood + Math.sqrt(1 - memory * memory) * SPELLS * random.normal();
    const size = scale * Math.exp(mood - (SPELLS * SPELLS) / 2);
    scales.push(size);
    moves.push(size * Math.max(-3, Math.min(3, random.normal())));
  }
  const bend = (to - from - sum(moves)) / sum(scales);
  let value = from;
  return moves.map((move, index) => {
    const size = scales[index] ?? scale;
    value = index === steps - 1 ? to : value + move + bend * size;
    return { value, scale: size };
  });
}

/** Mirrors a value back between two walls, as often as it takes. */
export function fold(value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value;
  const width = high - low;
  const over = (((value - low) % (2 * width)) + 2 * width) % (2 * width);
  return low + (over > width ? 2 * width - over : over);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
