import type { Rules } from "../agents/index.ts";
import type { ChartSpec, CompiledCharts, Theme } from "../charts/index.ts";
import type { Chart, Decoded, Facts, Problem } from "../model/index.ts";
import type { Template } from "../narrative/index.ts";
import type { Look } from "../pages/index.ts";
import type { ColumnCache, Library, LoadedCatalog } from "../sources/index.ts";
import type { Voice } from "../words/index.ts";
import type { ChartSets } from "./chart-data.ts";
import type { DecodedReport } from "./decode.ts";
import type { Tellings } from "./highlights/tell.ts";

/** Facts of a report on a day, held against each other and against their rows. */
export interface Proven {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
}

/**
 * Results kept from one edition to the next, each under what it was made of: a saved file then
 * costs only what it touches. Every result is what it would be if it were made anew.
 */
export interface Kept {
  readonly reports: Shelf<Decoded<DecodedReport>>;
  readonly catalogs: Shelf<Decoded<LoadedCatalog>>;
  readonly libraries: Shelf<Decoded<Library>>;
  readonly themes: Shelf<Decoded<Theme>>;
  readonly voices: Shelf<Decoded<Voice>>;
  readonly specs: Shelf<Decoded<ChartSpec>>;
  readonly agents: Shelf<Decoded<Rules>>;
  readonly templates: Shelf<Decoded<Template>>;
  readonly facts: Shelf<Proven>;
  readonly tellings: Shelf<Decoded<Tellings>>;
  readonly sets: Shelf<ReadonlyMap<string, ChartSets>>;
  readonly drawings: Shelf<Promise<Decoded<Chart>>>;
  readonly looks: Shelf<Look>;
  readonly compiled: CompiledCharts;
  /** Columns of groups that an earlier run has read; null: none. */
  readonly columns: ColumnCache | null;
}

/** For a single edition, and to begin with; with what an earlier run has compiled and read. */
export function nothingKept(
  compiled: CompiledCharts = new Map(),
  columns: ColumnCache | null = null,
): Kept {
  return {
    reports: new Shelf(8),
    catalogs: new Shelf(4),
    libraries: new Shelf(4),
    themes: new Shelf(4),
    voices: new Shelf(4),
    specs: new Shelf(64),
    agents: new Shelf(4),
    templates: new Shelf(512),
    facts: new Shelf(8),
    tellings: new Shelf(8),
    sets: new Shelf(8),
    drawings: new Shelf(64),
    looks: new Shelf(4),
    compiled,
    columns,
  };
}

/** Holds the results used last, and lets the others go. */
export class Shelf<T> {
  readonly #held = new Map<string, T>();
  readonly #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  /** What was made of the same before, or what is made now. Unless it is `still` good, it is made anew. */
  of(key: string, make: () => T, still: (held: T) => boolean = () => true): T {
    const held = this.#held.get(key);
    const value = held !== undefined && still(held) ? held : make();
    this.#held.delete(key);
    this.#held.set(key, value);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#room) break;
      this.#held.delete(oldest);
    }
    return value;
  }
}

/** One key of several parts, none of which can run into the next. */
export function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
