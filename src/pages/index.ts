export type { Artefacts, ArtefactSettings } from "./artefacts.ts";
export { makeArtefacts } from "./artefacts.ts";
export type { Fonts } from "./faces.ts";
export { readFonts } from "./faces.ts";
export type { FoundBrowser, NoBrowser, PressSettings, Surroundings } from "./browser/index.ts";
export { findBrowser, openPress, Press, surroundings } from "./browser/index.ts";
export { fullDay } from "./calendar.ts";
export { chartFile } from "./drawing.ts";
export type { FactsItem, FactsLayout, FactsPage, FactsProof } from "./facts/index.ts";
export { factsPage } from "./facts/index.ts";
export { htmlPage, sceneOf } from "./html.ts";
export { screenFigure } from "./chart.ts";
export { escapeHtml } from "./escape.ts";
export { ledgerText } from "./ledger.ts";
export type { Image } from "./layout.ts";
export type { Look } from "./look.ts";
export { readLook } from "./look.ts";
export type { Channel, Entry } from "./feeds/index.ts";
export { atomText, feedText, jsonText, rssText } from "./feeds/index.ts";
export type { Around, Neighbour } from "./parity/index.ts";
export {
  entriesParity,
  feedParity,
  listParity,
  htmlParity,
  pdfParity,
  svgParity,
  vouch,
} from "./parity/index.ts";
export type { Printed } from "./pdf/print-pdf.ts";
export { printPdf } from "./pdf/print-pdf.ts";
export { plain } from "./plain.ts";
export type { Setting } from "./print.ts";
export { printPage } from "./print.ts";
export type { ReadPage, ReadMark } from "./read/html.ts";
export { readHtml } from "./read/html.ts";
export { readFeed, readJsonFeed } from "./read/feed.ts";
export type { ReadPdf } from "./read/pdf.ts";
export { readSvg } from "./read/svg.ts";
export { readPdf } from "./read/pdf.ts";
export { sayings } from "./sayings.ts";
export { leadChart, readSiteLook, SITE_POLICY, sharePicture } from "./site/index.ts";
export type * from "./site/index.ts";
export type { Draft, SiteFile, SitePart } from "./write/site.ts";
export { draftSite } from "./write/site.ts";
export { safeName, writeEdition } from "./write/index.ts";
