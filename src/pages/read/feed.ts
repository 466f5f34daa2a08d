import { Parser } from "htmlparser2";
import type { ReadMark } from "./html.ts";
import { readHtml } from "./html.ts";

/** A finished feed as a feed reader meets it. */
export interface ReadFeed {
  readonly title: string;
  readonly entries: readonly ReadEntry[];
}

export interface ReadEntry {
  readonly title: string;
  readonly summary: string;
  /** Text of the entry's content. */
  readonly text: string;
  readonly marks: readonly ReadMark[];
}

/** Elements of Atom and RSS that hold HTML, in either form the signs of which are written out. */
const HTML = new Set(["summary", "description", "content", "content:encoded"]);

/** Reads a feed back, Atom or RSS: XML first, then the page that an entry's content is. */
export function readFeed(xml: string): ReadFeed {
  const open: string[] = [];
  const entries: Map<string, string>[] = [];
  const head = new Map<string, string>();
  let words = "";
  let html = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "entry" || name === "item") entries.push(new Map());
        open.push(name);
        words = "";
        html = HTML.has(name) || attributes["type"] === "html" || open.includes("item");
      },
      ontext(data) {
        words += data;
      },
      onclosetag(name) {
        const inEntry = open.includes("entry") || open.includes("item");
        const into = inEntry ? entries.at(-1) : head;
        const body = name === "content" || name === "content:encoded";
        if (into?.has(name) === false) {
          into.set(name, html && !body ? readHtml(words).text : words);
        }
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { title: head.get("title") ?? "", entries: entries.map(entryOf) };
}

/** Reads a JSON Feed back. */
export function readJsonFeed(json: string): ReadFeed {
  const feed = fieldsOf(JSON.parse(json));
  const items = feed.get("items");
  const entries = (Array.isArray(items) ? items : []).map((each: unknown) => {
    const item = fieldsOf(each);
    return entryOf(
      new Map([
        ["title", textOf(item.get("title"))],
        ["summary", textOf(item.get("summary"))],
        ["content", textOf(item.get("content_html"))],
      ]),
    );
  });
  return { title: textOf(feed.get("title")), entries };
}

function entryOf(parts: ReadonlyMap<string, string>): ReadEntry {
  const content = parts.get("content:encoded") ?? parts.get("content") ?? "";
  const { text, marks } = readHtml(content);
  const summary = parts.get("summary") ?? parts.get("description") ?? "";
  return { title: parts.get("title") ?? "", summary, text, marks };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
