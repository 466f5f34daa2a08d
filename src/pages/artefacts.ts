import type { Article, Decoded, Edition, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Press } from "./browser/index.ts";
import { chartFile } from "./drawing.ts";
import { feedText } from "./feeds/index.ts";
import { htmlPage } from "./html.ts";
import { ledgerText } from "./ledger.ts";
import type { Look } from "./look.ts";
import { feedParity, htmlParity, pdfParity, svgParity, vouch } from "./parity/index.ts";
import { printPdf } from "./pdf/print-pdf.ts";
import { checkCharacters } from "./wording.ts";

export interface ArtefactSettings {
  /** Prints the PDF; null: no PDF is wanted, or none can be had. */
  readonly press: Press | null;
  /** Is a feed wanted? Left out: no. */
  readonly feed?: boolean;
  /** Names that hold a figure, "Russell 2000": not facts, and said as they are. */
  readonly names: readonly string[];
  /** Programs that made the edition, for the ledger. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Files of an edition by their path inside its folder. */
export type Artefacts = ReadonlyMap<string, string | Uint8Array>;

/**
 * Everything an edition is written as, held against the article when it is finished. What does not
 * say the same is a problem, and then there is nothing to write.
 */
export async function makeArtefacts(
  edition: Edition,
  look: Look,
  settings: ArtefactSettings,
): Promise<Decoded<Artefacts>> {
  const { article } = edition;
  const early = [...vouch(edition, settings.names), ...checkCharacters(edition, look.fonts)];
  if (early.length > 0) return { ok: false, problems: early };
  const problems: Problem[] = [];
  const made = new Map<string, string | Uint8Array>();
  const html = htmlPage(edition, look);
  made.set("index.html", html);
  problems.push(...htmlParity(article, html));
  for (const chart of article.charts) {
    const svg = chartFile(chart, look);
    made.set(`charts/${chart.id}.svg`, svg);
    problems.push(...svgParity(chart, svg));
  }
  if (settings.feed === true) problems.push(...withFeed(article, made));
  if (settings.press !== null && problems.length === 0) {
    const { bytes, read } = await printPdf(edition, look, settings.press);
    made.set("article.pdf", bytes);
    problems.push(...pdfParity(article, read));
  }
  made.set("ledger.json", ledgerText(edition, settings.versions));
  return problems.length === 0 ? { ok: true, value: made, problems } : { ok: false, problems };
}

function withFeed(article: Article, made: Map<string, string | Uint8Array>): readonly Problem[] {
  if (article.canonical === null) {
    const text = "a feed is wanted, and the report names no address under which its editions stand";
    const hint = "add canonical: https://… to report.yaml, or take feed out of the formats";
    return [problem("feed-address", null, text, hint)];
  }
  const feed = feedText(article);
  made.set("feed.xml", feed);
  return feedParity(article, feed);
}
