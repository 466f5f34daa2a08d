import { Parser } from "htmlparser2";

/** A finished page as a reader or a screen reader meets it. */
export interface ReadPage {
  /** Title, descriptions and the like, in order. */
  readonly head: readonly string[];
  /** Text in reading order, the alternatives of pictures where the pictures stand. */
  readonly text: string;
  /** Every figure and day that is marked as one. */
  readonly marks: readonly ReadMark[];
}

export interface ReadMark {
  readonly fact: string | null;
  /** The machine's form: a number or a day. */
  readonly machine: string;
  readonly text: string;
}

const SILENT = new Set(["style", "script", "title", "desc", "metadata"]);
const HEAD_NAMES = new Set([
  "description",
  "og:title",
  "og:description",
  "twitter:title",
  "twitter:description",
]);

/** Reads a finished page back. It knows HTML, and nothing of how our pages are made. */
export function readHtml(html: string): ReadPage {
  const head: string[] = [];
  const text: string[] = [];
  const marks: { fact: string | null; machine: string; text: string[]; depth: number }[] = [];
  const open: string[] = [];
  const inside = (name: string): boolean => open.includes(name);
  let title = "";
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      if (name === "meta" && HEAD_NAMES.has(attributes["name"] ?? attributes["property"] ?? "")) {
        head.push(attributes["content"] ?? "");
      }
      if (name === "data" || name === "time") {
        const machine = attributes["value"] ?? attributes["datetime"] ?? "";
        marks.push({
          fact: attributes["data-fact"] ?? null,
          machine,
          text: [],
          depth: open.length,
        });
      }
      const label = attributes["aria-label"];
      if (label !== undefined) text.push(` ${label} `);
      if (name === "img") text.push(` ${attributes["alt"] ?? ""} `);
    },
    ontext(data) {
      const within = open.at(-1) ?? "";
      if (inside("head")) {
        if (within === "title") title += data;
        if (within === "script") head.push(...wordsOf(data));
        return;
      }
      if (SILENT.has(within)) return;
      text.push(data);
      for (const each of marks) if (each.depth > 0) each.text.push(data);
    },
    onclosetag(name) {
      if (name === "data" || name === "time") {
        const last = marks.findLast((each) => each.depth > 0);
        if (last !== undefined) last.depth = 0;
      }
      open.pop();
      text.push(" ");
    },
  });
  parser.end(html);
  return {
    head: title === "" ? head : [title, ...head],
    text: text.join(""),
    marks: marks.map(({ fact, machine, text }) => ({ fact, machine, text: text.join("") })),
  };
}

/** Headline and description of the data for search engines. */
function wordsOf(json: string): readonly string[] {
  const read: unknown = JSON.parse(json);
  if (typeof read !== "object" || read === null) return [];
  return ["headline", "description"].flatMap((key) => {
    const value: unknown = Reflect.get(read, key);
    return typeof value === "string" ? [value] : [];
  });
}
