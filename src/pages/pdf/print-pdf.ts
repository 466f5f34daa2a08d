import type { Page, PDFOptions } from "puppeteer-core";
import type { Edition } from "../../model/index.ts";
import type { Press } from "../browser/index.ts";
import type { Look } from "../look.ts";
import { folded } from "../parity/compare.ts";
import { plain } from "../plain.ts";
import type { Setting } from "../print.ts";
import { printPage, SETTING } from "../print.ts";
import type { ReadPdf } from "../read/pdf.ts";
import { readPdf } from "../read/pdf.ts";
import { readSheets } from "../read/sheets.ts";
import { finishPdf } from "./finish.ts";
import { GOOD, NEIGHBOURS, waste } from "./fit.ts";

export interface Printed {
  readonly bytes: Uint8Array;
  /** The same file, read back. */
  readonly read: ReadPdf;
}

const SHEETS: PDFOptions = { preferCSSPageSize: true, printBackground: true };

/**
 * Prints an edition. Where the house's setting leaves a hole or a last page with little on it, its
 * neighbours are tried in a fixed order and the best filled one is kept.
 */
export async function printPdf(edition: Edition, look: Look, press: Press): Promise<Printed> {
  const first = await printWith(edition, look, press, SETTING);
  let least = waste(first.read.pages);
  let best: Setting = SETTING;
  for (const setting of NEIGHBOURS) {
    if (least <= GOOD) break;
    const html = printPage(edition, look, setting);
    const draft = await press.borrow((page) =>
      toPdf(page, html, { tagged: false, outline: false }),
    );
    const spent = waste(await readSheets(draft));
    if (spent < least) {
      least = spent;
      best = setting;
    }
  }
  return best === SETTING ? first : printWith(edition, look, press, best);
}

async function printWith(
  edition: Edition,
  look: Look,
  press: Press,
  setting: Setting,
): Promise<Printed> {
  const html = printPage(edition, look, setting);
  const raw = await press.borrow((page) => toPdf(page, html, { tagged: true, outline: true }));
  const bytes = finishPdf(raw, edition.article);
  const read = await readPdf(bytes);
  const text = folded(read.pages.map((each) => each.text).join(" "));
  if (!text.includes(folded(plain(edition.article.headline)))) {
    throw new Error("the browser printed pages without the article on them");
  }
  return { bytes, read };
}

/** The page is written into an empty document: it has no address, and so may reach no file. */
async function toPdf(page: Page, html: string, tags: PDFOptions): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: "load" });
  if (page.url() !== "about:blank") throw new Error(`the page went to ${page.url()}`);
  return page.pdf({ ...SHEETS, ...tags });
}
