import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { FORM } from "../archive/index.ts";
import { shown } from "../edition/index.ts";
import type { Article, Decoded, Edition, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Artefacts } from "../pages/index.ts";
import { plain, safeName, writeEdition } from "../pages/index.ts";
import { FOLDERS, OWN_NAMES } from "./addresses.ts";
import type { Site } from "./settings.ts";
import type { Fresh } from "./shelf.ts";
import { hashOf } from "./shelf.ts";

/** The article as it is kept: without links to others, which the blog makes anew as its archive grows. */
function keptText(article: Article): string {
  return `${JSON.stringify(keptArticle(article))}\n`;
}

function keptArticle(article: Article): Article {
  return { ...article, related: [] };
}

/**
 * Has this edition been published already? An edition is the same when its article is, word for
 * word and line for line; one that differs cannot take its place.
 */
export function standing(archive: string, { article }: Edition): Decoded<boolean> {
  const { report, published } = article;
  if (!safeName(report) || OWN_NAMES.some((each) => each === report)) {
    const text = `a report of the name "${report}" cannot stand in the blog, which has pages of its own there`;
    return refuse(problem("report-name", null, text, "rename the report's folder"));
  }
  const folder = path.join(archive, report, published);
  if (!existsSync(folder)) return { ok: true, value: false, problems: [] };
  const file = path.join(folder, "article.json");
  if (!existsSync(file)) {
    const text = `an edition of ${published} stands elsewhere, as ${shown(folder)} says`;
    return refuse(problem("published", { file: shown(folder) }, text, LATER));
  }
  if (readFileSync(file, "utf8") === keptText(article)) {
    return { ok: true, value: true, problems: [] };
  }
  const text = `another edition was published on ${published}, and what was published stays as it is`;
  return refuse(problem("published", { file: shown(folder) }, text, LATER));
}

const LATER =
  "publish this one under a later day with --published; its page then leads on from the first one";

/** The edition as it goes into the archive, its list of files and hashes with it. */
export function freshOf(edition: Edition, artefacts: Artefacts, site: Site): Fresh {
  const { article } = edition;
  const { report, published, asOf } = article;
  const content = new Map<string, string | Uint8Array>([
    ...artefacts,
    ["article.json", keptText(article)],
  ]);
  const files = new Map([...content].map(([name, each]) => [name, hashOf(each)] as const));
  const title = plain(article.headline);
  const href = new URL(FOLDERS.edition(report, published), site.address).href;
  const { author } = article.byline;
  const about = { report, title, author, asOf, published, href };
  const inputs = Object.fromEntries(sorted(edition.inputs));
  const text = { ...about, form: FORM, files: Object.fromEntries(sorted(files)), inputs };
  content.set("edition.json", `${JSON.stringify(text, null, 2)}\n`);
  return { edition: { ...about, files }, article: keptArticle(article), content };
}

/** Keeps it for good: whole, or not at all. */
export function keep(archive: string, { edition, content }: Fresh): readonly Problem[] {
  return writeEdition(archive, [edition.report, edition.published], content);
}

function sorted(pairs: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function refuse(found: Problem): Decoded<never> {
  return { ok: false, problems: [found] };
}
