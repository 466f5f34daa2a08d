import path from "node:path";
import type { ArchivedEdition } from "../archive/index.ts";
import type { Project } from "../edition/index.ts";
import { houseLook, templatePath } from "../edition/index.ts";
import type { Article, Decoded, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Look, SiteLook } from "../pages/index.ts";
import { draftSite, plain, readSiteLook } from "../pages/index.ts";
import { keep } from "./keep.ts";
import type { Site } from "./settings.ts";
import type { Brief, Fresh, Shelf } from "./shelf.ts";
import { readShelf } from "./shelf.ts";
import { siteParts } from "./site.ts";

/** How the blog looks: templates/pages for the articles, templates/site around them. */
export interface Looks {
  readonly look: Look;
  readonly layouts: SiteLook;
}

export function looksOf(project: Project): Decoded<Looks> {
  const look = houseLook(project);
  if (!look.ok) return look;
  const layouts = readSiteLook(templatePath(project, "site"), look.value);
  return { ok: true, value: { look: look.value, layouts }, problems: [] };
}

export interface Renewal {
  readonly archive: string;
  readonly to: string;
  readonly site: Site;
  readonly looks: Looks;
  /** Editions that are to be kept. */
  readonly fresh: readonly Fresh[];
}

export interface Renewed {
  readonly editions: number;
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The site of the archive and of what joins it. The site is written first, beside the old one; then
 * the editions are kept; then the site takes its place. What fails on the way leaves both as they were.
 */
export function renew({ archive, to, site, looks, fresh }: Renewal): Decoded<Renewed> {
  const read = readShelf(archive, fresh, briefOf);
  if (!read.ok) return read;
  const missing = read.value.elsewhere.filter((each) => isWithin(each, site));
  const dead = missing.map(deadLink);
  const elsewhere = read.value.elsewhere.filter((each) => !missing.includes(each));
  const shelf: Shelf = { ...read.value, elsewhere };
  const drafted = draftSite(to, siteParts({ site, shelf, ...looks }));
  if (!drafted.ok) return { ok: false, problems: [...dead, ...drafted.problems] };
  const draft = drafted.value;
  const kept: Problem[] = [];
  for (const each of fresh) if (kept.length === 0) kept.push(...keep(archive, each));
  if (kept.length > 0) {
    draft.drop();
    return { ok: false, problems: kept };
  }
  const settled = draft.settle();
  if (settled.length > 0) return { ok: false, problems: settled };
  const { changed, removed } = draft;
  const editions = shelf.editions.length;
  return { ok: true, value: { editions, changed, removed }, problems: dead };
}

function briefOf(article: Article): Brief {
  return {
    masthead: article.masthead,
    standfirst: plain(article.standfirst),
    tags: article.keywords,
    instruments: article.sources.map((each) => each.name),
  };
}

function isWithin({ href }: ArchivedEdition, { address }: Site): boolean {
  return new URL(href, address).href.startsWith(address);
}

/** An earlier piece that is said to stand on this very site, of which nothing is kept: it is not linked. */
function deadLink({ report, published, href }: ArchivedEdition): Problem {
  const file = path.join(report, published, "edition.json");
  const text = `nothing is kept under ${href}, which is an address of this site`;
  const hint = "publish that edition, or name the address at which it stands";
  return problem("archive-edition", { file }, text, hint, "warning");
}
