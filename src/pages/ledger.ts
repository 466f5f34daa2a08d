import type { Edition, Fact, Replay, Said, Withheld } from "../model/index.ts";
import { citesByFile, replaysIn, shortened } from "./ledger-cites.ts";
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
    facts: sharing(
      outcomes.flatMap((each) => (each.kind === "fact" ? [factEntry(each, said, replays)] : [])),
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
    recipe: shortened(fact.recipe),
    cites: citesByFile(fact.cites, replays),
  };
}

/** From so many signs on, citations that an earlier fact has too are told by its name. */
const LONG = 4000;

/** Facts of one group rest on the same thousands of rows: they are written once. */
function sharing(
  entries: readonly Readonly<Record<string, unknown>>[],
): readonly Readonly<Record<string, unknown>>[] {
  const first = new Map<string, unknown>();
  return entries.map((each) => {
    const cites = JSON.stringify(each["cites"]);
    const earlier = first.get(cites);
    if (cites.length < LONG) return each;
    if (earlier === undefined) first.set(cites, each["id"]);
    return earlier === undefined ? each : { ...each, cites: { as: earlier } };
  });
}

function withheldEntry({ id, statistic, reason }: Withheld): Readonly<Record<string, string>> {
  return { id, statistic, reason };
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
