import { Parser } from "htmlparser2";
import { escapeHtml } from "./escape.ts";

const ELEMENTS = new Set([
  "svg",
  "g",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "text",
  "tspan",
  "defs",
  "clippath",
  "lineargradient",
  "stop",
  "pattern",
  "title",
  "desc",
  "style",
]);
/** Attributes that point to another element of the same picture. */
const REFERENCE = /url\(\s*#([\w-]+)\s*\)/g;

interface Dressing {
  /** Set before every id, so that two pictures on one page never share one. */
  readonly prefix: string;
  /** The text alternative: the picture is one image to a screen reader. */
  readonly label: string;
}

/**
 * A drawing as it may stand inside a page: only shapes and text, no script, no address, no role on
 * its marks, one label on the whole. Anything else is a fault of ours and stops the page.
 */
export function dressSvg(svg: string, dressing: Dressing): string {
  const out: string[] = [];
  let depth = 0;
  let inStyle = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!ELEMENTS.has(name.toLowerCase())) throw new Error(`a chart holds a <${name}>`);
        const own = depth === 0 ? rootAttributes(attributes, dressing.label) : attributes;
        out.push(`<${name}${attributesText(own, dressing.prefix, depth === 0)}>`);
        depth += 1;
        inStyle = name === "style";
      },
      ontext(text) {
        out.push(escapeHtml(inStyle ? checkedStyle(text) : text));
      },
      onclosetag(name) {
        depth -= 1;
        inStyle = false;
        out.push(`</${name}>`);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(svg);
  return out
    .join("")
    .replaceAll(/><\/(?:path|rect|circle|ellipse|line|polyline|polygon|stop)>/g, "/>");
}

function rootAttributes(
  attributes: Readonly<Record<string, string>>,
  label: string,
): Record<string, string> {
  return { ...attributes, role: "img", "aria-label": label };
}

function attributesText(
  attributes: Readonly<Record<string, string>>,
  prefix: string,
  root: boolean,
): string {
  return Object.entries(attributes)
    .filter(([name]) => root || (name !== "role" && !name.startsWith("aria-")))
    .map(([name, value]) => ` ${checkedName(name)}="${escapeHtml(pointed(name, value, prefix))}"`)
    .join("");
}

function checkedName(name: string): string {
  if (/^on/i.test(name) || !/^[A-Za-z_][\w:.-]*$/.test(name)) {
    throw new Error(`a chart holds the attribute ${name}`);
  }
  return name;
}

function pointed(name: string, value: string, prefix: string): string {
  if (name === "id") return prefix + value;
  if (name.startsWith("aria-")) return value;
  if (name === "href" || name === "xlink:href") {
    if (!value.startsWith("#")) throw new Error(`a chart points outside itself: ${value}`);
    return `#${prefix}${value.slice(1)}`;
  }
  return checkedStyle(value.replaceAll(REFERENCE, (_all, id: string) => `url(#${prefix}${id})`));
}

function checkedStyle(css: string): string {
  if (/url\((?!#)|javascript:|@import/i.test(css)) {
    throw new Error(`a chart points outside itself: ${css.slice(0, 80)}`);
  }
  return css;
}
