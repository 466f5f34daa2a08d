import type { Article, Chart } from "../../model/index.ts";

/** The first chart of the text; null: it has none. */
export function leadChart(article: Article): Chart | null {
  const first = article.blocks.find((each) => each.kind === "chart");
  return article.charts.find((each) => each.id === first?.chart) ?? null;
}
