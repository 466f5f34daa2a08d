import type { Block, Line, Place, Said } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Cell } from "./cells.ts";
import { textOfCells } from "./cells.ts";
import type { Staged } from "./compose.ts";
import { blocksOf, numbered, remaining } from "./compose.ts";
import { evaluate } from "./evaluate.ts";
import { APART } from "./helpers.ts";
import { highlightDrafts } from "./highlights.ts";
import { kept } from "./keep.ts";
import { lineOf, saidIn } from "./lines.ts";
import type { Draft } from "./markdown.ts";
import { linesIn, readMarkdown } from "./markdown.ts";
import type { Rendered, Scene } from "./scene.ts";
import type { Entry, Stage } from "./stage.ts";
import { entryOf, newStage, readable, withheldIn } from "./stage.ts";
import type { Node, Template } from "./template.ts";

const NO_CHARTS: ReadonlyMap<string, number> = new Map();

/** Says the facts in the template's words. The template has passed `lint`. */
export function render(template: Template, scene: Scene): Rendered {
  const stage = newStage(scene);
  const parts = apart(template.nodes);
  const headline = firstWhole("headline", parts, stage);
  const standfirst = firstWhole("standfirst", parts, stage);
  const drafts = remaining(withSlots(evaluate(parts.text, stage), stage));
  const numbers = numbered(drafts);
  const blocks = blocksOf(drafts, numbers);
  const method = methodLines(parts, stage);
  if (headline.length === 0) {
    const hint = "add a pattern that rests on facts which are always there";
    const message = "no headline can be said with these facts";
    const place = { file: template.file, line: 1, column: 1 };
    stage.problems.push(problem("no-headline", place, message, hint));
  }
  const charts = [...numbers.keys()];
  for (const chart of [...scene.charts].filter((each) => !numbers.has(each))) {
    stage.dropped.push({ what: "chart", text: chart, because: [], place: null });
  }
  const said = saidOf([headline, standfirst], blocks, method);
  const { dropped, problems } = stage;
  return { headline, standfirst, blocks, method, charts, said, dropped, problems };
}

/** A title, a label, a key figure; null where it cannot be said whole. */
export function renderLine(template: Template, scene: Scene): Line | null {
  const stage = newStage(scene);
  const text = evaluate(template.nodes, stage);
  if (withheldIn(text, stage).length > 0) return null;
  const line = single(text, stage);
  return line.length === 0 ? null : line;
}

/** Several sentences, as in a text alternative: those that can be said; null where none can. */
export function renderSentences(template: Template, scene: Scene): Line | null {
  const stage = newStage(scene);
  const cells = cellsIn(evaluate(template.nodes, stage));
  const line = lineOf(kept(cells, stage), NO_CHARTS, stage);
  return line.length === 0 ? null : line;
}

interface Parts {
  readonly text: readonly Node[];
  readonly headline: readonly (readonly Node[])[];
  readonly standfirst: readonly (readonly Node[])[];
  readonly method: readonly (readonly Node[])[];
}

/** The parts of the page that stand apart, each block by itself, and the running text without them. */
function apart(nodes: readonly Node[]): Parts {
  const flat = nodes.flatMap(unfold);
  const blocks = (name: string): readonly (readonly Node[])[] =>
    flat.flatMap((node) => (node.kind === "block" && node.call.helper === name ? [node.body] : []));
  return {
    text: flat.filter((node) => node.kind !== "block" || !APART.has(node.call.helper)),
    headline: blocks("headline"),
    standfirst: blocks("standfirst"),
    method: blocks("method"),
  };
}

function unfold(node: Node): readonly Node[] {
  return node.kind === "partial" ? node.body.flatMap(unfold) : [node];
}

/** The first pattern that says something, and says all of it. */
function firstWhole(what: "headline" | "standfirst", parts: Parts, stage: Stage): Line {
  for (const nodes of parts[what]) {
    const { used } = stage;
    const text = evaluate(nodes, stage);
    const because = withheldIn(text, stage);
    const line = because.length > 0 ? [] : single(text, stage);
    if (line.length > 0) return line;
    stage.used = used;
    if (because.length === 0) continue;
    stage.dropped.push({ what, text: readable(text, stage), because, place: placeIn(text, stage) });
  }
  return [];
}

