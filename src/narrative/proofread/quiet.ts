import type { Passage } from "./passages.ts";

/** Signs that mean something to the rules about text, and nothing within a name. */
const SIGNS = /[^\p{L}\p{N}\s.'’&-]/gu;

/**
 * The passage with the odd signs of declared names blanked out, sign for sign: a company may be
 * called "A*B" or "[x]", and is shown so.
 */
export function quieted(passage: Passage, called: readonly string[]): Passage {
  const odd = called.filter((each) => each.search(SIGNS) !== -1);
  if (odd.length === 0) return passage;
  const longest = odd.toSorted((a, b) => b.length - a.length);
  const text = longest.reduce(
    (left, name) => left.replaceAll(name, (found) => found.replaceAll(SIGNS, blank)),
    passage.text,
  );
  return { ...passage, text };
}

function blank(sign: string): string {
  return "\u200B".repeat(sign.length);
}
