import type { ArchivedEdition } from "../archive/index.ts";
import { newestFirst } from "../archive/index.ts";
import { yearOf } from "../model/index.ts";
import type { Image, Item, Look, SiteLook, Surround } from "../pages/index.ts";
import { leadChart, plain, SITE_POLICY } from "../pages/index.ts";
import { FOLDERS, rootFrom, slug } from "./addresses.ts";
import type { Site } from "./settings.ts";
import type { Shelf, Shelved } from "./shelf.ts";

/** All that the pages of the blog are made of. */
export interface Blog {
  readonly site: Site;
  readonly shelf: Shelf;
  readonly look: Look;
  readonly layouts: SiteLook;
}

/** Editions under a name: a report, a topic, an author. The newest edition's spelling of it counts. */
export interface Shelfmark<T extends ArchivedEdition = Shelved> {
  readonly name: string;
  readonly folder: string;
  readonly editions: readonly T[];
}

/** Reports in the order of their newest edition. */
export function reportsOf({ editions }: Shelf): readonly Shelfmark[] {
  return gathered(editions, (each) => [
    [FOLDERS.report(each.report), each.brief.masthead] as const,
  ]);
}

/** Topics by their names. */
export function topicsOf({ editions }: Shelf): readonly Shelfmark[] {
  const marks = gathered(editions, (each) =>
    each.brief.tags.map((tag) => [FOLDERS.topic(tag), tag] as const),
  );
  return marks.toSorted((a, b) => (slug(a.name) < slug(b.name) ? -1 : 1));
}

/** Authors, with what they wrote elsewhere. */
export function authorsOf({ editions, elsewhere }: Shelf): readonly Shelfmark<ArchivedEdition>[] {
  const known = new Set(editions.map((each) => slug(each.author)));
  const outside = elsewhere.filter((each) => known.has(slug(each.author)));
  return gathered<ArchivedEdition>([...editions, ...outside], (each) => [
    [FOLDERS.author(each.author), each.author] as const,
  ]);
}

/** Years, newest first. */
export function yearsOf({ editions, elsewhere }: Shelf): readonly Shelfmark<ArchivedEdition>[] {
  const marks = gathered<ArchivedEdition>([...editions, ...elsewhere], (each) => {
    const year = yearOf(each.published);
    return [[FOLDERS.year(year), String(year)] as const];
  });
  return marks.toSorted((a, b) => (a.name > b.name ? -1 : 1));
}

function gathered<T extends ArchivedEdition>(
  editions: readonly T[],
  marksOf: (edition: T) => readonly (readonly [folder: string, name: string])[],
): readonly Shelfmark<T>[] {
  const found = new Map<string, { readonly name: string; readonly editions: T[] }>();
  for (const edition of editions) {
    for (const [folder, name] of new Map(marksOf(edition))) {
      const mark = found.get(folder) ?? { name, editions: [] };
      if (!mark.editions.includes(edition)) mark.editions.push(edition);
      found.set(folder, mark);
    }
  }
  return [...found].map(([folder, { name, editions: own }]) => {
    return { folder, name, editions: own.toSorted(newestFirst) };
  });
}

export function isShelved(edition: ArchivedEdition): edition is Shelved {
  return "brief" in edition;
}

/** A note in a list on the given page. `report`: is its report told? */
export function itemOf(
  edition: ArchivedEdition,
  page: string,
  told: { readonly report?: boolean; readonly standfirst?: boolean } = {},
): Item {
  const root = rootFrom(page);
  const kept = isShelved(edition);
  const report = told.report ?? true;
  return {
    title: edition.title,
    standfirst: kept && told.standfirst !== false ? edition.brief.standfirst : "",
    href: kept ? `${root}${FOLDERS.edition(edition.report, edition.published)}` : edition.href,
    published: edition.published,
    masthead: kept && report ? edition.brief.masthead : "",
    reportAddress: kept && report ? `${root}${FOLDERS.report(edition.report)}` : null,
    elsewhere: !kept,
  };
}

/** Forms of a feed, as pages name them to readers of feeds. */
export const FEEDS = [
  { file: "rss.xml", type: "application/rss+xml", form: "RSS" },
  { file: "feed.xml", type: "application/atom+xml", form: "Atom" },
  { file: "feed.json", type: "application/feed+json", form: "JSON Feed" },
] as const;

/** What stands around a page; `root` where the page may be shown under any address. */
export function surround(
  { site }: Blog,
  page: string,
  { here = null, report = null, root = rootFrom(page) }: Partial<Place> = {},
): Surround {
  const { title, description, footer, language } = site;
  const feeds = [
    ...(report === null ? [] : [{ name: report.name, folder: report.folder }]),
    { name: title, folder: "" },
  ].flatMap(({ name, folder }) =>
    FEEDS.map(({ file, type, form }) => ({
      title: `${name} (${form})`,
      type,
      href: `${root}${folder}${file}`,
    })),
  );
  return {
    site: { title, description, footer, language },
    root,
    policy: SITE_POLICY,
    here: { front: here === "front", archive: here === "archive", topics: here === "topics" },
    feeds,
  };
}

interface Place {
  readonly here: "front" | "archive" | "topics" | null;
  readonly report: Pick<Shelfmark, "name" | "folder"> | null;
  readonly root: string;
}

export function addressOf({ site }: Blog, page: string): string {
  return new URL(page.replace(/index\.html$/, ""), site.address).href;
}

/** The edition's picture for links from elsewhere; null: it was published without a browser. */
export function imageOf(blog: Blog, edition: Shelved | undefined): Image | null {
  if (edition === undefined || !edition.files.has(PICTURE)) return null;
  const folder = FOLDERS.edition(edition.report, edition.published);
  const chart = leadChart(edition.article());
  return {
    address: addressOf(blog, `${folder}${PICTURE}`),
    alternative: chart === null ? edition.title : plain(chart.alternative),
  };
}

export const PICTURE = "picture.png";
