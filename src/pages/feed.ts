import { Feed } from "feed";
import type { Article, Chart, Day } from "../model/index.ts";
import { blocksHtml } from "./blocks.ts";
import { dayHtml, lineHtml } from "./inline.ts";
import { escapeHtml, safeAddress, scrub } from "./escape.ts";
import { chartName, plain } from "./plain.ts";

/**
 * The edition as an Atom feed of one entry with the whole text, for readers that never see the page.
 * It needs the address under which the edition will stand: in a feed no link may be relative.
 */
export function feedText(article: Article): string {
  const address = safeAddress(article.canonical ?? "");
  if (address === null) throw new TypeError("a feed needs the article's address");
  const home = new URL("..", address).href;
  const published = dateOf(article.published);
  const author = { name: scrub(article.byline.author) };
  const feed = new Feed({
    title: scrub(article.masthead),
    id: home,
    link: home,
    language: article.language,
    updated: published,
    generator: "Notewright",
    author,
    feedLinks: { atom: `${address}feed.xml` },
  });
  feed.addItem({
    title: plain(article.headline),
    id: address,
    link: address,
    description: plain(article.standfirst),
    content: feedContent(article, address),
    date: published,
    published,
    author: [author],
    category: article.keywords.map((each) => ({ name: scrub(each) })),
  });
  return `${feed.atom1().trimEnd()}\n`;
}

/** A day as the feed's format wants it: its midnight in UTC. */
function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The text with pictures and references that point to the page. */
function feedContent(article: Article, address: string): string {
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