function placeIn(text: string, stage: Stage): Place | null {
  return Array.from(text, (char) => placeOf(char, stage)).find((each) => each !== null) ?? null;
}

function placeOf(char: string, stage: Stage): Place | null {
  const entry = entryOf(char, stage);
  return entry?.kind === "withheld" ? entry.place : null;
}

/** The text as one line, whatever paragraphs it came in. */
function single(text: string, stage: Stage): Line {
  return lineOf(cellsIn(text), NO_CHARTS, stage);
}

function cellsIn(text: string): readonly Cell[] {
  const [first] = readMarkdown(text.replace(/\s*\n\s*/g, " ").trim(), false);
  return first === undefined || first.kind === "list" || first.kind === "table" ? [] : first.cells;
}

/** Each paragraph and each item of a list in a method block is a line of the box. */
function methodLines(parts: Parts, stage: Stage): readonly Line[] {
  const texts = parts.method.flatMap((nodes) => evaluate(nodes, stage));
  return texts
    .flatMap((each) => readMarkdown(each, false))
    .flatMap(linesIn)
    .map((cells) => kept(cells, stage))
    .filter((cells) => textOfCells(cells).trim() !== "")
    .map((cells) => lineOf(cells, NO_CHARTS, stage));
}

/** The drafts of the running text, the author's paragraphs in the places of their slots. */
function withSlots(text: string, stage: Stage): readonly Staged[] {
  return readMarkdown(text, false).flatMap((draft) => {
    const told = highlightsOf(draft, stage);
    if (told !== null) return highlightDrafts(told, stage);
    const slot = slotOf(draft, stage);
    if (slot === null) return [{ draft: withoutSlots(draft, stage), stage }];
    const template = stage.scene.slots.get(slot);
    if (template === undefined) return [];
    const own: Stage = {
      ...newStage(asWritten(stage.scene)),
      used: stage.used,
      dropped: stage.dropped,
    };
    const shared: Stage = { ...own, problems: stage.problems };
    const drafts = readMarkdown(evaluate(template.nodes, shared), true);
    return drafts.map((each) => ({ draft: each, stage: shared }));
  });
}

/** The author's own words keep their long forms. */
function asWritten(scene: Scene): Scene {
  const { voice } = scene;
  return { ...scene, voice: { ...voice, sentences: { ...voice.sentences, contractions: {} } } };
}

/** A slot in the middle of other text, as only a partial put into a line can make it. */
function withoutSlots(draft: Draft, stage: Stage): Draft {
  if (draft.kind !== "paragraph") return draft;
  const cells = draft.cells.filter((cell) => entryOf(cell.char, stage)?.kind !== "slot");
  if (cells.length === draft.cells.length) return draft;
  const message = "a slot stands in the middle of other text";
  const hint = "give it a line of its own, with an empty line before and after";
  stage.problems.push(problem("misplaced", null, message, hint));
  return { ...draft, cells };
}

function highlightsOf(draft: Draft, stage: Stage): Extract<Entry, { kind: "highlights" }> | null {
  const entry = aloneIn(draft, stage);
  return entry?.kind === "highlights" ? entry : null;
}

function slotOf(draft: Draft, stage: Stage): string | null {
  const entry = aloneIn(draft, stage);
  return entry?.kind === "slot" ? entry.slot : null;
}

/** The token that is all there is of a paragraph. */
function aloneIn(draft: Draft, stage: Stage): Entry | null {
  if (draft.kind !== "paragraph") return null;
  const text = textOfCells(draft.cells).trim();
  return text.length === 1 ? entryOf(text, stage) : null;
}

function saidOf(
  head: readonly Line[],
  blocks: readonly Block[],
  method: readonly Line[],
): readonly Said[] {
  const lines = blocks.flatMap((block): readonly Line[] => {
    switch (block.kind) {
      case "chart":
        return [];
      case "heading":
      case "paragraph":
        return [block.children];
      case "list":
        return block.items;
      case "table":
        return [...block.head, ...block.rows.flat()];
    }
  });
  return [...head, ...lines, ...method].flatMap(saidIn);
}
