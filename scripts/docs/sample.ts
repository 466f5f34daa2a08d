import { readFileSync } from "node:fs";
import path from "node:path";
import { decodeRules, runAt } from "../../src/agents/index.ts";
import { bookAt, evaluate, trustIn } from "../../src/facts/index.ts";
import type { AgentRun, Day, Facts, Problem, Request } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import type { SeriesNaming } from "../../src/narrative/index.ts";
import { withGroups } from "../../src/narrative/index.ts";
import type { Library } from "../../src/sources/index.ts";
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
  /** All series of the sample, and its groups and their sectors, by name. */
  readonly series: ReadonlyMap<string, SeriesNaming>;
}

/** The facts that the requests find in the sample data, as known on a day. */
export function factsOf(requests: Requests, asOf = AS_OF, published = PUBLISHED): Evaluated {
  const loaded = loadCatalog(path.join(DATA, "catalog.yaml"));
  if (!loaded.ok) return nothing(loaded.problems);
  const { catalog } = loaded.value;
  const names = knownIds(catalog);
  const library = readSeries(catalog, DATA, names);
  if (!library.ok) return nothing(library.problems);
  const { series, bars, panels } = library.value;
  const agents = agentsOf(library.value);
  const book = bookAt({ series, bars, panels, names, agents }, asOf, published);
  const place = { file: "example", line: 1, column: 1 };
  const asked = Object.entries(requests).map(([id, { statistic, ...options }]): Request => {
    return { id, statistic: String(statistic), options, place };
  });
  return {
    ...evaluate(asked, book, trustIn(book), () => place),
    series: withGroups(new Map([...series, ...agents(asOf).series]), panels),
  };
}

/** The agents of the sample report, which examples speak of. */
export function agentsOf({ series, bars, panels }: Library): (asOf: Day) => AgentRun {
  const file = path.join(ROOT, "reports", "double-agents", "agents.yaml");
  const rules = decodeRules(readFileSync(file, "utf8"), file);
  const iwm = bars.get("iwm");
  if (!rules.ok || iwm === undefined) throw new Error("the sample report's agents are refused");
  const shorts = series.get("iwm.short-interest") ?? null;
  const sources = { bars: iwm, shorts, group: panels.get("sectors") ?? null };
  return (asOf) => runAt(sources, rules.value, asOf);
}

function nothing(problems: readonly Problem[]): Evaluated {
  return { facts: new Map(), problems, series: new Map() };
}
