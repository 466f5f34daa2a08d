/** What each `$word` stands for. */
export type Names = ReadonlyMap<string, string>;

/** A word behind a dollar sign; "US$" before letters is money. */
const WORD = /(?<![\p{L}\p{N}])\$([a-z]+)/gu;

/** A word that stands for nothing here, and where in the text it stands. */
export interface Stranger {
  readonly word: string;
  readonly at: number;
}

/** The text with each word's name in its place; a word that stands for nothing stays. */
export function filledText(text: string, names: Names): string {
  return text.replace(WORD, (whole, word: string) => names.get(word) ?? whole);
}

/** The same value with names in all its texts. Keys stay as they are. */
export function filled<T>(value: T, names: Names): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape: only texts differ
  return fill(value, names) as T;
}

function fill(value: unknown, names: Names): unknown {
  if (typeof value === "string") return filledText(value, names);
  if (Array.isArray(value)) return value.map((each) => fill(each, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each, names)]));
}

export function strangers(text: string, names: Names): readonly Stranger[] {
  return [...text.matchAll(WORD)].flatMap(({ 1: word = "", index }) =>
    names.has(word) ? [] : [{ word, at: index }],
  );
}

/** Where a character of the filled text stands in the text as it is written. */
export function writtenAt(text: string, at: number, names: Names): number {
  let grown = 0;
  for (const { 0: whole, 1: word = "", index } of text.matchAll(WORD)) {
    const name = names.get(word) ?? whole;
    if (at < index + grown) break;
    if (at < index + grown + name.length) return index;
    grown += name.length - whole.length;
  }
  return at - grown;
}

/** Every text within the value, with the path that leads to it. */
export function textsIn(
  value: unknown,
  path: readonly (string | number)[],
): readonly { readonly path: readonly (string | number)[]; readonly text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((each, at) => textsIn(each, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, key]));
}
