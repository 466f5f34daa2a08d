import { readFileSync } from "node:fs";
import type { Highlight, Highlights, Reader } from "../../facts/index.ts";
import { bookAt, checkFacts, highlightsIn, recheck } from "../../facts/index.ts";
import type { Decoded, Facts, Problem, Request } from "../../model/index.ts";
import type { Book } from "../../stats/index.ts";
import { groupOf, knownIds } from "../../sources/index.ts";
import type { Days } from "../days.ts";
import type { Materials } from "../load.ts";
import { shelfOf, wantedOf } from "../load.ts";
import { shown, templatePath } from "../project.ts";
import { readerOf } from "../reader.ts";
import { houseOf, namesOf, sceneOf } from "../scene.ts";
import type { HighlightLines } from "./lines.ts";
import { decodeLines } from "./lines.ts";
import { named } from "./naming.ts";
import type { Sentence } from "./say.ts";
import { factsOf, sentenceOf } from "./say.ts";

/** A highlight that can be said, with its sentence. */
export interface Told {
  readonly highlight: Highlight;
  readonly sentence: Sentence;
}

export interface Tellings {
  /** Best first. */
  readonly told: readonly Told[];
  readonly facts: Facts;
  /** The report's requests and those of the questions. */
  readonly requests: readonly Request[];
  readonly book: Book;
}

/** Where highlights are looked for: among the report's own series, or all that the catalogue has. */
export interface Scope {
  readonly everything: boolean;
}

/**
 * What is worth saying on the day, each with a sentence that the guards let pass and facts that
 * follow from their rows again. What cannot be said or proved falls out.
 */
export function tellHighlights(
  materials: Materials,
  days: Days,
  scope: Scope = { everything: false },
): Decoded<Tellings> {
  const lines = linesFor(materials);
  if (!lines.ok) return lines;
  const { asOf, published } = days;
  const shelf = shelfOf(materials);
  const { report } = materials.decoded;
  const names = namesIn(materials, scope);
  const highlights = highlightsIn({ report, names, shelf, asOf, published });
  const problems: Problem[] = [...lines.problems];
  const reader = readerOf(materials);
  const told = saidOf(highlights, lines.value, materials, days).filter(({ sentence }) => {
    const found = objections(sentence, highlights.facts, { materials, reader, ...days });
    problems.push(...found.map((each) => ({ ...each, severity: "warning" }) as const));
    return found.length === 0;
  });
  const { facts, requests } = highlights;
  const book = bookAt(shelf, asOf, published);
  return { ok: true, value: { told, facts, requests, book }, problems };
}

/** The file of sentences, for the receipt of what an edition was made of. */
export function linesFile({ project }: Pick<Materials, "project">): string {
  return templatePath(project, "highlights.yaml");
}

function linesFor(materials: Materials): Decoded<HighlightLines> {
  const file = linesFile(materials);
  const house = { names: namesOf(materials), voice: materials.voice };
  return decodeLines(readFileSync(file, "utf8"), shown(file), house);
}

/** Series that only give a second opinion on another are not spoken of. */
function namesIn({ decoded, catalog }: Materials, { everything }: Scope): readonly string[] {
  const opinions = new Set(
    [...catalog.entries.values()].flatMap(({ opinion }) =>
      opinion === null ? [] : [opinion.series],
    ),
  );
  const asOpinion = (name: string): boolean =>
    [...opinions].some((each) => name === each || name.startsWith(`${each}.`));
  const wanted = wantedOf(decoded, catalog);
  // Members of groups are told of by their group.
  const known = knownIds(catalog).filter((each) => {
    const group = groupOf(catalog, each);
    return group === null || group.id === each;
  });
  const all = everything ? [...wanted, ...known] : wanted;
  return [...new Set(all)].filter((each) => wanted.includes(each) || !asOpinion(each));
}

function saidOf(
  highlights: Highlights,
  lines: HighlightLines,
  materials: Materials,
  days: Days,
): readonly Told[] {
  const scene = sceneOf(materials, days, highlights.facts, new Map(), []);
  const own = { ...scene, series: named(scene.series) };
  const speaking = { lines, scene: own, house: houseOf(materials), highlights };
  const said = new Set<string>();
  return highlights.found.flatMap((first, turn): readonly Told[] => {
    for (const highlight of [first, ...first.also]) {
      const sentence = sentenceOf(highlight, speaking, turn);
      if (sentence === null) continue;
      const key = factIds(sentence).join(" ");
      if (said.has(key)) return [];
      said.add(key);
      return [{ highlight, sentence }];
    }
    return [];
  });
}

function factIds({ line }: Sentence): readonly string[] {
  return line.flatMap((each) => (each.kind === "figure" ? [each.said.fact] : []));
}

/** What the guards over the facts have against those the sentence says. */
function objections(
  { line }: Sentence,
  facts: Facts,
  { materials, reader, asOf }: Days & { readonly materials: Materials; readonly reader: Reader },
): readonly Problem[] {
  const said = new Map(factsOf(line, facts).map((each) => [each.id, each]));
  const place = materials.decoded.place(["facts"]);
  return [...checkFacts(said, asOf, () => place), ...recheck(said, reader)];
}
