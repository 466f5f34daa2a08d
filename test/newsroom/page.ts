import { Parser } from "htmlparser2";

const SILENT = new Set(["style", "script", "svg", "table"]);

/** What a reader sees of a page, without its pictures and tables. */
export function readerText(html: string): string {
  const open: string[] = [];
  let text = "";
  const parser = new Parser({
    onopentag: (name) => void open.push(name),
    onclosetag: () => void open.pop(),
    ontext(data) {
      if (!open.some((each) => SILENT.has(each))) text += data;
    },
  });
  parser.end(html);
  return text.replaceAll(/\s+/g, " ");
}

/** Everything in a page or drawing that could do something: nothing should. */
export function activeParts(markup: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const isData = name === "script" && attributes["type"] === "application/ld+json";
      if (ACTIVE.has(name) && !isData) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith("on")) found.push(`${name} ${key}`);
        const leads = key === "href" || key === "src" || key === "xlink:href";
        if (leads && /^\s*(?:javascript|vbscript|data:text)/i.test(value)) {
          found.push(`${name} ${key}=${value}`);
        }
      }
    },
  });
  parser.end(markup);
  return found;
}

const ACTIVE = new Set(["script", "iframe", "object", "embed", "form", "base", "foreignobject"]);
