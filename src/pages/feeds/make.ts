import { Feed } from "feed";
import type { Article, Day } from "../../model/index.ts";
import { escapeHtml, safeAddress, scrub } from "../escape.ts";
import { plain } from "../plain.ts";
import { feedContent } from "./content.ts";

/** What a feed says of itself. All addresses are whole: in a feed no link may be relative. */
export interface Channel {
  readonly title: string;
  readonly description: string | null;
  readonly home: string;
  readonly language: string;
}

export interface Entry {
  readonly article: Article;
  /** Address of its page: the id of the entry, for good. */
  readonly address: string;
  readonly authorAddress: string | null;
  readonly image: string | null;
}

/** Atom (RFC 4287), `self` being the address of the feed. Its titles and summaries are HTML, so the signs of HTML are written out in them. */
export function atomText(channel: Channel, self: string, entries: readonly Entry[]): string {
  const feed = feedOf(channel, entries, { atom: self });
  for (const { article, address, authorAddress } of entries) {
    feed.addItem({
      title: escapeHtml(plain(article.headline)),
      id: address,
      link: address,
      description: escapeHtml(plain(article.standfirst)),
      content: feedContent(article, address),
      date: dateOf(article.published),
      published: dateOf(article.published),
      author: [authorOf(article, authorAddress)],
      category: article.keywords.map((each) => ({ name: attribute(each), term: attribute(each) })),
    });
  }
  return written(feed.atom1());
}

/**
 * RSS 2.0. Its author would have to be a mail address: the name stands in dc:creator. Readers differ
 * on whether a title is HTML, so in it only the signs are written out that one of them would take for a tag.
 */
export function rssText(channel: Channel, self: string, entries: readonly Entry[]): string {
  const feed = feedOf(channel, entries, { rss: self });
  for (const { article, address } of entries) {
    feed.addItem({
      title: plain(article.headline)
        .replaceAll(/&(?=#?\w+;)/g, "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;"),
      link: address,
      description: escapeHtml(plain(article.standfirst)),
      content: feedContent(article, address),
      date: dateOf(article.published),
      category: article.keywords.map((each) => ({ name: text(each) })),
      extensions: [{ name: "dc:creator", objects: { _text: text(article.byline.author) } }],
    });
  }
  return written(feed.rss2());
}

/** JSON Feed 1.1, which the library does not write: it stays with 1.0, without language and authors. */
export function jsonText(channel: Channel, self: string, entries: readonly Entry[]): string {
  const items = entries.map(({ article, address, authorAddress, image }) => ({
    id: address,
    url: address,
    title: plain(article.headline),
    summary: plain(article.standfirst),
    content_html: feedContent(article, address),
    date_published: dateOf(article.published).toISOString(),
    authors: [
      {
        name: scrub(article.byline.author),
        ...(authorAddress === null ? {} : { url: authorAddress }),
      },
    ],
    language: article.language,
    ...(article.keywords.length === 0 ? {} : { tags: article.keywords.map(scrub) }),
    ...(image === null ? {} : { image }),
  }));
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: scrub(channel.title),
    home_page_url: channel.home,
    feed_url: self,
    ...(channel.description === null ? {} : { description: scrub(channel.description) }),
    language: channel.language,
    items,
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function feedOf(
  channel: Channel,
  entries: readonly Entry[],
  feedLinks: Readonly<Record<string, string>>,
): Feed {
  const newest = entries
    .map((each) => each.article.published)
    .toSorted()
    .at(-1);
  const [first] = entries;
  return new Feed({
    title: text(channel.title),
    id: channel.home,
    link: channel.home,
    language: channel.language,
    // The form wants a day even of a feed without entries; no clock has a say.
    updated: newest === undefined ? new Date(0) : dateOf(newest),
    generator: "Notewright",
    feedLinks,
    ...(channel.description === null ? {} : { description: text(channel.description) }),
    ...(first === undefined ? {} : { author: authorOf(first.article, null) }),
  });
}

function authorOf(
  article: Article,
  address: string | null,
): { readonly name: string; readonly link?: string } {
  const name = text(article.byline.author);
  return address === null ? { name } : { name, link: address };
}

/** A day as the forms want it: its midnight in UTC. */
function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Text of an element: what writes the XML takes "&amp;" for a sign that is written out already. */
function text(words: string): string {
  return scrub(words).replaceAll("&", "&amp;");
}

/** What writes the XML leaves "<" as it is in attributes; this sign stands in until the end. */
const LESS = "\ue000";

function attribute(words: string): string {
  return scrub(words).replaceAll("<", LESS);
}

function written(xml: string): string {
  return `${xml.trimEnd().replaceAll(LESS, "&lt;")}\n`;
}

/** An address that a feed may name; what is none is a fault of ours. */
export function whole(address: string | null): string {
  const found = safeAddress(address ?? "");
  if (found === null) throw new TypeError("a feed needs the article's address");
  return found;
}
