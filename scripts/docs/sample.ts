import path from "node:path";
import { bookAt, evaluate, trustIn } from "../../src/facts/index.ts";
import type { Facts, Problem, Request } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { knownIds, loadCatalog, readSeries } from "../../src/sources/index.ts";

/** The days every example in the manual is told for. */
export const AS_OF = day("2025-05-23");
export const PUBLISHED = day("2025-05-27");

export const ROOT = path.join(import.meta.dirname, "..", "..");
const DATA = path.join(ROOT, "data");

/** Requests as YAML gives them: a statistic and its options, by the fact's name. */
export type Requests = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Evaluated {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
}

/** The facts that the requests find in the sample data. */
export function factsOf(requests: Requests): Evaluated {
  const loaded = loadCatalog(path.join(DATA, "catalog.yaml"));
  if (!loaded.ok) return { facts: new Map(), problems: loaded.problems };
  const { catalog } = loaded.value;
  const names = knownIds(catalog);
  const library = readSeries(catalog, DATA, names);
  if (!library.ok) return { facts: new Map(), problems: library.problems };
  const { series, bars, panels } = library.value;
  const book = bookAt({ series, bars, panels, names }, AS_OF, PUBLISHED);
  const place = { file: "example", line: 1, column: 1 };
  const asked = Object.entries(requests).map(([id, { statistic, ...options }]): Request => {
    return { id, statistic: String(statistic), options, place };
  });
  return evaluate(asked, book, trustIn(book), () => place);
}
