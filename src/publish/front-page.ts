import type { Block, Lead, ListHead } from "../pages/index.ts";
import { fullDay, leadChart, listParity, plain, readSvg } from "../pages/index.ts";
import { FOLDERS, rootFrom } from "./addresses.ts";
import type { MadePage } from "./article-page.ts";
import type { Blog } from "./blog.ts";
import { addressOf, imageOf, itemOf, reportsOf, surround } from "./blog.ts";
import { itemTexts } from "./list-pages.ts";
import type { Shelved } from "./shelf.ts";

const PAGE = "index.html";
/** Titles under the newest note of a report. */
const EARLIER = 3;

/** The newest note large, with its lead chart; under it the other reports. */
export function frontPage(blog: Blog): MadePage {
  const [newest] = blog.shelf.editions;
  const { site } = blog;
  const lead = newest === undefined ? null : leadOf(newest);
  const blocks = reportsOf(blog.shelf).map((mark): Block => {
    const [first, ...rest] = mark.editions;
    const own = (each: Shelved) => itemOf(each, PAGE, { report: false });
    return {
      masthead: mark.name,
      address: `${rootFrom(PAGE)}${mark.folder}`,
      newest: first === undefined || first === newest ? null : own(first),
      earlier: rest.slice(0, EARLIER).map(own),
    };
  });
  const filled = blocks.filter((each) => each.newest !== null || each.earlier.length > 0);
  const head: ListHead = {
    ...surround(blog, PAGE, { here: "front" }),
    title: site.title,
    description: site.description,
    canonical: addressOf(blog, PAGE),
    image: imageOf(blog, newest),
  };
  const empty = "Nothing has been published yet.";
  const html = blog.layouts.front({ ...head, lead, blocks: filled, empty });
  const texts = [
    site.title,
    site.description,
    site.footer,
    ...(lead === null ? [] : leadTexts(lead)),
    ...filled.flatMap((each) => [
      each.masthead,
      ...[...(each.newest === null ? [] : [each.newest]), ...each.earlier].flatMap(itemTexts),
    ]),
  ];
  return { path: PAGE, html, problems: listParity(PAGE, html, texts) };
}

function leadOf(edition: Shelved): Lead {
  const article = edition.article();
  return {
    ...itemOf(edition, PAGE),
    author: edition.author,
    authorAddress: `${rootFrom(PAGE)}${FOLDERS.author(edition.author)}`,
    role: article.byline.role,
    sample: article.sources.some((each) => each.sample),
    keyFigures: article.keyFigures,
    chart: leadChart(article),
  };
}

function leadTexts(lead: Lead): readonly string[] {
  const { chart } = lead;
  const drawn =
    chart === null
      ? []
      : [
          ...[chart.title, chart.subtitle, chart.alternative, chart.source].map(plain),
          // The drawing was held against the article when the edition was published.
          ...[chart.wide, chart.narrow].flatMap((each) =>
            readSvg(each).labels.map((label) => label.text),
          ),
        ];
  const figures = lead.keyFigures.flatMap((each) => [each.label, each.figure, each.note]);
  return [
    ...itemTexts(lead),
    lead.author,
    lead.role ?? "",
    fullDay(lead.published),
    ...figures.map(plain),
    ...drawn,
  ];
}
