import type { QuoteFault } from "../quotes.ts";
import { quoteFault } from "../quotes.ts";

/** A row as text. */
export interface Cut {
  /** Trimmed, without their quotes. */
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly next: number;
  /** Lines the row takes. */
  readonly lines: number;
}

const QUOTE = 34;
const NEWLINE = 10;
const LONGEST = 1_000_000;

/** The row that begins at the place; what is wrong with its quotes; or that it has no end. */
export function cutRow(
  bytes: Uint8Array,
  from: number,
  delimiter: string,
): Cut | QuoteFault | "too long" {
  let inside = false;
  let lines = 1;
  let quotes = 0;
  let at = from;
  const most = Math.min(bytes.length, from + LONGEST);
  for (; at < most; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      inside = !inside;
      quotes += 1;
    } else if (byte === NEWLINE) {
      if (!inside) break;
      lines += 1;
    }
  }
  const text = new TextDecoder()
    .decode(bytes.subarray(from, at))
    .replaceAll("\r\n", "\n")
    .replace(/\r$/, "");
  const fault = quotes === 0 ? null : quoteFault(text, delimiter);
  if (fault !== null) return fault;
  if (at === most && most < bytes.length) return "too long";
  const cells = quotes === 0 ? text.split(delimiter) : quoted(text, delimiter);
  return { cells: cells.map((each) => each.trim()), next: at + 1, lines };
}

/** The cells of a row whose quotes are in order. */
function quoted(text: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"' && inside && text.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"') inside = !inside;
    else if (sign === delimiter && !inside) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell];
}
