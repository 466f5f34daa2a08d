/**
 * Takes the README's pictures of the sample edition: the page in a browser and the first two sheets
 * of the PDF. Usage: node scripts/make-pictures.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { artefactsOf, compose, lookOf, openReport, projectAround } from "../src/edition/index.ts";
import type { Artefacts, Press } from "../src/pages/index.ts";
import { openPress } from "../src/pages/index.ts";
import { AS_OF, PUBLISHED, ROOT } from "./docs/sample.ts";

const require = createRequire(import.meta.url);
const TARGET = path.join(ROOT, "docs", "pictures");
/** A picture of the README may not weigh more, in bytes. */
const HEAVIEST = 200_000;
const WIDTH = 1080;

/** Draws the sheets with the reader that also checks the PDF, inside the browser. */
const DRAW = `async (data) => {
  const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
  const file = await pdfjsLib.getDocument({ data: bytes }).promise;
  for (const number of [1, 2]) {
    const sheet = await file.getPage(number);
    const { width } = sheet.getViewport({ scale: 1 });
    const viewport = sheet.getViewport({ scale: (${WIDTH} - 60) / 2 / width });
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: viewport.width, height: viewport.height });
    document.body.append(canvas);
    await sheet.render({ canvas, viewport }).promise;
  }
  return document.body.scrollHeight;
}`;

const opened = openPress();
if ("found" in opened) throw new Error(opened.reason);
try {
  const artefacts = await sampleEdition(opened);
  save("sample-html.png", await ofPage(opened, text(artefacts, "index.html")));
  save("sample-pdf.png", await ofSheets(opened, bytes(artefacts, "article.pdf")));
} finally {
  await opened.close();
}

async function sampleEdition(press: Press): Promise<Artefacts> {
  const choice = { asOf: AS_OF, published: PUBLISHED, data: null, catalogue: null };
  const report = path.join(ROOT, "reports", "small-caps");
  const found = openReport(projectAround(ROOT), report, choice);
  if (!found.ok) throw new Error(found.problems.map((each) => each.message).join("\n"));
  const { materials, occasion } = found.value;
  const composed = await compose(materials, occasion);
  if (!composed.ok) throw new Error(composed.problems.map((each) => each.message).join("\n"));
  const made = await artefactsOf(materials, composed.value, lookOf(materials), press);
  if (!made.ok) throw new Error(made.problems.map((each) => each.message).join("\n"));
  return made.value;
}

/** The top of the page as a reader at a desk sees it. */
function ofPage(press: Press, html: string): Promise<Uint8Array> {
  return press.borrow(async (page) => {
    await page.setViewport({ width: WIDTH, height: 1000 });
    await page.setContent(html, { waitUntil: "load" });
    return page.screenshot({ type: "png" });
  });
}

function ofSheets(press: Press, pdf: Uint8Array): Promise<Uint8Array> {
  return press.borrow(async (page) => {
    await page.setJavaScriptEnabled(true);
    await page.setViewport({ width: WIDTH, height: 700 });
    await page.setContent(
      `<style>body{margin:0;padding:20px;display:flex;gap:20px;background:#d5dade}canvas{display:block}</style>`,
    );
    for (const part of ["pdf.worker.min.mjs", "pdf.min.mjs"]) {
      const content = readFileSync(require.resolve(`pdfjs-dist/build/${part}`), "utf8");
      await page.addScriptTag({ content, type: "module" });
    }
    await page.waitForFunction("globalThis.pdfjsLib && globalThis.pdfjsWorker");
    const data = JSON.stringify(Buffer.from(pdf).toString("base64"));
    const height = Number(await page.evaluate(`(${DRAW})(${data})`));
    return page.screenshot({ type: "png", clip: { x: 0, y: 0, width: WIDTH, height } });
  });
}

function text(artefacts: Artefacts, name: string): string {
  return new TextDecoder().decode(bytes(artefacts, name));
}

function bytes(artefacts: Artefacts, name: string): Uint8Array {
  const found = artefacts.get(name);
  if (found === undefined) throw new Error(`the edition has no ${name}`);
  return typeof found === "string" ? new TextEncoder().encode(found) : found;
}

function save(name: string, picture: Uint8Array): void {
  if (picture.length > HEAVIEST) {
    process.stderr.write(`${name} weighs ${picture.length} bytes, over ${HEAVIEST}\n`);
    process.exitCode = 1;
  }
  writeFileSync(path.join(TARGET, name), picture);
  process.stdout.write(`docs/pictures/${name}: ${picture.length} bytes\n`);
}
