import type { Passage } from "./passages.ts";

/** Signs that mean something to the rules about text, and nothing within a name. */
const SIGNS = /[^\p{L}\p{N}\s.'’&-]/gu;
/** A name may be "W and T", or end with "Class A", where a sentence could not. */
const APART = /(?<=(?:^| )\p{Lu}) (?=\p{Ll})/gu;
const TAIL = /(?<= )(?:an?|the|and|or|of|by|at|to|from|is|in|as)$/iu;

/**
 * The passage with the odd signs of declared names blanked out, sign for sign: a company may be
 * called "A*B" or "[x]", and is shown so.
 */
export function quieted(passage: Passage, called: readonly string[]): Passage {
  const odd = called.filter((each) => passage.text.includes(each) && quiet(each) !== each);
  if (odd.length === 0) return passage;
  const longest = odd.toSorted((a, b) => b.length - a.length);
  const text = longest.reduce((left, name) => left.replaceAll(name, quiet), passage.text);
  return { ...passage, text };
}

function quiet(name: string): string {
  return name.replaceAll(SIGNS, blank).replaceAll(APART, blank).replace(TAIL, blank);
}

function blank(sign: string): string {
  return "\u200B".repeat(sign.length);
}
