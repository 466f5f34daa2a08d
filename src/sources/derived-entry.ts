import type { Located } from "../decode/index.ts";
import { meant } from "../decode/index.ts";
import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Catalog, DerivedEntry, Way } from "./entry.ts";
import { entryOf, groupOf, knownIds } from "./entry.ts";
import type { CatalogText, DerivedText } from "./schema.ts";

/** A derived entry of the catalogue, complete. */
export function derivedEntry(
  id: string,
  from: DerivedText,
  located: Located<CatalogText>,
): DerivedEntry {
  const { of, way } = wayOf(from);
  return {
    id,
    name: from.name,
    noun: from.noun,
    ...(from.instrument === undefined ? {} : { instrument: from.instrument }),
    unit: from.unit,
    precision: from.precision,
    of,
    way,
    complete: from.complete ?? null,
    lowsToo: from["complete-for"] === "both",
    place: located.place(["series", id]),
  };
}

function wayOf(from: DerivedText): { readonly of: readonly string[]; readonly way: Way } {
  const { difference, ratio, product, sum, average, change } = from;
  if (difference !== undefined) return { of: difference, way: { op: "difference" } };
  if (ratio !== undefined) return { of: ratio, way: { op: "ratio" } };
  if (product !== undefined) return { of: product, way: { op: "product" } };
  if (sum !== undefined) return { of: sum, way: { op: "sum" } };
  if (average !== undefined) {
    return { of: [average.of], way: { op: "average", readings: average.readings } };
  }
  if (change === undefined) throw new TypeError("the schema lets through one way");
  return { of: [change.of], way: { op: "change", readings: change.readings, as: change.as } };
}

/** Names that lead nowhere, and series that follow from themselves. */
export function derivedFaults(catalog: Catalog, located: Located<CatalogText>): readonly Problem[] {
  return [...catalog.derived.values()].flatMap((entry) => {
    const unknown = entry.of.filter((id) => !catalog.derived.has(id) && isWhole(id, catalog));
    const found = unknown.map((id) => {
      const choices = knownIds(catalog).filter((each) => !isWhole(each, catalog));
      const text = `${entry.id}: there is no series "${id}" to reckon from`;
      return problem("unknown-series", placeOf(entry, located), text, meant(id, choices));
    });
    if (!circular(entry, catalog)) return found;
    const text = `${entry.id} follows from itself`;
    const hint = "take one of the series out of the circle";
    return [...found, problem("circular-series", placeOf(entry, located), text, hint)];
  });
}

/**
 * Does the name lead to nothing, or to a bar file or a group as a whole, of which only the columns are
 * series? Whether a group has the member is known once it is read.
 */
function isWhole(id: string, catalog: Catalog): boolean {
  const group = groupOf(catalog, id);
  if (group !== null) {
    const column = id.slice(id.lastIndexOf(".") + 1);
    return !Object.hasOwn(group.heads, column) || id === `${group.id}.${column}`;
  }
  const entry = entryOf(catalog, id);
  return entry === null || (entry.kind === "bars" && entry.id === id);
}

function placeOf(entry: DerivedEntry, located: Located<CatalogText>) {
  return located.place(["series", entry.id, entry.way.op]);
}

function circular(entry: DerivedEntry, catalog: Catalog): boolean {
  const seen = new Set<string>();
  const open = [...entry.of];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === entry.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(catalog.derived.get(id)?.of ?? []));
  }
  return false;
}
