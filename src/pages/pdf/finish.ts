import type { Article, Day } from "../../model/index.ts";
import { scrub } from "../escape.ts";
import { plain } from "../plain.ts";
import type { PdfFile, PdfObject } from "./object.ts";
import { parsePdf, revise, streamObject, streamOf } from "./object.ts";

/**
 * Gives the browser's PDF what the browser leaves out: author, subject, keywords, days that follow
 * from the edition and not from the clock, and letters that can be searched for.
 */
export function finishPdf(printed: Uint8Array, article: Article): Buffer {
  const file = parsePdf(stopClock(printed, article.published));
  return revise(file, [
    infoObject(file, article),
    ...searchableLetters(file),
    ...singleTitles(file),
  ]);
}

/** The two days of the first revision, overwritten in place so that no offset moves. */
function stopClock(printed: Uint8Array, published: Day): Buffer {
  const bytes = Buffer.from(printed);
  const stamp = Buffer.from(pdfDay(published), "latin1");
  for (const name of ["/CreationDate (", "/ModDate ("]) {
    const at = bytes.indexOf(name);
    if (at >= 0) stamp.copy(bytes, at + name.length);
  }
  return bytes;
}

/** "D:20250527000000+00'00'", as long as the browser's own. */
function pdfDay(day: Day): string {
  return `D:${day.replaceAll("-", "")}000000+00'00'`;
}

function infoObject(file: PdfFile, article: Article): PdfObject {
  const { author } = article.byline;
  const entries: readonly (readonly [string, string])[] = [
    ["Title", plain(article.headline)],
    ["Author", author],
    ["Subject", plain(article.standfirst)],
    ["Keywords", article.keywords.join(", ")],
    ["Creator", `Notewright, ${article.masthead}`],
  ];
  const lines = entries.map(([name, text]) => `/${name} ${pdfText(text)}`);
  const day = pdfDay(article.published);
  const body = `<<${lines.join("\n")}\n/Producer (Skia/PDF)\n/CreationDate (${day})\n/ModDate (${day})>>\n`;
  return { number: file.info, body: Buffer.from(body, "latin1") };
}

/** A text string in UTF-16 with its mark, in hexadecimal: nothing in it needs escaping. */
function pdfText(text: string): string {
  const units = scrub(text).split("");
  const codes = units.map((each) => each.charCodeAt(0).toString(16).padStart(4, "0"));
  return `<feff${codes.join("")}>`;
}

/**
 * A font may have one shape for two characters; the browser then names the rarer one, and whoever
 * searches or copies "November’s" gets another sign for the apostrophe.
 */
const SAME_SHAPE: readonly (readonly [string, string])[] = [
  ["02BC", "2019"],
  ["00AD", "002D"],
  ["2010", "002D"],
  ["2215", "2044"],
  ["00A0", "0020"],
];

function searchableLetters(file: PdfFile): readonly PdfObject[] {
  return file.objects.flatMap((each) => {
    const map = each.body.includes("/FlateDecode") ? streamOf(each)?.toString("latin1") : undefined;
    if (map === undefined || !map.includes("begincmap")) return [];
    const mended = SAME_SHAPE.reduce(
      (text, [rare, common]) =>
        text.replaceAll(new RegExp(`^(<[0-9A-F]{4}>) <${rare}>$`, "gim"), `$1 <${common}>`),
      map,
    );
    return mended === map ? [] : [streamObject(each.number, Buffer.from(mended, "latin1"))];
  });
}

/** A heading that moved to the next page stands twice in a row in the browser's outline. */
function singleTitles(file: PdfFile): readonly PdfObject[] {
  return file.objects.flatMap(({ number, body }) => {
    const text = body.toString("latin1");
    if (!text.startsWith("<</Title ") || !text.includes("/Parent ")) return [];
    const mended = text.replace(/^(<<\/Title (?:\(|<feff))(.+?)\2(?=[)>])/i, "$1$2");
    return mended === text ? [] : [{ number, body: Buffer.from(mended, "latin1") }];
  });
}
