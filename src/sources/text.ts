import { Buffer } from "node:buffer";
import type { Decoded } from "../model/index.ts";
import { problem } from "../model/index.ts";

/** The file's text with line ends made equal, or the reason why it is none. */
export function decodeText(
  bytes: Uint8Array,
  encoding: "utf-8" | "latin-1",
  file: string,
): Decoded<string> {
  const refuse = (message: string, hint: string, line: number | null = null): Decoded<string> => ({
    ok: false,
    problems: [problem("data-text", { file, ...(line === null ? {} : { line }) }, message, hint)],
  });
  const what = magic(bytes);
  if (what !== null) return refuse(what.message, what.hint);
  const wide = wideEncoding(bytes);
  const label = wide ?? (encoding === "latin-1" ? "windows-1252" : "utf-8");
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    const offset = wrongByte(bytes);
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
    return refuse(
      `byte ${offset} (0x${byte}) is not ${wide === null ? "UTF-8" : "UTF-16"}`,
      "save the file as UTF-8, or declare encoding: latin-1",
      lineOf(bytes, offset),
    );
  }
  const zero = text.indexOf("\u0000");
  if (zero >= 0) {
    const line = text.slice(0, zero).split(/\r\n|\r|\n/).length;
    return refuse(
      `a NUL sign stands on line ${line}: the file is damaged, or UTF-16 without its mark`,
      "save the file as UTF-8",
      line,
    );
  }
  return {
    ok: true,
    value: text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text,
    problems: [],
  };
}

interface What {
  readonly message: string;
  readonly hint: string;
}

/** Files that are something else altogether. */
function magic(bytes: Uint8Array): What | null {
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) {
    return { message: "this is gzip, not text", hint: "let its name end in .gz" };
  }
  if (first === 0x50 && second === 0x4b) {
    return { message: "this is a spreadsheet or a zip archive, not text", hint: "save it as CSV" };
  }
  return null;
}

function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** Offset of the first byte that is not UTF-8. */
function wrongByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle + 1), {
        stream: true,
      });
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return startOfSign(bytes, low);
}

/** A sign cut short is noticed at the byte after it; the fault is where it began. */
function startOfSign(bytes: Uint8Array, noticed: number): number {
  const limit = Math.min(noticed, bytes.length - 1);
  for (let back = 1; back <= 3 && limit - back >= 0; back++) {
    const byte = bytes[limit - back] ?? 0;
    if (byte >= 0xc0) return limit - back;
    if (byte < 0x80) break;
  }
  return limit;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, offset)
    .toString("latin1")
    .split(/\r\n|\r|\n/).length;
}

/** Text that is plainly no table: a web page sent in place of the file, JSON. */
export function notTable(text: string): What | null {
  const start = text.trimStart().slice(0, 80).replaceAll("\n", " ");
  if (start.startsWith("<")) {
    return {
      message: `this is HTML, not a table: ${start}`,
      hint: "fetch the file again: a web page came in its place",
    };
  }
  if (/^[[{]/.test(start)) {
    return { message: `this is JSON, not a table: ${start}`, hint: "save the data as CSV" };
  }
  if (/^sep=/i.test(start)) {
    const mark = start.slice(4, 5);
    return {
      message: `the first line "sep=${mark}" is a spreadsheet's own note, not the header`,
      hint: `take the line out and declare delimiter: "${mark}"`,
    };
  }
  return null;
}
