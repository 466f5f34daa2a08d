import type { Article, Problem } from "../model/index.ts";
import type { ArticlePage, Item, Neighbour } from "../pages/index.ts";
import { htmlParity, sceneOf, screenFigure } from "../pages/index.ts";
import { FOLDERS, rootFrom } from "./addresses.ts";
import type { Blog } from "./blog.ts";
import { addressOf, imageOf, itemOf, surround } from "./blog.ts";
import { moreBy, neighbours, relatedNotes } from "./related.ts";
import type { Shelved } from "./shelf.ts";

export interface MadePage {
  readonly path: string;
  readonly html: string;
  readonly problems: readonly Problem[];
}

/** An edition on its page in the blog, held against the article like every other artefact. */
export function articlePage(blog: Blog, edition: Shelved): MadePage {
  const folder = FOLDERS.edition(edition.report, edition.published);
  const page = `${folder}index.html`;
  const root = rootFrom(page);
  const { earlier, later } = neighbours(edition, blog.shelf);
  const turns = [earlier, later].flatMap((each) => (each === null ? [] : [each]));
  const more = moreBy(edition, blog.shelf, turns);
  const kept = edition.article();
  const article: Article = {
    ...kept,
    canonical: canonicalOf(kept, addressOf(blog, folder), blog.site.address),
    related: more.map((each) => itemOf(each, page)),
  };
  const report = { name: article.masthead, folder: FOLDERS.report(edition.report) };
  const turn = (each: Shelved | null): Item | null =>
    each === null ? null : itemOf(each, page, { report: false, standfirst: false });
  const image = imageOf(blog, edition);
  const scene = sceneOf(article);
  const around: ArticlePage = {
    ...scene,
    ...surround(blog, page, { report }),
    about: image === null ? scene.about : { ...scene.about, image: [image.address] },
    siteName: blog.site.title,
    authorAddress: `${root}${FOLDERS.author(edition.author)}`,
    image,
    strip: article.keyFigures.length > 0,
    figure: screenFigure,
    reportAddress: `${root}${report.folder}`,
    paper: edition.files.has("article.pdf") ? "article.pdf" : null,
    proof: blog.site.proofs ? "ledger.json" : null,
    topics: edition.brief.tags.map((text) => ({
      href: `${root}${FOLDERS.topic(text)}`,
      text,
      note: "",
    })),
    turns: turns.length > 0,
    earlier: turn(earlier),
    later: turn(later),
    near: relatedNotes(edition, blog.shelf, more).map((each) =>
      itemOf(each, page, { standfirst: false }),
    ),
  };
  const html = blog.layouts.article(around);
  return { path: page, html, problems: htmlParity(article, html, neighbourhood(blog, around)) };
}

/** The report's own address counts where it lies on another site; on this one, the page's. */
function canonicalOf({ canonical }: Article, page: string, site: string): string {
  return canonical === null || canonical.startsWith(site) ? page : canonical;
}

/** Every word around the article that may hold a figure, in the order of the page. */
function neighbourhood(
  { site }: Blog,
  { near, topics, earlier, later }: ArticlePage,
): { readonly before: readonly Neighbour[]; readonly after: readonly Neighbour[] } {
  const text = (words: string): Neighbour => ({ text: words, day: null });
  const turned = [earlier, later].flatMap((each) => (each === null ? [] : [each]));
  return {
    before: [text(site.title)],
    after: [
      ...near.flatMap((each) => [
        { text: each.masthead, day: each.published },
        text(each.title),
        text(each.standfirst),
      ]),
      ...topics.map((each) => text(each.text)),
      ...turned.map((each) => ({ text: each.title, day: each.published })),
      text(site.title),
      text(site.footer),
    ],
  };
}
