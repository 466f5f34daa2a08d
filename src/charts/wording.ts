import type { Inline, Line, Said } from "../model/index.ts";
import { widthOf, type Weight } from "./measure.ts";

/** A piece of a word: a figure that belongs to a fact, or plain letters. */
export interface Piece {
  readonly text: string;
  readonly fact: string | null;
}

/** Pieces between two places where a line may break. */
export type Word = readonly Piece[];

/** A label set in lines. */
export interface Setting {
  readonly lines: readonly SetLine[];
  readonly width: number;
  readonly height: number;
}

export interface SetLine {
  readonly words: readonly Word[];
  readonly width: number;
}

/** Line height as a share of the size. */
export const LEADING = 1.22;

/** Figures are never broken; plain text breaks at its spaces. */
export function wordsOf(line: Line): readonly Word[] {
  const words: Piece[][] = [[]];
  for (const piece of line.flatMap(pieces)) {
    const parts = piece.fact === null ? piece.text.split(" ") : [piece.text];
    parts.forEach((text, index) => {
      if (index > 0) words.push([]);
      if (text !== "") words.at(-1)?.push({ ...piece, text });
    });
  }
  return words.filter((each) => each.length > 0);
}

export function saidIn(line: Line): readonly Said[] {
  return line.flatMap((each) => {
    if (each.kind === "figure" || each.kind === "date") return [each.said];
    return "children" in each ? saidIn(each.children) : [];
  });
}

function pieces(inline: Inline): readonly Piece[] {
  switch (inline.kind) {
    case "text":
      return [{ text: inline.text.replace(/\s+/g, " "), fact: null }];
    case "figure":
    case "date":
      return [{ text: inline.said.text, fact: inline.said.fact }];
    case "chart-reference":
      return [{ text: `Chart ${inline.number}`, fact: null }];
    case "emphasis":
    case "strong":
    case "link":
      return inline.children.flatMap(pieces);
  }
}

/** The label on one line, on two and on three, as far as each is no wider than it may be. */
export function settings(
  words: readonly Word[],
  widths: readonly number[],
  size: number,
  weight: Weight,
): readonly Setting[] {
  const found = widths.flatMap((widest, index) => {
    const setting = set(words, index + 1, size, weight);
    return setting !== null && setting.width <= widest ? [setting] : [];
  });
  if (found.length > 0) return found;
  const narrowest = set(words, Math.min(widths.length + 1, words.length), size, weight);
  return narrowest === null ? [] : [narrowest];
}

/** The most even breaking into so many lines: the one whose widest line is narrowest. */
function set(words: readonly Word[], count: number, size: number, weight: Weight): Setting | null {
  if (count > words.length) return null;
  const wide = words.map((word) => word.reduce((sum, piece) => sum + measure(piece.text), 0));
  const space = widthOf(" ", size, weight);
  function measure(text: string): number {
    return widthOf(text, size, weight);
  }
  function lineWidth(from: number, to: number): number {
    return wide.slice(from, to).reduce((sum, each) => sum + each + space, -space);
  }
  function best(from: number, lines: number): readonly number[] {
    if (lines === 1) return [words.length];
    let least = Number.POSITIVE_INFINITY;
    let ends: readonly number[] = [words.length];
    for (let end = from + 1; end <= words.length - lines + 1; end++) {
      const rest = best(end, lines - 1);
      const starts = [end, ...rest.slice(0, -1)];
      const widest = Math.max(
        lineWidth(from, end),
        ...rest.map((to, index) => lineWidth(starts[index] ?? end, to)),
      );
      if (widest < least) {
        least = widest;
        ends = [end, ...rest];
      }
    }
    return ends;
  }
  const ends = best(0, count);
  const lines = ends.map((end, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0);
    return { words: words.slice(from, end), width: lineWidth(from, end) };
  });
  const width = Math.max(...lines.map((each) => each.width)) * SLACK;
  return { lines, width, height: count * size * LEADING };
}

/** Browsers may set a text a little wider than the table says. */
const SLACK = 1.02;
