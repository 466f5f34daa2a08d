import type { Day, Problem, Related } from "../model/index.ts";
import { readArchive } from "./editions.ts";

export interface Wanted {
  readonly author: string;
  /** Only editions published before this day: a rebuilt old edition points to none later than itself. */
  readonly before: Day;
  /** Editions left out, by their addresses. */
  readonly exclude: readonly string[];
}

export interface RelatedEditions {
  readonly related: readonly Related[];
  /** Warnings: a broken file costs its own line and nothing else. */
  readonly problems: readonly Problem[];
}

/** The author's editions in an archive, newest first, on the same day by title. */
export function relatedEditions(root: string, wanted: Wanted): RelatedEditions {
  const { editions, problems } = readArchive(root);
  const related = editions
    .filter((each) => each.author === wanted.author && each.published < wanted.before)
    .filter((each) => !wanted.exclude.includes(each.href))
    .map(({ title, published, href }) => ({ title, published, href }));
  return { related, problems };
}
