import type { Article, Edition, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { scrub } from "./escape.ts";
import type { Fonts } from "./faces.ts";
import { uncovered } from "./faces.ts";
import { plain } from "./plain.ts";
import { linesOf } from "./sayings.ts";

/** Every word of an article in one text: what its fonts must be able to print. */
export function wording(article: Article): string {
  const lines = [
    article.headline,
    article.standfirst,
    ...article.keyFigures.flatMap((each) => [each.label, each.figure, each.note]),
    ...article.charts.flatMap((each) => [each.title, each.subtitle, each.alternative, each.source]),
    ...article.method,
    ...article.blocks.flatMap(linesOf),
  ];
  const texts = [
    article.masthead,
    article.byline.author,
    article.byline.role ?? "",
    article.disclosure,
    ...article.sources.flatMap((each) => [each.name, each.publisher, each.remark ?? ""]),
    ...article.related.map((each) => each.title),
    ...article.charts.flatMap((each) => [...each.table.columns, ...each.table.rows.flat()]),
    ...article.charts.flatMap((each) => [labels(each.wide), labels(each.narrow)]),
  ];
  return [...lines.map(plain), ...texts].map(scrub).join("\n");
}

function labels(svg: string): string {
  return [...svg.matchAll(/>([^<]+)</g)].map((each) => each[1] ?? "").join(" ");
}

/** Characters that would print as empty boxes, since no font of the house has a shape for them. */
export function checkCharacters(edition: Edition, fonts: Fonts): readonly Problem[] {
  const missing = uncovered(wording(edition.article), fonts);
  if (missing.length === 0) return [];
  const list = missing
    .slice(0, 8)
    .map((each) => `"${each}" (U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase()})`);
  return [
    problem(
      "missing-glyph",
      null,
      `the fonts of the page have no shape for ${list.join(", ")}`,
      "write the name in Latin, Greek or Cyrillic letters, without pictograms",
    ),
  ];
}
