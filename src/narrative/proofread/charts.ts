import type { Article, Problem } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

/** Each chart stands once, is referred to, and is numbered in the order of its reference. */
export function chartProblems(article: Article, passages: readonly Passage[]): readonly Problem[] {
  const references = passages.flatMap((passage) =>
    passage.spans.flatMap(({ start, inline }) =>
      inline.kind === "chart-reference" ? [{ passage, start, inline }] : [],
    ),
  );
  const placed = article.blocks.flatMap((each) => (each.kind === "chart" ? [each.chart] : []));
  const known = new Map(article.charts.map((each) => [each.id, each.number]));
  const lost = references
    .filter(
      ({ inline }) => known.get(inline.chart) !== inline.number || !placed.includes(inline.chart),
    )
    .map(({ passage, start, inline }) =>
      objection(
        "chart-reference",
        passage,
        start,
        `Chart ${inline.number}`,
        "there is no such chart",
      ),
    );
  const silent = article.charts
    .filter(({ id }) => !references.some(({ inline }) => inline.chart === id))
    .map(({ id }) => tell(`no sentence refers to the chart "${id}"`));
  const doubled = article.charts
    .filter(({ id }) => placed.filter((each) => each === id).length !== 1)
    .map(({ id }) => tell(`the chart "${id}" does not stand in the text once`));
  const numbers = placed.map((each) => known.get(each) ?? 0);
  const ordered = numbers.every((each, at) => each === at + 1);
  const order = ordered ? [] : [tell(`the charts are numbered ${numbers.join(", ")}`)];
  return [
    ...lost,
    ...silent,
    ...doubled,
    ...order,
    ...typedReferences(passages),
    ...announced(article, passages),
  ];
}

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
const ANNOUNCED = new RegExp(
  `\\b(${NUMBERS.slice(1).join("|")}) (?:\\p{L}+ )?charts\\b|\\bthe (?:chart|picture) (?:above|below)\\b`,
  "iu",
);

/** "Two key charts", where there are none. */
function announced(article: Article, passages: readonly Passage[]): readonly Problem[] {
  return passages.flatMap((passage) => {
    const found = passage.block < 0 ? null : ANNOUNCED.exec(passage.text);
    if (found === null) return [];
    const many = Math.max(1, NUMBERS.indexOf(found[1]?.toLowerCase() ?? "") + 1);
    if (article.charts.length >= many) return [];
    const message = `charts are announced, and the note has ${article.charts.length}`;
    return [objection("chart-reference", passage, found.index, found[0], message)];
  });
}

function tell(message: string): Problem {
  return problem("chart-reference", null, message, "each chart is referred to once, in order");
}

function typedReferences(passages: readonly Passage[]): readonly Problem[] {
  return passages.flatMap((passage) =>
    passage.spans.flatMap(({ start, inline }) => {
      const found = inline.kind === "text" ? /\bCharts? \d/.exec(inline.text) : null;
      if (found === null) return [];
      const message = "this reference is typed by hand";
      return [objection("chart-reference", passage, start + found.index, found[0], message)];
    }),
  );
}

/** "as follows:" with nothing following. */
export function listProblems(article: Article, passages: readonly Passage[]): readonly Problem[] {
  return passages.flatMap((passage) => {
    const promises = /:$|\bas follows[.:]?$|\bthe following[.:]?$/i.exec(passage.text.trim());
    if (passage.block < 0 || passage.kind !== "sentences" || promises === null) return [];
    const next = article.blocks.slice(passage.block + 1).find((each) => each.kind !== "chart");
    if (next?.kind === "list" && next.items.length > 0) return [];
    if (next?.kind === "table" && next.rows.length > 0) return [];
    const found = promises[0];
    return [
      objection("list", passage, promises.index, found, "a list is announced and none follows"),
    ];
  });
}
