import { asks, ownAsks, PREFIX, slugOf } from "../../facts/index.ts";
import type { Highlight, Highlights } from "../../facts/index.ts";
import type { Article, Block, Fact, Facts, Line, Outcome } from "../../model/index.ts";
import type { HouseRules, Scene, Template } from "../../narrative/index.ts";
import { proofread, renderLine } from "../../narrative/index.ts";
import { statisticNamed } from "../../stats/index.ts";
import type { HighlightLines } from "./lines.ts";

/** A highlight's sentence, and what it is made of. */
export interface Sentence {
  readonly line: Line;
  readonly template: Template;
  /** The subject's answers under the names the template calls them by. */
  readonly spoken: Facts;
}

/** Everything sentences of highlights are made with. */
export interface Speaking {
  readonly lines: HighlightLines;
  readonly scene: Scene;
  readonly house: HouseRules;
  readonly highlights: Highlights;
}

/**
 * The first line of the statement that can be said whole and that the proofreader lets pass; null
 * where there is none. `turn` varies the verbs down a list.
 */
export function sentenceOf(
  highlight: Highlight,
  speaking: Speaking,
  turn: number,
): Sentence | null {
  const spoken = spokenBy(highlight, speaking.highlights.facts);
  const { scene } = speaking;
  const own: Scene = { ...scene, facts: spoken, ordinal: scene.ordinal + turn };
  for (const template of speaking.lines(highlight.ask, highlight.subject.every)) {
    const line = renderLine(template, own);
    if (line !== null && reads(line, speaking)) return { line, template, spoken };
  }
  return null;
}

/** "week", "week.to": every answer of the subject, withheld where it was not asked. */
function spokenBy({ ask, subject, request }: Highlight, facts: Facts): Facts {
  const slug = slugOf(subject);
  const found = new Map<string, Outcome>();
  for (const { name, as, statistic } of [...asks, ...ownAsks]) {
    if (as !== undefined && name !== ask) continue;
    const called = as ?? name;
    const root = name === ask ? request.id : `${PREFIX}${slug}-${name}`;
    for (const part of Object.keys(statisticNamed(statistic)?.parts ?? {})) {
      const tail = part === "" ? "" : `.${part}`;
      const outcome = facts.get(root + tail);
      found.set(called + tail, outcome ?? notAsked(called + tail, statistic));
    }
  }
  return found;
}

function notAsked(id: string, statistic: string): Outcome {
  return { kind: "withheld", id, statistic, reason: "it is not asked of this series" };
}

/** Would the guards let the sentence stand in a note? */
function reads(line: Line, { scene, house, highlights }: Speaking): boolean {
  const found = proofread(alone(paragraph(line), scene), highlights.facts, house);
  return found.every((each) => each.severity !== "error");
}

function paragraph(children: Line): readonly Block[] {
  return [{ kind: "paragraph", children, voice: false }];
}

/** An article of nothing but its text. */
export function alone(blocks: readonly Block[], { asOf, published }: Scene): Article {
  return {
    report: "",
    masthead: "",
    headline: [{ kind: "text", text: "Worth saying" }],
    standfirst: [],
    byline: { author: "", role: null },
    asOf,
    published,
    language: "en-US",
    paper: "letter",
    canonical: null,
    keywords: [],
    keyFigures: [],
    blocks,
    charts: [],
    method: [],
    sources: [],
    disclosure: "",
    related: [],
  };
}

/** The facts a sentence says, each once. */
export function factsOf(line: Line, facts: Facts): readonly Fact[] {
  const ids = line.flatMap((each) =>
    each.kind === "figure" || each.kind === "date" ? [each.said.fact] : [],
  );
  return [...new Set(ids)].flatMap((id) => {
    const found = facts.get(id);
    return found?.kind === "fact" ? [found] : [];
  });
}
