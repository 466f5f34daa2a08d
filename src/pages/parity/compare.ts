import type { Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { scrub } from "../escape.ts";
import type { Passage } from "./recital.ts";

const MOST = 5;

/**
 * Holds what an artefact says against what the article says: every passage stands in it, word for
 * word and in order, and between two passages there is no figure. Space and capitals do not count:
 * they are the page's affair.
 */
export function compare(
  artefact: string,
  text: string,
  passages: readonly Passage[],
): readonly Problem[] {
  const heard = folded(text);
  const found: Problem[] = [];
  let at = 0;
  let before = "the beginning";
  for (const passage of passages) {
    const wanted = folded(passage.text);
    if (wanted === "") continue;
    const place = heard.indexOf(wanted, at);
    if (place < 0) {
      found.push(missing(artefact, passage));
      if (found.length >= MOST) return found;
      continue;
    }
    found.push(...strays(artefact, heard.slice(at, place), before, passage.where));
    at = place + wanted.length;
    before = passage.where;
  }
  return [...found, ...strays(artefact, heard.slice(at), before, "the end")].slice(0, MOST);
}

/** The text without space, capitals and the several forms of one sign. */
export function folded(text: string): string {
  return scrub(text)
    .replaceAll("\u02bc", "\u2019")
    .normalize("NFKC")
    .replaceAll(/[\s\u00ad\u200b-\u200d\u2060]/gu, "")
    .toLowerCase();
}

function missing(artefact: string, passage: Passage): Problem {
  return parityProblem(
    `${artefact} does not say “${passage.text}” where ${passage.where} stands in the article`,
  );
}

function strays(artefact: string, gap: string, after: string, until: string): readonly Problem[] {
  const figure = /\S{0,12}\p{Nd}+\S{0,12}/u.exec(gap)?.[0];
  if (figure === undefined) return [];
  return [
    parityProblem(
      `${artefact} says “${figure}” between ${after} and ${until}, and the article does not`,
    ),
  ];
}

export function parityProblem(message: string): Problem {
  return problem(
    "parity",
    null,
    message,
    "nothing of this edition was written; a layout under templates/pages that was changed is the likeliest cause",
  );
}
