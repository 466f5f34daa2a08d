import type { Day } from "../../model/index.ts";

/** What is looked at when highlights are put in order. */
export interface Ranked {
  readonly id: string;
  readonly ask: string;
  /** "move", "level": different things may be told of the same day. */
  readonly theme: string;
  /** What it is about; an index and its fund are one. */
  readonly family: string;
  /** The day it happened. */
  readonly day: Day;
  readonly direction: -1 | 0 | 1;
  readonly score: number;
}

/** Of one family there are so many among the first, so that the first lines are not all about one. */
export const FIRST = { lines: 10, ofOne: 4 } as const;

/**
 * The best first, each thing said once: of several statements about the same family, day and
 * direction the best one stays, of several answers to the same question, and of several indicators.
 */
export function chosen<T extends Ranked>(
  found: readonly T[],
): readonly { readonly chosen: T; readonly also: readonly T[] }[] {
  const order = found.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const kept: { readonly chosen: T; readonly also: T[] }[] = [];
  for (const each of order) {
    const same = kept.find((other) => saysTheSame(other.chosen, each));
    if (same === undefined) kept.push({ chosen: each, also: [] });
    else same.also.push(each);
  }
  return diverse(kept);
}

function saysTheSame(one: Ranked, two: Ranked): boolean {
  if (one.family !== two.family || one.direction !== two.direction) return false;
  if (one.ask === two.ask) return true;
  return one.theme === two.theme && (one.day === two.day || ONCE.has(one.theme));
}

/** Of these themes one statement is enough, whatever the days: signals of many kinds crowd. */
const ONCE: ReadonlySet<string> = new Set(["indicator", "indicator state"]);

/** Puts back what would be one too many of its family among the first. */
function diverse<T extends { readonly chosen: Ranked }>(order: readonly T[]): readonly T[] {
  const first: T[] = [];
  const rest: T[] = [];
  const counts = new Map<string, number>();
  for (const each of order) {
    const { family } = each.chosen;
    const count = counts.get(family) ?? 0;
    const full = first.length >= FIRST.lines || count >= FIRST.ofOne;
    (full ? rest : first).push(each);
    if (!full) counts.set(family, count + 1);
  }
  return [...first, ...rest];
}
