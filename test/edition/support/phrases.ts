import type { Article, Inline, Line } from "../../../src/model/index.ts";
import { plain } from "../../../src/pages/index.ts";
import type { Voice } from "../../../src/words/index.ts";

/** The running text of a note, without the author's own words: headline, standfirst, paragraphs. */
function runningLines(article: Article): readonly Line[] {
  const lines = article.blocks.flatMap((each) =>
    each.kind === "paragraph" && !each.voice ? [each.children] : [],
  );
  return [article.headline, article.standfirst, ...lines];
}

function flat(line: Line): readonly Inline[] {
  return line.flatMap((each) => ("children" in each ? flat(each.children) : [each]));
}

/** Sentences with every figure and day replaced by its fact: what is left is the choice of words. */
export function sentenceForms(article: Article): ReadonlySet<string> {
  const text = (each: Inline): string => {
    if (each.kind === "figure" || each.kind === "date") return `‹${each.said.fact}›`;
    return each.kind === "chart-reference" ? "‹chart›" : plain([each]);
  };
  const forms = runningLines(article).flatMap((line) =>
    flat(line)
      .map(text)
      .join("")
      .split(/(?<=[.?!])\s+/),
  );
  return new Set(forms.filter((each) => each.includes("‹")));
}

/** Verbs of the house that stand right before a figure, each with the fact it tells: "week: slid". */
export function factVerbs(article: Article, voice: Voice): ReadonlySet<string> {
  const { up, down, flat: still } = voice.verbs;
  const forms = [...Object.values(up), ...Object.values(down), still].flat();
  const verbs = [...new Set(forms.flatMap((each) => [each.past, each.participle, each.noun]))];
  const found = runningLines(article).flatMap((line) => {
    const inlines = flat(line);
    return inlines.flatMap((each, index) => {
      const before = inlines[index - 1];
      if (each.kind !== "figure" || before?.kind !== "text") return [];
      const words = before.text.trimEnd().toLowerCase();
      const verb = verbs
        .filter((one) => new RegExp(`(?:^|\\s)${one}$`).test(words))
        .toSorted((one, two) => two.length - one.length)[0];
      return verb === undefined ? [] : [`${each.said.fact}: ${verb}`];
    });
  });
  return new Set(found);
}
