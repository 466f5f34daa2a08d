/** One `{{…}}` in the text, found without a parser so that a broken one can be pointed at. */
export interface Tag {
  readonly start: number;
  readonly end: number;
  readonly kind: "open" | "close" | "else" | "comment" | "other";
  /** The helper's name; empty for comments. */
  readonly name: string;
  /** False where the closing braces are missing. */
  readonly closed: boolean;
}

/** All tags in order. Quotes are respected; a comment ends where Handlebars ends it. */
export function scanTags(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  let from = text.indexOf("{{");
  while (from !== -1) {
    const tag = readTag(text, from);
    tags.push(tag);
    from = text.indexOf("{{", tag.end);
  }
  return tags;
}

function readTag(text: string, start: number): Tag {
  const comment = /^\{\{~?!/.test(text.slice(start, start + 4));
  if (comment) {
    const long = /^\{\{~?!--/.test(text.slice(start, start + 6));
    const mark = long ? "--" : "}}";
    const at = text.indexOf(mark, start + (long ? 5 : 3));
    const end = at === -1 ? -1 : text.indexOf("}}", at);
    return tag(text, start, end === -1 ? text.length : end + 2, "comment", end !== -1);
  }
  const end = endOfTag(text, start);
  const closed = end.closed;
  const inside = text.slice(start, end.at).replace(/^\{+~?/, "");
  const triple = text.startsWith("{{{", start) && text.startsWith("}", end.at);
  return tag(text, start, end.at + (triple ? 1 : 0), kindOf(inside), closed);
}

function kindOf(inside: string): Tag["kind"] {
  if (/^\s*else\b/.test(inside) || /^\^\s*\}/.test(inside)) return "else";
  if (/^[#^]/.test(inside)) return "open";
  return inside.startsWith("/") ? "close" : "other";
}

function tag(text: string, start: number, end: number, kind: Tag["kind"], closed: boolean): Tag {
  const match = /^\{+~?[#/^&>*!]*\s*([\p{L}\p{N}_.\-@]+)/u.exec(text.slice(start, end));
  return { start, end, kind, name: kind === "comment" ? "" : (match?.[1] ?? ""), closed };
}

interface End {
  readonly at: number;
  readonly closed: boolean;
}

/** Up to the closing braces; a tag that never closes ends before the next one or at its line's end. */
function endOfTag(text: string, start: number): End {
  let quote = "";
  for (let at = start + 2; at < text.length; at++) {
    const char = text[at] ?? "";
    if (quote !== "") {
      if (char === quote) quote = "";
      if (char === "\n") break;
    } else if (char === '"' || char === "'") quote = char;
    else if (text.startsWith("}}", at)) return { at: at + 2, closed: true };
    else if (text.startsWith("{{", at) && at > start + 2) break;
  }
  const line = text.indexOf("\n", start);
  const plain = text.indexOf("}}", start + 2);
  if (quote !== "" && plain !== -1 && (line === -1 || plain < line)) {
    return { at: plain + 2, closed: true };
  }
  return { at: line === -1 ? text.length : line, closed: false };
}

/** Stands for one character of a tag in text whose tags are blanked out. */
export const FILL = "\uFFFC";

/** The text with every tag blanked out, character for character: what is left is prose. */
export function proseOf(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of scanTags(text)) {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\n]/g, FILL));
    from = end;
  }
  return pieces.join("") + text.slice(from);
}
