import type { Article, Block, Inline, Line, Said } from "../model/index.ts";

/** Everything an article says of its facts, in reading order: text first, each chart where it stands. */
export function sayings(article: Article): readonly Said[] {
  const charts = new Map(article.charts.map((each) => [each.id, each]));
  const ofBlock = (block: Block): readonly Said[] => {
    if (block.kind !== "chart") return linesOf(block).flatMap(saidIn);
    const chart = charts.get(block.chart);
    if (chart === undefined) return [];
    const { title, subtitle, alternative, source } = chart;
    return [...[title, subtitle, alternative].flatMap(saidIn), ...chart.says, ...saidIn(source)];
  };
  return [
    ...saidIn(article.headline),
    ...saidIn(article.standfirst),
    ...article.keyFigures.flatMap((each) => [each.label, each.figure, each.note].flatMap(saidIn)),
    ...article.blocks.flatMap(ofBlock),
    ...article.method.flatMap(saidIn),
  ];
}

/** The lines of text in a block; a chart has its own. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [block.children];
    case "list":
      return block.items;
    case "table":
      return [...block.head, ...block.rows.flat()];
    case "chart":
      return [];
  }
}

/** Figures and dates of a line, in order. */
export function marked(line: Line): readonly Extract<Inline, { said: Said }>[] {
  return line.flatMap((each) => {
    switch (each.kind) {
      case "figure":
      case "date":
        return [each];
      case "emphasis":
      case "strong":
      case "link":
        return marked(each.children);
      case "text":
      case "chart-reference":
        return [];
    }
  });
}

function saidIn(line: Line): readonly Said[] {
  return marked(line).map((each) => each.said);
}
