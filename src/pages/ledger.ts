import type { Citation, Edition, Fact, Recipe, Replay, Said, Withheld } from "../model/index.ts";
import { plain } from "./plain.ts";

/**
 * The ledger of an edition: every fact with its proof, every fact withheld with its reason, what
 * was said of each, and the inputs. `versions` names the programs that made it.
 */
export function ledgerText(
  edition: Edition,
  versions: Readonly<Record<string, string>> = {},
): string {
  const { article, facts, said } = edition;
  const outcomes = [...facts.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const replays = replaysIn(outcomes.flatMap((each) => (each.kind === "fact" ? each.cites : [])));
  const ledger = {
    report: article.report,
    headline: plain(article.headline),
    paragraphs: article.blocks.flatMap((each) =>
      each.kind === "paragraph" && !each.voice ? [plain(each.children)] : [],
    ),
    asOf: article.asOf,
    published: article.published,
    seed: edition.ordinal,
    facts: outcomes.flatMap((each) =>
      each.kind === "fact" ? [factEntry(each, said, replays)] : [],
    ),
    withheld: outcomes.flatMap((each) => (each.kind === "withheld" ? [withheldEntry(each)] : [])),
    ...(replays.length === 0 ? {} : { replays }),
    fallen: edition.fallen,
    warnings: edition.warnings,
    decisions: edition.decisions ?? [],
    sources: article.sources,
    inputs: Object.fromEntries([...edition.inputs].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    versions,
  };
  return `${write(ledger, "")}\n`;
}

function factEntry(
  fact: Fact,
  said: readonly Said[],
  replays: readonly Replay[],
): Readonly<Record<string, unknown>> {
  const printed = (kind: Said["kind"]): readonly string[] => [
    ...new Set(
      said.filter((each) => each.fact === fact.id && each.kind === kind).map((each) => each.text),
    ),
  ];
  return {
    id: fact.id,
    statistic: fact.statistic,
    value: fact.value,
    unit: fact.unit,
    day: fact.day,
    printed: printed("value"),
    printedDays: printed("day"),
    working: fact.working,
    series: fact.series,
    basis: fact.basis,
    window: [fact.window.from, fact.window.to],
    rank: fact.rank,
    ranked: fact.ranked,
    ...(fact.state === undefined ? {} : { state: fact.state }),
    ...(fact.named === undefined ? {} : { named: fact.named }),
    recipe: fact.recipe,
    cites: citesByFile(fact.cites, replays),
  };
}

function withheldEntry({ id, statistic, reason }: Withheld): Readonly<Record<string, string>> {
  return { id, statistic, reason };
}

interface Cited {
  readonly series: string;
  readonly file: string;
  /** Line, day and value of each row, in the order of the recipe. */
  readonly rows: (readonly [number, string, number])[];
}

/** A derived value: no row of a file, but made of such. */
interface Derived {
  readonly series: string;
  readonly day: string;
  readonly value: number;
  readonly recipe: Recipe;
  readonly from: readonly (Cited | Derived | Played)[];
}

/** What a run made: days and values, and the place of the run in the ledger's `replays`. */
interface Played {
  readonly series: string;
  readonly replay: number;
  readonly made: (readonly [string, number])[];
}

/** Every run that a citation rests on, once. */
function replaysIn(cites: readonly Citation[]): readonly Replay[] {
  return [
    ...new Set(
      cites.flatMap(({ made }) => (made !== undefined && "replay" in made ? [made.replay] : [])),
    ),
  ];
}

/** Neighbouring citations of one file share an entry; their order stays. */
function citesByFile(
  cites: readonly Citation[],
  replays: readonly Replay[],
): readonly (Cited | Derived | Played)[] {
  const groups: (Cited | Derived | Played)[] = [];
  for (const { series, file, line, day, value, made } of cites) {
    const last = groups.at(-1);
    if (made !== undefined && "replay" in made) {
      const replay = replays.indexOf(made.replay);
      if (last !== undefined && "replay" in last && last.series === series)
        last.made.push([day, value]);
      else groups.push({ series, replay, made: [[day, value]] });
      continue;
    }
    if (made !== undefined) {
      const from = citesByFile(made.cites, replays);
      groups.push({ series, day, value, recipe: made.recipe, from });
      continue;
    }
    const row: readonly [number, string, number] = [line, day, value];
    if (last !== undefined && "rows" in last && last.series === series && last.file === file)
      last.rows.push(row);
    else groups.push({ series, file, rows: [row] });
  }
  return groups;
}

const WIDTH = 100;

/** JSON for people: what fits on a line stands on one. */
function write(value: unknown, indent: string): string {
  const flat = JSON.stringify(value) ?? "null";
  if (typeof value !== "object" || value === null || indent.length + flat.length <= WIDTH) {
    return flat;
  }
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((each: unknown) => inner + write(each, inner))
    : Object.entries(value).map(
        ([key, each]) => `${inner}${JSON.stringify(key)}: ${write(each, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}
