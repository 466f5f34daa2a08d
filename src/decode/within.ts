import { isScalar } from "yaml";
import type { Place } from "../model/index.ts";
import type { Path, Text } from "./place.ts";
import { find, placeAt, placeOf } from "./place.ts";

/**
 * Where a character of a text stands in the file that holds the text as a value. Quotes, escapes and
 * folded lines move it, so the word that begins there is sought, as often as it came before.
 */
export function placeWithin(text: Text, source: string, path: Path, at: number): Place {
  const { value, whole } = find(text, path);
  const held: unknown = isScalar(value) ? value.value : null;
  if (!whole || typeof held !== "string" || value?.range == null) return placeOf(text, path);
  const word = /^[^\s"'\\]+/.exec(held.slice(at))?.[0] ?? "";
  if (word === "") return placeOf(text, path);
  const [start, end] = value.range;
  const raw = source.slice(start, end);
  let found = raw.indexOf(word);
  for (let before = held.indexOf(word); before < at && before !== -1;) {
    found = raw.indexOf(word, found + 1);
    before = held.indexOf(word, before + 1);
  }
  return found === -1 ? placeOf(text, path) : placeAt(text, start + found);
}
