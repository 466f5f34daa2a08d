import { Parser } from "htmlparser2";
import type { ReadMark } from "./html.ts";
import { readHtml } from "./html.ts";

/** A finished feed as a feed reader meets its newest entry. */
export interface ReadFeed {
  /** Titles and summary of feed and entry, in order. */
  readonly head: readonly string[];
  /** Text of the entry's content. */
  readonly text: string;
  readonly marks: readonly ReadMark[];
}

/** Reads an Atom feed back: XML first, then the page that its content is. */
export function readFeed(xml: string): ReadFeed {
  const head: string[] = [];
  const open: string[] = [];
  let content = "";
  let words = "";
  const parser = new Parser(
    {
      onopentag(name) {
        open.push(name);
        words = "";
      },
      ontext(data) {
        if (open.at(-1) === "content") content += data;
        else words += data;
      },
      onclosetag(name) {
        if (name === "title" || name === "summary") head.push(words);
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  const { text, marks } = readHtml(content);
  return { head, text, marks };
}
