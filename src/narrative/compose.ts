import type { Block, Line } from "../model/index.ts";
import type { Cell } from "./cells.ts";
import { textOfCells } from "./cells.ts";
import { chartsIn, kept } from "./keep.ts";
import { lineOf, plainText } from "./lines.ts";
import type { Draft } from "./markdown.ts";
import { linesIn } from "./markdown.ts";
import { sentencesOf } from "./sentences.ts";
import type { Stage } from "./stage.ts";
import { readable, withheldIn } from "./stage.ts";

/** A draft with the stage its tokens belong to: slots have stages of their own. */
export interface Staged {
  readonly draft: Draft;
  readonly stage: Stage;
}

/** What is left when everything withheld has fallen out. */
export function remaining(drafts: readonly Staged[]): readonly Staged[] {
  const cut = drafts.map(({ draft, stage }) => ({ draft: cutDraft(draft, stage), stage }));
  const lists = cut.map((each, at) => withoutLostList(each, cut[at + 1]));
  const filled = lists.filter(({ draft }) => !isEmpty(draft));
  return filled.filter((each, at) => {
    if (each.draft.kind !== "heading") return true;
    const next = filled[at + 1];
    if (next !== undefined && next.draft.kind !== "heading") return true;
    const text = readable(textOfCells(each.draft.cells), each.stage);
    each.stage.dropped.push({ what: "heading", text, because: [], place: null });
    return false;
  });
}

function cutDraft(draft: Draft, stage: Stage): Draft {
  switch (draft.kind) {
    case "heading":
    case "paragraph":
      return { ...draft, cells: kept(draft.cells, stage) };
    case "list": {
      const items = draft.items.map((each) => kept(each, stage));
      return { ...draft, items: items.filter((each) => each.length > 0) };
    }
    case "table": {
      const rows = draft.rows.filter((each) => isWhole(each, stage));
      return { ...draft, rows: isRemnant(rows, draft.rows) ? [] : rows };
    }
  }
}

/** A row with a hole would be read as a figure of nothing: it falls out, and is listed. */
function isWhole(row: readonly (readonly Cell[])[], stage: Stage): boolean {
  const text = row.map(textOfCells).join(" | ");
  const because = withheldIn(text, stage);
  if (because.length === 0) return true;
  stage.dropped.push({ what: "row", text: readable(text, stage), because, place: null });
  return false;
}

/** One row that is left of several compares nothing. */
function isRemnant(left: readonly unknown[], of: readonly unknown[]): boolean {
  return left.length < 2 && left.length < of.length;
}

/** A sentence that introduces a list or a table falls out with the list. */
function withoutLostList(each: Staged, next: Staged | undefined): Staged {
  const { draft, stage } = each;
  if (draft.kind !== "paragraph" || next === undefined || !isLost(next.draft)) return each;
  const text = textOfCells(draft.cells);
  const last = sentencesOf(text).at(-1);
  if (last === undefined || !text.trimEnd().endsWith(":")) return each;
  const lost = readable(text.slice(last.start), stage);
  stage.dropped.push({ what: "list", text: lost, because: [], place: null });
  return { draft: { ...draft, cells: draft.cells.slice(0, last.start) }, stage };
}

function isLost(draft: Draft): boolean {
  return (draft.kind === "list" || draft.kind === "table") && isEmpty(draft);
}

function isEmpty(draft: Draft): boolean {
  if (draft.kind === "table") return draft.rows.length === 0;
  return draft.kind === "list" ? draft.items.length === 0 : textOfCells(draft.cells).trim() === "";
}

/** Charts by number, in the order of their first reference. */
export function numbered(drafts: readonly Staged[]): ReadonlyMap<string, number> {
  const charts = drafts.flatMap((each) => chartsOf(each));
  return new Map([...new Set(charts)].map((chart, at) => [chart, at + 1]));
}

function chartsOf({ draft, stage }: Staged): readonly string[] {
  return linesIn(draft).flatMap((each) => chartsIn(each, stage));
}

/** The blocks of the article; each chart follows the paragraph that refers to it first. */
export function blocksOf(
  drafts: readonly Staged[],
  numbers: ReadonlyMap<string, number>,
): readonly Block[] {
  const placed = new Set<string>();
  const ids = new Set<string>();
  return drafts.flatMap((each) => {
    const fresh = chartsOf(each).filter((chart) => !placed.has(chart));
    for (const chart of fresh) placed.add(chart);
    const charts = [...new Set(fresh)].map((chart): Block => ({ kind: "chart", chart }));
    return [blockOf(each, numbers, ids), ...charts];
  });
}

function blockOf(
  { draft, stage }: Staged,
  numbers: ReadonlyMap<string, number>,
  ids: Set<string>,
): Block {
  switch (draft.kind) {
    case "heading": {
      const children = lineOf(draft.cells, numbers, stage);
      return { kind: "heading", id: idOf(plainText(children), ids), children };
    }
    case "paragraph":
      return {
        kind: "paragraph",
        children: lineOf(draft.cells, numbers, stage),
        voice: draft.voice,
      };
    case "list":
      return { kind: "list", items: draft.items.map((each) => lineOf(each, numbers, stage)) };
    case "table": {
      const cells = (row: readonly (readonly Cell[])[]): readonly Line[] =>
        row.map((each) => lineOf(each, numbers, stage));
      return { kind: "table", head: cells(draft.head), rows: draft.rows.map(cells) };
    }
  }
}

/** An address for the heading, by its words; the second of a name is told apart by a number. */
function idOf(text: string, ids: Set<string>): string {
  const plain = text.normalize("NFKD").replace(/[^\w\s-]/g, "");
  const slug =
    plain
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, "-")
      .slice(0, 60) || "section";
  let id = slug;
  for (let count = 2; ids.has(id); count++) id = `${slug}-${count}`;
  ids.add(id);
  return id;
}
