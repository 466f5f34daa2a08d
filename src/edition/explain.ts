import path from "node:path";
import type { Basis, Day, Edition, Fact, Place, RowBlock, Said, Unit } from "../model/index.ts";
import { blocksCited, rowsCited } from "../model/index.ts";
import { withGroups } from "../narrative/index.ts";
import { statisticNamed } from "../stats/index.ts";
import type { Materials } from "./load.ts";
import { shown } from "./project.ts";
import { rowKeeper } from "./row-sources.ts";

/** All there is to know of a fact: what is printed, where it comes from, how it was found. */
export interface Explanation {
  readonly id: string;
  /** Where the report asks for it. */
  readonly asked: Place;
  readonly method: Method;
  readonly asOf: Day;
  readonly published: Day;
  readonly found: Found | null;
  /** Why it is withheld; null where it is found. */
  readonly withheld: string | null;
}

export interface Method {
  readonly statistic: string;
  /** What this part of the statistic means. */
  readonly part: string;
  readonly text: string;
  readonly definition: string;
  /** As report.yaml gives them, in its order. */
  readonly options: readonly (readonly [string, string])[];
}

export interface Found {
  /** "Russell 2000". */
  readonly about: string;
  readonly value: number;
  readonly unit: Unit;
  readonly day: Day;
  readonly basis: Basis;
  readonly window: { readonly from: Day; readonly to: Day };
  /** Every different form in which the edition prints it; none: the edition does not say it. */
  readonly printed: readonly string[];
  readonly working: string;
  /** Place among the same measure's own changes, 0 to 1, and how many those are. */
  readonly rank: { readonly share: number; readonly of: number } | null;
  readonly state: string | null;
  readonly rows: readonly Row[];
  /** Rows that the value is played again from, session by session; none for most facts. */
  readonly blocks: readonly RowBlock[];
  readonly sources: readonly RowSource[];
}

/** A row of a series file on which the value rests. */
export interface Row {
  readonly series: string;
  /** As the user would open it. */
  readonly file: string;
  readonly line: number;
  readonly day: Day;
  readonly value: number;
  /** From the end of this day on the public knew the value; null where the row is no longer found. */
  readonly released: Day | null;
}

export interface RowSource {
  readonly file: string;
  readonly name: string;
  readonly column: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly sample: boolean;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
}

/** The explanation of a fact of the edition, or null where it has no fact of the name. */
export function explainFact(
  materials: Materials,
  edition: Edition,
  id: string,
): Explanation | null {
  const fact = edition.facts.get(id);
  if (fact === undefined) return null;
  const { asOf, published } = edition.article;
  const request = requestOf(materials, edition, id);
  return {
    id,
    asked: request.place,
    method: methodOf(fact.statistic, id.slice(request.id.length + 1), request.options),
    asOf,
    published,
    found: fact.kind === "fact" ? foundOf(materials, edition.said, fact) : null,
    withheld: fact.kind === "withheld" ? fact.reason : null,
  };
}

/** The request whose id is the longest beginning of the fact's. */
function requestOf(
  { decoded }: Materials,
  { questions = [] }: Edition,
  id: string,
): { id: string } & Asked {
  const candidates = [...decoded.report.requests, ...questions].filter(
    (each) => id === each.id || id.startsWith(`${each.id}.`),
  );
  const [longest] = candidates.toSorted((one, two) => two.id.length - one.id.length);
  return longest ?? { id, options: {}, place: decoded.place(["facts"]) };
}

interface Asked {
  readonly options: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

function methodOf(name: string, part: string, options: Asked["options"]): Method {
  const statistic = statisticNamed(name);
  return {
    statistic: name,
    part: statistic?.parts[part] ?? "",
    text: statistic?.method ?? "",
    definition: statistic?.definition ?? "",
    options: Object.entries(options).map(([key, value]) => [key, optionText(value)] as const),
  };
}

function optionText(value: unknown): string {
  if (Array.isArray(value)) return value.map(optionText).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What a fact found, with the rows it rests on. `sayings`: where its printed forms are looked for. */
export function foundOf(materials: Materials, sayings: readonly Said[], fact: Fact): Found {
  const { library, dataFolder } = materials;
  const keeper = rowKeeper(materials);
  const blocks = blocksCited(fact.cites);
  const cites = rowsCited(fact.cites).filter(
    ({ made }) => made === undefined || !("replay" in made),
  );
  const rows = cites.map((cited): Row => ({
    ...cited,
    file: shown(path.join(dataFolder, cited.file)),
    released: keeper.released(cited),
  }));
  const said = sayings.filter((each) => each.fact === fact.id);
  return {
    about: withGroups(library.series, library.panels).get(fact.series)?.name ?? fact.series,
    value: fact.value,
    unit: fact.unit,
    day: fact.day,
    basis: fact.basis,
    window: fact.window,
    printed: [...new Set(said.map((each) => each.text))],
    working: fact.working,
    rank: fact.rank === null ? null : { share: fact.rank, of: fact.ranked },
    state: fact.state ?? null,
    rows,
    blocks: blocks.map((each) => ({ ...each, file: shown(path.join(dataFolder, each.file)) })),
    sources: keeper.sources([...rows, ...blocks].map((each) => each.series)),
  };
}
