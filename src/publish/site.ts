import type { Problem } from "../model/index.ts";
import type { SiteFile, SitePart } from "../pages/index.ts";
import { escapeHtml } from "../pages/index.ts";
import { FOLDERS } from "./addresses.ts";
import { articlePage } from "./article-page.ts";
import type { Blog } from "./blog.ts";
import { addressOf, PICTURE, surround } from "./blog.ts";
import { feeds } from "./feeds.ts";
import { frontPage } from "./front-page.ts";
import { listPages } from "./list-pages.ts";

/**
 * The whole blog, file by file, each made when it is its turn. Pages are for people, and those of
 * them that have an address for good stand in the sitemap, too.
 */
export function* siteParts(blog: Blog): Generator<SitePart> {
  const { editions } = blog.shelf;
  const newest = editions[0]?.published ?? null;
  const map: (readonly [page: string, day: string | null])[] = [];
  const front = frontPage(blog);
  map.push([front.path, newest]);
  yield part(front.path, front.html, front.problems);
  for (const edition of editions) {
    const { path, html, problems } = articlePage(blog, edition);
    map.push([path, edition.published]);
    yield part(path, html, problems);
    const folder = FOLDERS.edition(edition.report, edition.published);
    for (const name of [...edition.files.keys()].filter((each) => goesAlong(each, blog))) {
      const content = edition.file(name);
      if (content !== null) yield part(`${folder}${name}`, content);
    }
  }
  for (const { path, html, problems } of listPages(blog)) {
    map.push([path, null]);
    yield part(path, html, problems);
  }
  for (const { path, text, problems } of feeds(blog)) yield part(path, text, problems);
  for (const [path, content] of blog.layouts.assets) yield part(path, content);
  yield part("404.html", missingPage(blog));
  yield part("sitemap.xml", sitemap(blog, map));
  yield part("robots.txt", `User-agent: *\nAllow: /\nSitemap: ${addressOf(blog, "sitemap.xml")}\n`);
}

function part(path: string, content: SiteFile, problems: readonly Problem[] = []): SitePart {
  return { path, content, problems };
}

/** What of an archived edition readers get beside its page. */
function goesAlong(name: string, { site }: Blog): boolean {
  if (name === "ledger.json") return site.proofs;
  return name === "article.pdf" || name === PICTURE || name.startsWith("charts/");
}

/** Hosts show it under any address: its links begin at the site's own root. */
function missingPage(blog: Blog): string {
  const root = new URL(blog.site.address).pathname;
  return blog.layouts.missing({
    ...surround(blog, "404.html", { root }),
    title: "There is no such page",
    description: "",
    canonical: null,
    image: null,
  });
}

/** sitemaps.org, 0.9: the address of each page, and the day of those that have one. */
function sitemap(blog: Blog, pages: readonly (readonly [string, string | null])[]): string {
  const entries = pages.map(([page, day]) => {
    const address = escapeHtml(addressOf(blog, page));
    return `<url><loc>${address}</loc>${day === null ? "" : `<lastmod>${day}</lastmod>`}</url>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</urlset>
`;
}
