import path from "node:path";
// Not through the rooms' doors: an edition that stands is recognised before they are loaded.
import { cacheIn } from "../edition/cache.ts";
import type { Asked, Receipt } from "../edition/receipt.ts";
import { keepReceipt, standing, unchanged } from "../edition/receipt.ts";
import type { Edition } from "../model/index.ts";
import { findBrowser } from "../pages/browser/find.ts";
import { surroundings } from "../pages/browser/surroundings.ts";
import type { DataOptions } from "./options.ts";
import type { Chosen } from "./reports.ts";
import { project } from "./reports.ts";

/** Receipts of this many editions are kept. */
const MOST = 500;

/** Knows whether the edition of a report stands as it would be written again. */
export interface Receipts {
  /** The receipt of the edition, if nothing that it rests on has changed. */
  readonly of: (chosen: Chosen) => Receipt | null;
  readonly keep: (chosen: Chosen, edition: Edition, written: Lying) => void;
}

/** What an edition is about, where it lies, and the folder its data came from. */
export interface Lying {
  readonly subject: string | null;
  readonly home: string;
  readonly files: readonly string[];
  readonly dataFolder: string;
}

/** Looks around at once, so that a change made while a build is at work counts as one. */
export function receiptsFor(
  reports: readonly Chosen[],
  options: DataOptions,
  formats: readonly string[] | null,
  out: string,
): Receipts {
  const around = surroundings();
  const cache = cacheIn(path.join(around.cache, "receipts"), MOST);
  const paper = formats === null || formats.includes("pdf");
  const browser = paper ? findBrowser(around, options.browser) : null;
  const asked = (chosen: Chosen): Asked => ({
    project: project(),
    folder: path.resolve(chosen.folder),
    subject: chosen.subject,
    out,
    data: options.data,
    catalogue: options.catalogue,
    asOf: options.asOf,
    published: options.published,
    formats,
    browser: browser === null || "found" in browser ? null : browser.path,
  });
  const before = new Map(reports.map((each) => [each, standing(asked(each))] as const));
  return {
    of: (chosen) => {
      const found = before.get(chosen) ?? null;
      return found === null ? null : unchanged(asked(chosen), found, cache);
    },
    keep: (chosen, { inputs, warnings }, lying) => {
      const found = before.get(chosen) ?? null;
      if (found === null || found !== standing(asked(chosen))) return;
      keepReceipt(asked(chosen), { around: found, inputs, problems: warnings, ...lying }, cache);
    },
  };
}
