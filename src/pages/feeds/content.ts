import type { Article, Chart } from "../../model/index.ts";
import { blocksHtml } from "../blocks.ts";
import { escapeHtml } from "../escape.ts";
import { dayHtml, lineHtml } from "../inline.ts";
import { chartName, plain } from "../plain.ts";

/** The whole text for readers that never see the page: pictures and references point to it. */
export function feedContent(article: Article, address: string): string {
  const body = blocksHtml(article, (chart) => figure(chart, address));
  const method = article.method.map((each) => `<p>${lineHtml(each)}</p>`);
  const sample = article.sources.some((each) => each.sample)
    ? [
        "<p><b>Sample data.</b> This note is written from simulated figures. They are not market data.</p>",
      ]
    : [];
  const days = `<p>Data to ${dayHtml(article.asOf)}. Published ${dayHtml(article.published)}.</p>`;
  const disclosure = article.disclosure === "" ? [] : [`<p>${escapeHtml(article.disclosure)}</p>`];
  return [
    `<p><strong>${lineHtml(article.standfirst)}</strong></p>`,
    ...sample,
    body.replaceAll('href="#', `href="${escapeHtml(address)}#`),
    days,
    ...method,
    ...disclosure,
  ].join("\n");
}

function figure(chart: Chart, address: string): string {
  const source = `${address}charts/${chart.id}.svg`;
  return `<figure><img src="${escapeHtml(source)}" alt="${escapeHtml(plain(chart.alternative))}">
<figcaption>${chartName(chart.number)} <b>${lineHtml(chart.title)}</b> ${lineHtml(chart.subtitle)}</figcaption>
<p>${lineHtml(chart.source)}</p></figure>`;
}
