/** A copy of a file with one slip in it. */
export interface Mutant {
  readonly text: string;
  /** Line of the slip, counted from 1. */
  readonly line: number;
  readonly what: string;
}

export type Numbers = (below: number) => number;

/** A small generator with a fixed seed (Park and Miller): the same slips on every machine. */
export function numbers(seed: number): Numbers {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

type Slip = (text: string, next: Numbers) => Mutant | null;

/** Slips of the pen and of the mouse, anywhere in a text. */
const ANYWHERE: readonly Slip[] = [
  (text, next) => atCharacter(text, next, "lost", () => ""),
  (text, next) => atCharacter(text, next, "doubled", (found) => found + found),
  (text, next) => atCharacter(text, next, "changed", () => "q"),
  swapped,
  (text, next) => atLine(text, next, "lost", () => []),
  (text, next) => atLine(text, next, "doubled", (line) => [line, line]),
  linesSwapped,
];

/** Slips within tags: a brace, a name, an argument, an option. */
const IN_TAGS: readonly Slip[] = [
  (text, next) => atTag(text, next, "lost", () => ""),
  (text, next) => atTag(text, next, "left open", (tag) => tag.slice(0, -1)),
  (text, next) => atTag(text, next, "with one brace", (tag) => tag.slice(1)),
  (text, next) => atTag(text, next, "misspelt", (tag) => misspelt(tag, next)),
  (text, next) => atTag(text, next, "given more", (tag) => `${tag.slice(0, -2)} close}}`),
  (text, next) => atTag(text, next, "given an option", (tag) => `${tag.slice(0, -2)} sgin="x"}}`),
  (text, next) => atTag(text, next, "with a figure behind it", (tag) => `${tag} 7`),
];

/** Slips that change what a text says and not only how: names, numbers, brackets, indents. */
const IN_YAML: readonly Slip[] = [
  (text, next) => atMatch(text, next, /[a-z]{4,}/g, "misspelt", (word) => misspelt(word, next)),
  (text, next) =>
    atMatch(text, next, /\d/g, "changed", (digit) => String((Number(digit) + 1) % 10)),
  (text, next) => atMatch(text, next, /[[\]{}"']/g, "lost", () => ""),
  (text, next) => atMatch(text, next, /^ {2,}/gm, "turned into a tab", () => "\t"),
  (text, next) => atMatch(text, next, /: /g, "without its space", () => ":"),
];

/** Slips in tables: a digit, a mark, a cell, a row. */
const IN_DATA: readonly Slip[] = [
  (text, next) => atCell(text, next, "with another digit", (cell) => otherDigit(cell, next)),
  (text, next) => atCell(text, next, "with a digit too many", (cell) => cell + "7"),
  (text, next) => atCell(text, next, "emptied", () => ""),
  (text, next) => atCell(text, next, "negative", (cell) => `-${cell}`),
  (text, next) => atCell(text, next, "with a word", () => "n.a."),
  (text, next) => atRow(text, next, "lost", () => []),
  (text, next) => atRow(text, next, "doubled", (line) => [line, line]),
  (text, next) => atRow(text, next, "cut short", (line) => [line.slice(0, line.lastIndexOf(","))]),
];

export function slipIn(kind: "template" | "yaml" | "data", text: string, next: Numbers): Mutant {
  const slips = {
    template: [...ANYWHERE, ...IN_TAGS, ...IN_TAGS],
    yaml: [...ANYWHERE, ...IN_YAML, ...IN_YAML],
    data: IN_DATA,
  }[kind];
  for (;;) {
    const made = slips[next(slips.length)]?.(text, next) ?? null;
    if (made !== null && made.text !== text) return made;
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function splice(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}

function atMatch(
  text: string,
  next: Numbers,
  pattern: RegExp,
  how: string,
  put: (found: string) => string,
): Mutant | null {
  const all = [...text.matchAll(pattern)];
  const found = all[next(Math.max(all.length, 1))];
  if (found === undefined) return null;
  const [was] = found;
  const changed = splice(text, found.index, was.length, put(was));
  return { text: changed, line: lineAt(text, found.index), what: `${shown(was)} ${how}` };
}

function atCharacter(
  text: string,
  next: Numbers,
  how: string,
  put: (found: string) => string,
): Mutant | null {
  return atMatch(text, next, /[^\s]/gu, how, put);
}

function atTag(
  text: string,
  next: Numbers,
  how: string,
  put: (tag: string) => string,
): Mutant | null {
  return atMatch(text, next, /\{\{[^{}!]*\}\}/g, how, put);
}

function swapped(text: string, next: Numbers): Mutant | null {
  const turn = (pair: string): string => pair.slice(1) + pair.slice(0, 1);
  return atMatch(text, next, /[^\s]{2}/gu, "swapped", turn);
}

function misspelt(text: string, next: Numbers): string {
  const letters = [...text.matchAll(/[a-z]/g)];
  const at = letters[next(Math.max(letters.length, 1))]?.index;
  return at === undefined ? text : splice(text, at, 1, "");
}

function atLine(
  text: string,
  next: Numbers,
  how: string,
  put: (line: string) => readonly string[],
): Mutant | null {
  const lines = text.split("\n");
  const at = next(lines.length);
  const line = lines[at] ?? "";
  if (line.trim() === "") return null;
  const changed = lines.toSpliced(at, 1, ...put(line)).join("\n");
  return { text: changed, line: at + 1, what: `the line ${shown(line)} ${how}` };
}

function linesSwapped(text: string, next: Numbers): Mutant | null {
  const lines = text.split("\n");
  const at = next(lines.length - 1);
  const [one = "", two = ""] = lines.slice(at, at + 2);
  if (one.trim() === "" || two.trim() === "" || one === two) return null;
  const changed = lines.toSpliced(at, 2, two, one).join("\n");
  return { text: changed, line: at + 1, what: `the line ${shown(one)} swapped with the next` };
}

/** Half of the slips are among the newest rows, on which most figures rest. */
const NEWEST = 12;

function rowIn(lines: readonly string[], next: Numbers): number {
  const last = lines.length - 2;
  return next(2) === 0 ? last - next(NEWEST) : 1 + next(last);
}

function atRow(
  text: string,
  next: Numbers,
  how: string,
  put: (line: string) => readonly string[],
): Mutant | null {
  const lines = text.split("\n");
  const at = rowIn(lines, next);
  const line = lines[at] ?? "";
  const changed = lines.toSpliced(at, 1, ...put(line)).join("\n");
  return { text: changed, line: at + 1, what: `the row ${shown(line)} ${how}` };
}

function atCell(
  text: string,
  next: Numbers,
  how: string,
  put: (cell: string) => string,
): Mutant | null {
  const lines = text.split("\n");
  const at = rowIn(lines, next);
  const cells = (lines[at] ?? "").split(",");
  const place = 1 + next(cells.length - 1);
  const cell = cells[place] ?? "";
  const changed = lines.with(at, cells.with(place, put(cell)).join(",")).join("\n");
  return { text: changed, line: at + 1, what: `the cell ${shown(cell)} ${how}` };
}

function otherDigit(cell: string, next: Numbers): string {
  const digits = [...cell.matchAll(/\d/g)];
  const found = digits[next(Math.max(digits.length, 1))];
  if (found === undefined) return cell;
  return splice(cell, found.index, 1, String((Number(found[0]) + 1 + next(8)) % 10));
}

function shown(text: string): string {
  return JSON.stringify(text.length > 50 ? `${text.slice(0, 50)}…` : text);
}
