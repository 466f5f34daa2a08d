/** A sentence with the space after it, as a piece of the text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Words whose full stop ends no sentence. */
const ABBREVIATED = new Set(
  (
    "mr mrs ms dr prof st sr jr gen gov sen rep hon vs etc approx nos vol ch fig dept est inc " +
    "ltd co corp bros plc cf al ca e.g i.e a.m p.m u.s u.k u.n e.u d.c jan feb mar apr jun jul " +
    "aug sep sept oct nov dec mon tue wed thu fri"
  ).split(" "),
);

const TOKEN = "\uE000-\uF8FF";
const END = /[.!?…]+["'”’)\]]*\s+/gu;
const START = new RegExp(`^["'“‘(\\[]*[\\p{Lu}\\p{N}${TOKEN}]`, "u");

/**
 * The sentences of a paragraph, in which facts are tokens. In doubt two sentences stay one: then too
 * much falls out with a withheld fact, never too little.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const found of text.matchAll(END)) {
    const end = found.index + found[0].length;
    if (!ends(text, start, found.index, end)) continue;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

function ends(text: string, start: number, mark: number, end: number): boolean {
  if (end < text.length && !START.test(text.slice(end))) return false;
  if (isOpen(text.slice(start, end))) return false;
  return text[mark] !== "." || !isAbbreviated(text.slice(start, mark));
}

/** Does the sentence still stand inside quotes or brackets that it opened? */
function isOpen(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (count(/"/g) % 2 === 1) return true;
  return count(/“/g) > count(/”/g) || count(/\(/g) > count(/\)/g) || count(/\[/g) > count(/\]/g);
}

/** "vs", "U.S", a single initial. */
function isAbbreviated(before: string): boolean {
  const last = /[\p{L}.]+$/u.exec(before)?.[0] ?? "";
  return ABBREVIATED.has(last.toLowerCase()) || /^(\p{Lu}\.)*\p{Lu}$/u.test(last);
}
