import type { Day, Series } from "../../model/index.ts";
import { correlation } from "../../model/index.ts";
import type { Book } from "../../stats/index.ts";
import type { Subject } from "./subject.ts";

/** From so close a correlation of their daily changes on, an index and a fund are told of once. */
const SAME = 0.98;
/** Readings the two are held against each other by. */
const READINGS = 250;

/**
 * Each daily subject with the one that speaks for it: itself, or the index that a fund follows. Of
 * several that move alike, the required one speaks, then the index, then the first.
 */
export function twinsOf(subjects: readonly Subject[], book: Book): ReadonlyMap<string, string> {
  const priced = subjects
    .filter(({ kind }) => kind === "price" || kind === "daily")
    .toSorted(bySpeech);
  const found = new Map<string, string>();
  const speakers: { readonly id: string; readonly changes: ReadonlyMap<Day, number> }[] = [];
  for (const { id, series } of priced) {
    const changes = changesOf(book.series(series));
    const speaker = speakers.find((each) => alike(each.changes, changes));
    found.set(id, speaker?.id ?? id);
    if (speaker === undefined) speakers.push({ id, changes });
  }
  return found;
}

function bySpeech(one: Subject, two: Subject): number {
  const rank = ({ required, unit }: Subject): number => (required ? 0 : unit === "index" ? 1 : 2);
  return rank(one) - rank(two);
}

function changesOf({ points }: Series): ReadonlyMap<Day, number> {
  const lately = points.slice(-READINGS - 1);
  return new Map(
    lately.slice(1).map(({ day, value }, index) => [day, value / (lately[index]?.value ?? 0) - 1]),
  );
}

function alike(one: ReadonlyMap<Day, number>, two: ReadonlyMap<Day, number>): boolean {
  const days = [...one.keys()].filter((day) => two.has(day));
  if (days.length < READINGS / 2) return false;
  const of = (changes: ReadonlyMap<Day, number>): readonly number[] =>
    days.map((day) => changes.get(day) ?? 0);
  return correlation(of(one), of(two)) >= SAME;
}
