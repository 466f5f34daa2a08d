import type { Inline, Line } from "../../model/index.ts";
import { article } from "../plural.ts";
import { words } from "./part.ts";
import type { Part, Phrase } from "./part.ts";

/** The phrase as plain text, for people. */
export function textOf(phrase: Phrase): string {
  return spaced(phrase)
    .map((each) => each.text)
    .join("");
}

/** A whole sentence: a capital, single spaces, articles that agree, and a full stop. */
export function sentence(phrase: Phrase): Line {
  const last = phrase.at(-1)?.text ?? "";
  const stopped = /[.!?]["”’)]*$/.test(last) ? phrase : [...phrase, ...words(".")];
  return lineOf(stopped.map((each, at) => (at === 0 ? begun(each) : each)));
}

/** The phrase as it stands inside a line. */
function lineOf(phrase: Phrase): Line {
  const made: Inline[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") made.push({ kind: "text", text });
    text = "";
  };
  for (const each of spaced(phrase)) {
    if (each.kind === "words") text += each.text;
    else {
      const space = /^ */.exec(each.text)?.[0] ?? "";
      text += space;
      flush();
      made.push(inlineOf(each, each.text.slice(space.length)));
    }
  }
  flush();
  return made;
}

function inlineOf(part: Exclude<Part, { kind: "words" }>, text: string): Inline {
  return part.kind === "figure"
    ? { kind: "figure", said: { fact: part.fact, kind: "value", text }, value: part.value }
    : { kind: "date", said: { fact: part.fact, kind: "day", text }, day: part.day };
}

/** Each part with the space that stands before it; marks stand tight, and "a" becomes "an" where it must. */
export function spaced(phrase: Phrase): Phrase {
  return phrase.map((each, at) => {
    const before = phrase[at - 1];
    const next = phrase[at + 1];
    const agreed =
      each.kind === "words" && !each.proper && next !== undefined ? articled(each, next) : each;
    const tight =
      before === undefined ||
      /^(?:[,;:.!?)%’]|-\p{L})/u.test(each.text) ||
      /[(\u00A0-]$/.test(before.text);
    return tight ? agreed : { ...agreed, text: ` ${agreed.text}` };
  });
}

function articled(part: Part, next: Part): Part {
  const found = /(?<=^|\s)([Aa])n?$/.exec(part.text);
  if (found === null) return part;
  const agreeing = article(next.text);
  const said = found[1] === "A" ? agreeing.replace("a", "A") : agreeing;
  return { ...part, text: part.text.slice(0, found.index) + said };
}

function begun(part: Part): Part {
  if (part.kind === "words" && part.proper) return part;
  return { ...part, text: capital(part.text) };
}

/** A capital where a sentence begins; "iShares" and its like keep their own. */
export function capital(word: string): string {
  const first = /^[\p{L}\p{M}’]+/u.exec(word)?.[0] ?? "";
  if (first !== first.toLowerCase()) return word;
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
