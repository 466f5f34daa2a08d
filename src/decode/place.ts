import type { Document, LineCounter, Node } from "yaml";
import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from "yaml";
import type { Place } from "../model/index.ts";

export type Path = readonly (string | number)[];

/** A parsed file in which places can be looked up. */
export interface Text {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

interface Found {
  readonly key: Node | null;
  readonly value: Node | null;
  /** Was the whole path there, or only its beginning? */
  readonly whole: boolean;
}

/** Follows the path as far as the file goes. */
export function find(text: Text, path: Path): Found {
  let found: Found = { key: null, value: text.document.contents, whole: true };
  for (const step of path) {
    const next = enter(resolve(text, found.value), step);
    if (next === null) return { ...found, whole: false };
    found = next;
  }
  return found;
}

/**
 * Where the value at the path stands; where it stands on lines of its own below its key, or is not
 * there at all, the key nearest to it.
 */
export function placeOf(text: Text, path: Path): Place {
  const { key, value, whole } = find(text, path);
  const start = offsetOf(value);
  const keyAt = offsetOf(key);
  if (start === null || (keyAt !== null && (!whole || below(text, keyAt, start)))) {
    return placeAt(text, keyAt ?? start ?? 0);
  }
  return placeAt(text, start);
}

/** Where the key itself stands. */
export function placeOfKey(text: Text, path: Path): Place {
  const { key, value } = find(text, path);
  return placeAt(text, offsetOf(key) ?? offsetOf(value) ?? 0);
}

export function placeAt(text: Pick<Text, "file" | "lines">, offset: number): Place {
  const { line, col } = text.lines.linePos(offset);
  return { file: text.file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function below(text: Text, key: number, value: number): boolean {
  return text.lines.linePos(key).line < text.lines.linePos(value).line;
}

function enter(node: Node | null, step: string | number): Found | null {
  if (isMap(node)) {
    const pair = node.items.find((each) => keyText(each) === String(step));
    return pair === undefined
      ? null
      : { key: asNode(pair.key), value: asNode(pair.value), whole: true };
  }
  if (isSeq(node) && typeof step === "number") {
    const item = node.items[step];
    return item === undefined ? null : { key: null, value: asNode(item), whole: true };
  }
  return null;
}

function keyText(pair: unknown): string | null {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : null;
}

function asNode(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

function resolve(text: Text, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(text.document) ?? null) : node;
}

function offsetOf(node: Node | null): number | null {
  return node?.range?.[0] ?? null;
}
