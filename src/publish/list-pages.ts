import type { ArchivedEdition } from "../archive/index.ts";
import { yearOf } from "../model/index.ts";
import type { Group, Item, Jump, ListPage } from "../pages/index.ts";
import { fullDay, listParity } from "../pages/index.ts";
import { rootFrom } from "./addresses.ts";
import type { MadePage } from "./article-page.ts";
import type { Blog, Shelfmark } from "./blog.ts";
import {
  addressOf,
  authorsOf,
  imageOf,
  isShelved,
  itemOf,
  reportsOf,
  surround,
  topicsOf,
  yearsOf,
} from "./blog.ts";

/** Every page that lists notes: by report, by topic, by author, by year. */
export function* listPages(blog: Blog): Generator<MadePage> {
  for (const each of reportsOf(blog.shelf)) yield reportPage(blog, each);
  yield topicsPage(blog);
  for (const each of topicsOf(blog.shelf)) yield topicPage(blog, each);
  for (const each of authorsOf(blog.shelf)) yield authorPage(blog, each);
  yield archivePage(blog);
  for (const each of yearsOf(blog.shelf)) yield yearPage(blog, each);
}

function reportPage(blog: Blog, mark: Shelfmark): MadePage {
  const page = `${mark.folder}index.html`;
  return made(blog, page, {
    ...surround(blog, page, { report: mark }),
    ...headOf(blog, page, mark.editions),
    title: `${mark.name} – ${blog.site.title}`,
    description: `All editions of ${mark.name}.`,
    kicker: "Report",
    heading: mark.name,
    intro: "",
    jumps: [],
    groups: byYear(mark.editions, page, false),
  });
}

function topicsPage(blog: Blog): MadePage {
  const page = "topics/index.html";
  const jumps = topicsOf(blog.shelf).map((each) => jump(page, each));
  return made(blog, page, {
    ...surround(blog, page, { here: "topics" }),
    ...headOf(blog, page, []),
    title: `Topics – ${blog.site.title}`,
    description: "What the notes are about.",
    kicker: "",
    heading: "Topics",
    intro: jumps.length === 0 ? "No note names a topic yet." : "",
    jumps,
    groups: [],
  });
}

function topicPage(blog: Blog, mark: Shelfmark): MadePage {
  const page = `${mark.folder}index.html`;
  return made(blog, page, {
    ...surround(blog, page, { here: "topics" }),
    ...headOf(blog, page, mark.editions),
    title: `${mark.name} – ${blog.site.title}`,
    description: `Notes about ${mark.name}.`,
    kicker: "Topic",
    heading: mark.name,
    intro: "",
    jumps: [],
    groups: byYear(mark.editions, page, true),
  });
}

function authorPage(blog: Blog, mark: Shelfmark<ArchivedEdition>): MadePage {
  const page = `${mark.folder}index.html`;
  return made(blog, page, {
    ...surround(blog, page),
    ...headOf(blog, page, mark.editions),
    title: `${mark.name} – ${blog.site.title}`,
    description: `Notes by ${mark.name}.`,
    kicker: "Author",
    heading: mark.name,
    intro: "",
    jumps: [],
    groups: byYear(mark.editions, page, true),
  });
}

/** The years and the newest of them; the others have pages of their own. */
function archivePage(blog: Blog): MadePage {
  const page = "archive/index.html";
  const years = yearsOf(blog.shelf);
  const [newest] = years;
  return made(blog, page, {
    ...surround(blog, page, { here: "archive" }),
    ...headOf(blog, page, []),
    title: `Archive – ${blog.site.title}`,
    description: "All notes by year.",
    kicker: "",
    heading: "Archive",
    intro: newest === undefined ? "Nothing has been published yet." : "",
    jumps: years.map((each) => jump(page, each)),
    groups: newest === undefined ? [] : byMonth(newest.editions, page),
  });
}

function yearPage(blog: Blog, mark: Shelfmark<ArchivedEdition>): MadePage {
  const page = `${mark.folder}index.html`;
  return made(blog, page, {
    ...surround(blog, page, { here: "archive" }),
    ...headOf(blog, page, mark.editions),
    title: `${mark.name} – ${blog.site.title}`,
    description: `Notes of ${mark.name}.`,
    kicker: "Archive",
    heading: mark.name,
    intro: "",
    jumps: [],
    groups: byMonth(mark.editions, page),
  });
}

function headOf(
  blog: Blog,
  page: string,
  editions: readonly ArchivedEdition[],
): Pick<ListPage, "canonical" | "image"> {
  return { canonical: addressOf(blog, page), image: imageOf(blog, editions.find(isShelved)) };
}

function jump(page: string, { name, folder, editions }: Shelfmark<ArchivedEdition>): Jump {
  const count = editions.length;
  const note = `${count} ${count === 1 ? "note" : "notes"}`;
  return { href: `${rootFrom(page)}${folder}`, text: name, note };
}

/** Under "May 2025", which is the day without its number. */
function byMonth(editions: readonly ArchivedEdition[], page: string): readonly Group[] {
  return grouped(editions, page, true, (each) => fullDay(each.published).replace(/^\d+ /, ""));
}

function byYear(
  editions: readonly ArchivedEdition[],
  page: string,
  report: boolean,
): readonly Group[] {
  return grouped(editions, page, report, ({ published }) => String(yearOf(published)));
}

function grouped(
  editions: readonly ArchivedEdition[],
  page: string,
  report: boolean,
  headingOf: (edition: ArchivedEdition) => string,
): readonly Group[] {
  const groups = new Map<string, Item[]>();
  for (const each of editions) {
    const items = groups.get(headingOf(each)) ?? [];
    items.push(itemOf(each, page, { report }));
    groups.set(headingOf(each), items);
  }
  return [...groups].map(([heading, items]) => ({ heading, items }));
}

function made(blog: Blog, page: string, list: ListPage): MadePage {
  const html = blog.layouts.list(list);
  const { title, description, heading, jumps, groups, site } = list;
  const items = groups.flatMap((each) => each.items);
  const texts = [
    title,
    description,
    heading,
    site.title,
    site.footer,
    ...jumps.flatMap((each) => [each.text, each.note]),
    ...groups.map((each) => each.heading),
    ...items.flatMap(itemTexts),
  ];
  return { path: page, html, problems: listParity(page, html, texts) };
}

/** What a note in a list says. */
export function itemTexts(item: Item): readonly string[] {
  return [item.title, item.standfirst, item.masthead, fullDay(item.published)];
}
