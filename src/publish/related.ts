import type { ArchivedEdition } from "../archive/index.ts";
import { newestFirst } from "../archive/index.ts";
import type { Day } from "../model/index.ts";
import { daysBetween } from "../model/index.ts";
import type { Shelf, Shelved } from "./shelf.ts";

/** Most titles under "More by this author", and under "Related notes". */
const MOST = 3;

/** Newest pieces of the same author on this site or another: neither itself nor what the page links anyway. */
export function moreBy(
  edition: Shelved,
  shelf: Shelf,
  linked: readonly ArchivedEdition[],
): readonly ArchivedEdition[] {
  const hrefs = new Set([edition, ...linked].map((each) => each.href));
  return [...shelf.editions, ...shelf.elsewhere]
    .filter((each) => each.author === edition.author && !hrefs.has(each.href))
    .toSorted(newestFirst)
    .slice(0, MOST);
}

/**
 * Notes on the same matter: of each other report the one nearest in time, by how many topics and
 * instruments it shares. What is listed already is left out.
 */
export function relatedNotes(
  edition: Shelved,
  shelf: Shelf,
  listed: readonly ArchivedEdition[],
): readonly Shelved[] {
  const hrefs = new Set(listed.map((each) => each.href));
  const nearest = new Map<string, Shelved>();
  for (const each of shelf.editions) {
    if (each.report === edition.report || hrefs.has(each.href)) continue;
    const best = nearest.get(each.report);
    if (best === undefined || distance(each, edition) < distance(best, edition)) {
      nearest.set(each.report, each);
    }
  }
  return [...nearest.values()]
    .map((each) => ({ each, shared: sharedBy(each, edition) }))
    .filter(({ shared }) => shared > 0)
    .toSorted(
      (a, b) =>
        b.shared - a.shared ||
        distance(a.each, edition) - distance(b.each, edition) ||
        newestFirst(a.each, b.each),
    )
    .map(({ each }) => each)
    .slice(0, MOST);
}

/** A topic is what the note is about; an instrument may only be mentioned. */
function sharedBy(one: Shelved, other: Shelved): number {
  const count = (a: readonly string[], b: readonly string[]): number =>
    new Set(a.filter((each) => b.includes(each))).size;
  const { brief } = one;
  return (
    3 * count(brief.tags, other.brief.tags) + count(brief.instruments, other.brief.instruments)
  );
}

function distance(
  { published }: { readonly published: Day },
  other: { readonly published: Day },
): number {
  return Math.abs(daysBetween(published, other.published));
}

/** The editions of the same report before and after. */
export function neighbours(
  edition: Shelved,
  shelf: Shelf,
): { readonly earlier: Shelved | null; readonly later: Shelved | null } {
  const own = shelf.editions.filter((each) => each.report === edition.report);
  const at = own.findIndex((each) => each.published === edition.published);
  return { earlier: own[at + 1] ?? null, later: own[at - 1] ?? null };
}
