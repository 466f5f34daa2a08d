import { openPdf } from "./open.ts";
import type { Sheet } from "./sheets.ts";

/** A finished PDF as a reader meets it: by its tags, in the order a screen reader takes. */
export interface ReadPdf {
  readonly pages: readonly ReadSheet[];
  /** Text alternatives of the pictures, in reading order. */
  readonly alternatives: readonly string[];
  /** Kinds of structure in use: "H1", "Figure", "L". */
  readonly roles: ReadonlySet<string>;
  readonly outline: readonly string[];
  readonly info: Readonly<Record<string, string>>;
}

export interface ReadSheet extends Sheet {
  readonly text: string;
  /** What stands outside the tags: running head, foot, page number. */
  readonly furniture: readonly string[];
  readonly width: number;
}

interface Piece {
  readonly text: string;
  readonly y: number | null;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return openPdf(bytes, async (document) => {
    const sheets: ReadSheet[] = [];
    const alternatives: string[] = [];
    const roles = new Set<string>();
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      const { tagged, loose } = gather(content.items);
      const text: string[] = [];
      const heights: number[] = [];
      walk(await page.getStructTree(), (node) => {
        const role = field(node, "role");
        const alternative = field(node, "alt");
        if (role !== "") roles.add(role);
        if (alternative !== "") alternatives.push(alternative);
        for (const piece of tagged.get(field(node, "id")) ?? []) {
          text.push(piece.text);
          if (piece.y !== null && piece.text.trim() !== "") heights.push(piece.y);
        }
        if (role !== "" && role !== "NonStruct" && role !== "Span") text.push(" ");
      });
      const { width, height } = page.getViewport({ scale: 1 });
      const lowest = Math.min(height, ...heights);
      sheets.push({ text: text.join(""), furniture: loose, width, height, lowest });
    }
    const outline = (await document.getOutline()) ?? [];
    const { info } = await document.getMetadata();
    return { pages: sheets, alternatives, roles, outline: titles(outline), info: strings(info) };
  });
}

/** Text by the mark it belongs to, and what belongs to none. */
function gather(items: readonly object[]): {
  readonly tagged: ReadonlyMap<string, readonly Piece[]>;
  readonly loose: readonly string[];
} {
  const tagged = new Map<string, Piece[]>();
  const loose: string[] = [];
  const open: string[] = [];
  for (const item of items) {
    const type = field(item, "type");
    if (type.startsWith("beginMarkedContent")) open.push(field(item, "id"));
    else if (type === "endMarkedContent") open.pop();
    else {
      const id = open.findLast((each) => each !== "");
      const eol = Reflect.get(item, "hasEOL") === true ? "\n" : "";
      const piece = { text: field(item, "str") + eol, y: heightOf(item) };
      if (id === undefined) {
        if (piece.text.trim() !== "") loose.push(piece.text.trim());
      } else tagged.set(id, [...(tagged.get(id) ?? []), piece]);
    }
  }
  return { tagged, loose };
}

function heightOf(item: object): number | null {
  const transform: unknown = Reflect.get(item, "transform");
  const y: unknown = Array.isArray(transform) ? transform[5] : null;
  return typeof y === "number" ? y : null;
}

function walk(node: unknown, visit: (node: object) => void): void {
  if (typeof node !== "object" || node === null) return;
  visit(node);
  const children: unknown = Reflect.get(node, "children");
  if (Array.isArray(children)) for (const each of children) walk(each, visit);
}

function titles(items: readonly unknown[]): readonly string[] {
  return items.flatMap((each) => {
    if (typeof each !== "object" || each === null) return [];
    const inner: unknown = Reflect.get(each, "items");
    return [field(each, "title"), ...titles(Array.isArray(inner) ? inner : [])];
  });
}

function strings(record: object): Readonly<Record<string, string>> {
  const pairs = Object.entries(record).filter(
    (each): each is [string, string] => typeof each[1] === "string",
  );
  return Object.fromEntries(pairs);
}

function field(item: object, name: string): string {
  const value: unknown = Reflect.get(item, name);
  return typeof value === "string" ? value : "";
}
