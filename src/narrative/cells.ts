/** What stands around a piece of text: emphasis, strong emphasis, a link. */
export interface Wrap {
  readonly kind: "emphasis" | "strong" | "link";
  readonly href: string;
}

/** One character with everything that stands around it, outermost first. */
export interface Cell {
  readonly char: string;
  readonly wraps: readonly Wrap[];
}

export function textOfCells(cells: readonly Cell[]): string {
  return cells.map((each) => each.char).join("");
}

export function cellsOf(text: string, wraps: readonly Wrap[]): readonly Cell[] {
  return text.split("").map((char) => ({ char, wraps }));
}

/** Replaces what the pattern finds; the new text takes the surroundings of what it stands for. */
export function replaceCells(
  cells: readonly Cell[],
  pattern: RegExp,
  by: (found: RegExpMatchArray) => string,
): readonly Cell[] {
  const text = textOfCells(cells);
  const made: Cell[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const end = found.index + found[0].length;
    made.push(...cells.slice(from, found.index));
    made.push(...cellsOf(by(found), cells[found.index]?.wraps ?? []));
    from = end;
  }
  return from === 0 ? cells : [...made, ...cells.slice(from)];
}

/** Without space at either end. */
export function trimCells(cells: readonly Cell[]): readonly Cell[] {
  const text = textOfCells(cells);
  const start = text.length - text.trimStart().length;
  return cells.slice(start, text.trimEnd().length);
}
