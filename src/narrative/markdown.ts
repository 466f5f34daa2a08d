import type { MarkedToken, Token } from "marked";
import { Marked } from "marked";
import type { Cell, Wrap } from "./cells.ts";
import { cellsOf } from "./cells.ts";

/** A block of the note before facts stand in it. */
export type Draft =
  | { readonly kind: "heading"; readonly cells: readonly Cell[] }
  | { readonly kind: "paragraph"; readonly cells: readonly Cell[]; readonly voice: boolean }
  | { readonly kind: "list"; readonly items: readonly (readonly Cell[])[] }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Cell[])[];
      readonly rows: readonly (readonly (readonly Cell[])[])[];
    };

/** The lines of text in a draft, in reading order. */
export function linesIn(draft: Draft): readonly (readonly Cell[])[] {
  switch (draft.kind) {
    case "heading":
    case "paragraph":
      return [draft.cells];
    case "list":
      return draft.items;
    case "table":
      return [...draft.head, ...draft.rows.flat()];
  }
}

const off = (): undefined => undefined;

/** Paragraphs, `##` headings, `-` lists, tables, emphasis and links; every other mark is plain text. */
const NARROW = new Marked({
  gfm: true,
  tokenizer: {
    autolink: off,
    blockquote: off,
    code: off,
    codespan: off,
    def: off,
    del: off,
    fences: off,
    hr: off,
    html: off,
    lheading: off,
    reflink: off,
    tag: off,
    url: off,
  },
});

/**
 * Reads Markdown whose facts are tokens, so that no figure and no name can make or break a mark.
 * Space before a line is taken away first: it would be code, and means nothing here.
 */
export function readMarkdown(text: string, voice: boolean): readonly Draft[] {
  const flush = text.replace(/^[ \t]+/gm, "");
  return NARROW.lexer(flush).flatMap((each) => draft(narrowed(each), voice));
}

/** Only Markdown's own tokens occur: there are no extensions. */
function narrowed(token: Token): MarkedToken {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Generic exists for extensions alone
  return token as MarkedToken;
}

function draft(token: MarkedToken, voice: boolean): readonly Draft[] {
  if (token.type === "space") return [];
  if (token.type === "heading") return [{ kind: "heading", cells: inline(token.tokens, []) }];
  if (token.type === "list") {
    return [{ kind: "list", items: token.items.map((each) => inline(each.tokens, [])) }];
  }
  if (token.type === "table") {
    const cells = (row: readonly { readonly tokens: Token[] }[]): readonly (readonly Cell[])[] =>
      row.map((each) => inline(each.tokens, []));
    return [{ kind: "table", head: cells(token.header), rows: token.rows.map(cells) }];
  }
  const known = token.type === "paragraph" || token.type === "text";
  const cells = known ? inline(token.tokens ?? [], []) : cellsOf(token.raw, []);
  return [{ kind: "paragraph", cells, voice }];
}

function inline(tokens: readonly Token[], wraps: readonly Wrap[]): readonly Cell[] {
  return tokens.flatMap((each) => leaf(narrowed(each), wraps));
}

function leaf(token: MarkedToken, wraps: readonly Wrap[]): readonly Cell[] {
  if (token.type === "em") return inline(token.tokens, [...wraps, { kind: "emphasis", href: "" }]);
  if (token.type === "strong")
    return inline(token.tokens, [...wraps, { kind: "strong", href: "" }]);
  if (token.type === "link") {
    const link: Wrap = { kind: "link", href: token.href };
    return inline(token.tokens, safe(token.href) ? [...wraps, link] : wraps);
  }
  if (token.type === "escape") return cellsOf(token.text, wraps);
  if (token.type === "br" || token.type === "space") return cellsOf(" ", wraps);
  if (token.type === "text" || token.type === "paragraph") {
    return token.tokens === undefined ? cellsOf(token.text, wraps) : inline(token.tokens, wraps);
  }
  return cellsOf(token.raw, wraps);
}

/** Addresses that a reader may be sent to. */
export function safe(href: string): boolean {
  return /^(https?:\/\/[^\s\p{Cc}]+|mailto:[^\s\p{Cc}]+@[^\s\p{Cc}]+)$/iu.test(href);
}
