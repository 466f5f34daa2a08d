export interface QuoteFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

const HINT = 'write a quote inside a cell twice ("") and put the whole cell in quotes';

/** The first quote that opens, closes or stands where it may not. */
export function quoteFault(text: string, delimiter: string): QuoteFault | null {
  let line = 1;
  let lineStart = 0;
  let fresh = true;
  let opened: { readonly line: number; readonly column: number } | null = null;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    const place = { line, column: at - lineStart + 1 };
    if (sign === "\n") {
      line += 1;
      lineStart = at + 1;
      if (opened === null) fresh = true;
    } else if (opened !== null) {
      if (sign !== '"') continue;
      if (text[at + 1] === '"') {
        at += 1;
        continue;
      }
      const next = /^ *(.)?/s.exec(text.slice(at + 1, at + 200))?.[1];
      if (next !== undefined && next !== delimiter && next !== "\n") {
        return { ...place, message: `after the closing quote stands "${next}"`, hint: HINT };
      }
      opened = null;
      fresh = false;
    } else if (sign === '"') {
      if (!fresh)
        return { ...place, message: "a quote stands in the middle of a cell", hint: HINT };
      opened = place;
    } else if (sign === delimiter) fresh = true;
    else if (sign !== " ") fresh = false;
  }
  if (opened === null) return null;
  return { ...opened, message: "a quote opens here and is never closed", hint: "close it" };
}
