import type { Article, Chart, Inline, Line } from "../../model/index.ts";

/** A stretch of the text with what stands behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly inline: Exclude<Inline, { readonly children: Line }>;
}

/** One line or paragraph of the finished article, as a reader reads it. */
export interface Passage {
  /** "headline", "paragraph 3", 'title of the chart "index"'. */
  readonly where: string;
  readonly kind: "head" | "sentences" | "heading" | "label";
  readonly text: string;
  readonly spans: readonly Span[];
  /** Written by hand by the author. */
  readonly voice: boolean;
  /** Place of the block in the article; -1 for what stands outside the running text. */
  readonly block: number;
}

export function passagesOf(article: Article): readonly Passage[] {
  const outside = (where: string, kind: Passage["kind"], line: Line): Passage =>
    passage(where, kind, line, false, -1);
  return [
    outside("headline", "head", article.headline),
    outside("standfirst", "sentences", article.standfirst),
    ...article.keyFigures.flatMap((each, at) => [
      outside(`label of key figure ${at + 1}`, "label", each.label),
      outside(`key figure ${at + 1}`, "label", each.figure),
      outside(`note of key figure ${at + 1}`, "label", each.note),
    ]),
    ...runningText(article),
    ...article.charts.flatMap(chartPassages),
    ...article.method.map((line, at) => outside(`line ${at + 1} of the method`, "sentences", line)),
  ];
}

function runningText(article: Article): readonly Passage[] {
  let paragraphs = 0;
  return article.blocks.flatMap((block, at) => {
    switch (block.kind) {
      case "chart":
        return [];
      case "heading":
        return [passage("heading", "heading", block.children, false, at)];
      case "paragraph":
        paragraphs++;
        return [passage(`paragraph ${paragraphs}`, "sentences", block.children, block.voice, at)];
      case "list":
        return block.items.map((item) => passage("list", "label", item, false, at));
      case "table":
        return [...block.head, ...block.rows.flat()].map((cell) =>
          passage("table", "label", cell, false, at),
        );
    }
  });
}

function chartPassages(chart: Chart): readonly Passage[] {
  const of = `of the chart "${chart.id}"`;
  return [
    passage(`title ${of}`, "head", chart.title, false, -1),
    passage(`subtitle ${of}`, "label", chart.subtitle, false, -1),
    passage(`text alternative ${of}`, "sentences", chart.alternative, false, -1),
    passage(`source line ${of}`, "label", chart.source, false, -1),
  ];
}

function passage(
  where: string,
  kind: Passage["kind"],
  line: Line,
  voice: boolean,
  block: number,
): Passage {
  const spans: Span[] = [];
  let text = "";
  for (const inline of leaves(line)) {
    const start = text.length;
    text += wordsOf(inline);
    spans.push({ start, end: text.length, inline });
  }
  return { where, kind, text, spans, voice, block };
}

function leaves(line: Line): readonly Span["inline"][] {
  return line.flatMap((each) => ("children" in each ? leaves(each.children) : [each]));
}

function wordsOf(inline: Span["inline"]): string {
  if (inline.kind === "text") return inline.text;
  return inline.kind === "chart-reference" ? `Chart ${inline.number}` : inline.said.text;
}
