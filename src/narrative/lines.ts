import type { Inline, Line, Said } from "../model/index.ts";
import { capital } from "../words/index.ts";
import type { Cell, Wrap } from "./cells.ts";
import { textOfCells } from "./cells.ts";
import type { Entry, Stage } from "./stage.ts";
import { entryOf } from "./stage.ts";
import { beginnings, typeset } from "./typography.ts";

/** From characters and tokens to the line of an article. */
export function lineOf(
  cells: readonly Cell[],
  numbers: ReadonlyMap<string, number>,
  stage: Stage,
): Line {
  const set = typeset(cells, stage);
  const starts = beginnings(set);
  const placed = set.map((cell, at) => ({ ...cell, first: starts.has(at), at }));
  const text = textOfCells(set);
  return nested(placed, 0, { numbers, stage, text });
}

interface Placed extends Cell {
  readonly first: boolean;
  readonly at: number;
}

interface Making {
  readonly numbers: ReadonlyMap<string, number>;
  readonly stage: Stage;
  readonly text: string;
}

function nested(cells: readonly Placed[], depth: number, making: Making): Line {
  const made: Inline[] = [];
  let from = 0;
  while (from < cells.length) {
    const wrap = cells[from]?.wraps[depth];
    let to = from + 1;
    while (to < cells.length && cells[to]?.wraps[depth] === wrap) to++;
    const run = cells.slice(from, to);
    if (wrap === undefined) made.push(...plain(run, making));
    else made.push(wrapped(wrap, nested(run, depth + 1, making)));
    from = to;
  }
  return made;
}

function wrapped(wrap: Wrap, children: Line): Inline {
  return wrap.kind === "link"
    ? { kind: "link", href: wrap.href, children }
    : { kind: wrap.kind, children };
}

function plain(cells: readonly Placed[], making: Making): Line {
  const made: Inline[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") made.push({ kind: "text", text });
    text = "";
  };
  for (const cell of cells) {
    const entry = entryOf(cell.char, making.stage);
    if (entry === null) text += begun(cell, making.text);
    else if (entry.kind === "word")
      text += entry.proper || !cell.first ? entry.text : capital(entry.text);
    else {
      flush();
      made.push(...fact(entry, cell.first, making.numbers));
    }
  }
  flush();
  return made;
}

/** A letter that begins a sentence is a capital, unless its word has capitals of its own. */
function begun(cell: Placed, text: string): string {
  if (!cell.first) return cell.char;
  return capital(text.slice(cell.at)).slice(0, cell.char.length);
}

function fact(entry: Entry, first: boolean, numbers: ReadonlyMap<string, number>): Line {
  switch (entry.kind) {
    case "figure":
      return [{ kind: "figure", said: saidOf(entry.said, first), value: entry.value }];
    case "date":
      return [{ kind: "date", said: saidOf(entry.said, first), day: entry.day }];
    case "chart": {
      const number = numbers.get(entry.chart);
      return number === undefined ? [] : [{ kind: "chart-reference", chart: entry.chart, number }];
    }
    case "word":
    case "slot":
    case "highlights":
    case "withheld":
      throw new Error(`a token for a ${entry.kind} is left in a finished line`);
  }
}

function saidOf(said: Said, first: boolean): Said {
  return first ? { ...said, text: capital(said.text) } : said;
}

/** Everything the line says, in reading order. */
export function saidIn(line: Line): readonly Said[] {
  return line.flatMap((each) => {
    switch (each.kind) {
      case "figure":
      case "date":
        return [each.said];
      case "emphasis":
      case "strong":
      case "link":
        return saidIn(each.children);
      case "text":
      case "chart-reference":
        return [];
    }
  });
}

/** The line as a reader reads it. */
export function plainText(line: Line): string {
  return line
    .map((each) => {
      switch (each.kind) {
        case "text":
          return each.text;
        case "figure":
        case "date":
          return each.said.text;
        case "chart-reference":
          return `Chart ${each.number}`;
        case "emphasis":
        case "strong":
        case "link":
          return plainText(each.children);
      }
    })
    .join("");
}
