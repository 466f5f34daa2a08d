import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { ArchivedEdition } from "../archive/index.ts";
import { newestFirst, readArchive } from "../archive/index.ts";
import { shown } from "../edition/index.ts";
import type { Article, Decoded, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { SiteFile } from "../pages/index.ts";

/** An edition the blog shows, kept in the archive or about to be. */
export interface Shelved extends ArchivedEdition {
  readonly files: ReadonlyMap<string, string>;
  /** Read when it is needed: all articles together would be large. */
  readonly article: () => Article;
  readonly file: (name: string) => SiteFile | null;
  /** What lists and relations need of the article. */
  readonly brief: Brief;
}

export interface Brief {
  readonly masthead: string;
  readonly standfirst: string;
  readonly tags: readonly string[];
  /** Names of the series it speaks of. */
  readonly instruments: readonly string[];
}

export interface Shelf {
  /** Newest first. */
  readonly editions: readonly Shelved[];
  /** Earlier pieces that stand on another site: links in lists, nothing more. */
  readonly elsewhere: readonly ArchivedEdition[];
}

/** An edition that is to be kept, with its files by their path. */
export interface Fresh {
  readonly edition: ArchivedEdition & { readonly files: ReadonlyMap<string, string> };
  readonly article: Article;
  readonly content: ReadonlyMap<string, string | Uint8Array>;
}

/** The archive and what is about to join it. In the archive nothing may be broken: its pages would be gone. */
export function readShelf(
  root: string,
  fresh: readonly Fresh[],
  briefOf: (article: Article) => Brief,
): Decoded<Shelf> {
  const archive = readArchive(root);
  const problems: Problem[] = archive.problems.map((each) => ({ ...each, severity: "error" }));
  const editions: Shelved[] = fresh.map(({ edition, article, content }) => ({
    ...edition,
    article: () => article,
    file: (name) => content.get(name) ?? null,
    brief: briefOf(article),
  }));
  const elsewhere: ArchivedEdition[] = [];
  for (const edition of archive.editions) {
    const { files } = edition;
    if (files === null) elsewhere.push(edition);
    else {
      const shelved = fromArchive(root, { ...edition, files }, briefOf);
      if (shelved.ok) editions.push(shelved.value);
      problems.push(...shelved.problems);
    }
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { editions: editions.toSorted(newestFirst), elsewhere }, problems };
}

function fromArchive(
  root: string,
  edition: ArchivedEdition & { readonly files: ReadonlyMap<string, string> },
  briefOf: (article: Article) => Brief,
): Decoded<Shelved> {
  const folder = path.join(root, edition.report, edition.published);
  const read = (): string => readFileSync(path.join(folder, "article.json"), "utf8");
  const file = (name: string): SiteFile | null => {
    const hash = edition.files.get(name);
    return hash === undefined ? null : { from: shown(path.join(folder, name)), hash };
  };
  const text = textOf(read);
  const wanted = edition.files.get("article.json");
  if (text === null || hashOf(text) !== wanted) return { ok: false, problems: [altered(folder)] };
  const value = { ...edition, article: () => parse(read()), file, brief: briefOf(parse(text)) };
  return { ok: true, value, problems: [] };
}

function textOf(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The hash vouches for the text: it is the one that was written when the edition was published. */
function parse(text: string): Article {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return JSON.parse(text) as Article;
}

export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function altered(folder: string): Problem {
  return problem(
    "archive-altered",
    { file: shown(path.join(folder, "article.json")) },
    "this is not the article that was published",
    "take it back as it was published, from version control or a copy",
  );
}
