import type { Article, Chart, Line } from "../../model/index.ts";
import { fullDay } from "../calendar.ts";
import { frameOf } from "../frame.ts";
import { chartName, plain } from "../plain.ts";
import { readSvg } from "../read/svg.ts";
import { linesOf } from "../sayings.ts";

/** A piece of text that every artefact must say, word for word, at its place in the order. */
export interface Passage {
  /** Where in the article, for the message: "the standfirst", "a label of Chart 2". */
  readonly where: string;
  readonly text: string;
  /** Typed by people and checked elsewhere, or data: its figures are no facts. */
  readonly typed: boolean;
  readonly line: Line | null;
}

/** The article as the page on the screen says it, from masthead to disclosure. */
export function screenRecital(article: Article): readonly Passage[] {
  return [
    ...masthead(article),
    said("the headline", article.headline),
    said("the standfirst", article.standfirst),
    ...byline(article),
    ...keyFigures(article),
    ...body(article, onScreen),
    ...closing(article),
  ];
}

/** The same on paper, where the key figures may stand beside the opening text and come before it. */
export function paperRecital(article: Article): readonly Passage[] {
  const beside = frameOf(article) === "beside";
  return [
    ...masthead(article),
    said("the headline", article.headline),
    ...(beside ? keyFigures(article) : []),
    said("the standfirst", article.standfirst),
    ...byline(article),
    ...(beside ? [] : keyFigures(article)),
    ...body(article, onPaper),
    ...closing(article),
  ];
}

/** What the entry of a feed says: no masthead, no key figures, pictures by their alternatives. */
export function feedRecital(article: Article): readonly Passage[] {
  return [
    said("the standfirst", article.standfirst),
    ...body(article, inFeed),
    ...[article.asOf, article.published].flatMap((each) => typed("the days", fullDay(each))),
    ...article.method.map((each) => said("the method", each)),
    ...typed("the disclosure", article.disclosure),
  ];
}

function inFeed(chart: Chart): readonly Passage[] {
  const name = chartName(chart.number);
  const alternative = said(`the text alternative of ${name}`, chart.alternative);
  return [alternative, ...captionOf(chart), said(sourceOf(chart), chart.source)];
}

function said(where: string, line: Line): Passage {
  return { where, text: plain(line), typed: false, line };
}

function typed(where: string, text: string | null): readonly Passage[] {
  return text === null || text === "" ? [] : [{ where, text, typed: true, line: null }];
}

function masthead(article: Article): readonly Passage[] {
  return [
    ...typed("the masthead", article.masthead),
    ...typed("the masthead", fullDay(article.published)),
  ];
}

function byline({ byline, asOf, published }: Article): readonly Passage[] {
  return [byline.author, byline.role, fullDay(asOf), fullDay(published)].flatMap((each) =>
    typed("the byline", each),
  );
}

function keyFigures(article: Article): readonly Passage[] {
  return article.keyFigures.flatMap(({ label, figure, note }) =>
    [label, figure, note].map((each) => said("the key figures", each)),
  );
}

function body(article: Article, drawn: (chart: Chart) => readonly Passage[]): readonly Passage[] {
  const charts = new Map(article.charts.map((each) => [each.id, each]));
  return article.blocks.flatMap((block) => {
    if (block.kind === "chart") {
      const chart = charts.get(block.chart);
      return chart === undefined ? [] : drawn(chart);
    }
    const voice = block.kind === "paragraph" && block.voice;
    const where = voice ? "the author’s view" : `the ${block.kind}`;
    return linesOf(block).map((each) => ({ ...said(where, each), typed: voice }));
  });
}

function captionOf(chart: Chart): readonly Passage[] {
  const where = `the caption of ${chartName(chart.number)}`;
  return [
    ...typed(where, chartName(chart.number)),
    said(where, chart.title),
    said(where, chart.subtitle),
  ];
}

function labelsOf(chart: Chart, which: "wide" | "narrow"): readonly Passage[] {
  const where = `the ${which} drawing of ${chartName(chart.number)}`;
  return typed(
    where,
    readSvg(chart[which])
      .labels.map((each) => each.text)
      .join(" "),
  );
}

function onPaper(chart: Chart): readonly Passage[] {
  return [...captionOf(chart), ...labelsOf(chart, "wide"), said(sourceOf(chart), chart.source)];
}

function onScreen(chart: Chart): readonly Passage[] {
  const name = chartName(chart.number);
  const alternative = said(`the text alternative of ${name}`, chart.alternative);
  const table = `the table of ${name}`;
  const rows = chart.table.rows.length === 0 ? [] : [chart.table.columns, ...chart.table.rows];
  return [
    ...captionOf(chart),
    alternative,
    ...labelsOf(chart, "wide"),
    alternative,
    ...labelsOf(chart, "narrow"),
    said(sourceOf(chart), chart.source),
    ...(rows.length === 0
      ? []
      : [...typed(table, name), ...typed(table, name), said(table, chart.title)]),
    ...rows.flatMap((row) => typed(table, row.join(" "))),
  ];
}

function sourceOf(chart: Chart): string {
  return `the source of ${chartName(chart.number)}`;
}

function closing(article: Article): readonly Passage[] {
  return [
    ...article.method.map((each) => said("the method", each)),
    ...article.sources.flatMap((each) =>
      [each.name, each.publisher, fullDay(each.to), each.remark].flatMap((text) =>
        typed("the sources", text),
      ),
    ),
    ...article.related.flatMap((each) =>
      [each.title, fullDay(each.published)].flatMap((text) => typed("more by this author", text)),
    ),
    ...typed("the disclosure", article.disclosure),
  ];
}
