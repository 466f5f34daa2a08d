import type { Article, Problem } from "../model/index.ts";
import type { Channel, Entry } from "../pages/index.ts";
import {
  atomText,
  entriesParity,
  jsonText,
  readFeed,
  readJsonFeed,
  rssText,
} from "../pages/index.ts";
import { FOLDERS } from "./addresses.ts";
import type { Blog } from "./blog.ts";
import { addressOf, imageOf, reportsOf } from "./blog.ts";
import type { Shelved } from "./shelf.ts";

export interface MadeFeed {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Newest notes in a feed; whoever wants the older ones finds them in the archive. */
const MOST = 20;

/** The blog's feeds and those of each report, with the whole text, held against the articles. */
export function* feeds(blog: Blog): Generator<MadeFeed> {
  const { site, shelf } = blog;
  const { description, language } = site;
  yield* formsOf(blog, "", { title: site.title, description, language }, shelf.editions);
  for (const { name, folder, editions } of reportsOf(shelf)) {
    const title = `${name} – ${site.title}`;
    yield* formsOf(blog, folder, { title, description: "", language }, editions);
  }
}

function* formsOf(
  blog: Blog,
  folder: string,
  about: { readonly title: string; readonly description: string; readonly language: string },
  editions: readonly Shelved[],
): Generator<MadeFeed> {
  const channel: Channel = {
    ...about,
    description: about.description === "" ? null : about.description,
    home: addressOf(blog, folder),
  };
  const entries = editions.slice(0, MOST).map((each) => entryOf(blog, each));
  const articles = entries.map((each) => each.article);
  const self = (file: string): string => addressOf(blog, `${folder}${file}`);
  const made = (file: string, text: string, problems: readonly Problem[]): MadeFeed => {
    return { path: `${folder}${file}`, text, problems };
  };
  for (const [file, write] of [
    ["feed.xml", atomText],
    ["rss.xml", rssText],
  ] as const) {
    const text = write(channel, self(file), entries);
    yield made(file, text, entriesParity(articles, readFeed(text)));
  }
  const json = jsonText(channel, self("feed.json"), entries);
  yield made("feed.json", json, entriesParity(articles, readJsonFeed(json)));
}

function entryOf(blog: Blog, edition: Shelved): Entry {
  const article: Article = edition.article();
  return {
    article,
    address: addressOf(blog, FOLDERS.edition(edition.report, edition.published)),
    authorAddress: addressOf(blog, FOLDERS.author(edition.author)),
    image: imageOf(blog, edition)?.address ?? null,
  };
}
