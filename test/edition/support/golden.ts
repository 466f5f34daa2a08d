import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Materials } from "../../../src/edition/index.ts";
import { artefactsOf, lookOf } from "../../../src/edition/index.ts";
import type { Edition } from "../../../src/model/index.ts";
import type { Press } from "../../../src/pages/index.ts";
import { readPdf } from "../../../src/pages/index.ts";
import { editionOf, realMaterials, ROOT, sampleMaterials } from "./make.ts";
import {
  articleText,
  factsText,
  fallenText,
  saidText,
  withheldText,
  withoutFonts,
} from "./tell.ts";

/** Text files of a golden edition, by their path inside its folder. */
type Files = ReadonlyMap<string, string>;

/** What `case.yaml` in the folder of a golden edition says. */
const caseSchema = z.strictObject({
  what: z.string(),
  report: z.string(),
  data: z.enum(["sample", "real"]),
  "as-of": z.string(),
  published: z.string().optional(),
  /** Page, drawings and the PDF's text too. Never of real data. */
  whole: z.boolean().default(false),
});

export interface Golden extends z.infer<typeof caseSchema> {
  readonly name: string;
}

export const GOLDEN = path.join(ROOT, "test", "golden");
const CASE = "case.yaml";

/** Every folder of test/golden is a golden edition: its case, and what comes out. */
export const goldens: readonly Golden[] = readdirSync(GOLDEN)
  .toSorted()
  .map((name) => {
    const read: unknown = parse(readFileSync(path.join(GOLDEN, name, CASE), "utf8"));
    return { name, ...caseSchema.parse(read) };
  });

/** The golden edition as it comes out now; `real` is the folder of the real data. */
export function makeGolden(golden: Golden, real: string | null, press: Press): Promise<Files> {
  if (golden.data === "sample") {
    const materials = sampleMaterials(golden.report);
    return golden.whole ? wholeSample(materials, golden, press) : textOfSample(materials, golden);
  }
  if (real === null) throw new Error(`${golden.name} needs the real data`);
  return realText(realMaterials(real, golden.report), golden);
}

async function wholeSample(materials: Materials, golden: Golden, press: Press): Promise<Files> {
  const edition = await editionOf(materials, golden["as-of"], golden.published);
  const made = await artefactsOf(materials, edition, lookOf(materials), press);
  if (!made.ok) throw new Error(made.problems.map((each) => each.message).join("\n"));
  const files = new Map([...texts(edition), ["facts.txt", factsText(edition, true)]]);
  for (const [name, content] of made.value) {
    if (name === "ledger.json") continue;
    if (typeof content === "string") files.set(name, withoutFonts(content));
    else files.set(`${name}.txt`, await pdfText(content));
  }
  return files;
}

async function textOfSample(materials: Materials, golden: Golden): Promise<Files> {
  const { article, said } = await editionOf(materials, golden["as-of"], golden.published);
  return new Map([
    ["article.md", articleText(article)],
    ["said.txt", saidText(said)],
  ]);
}

/** No rows, no working that quotes them, no tables, no pictures. */
async function realText(materials: Materials, golden: Golden): Promise<Files> {
  const edition = await editionOf(materials, golden["as-of"], golden.published);
  const hashes = [...materials.library.files].map(([name, { hash }]) => `${name} ${hash}\n`);
  return new Map([
    ...texts(edition),
    ["facts.txt", factsText(edition, false)],
    ["inputs.txt", hashes.toSorted().join("")],
  ]);
}

function texts(edition: Edition): readonly (readonly [string, string])[] {
  return [
    ["article.md", articleText(edition.article)],
    ["said.txt", saidText(edition.said)],
    ["withheld.txt", withheldText(edition)],
    ["fallen.txt", fallenText(edition)],
  ];
}

/** What a reader, a screen reader and a catalogue find in the PDF; not how this browser drew it. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const { pages, alternatives, roles, outline, info } = await readPdf(bytes);
  const kept = ["Title", "Author", "Subject", "Keywords", "Language", "Creator", "CreationDate"];
  const words = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  const parts = [
    kept.map((key) => `${key}: ${info[key] ?? ""}`).join("\n"),
    `Tags: ${[...roles].toSorted().join(", ")}`,
    `Outline:\n${outline.map((each) => `  ${each}`).join("\n")}`,
    `Alternatives:\n${alternatives.map((each) => `  ${each}`).join("\n")}`,
    ...pages.map((each) => `Page: ${each.furniture.join(" | ")}\n${words(each.text)}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

/**
 * Where the edition is not what is expected, file by file. What came out instead is left beside the
 * expected file as *.actual; nothing is expected only because it came out.
 */
export function differences(name: string, made: Files): readonly string[] {
  const folder = path.join(GOLDEN, name);
  const expected = expectedFiles(folder);
  const names = [...new Set([...expected, ...made.keys()])].toSorted();
  return names.flatMap((each) => {
    const file = path.join(folder, each);
    const actual = made.get(each);
    if (!expected.includes(each)) return told(file, "is new", actual);
    if (actual === undefined) return told(file, "is no longer made", actual);
    const wanted = readFileSync(file, "utf8");
    if (wanted !== actual) return told(file, firstDifference(wanted, actual), actual);
    rmSync(`${file}.actual`, { force: true });
    return [];
  });
}

function told(file: string, what: string, actual: string | undefined): readonly string[] {
  if (actual !== undefined && process.env["CI"] === undefined) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.actual`, actual);
  }
  return [`${path.relative(ROOT, file)} ${what}`];
}

function firstDifference(wanted: string, actual: string): string {
  let at = 0;
  while (wanted[at] === actual[at]) at += 1;
  const line = wanted.slice(0, at).split("\n").length;
  const around = (text: string): string =>
    JSON.stringify(text.slice(Math.max(at - 30, 0), at + 60));
  return `differs in line ${line}: ${around(wanted)} was expected, ${around(actual)} came`;
}

/** The expected files of an edition are what it is now. */
export function accept(name: string, made: Files): void {
  const folder = path.join(GOLDEN, name);
  for (const each of expectedFiles(folder)) rmSync(path.join(folder, each));
  for (const [each, text] of made) {
    const file = path.join(folder, each);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function expectedFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name !== CASE && !each.name.endsWith(".actual"))
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)));
}
