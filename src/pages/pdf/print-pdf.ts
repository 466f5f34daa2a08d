import type { Page, PDFOptions } from "puppeteer-core";
import type { Edition } from "../../model/index.ts";
import type { Press } from "../browser/index.ts";
import type { Look } from "../look.ts";
import { folded } from "../parity/compare.ts";
import { plain } from "../plain.ts";
import type { Setting } from "../print.ts";
import { printPage, SETTING } from "../print.ts";
import type { ReadPdf } from "../read/pdf.ts";
import { readyToRead } from "../read/open.ts";
import { readPdf } from "../read/pdf.ts";
import { readSheets } from "../read/sheets.ts";
import { finishPdf } from "./finish.ts";
import { GOOD, NEIGHBOURS, waste } from "./fit.ts";

export interface Printed {
  readonly bytes: Uint8Array;
  /** The same file, read back. */
  readonly read: ReadPdf;
}

const SHEETS: PDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
};

/**
 * Prints an edition. Where the house's setting leaves a hole or a last page with little on it, its
 * neighbours are tried in a fixed order and the best filled one is kept.
 */
export async function printPdf(edition: Edition, look: Look, press: Press): Promise<Printed> {
  const print = (setting: Setting): Promise<Uint8Array> => {
    const html = printPage(edition, look, setting);
    return press.borrow((page) => toPdf(page, html));
  };
  const first = await finished(await print(SETTING), edition);
  let least = waste(first.read.pages);
  let best: Uint8Array | null = null;
  if (least <= GOOD) return first;
  for await (const raw of ahead(NEIGHBOURS, print)) {
    const spent = waste(await readSheets(raw));
    if (spent < least) {
      least = spent;
      best = raw;
    }
    if (least <= GOOD) break;
  }
  return best === null ? first : finished(best, edition);
}

/** So many are printed while an earlier one is read: the browser works beside us. */
const AHEAD = 2;

/** What is made of each, in order, the next ones being made already. None is under way at the end. */
async function* ahead<T, U>(
  each: readonly T[],
  make: (one: T) => Promise<U>,
): AsyncGenerator<U, void, void> {
  const making: Promise<U>[] = [];
  try {
    for (let at = 0; at < each.length; at++) {
      for (const one of each.slice(making.length, at + 1 + AHEAD)) making.push(make(one));
      const made = making[at];
      if (made !== undefined) yield await made;
    }
  } finally {
    await Promise.allSettled(making);
  }
}

async function finished(raw: Uint8Array, { article }: Edition): Promise<Printed> {
  const bytes = finishPdf(raw, article);
  const read = await readPdf(bytes);
  const text = folded(read.pages.map((each) => each.text).join(" "));
  if (!text.includes(folded(plain(article.headline)))) {
    throw new Error("the browser printed pages without the article on them");
  }
  return { bytes, read };
}

/** The page is written into an empty document: it has no address, and so may reach no file. */
async function toPdf(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: "load" });
  if (page.url() !== "about:blank") throw new Error(`the page went to ${page.url()}`);
  const [bytes] = await Promise.all([page.pdf(SHEETS), readyToRead()]);
  return bytes;
}
