import Handlebars from "handlebars";
import type { Article, Chart, Day, Line } from "../model/index.ts";
import { blocksHtml } from "./blocks.ts";
import { escapeHtml, escapeJson } from "./escape.ts";
import { dayHtml, lineHtml, link } from "./inline.ts";

/** What a page layout is given. Values of the article are escaped by the layout, or by its helpers. */
export interface Scene {
  readonly article: Article;
  readonly headline: string;
  readonly standfirst: string;
  readonly keywords: string;
  readonly locale: string;
  readonly canonical: string | null;
  /** What the page is a part of: the masthead, or the blog it stands in. */
  readonly siteName: string;
  /** A page about the author; null: there is none. */
  readonly authorAddress: string | null;
  readonly image: Image | null;
  readonly sample: boolean;
  readonly policy: string;
  readonly about: Readonly<Record<string, unknown>>;
  /** Key figures on paper: in a box beside the opening text, or in a strip under it. */
  readonly beside: boolean;
  readonly strip: boolean;
  readonly style: Style;
  readonly figure: (chart: Chart) => string;
}

/** The picture that stands for a page where others link to it: 1200 by 630 pixels. */
export interface Image {
  readonly address: string;
  readonly alternative: string;
}

/** Style sheets come from our own templates; nothing of an article is in them unquoted. */
export interface Style {
  readonly css: string;
}

export type Layout<T extends object = Scene> = (scene: T) => string;

/** Helpers of one layout, made for the scene it is given: each gives finished HTML. */
type Own<T> = (scene: T) => Readonly<Record<string, (...values: never[]) => string>>;

/** A page layout of an article: it knows the helpers of the house, and blocks and style. */
export function compileLayout(source: string, partials: Readonly<Record<string, string>>): Layout {
  return compilePage<Scene>(source, partials, (scene) => ({
    blocks: (article: Article) => blocksHtml(article, scene.figure),
    style: () => scene.style.css,
  }));
}

/**
 * Any page layout under `templates`. It knows the helpers line, day, link, json and its own; a name
 * the scene does not have is an error, never an empty place.
 */
export function compilePage<T extends object>(
  source: string,
  partials: Readonly<Record<string, string>>,
  own: Own<T>,
): Layout<T> {
  if ([source, ...Object.values(partials)].some((each) => /\{\{\{|\{\{&/.test(each))) {
    throw new Error("a page layout prints something unescaped");
  }
  const house = Handlebars.create();
  const safe = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html);
  house.registerHelper("line", (line: Line) => safe(lineHtml(line)));
  house.registerHelper("day", (day: Day) => safe(dayHtml(day)));
  house.registerHelper("link", (href: string | null, text: string) =>
    safe(link(href, escapeHtml(text))),
  );
  house.registerHelper("json", (value: unknown) => safe(escapeJson(value)));
  house.registerPartial(partials);
  const template = house.compile<T>(source, { strict: true });
  return (scene) => {
    const helpers = Object.entries(own(scene)).map(
      ([name, make]) => [name, (...values: never[]) => safe(make(...values))] as const,
    );
    return template(
      { ...scene },
      { helpers: Object.fromEntries(helpers), allowProtoPropertiesByDefault: false },
    );
  };
}
