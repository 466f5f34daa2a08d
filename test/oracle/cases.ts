import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { bookAt, evaluate, trustIn } from "../../src/facts/index.ts";
import type { Outcome, Request } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import type { Library } from "../../src/sources/index.ts";
import { knownIds, loadCatalog, readSeries } from "../../src/sources/index.ts";
import { realCatalog } from "../real/data.ts";
import { calendar } from "./cases/calendar.ts";
import { changes } from "./cases/changes.ts";
import { compare } from "./cases/compare.ts";
import { events } from "./cases/events.ts";
import { facts } from "./cases/facts.ts";
import type { Group } from "./cases/group.ts";
import { collections } from "./cases/groups.ts";
import { pairs } from "./cases/pairs.ts";
import { positions } from "./cases/positions.ts";
import { price } from "./cases/price.ts";
import { series } from "./cases/series.ts";
import { shapes } from "./cases/shapes.ts";

/** The matrix: each group's requests on each of its days. A new group is a file beside these. */
export const GROUPS: readonly Group[] = [series, pairs, price, facts, shapes, events, collections];

/** More of it, reckoned beside the rest. */
export const COMPARED: readonly Group[] = [changes, compare, positions, calendar];

/** What the statistics found, as the oracle reads it. */
export interface Cases {
  /** Entries of the catalogue as its YAML says them. */
  readonly series: CatalogueText["series"];
  readonly groups: CatalogueText["groups"];
  readonly data: string;
  readonly bundles: readonly Bundle[];
  /** Rows not to be trusted, by series: day and reason. */
  readonly suspects: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}

export interface Bundle {
  readonly name: string;
  readonly asOf: string;
  readonly published: string;
  readonly requests: Group["requests"];
  readonly outcomes: Readonly<Record<string, unknown>>;
}

interface CatalogueText {
  readonly series: Readonly<Record<string, unknown>>;
  readonly groups: Readonly<Record<string, unknown>>;
}

/** The real catalogue and the derived series beside this file, as one file in the folder. */
export function writeCatalogue(folder: string): string {
  const real = parse(readFileSync(realCatalog, "utf8")) as CatalogueText;
  const derived = parse(readFileSync(DERIVED, "utf8")) as CatalogueText["series"];
  const file = path.join(folder, "catalog.yaml");
  writeFileSync(file, stringify({ ...real, series: { ...real.series, ...derived } }));
  return file;
}

const DERIVED = path.join(import.meta.dirname, "derived.yaml");

/** Every group on every day: requests and outcomes. Throws where a request has a fault. */
export function casesOn(
  data: string,
  catalogue: string,
  groups: readonly Group[],
  more: readonly string[] = [],
): Cases {
  const loaded = loadCatalog(catalogue);
  if (!loaded.ok) throw new Error(loaded.problems.map((each) => each.message).join("\n"));
  const { catalog } = loaded.value;
  const names = knownIds(catalog);
  const read = readSeries(catalog, data, wanted(groups, names));
  if (!read.ok) throw new Error(read.problems.map((each) => each.message).join("\n"));
  const shelf = { ...read.value, names };
  const bundles = groups.flatMap((group) =>
    [...group.days, ...more].map((asOf): Bundle => {
      const book = bookAt(shelf, day(asOf), day(asOf));
      const place = { file: "", line: 1, column: 1 };
      const requests = Object.entries(group.requests).map(
        ([id, { statistic, ...options }]): Request => ({ id, statistic, options, place }),
      );
      const { facts: found, problems } = evaluate(requests, book, trustIn(book), () => place);
      if (problems.length > 0) {
        throw new Error(`${group.name}: ${problems.map((each) => each.message).join("\n")}`);
      }
      const outcomes = Object.fromEntries([...found].map(([id, each]) => [id, told(each)]));
      return { name: group.name, asOf, published: asOf, requests: group.requests, outcomes };
    }),
  );
  const { series: entries, groups: panels } = parse(
    readFileSync(catalogue, "utf8"),
  ) as CatalogueText;
  return { series: entries, groups: panels, data, bundles, suspects: suspectsOf(read.value) };
}

function wanted(groups: readonly Group[], names: readonly string[]): readonly string[] {
  const known = new Set(names);
  const said = groups.flatMap((group) =>
    Object.values(group.requests).flatMap((each) => Object.values(each).flat()),
  );
  const found = said.filter((each): each is string => typeof each === "string" && known.has(each));
  return [...new Set(found)];
}

function suspectsOf({ series: all }: Library): Cases["suspects"] {
  return Object.fromEntries(
    [...all].map(([id, { points }]) => [
      id,
      points.flatMap(({ day: on, suspect }) =>
        suspect === undefined ? [] : [[on, suspect] as const],
      ),
    ]),
  );
}

/** The outcome without its proof: the oracle finds its own way to it. */
export function told(outcome: Outcome): unknown {
  if (outcome.kind === "withheld") return { withheld: outcome.reason };
  const {
    value,
    unit,
    day: on,
    state,
    named,
    window,
    rank,
    ranked,
    digits,
    basis,
    cites,
  } = outcome;
  const rows = cites.length;
  return { value, unit, day: on, state, named, window, rank, ranked, digits, basis, rows };
}
