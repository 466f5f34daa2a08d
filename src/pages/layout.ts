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
  readonly sample: boolean;
  readonly policy: string;
  readonly about: Readonly<Record<string, unknown>>;
  /** Key figures on paper: in a box beside the opening text, or in a strip under it. */
  readonly beside: boolean;
  readonly strip: boolean;
  readonly style: Style;
  readonly figure: (chart: Chart) => string;
}

/** Style sheets come from our own templates; nothing of an article is in them unquoted. */
export interface Style {
  readonly css: string;
}

export type Layout = (scene: Scene) => string;

/**
 * A page layout of `templates/pages`. It knows these helpers only: line, day, link, blocks, json;
 * a name the scene does not have is an error, never an empty place.
 */
export function compileLayout(source: string, partials: Readonly<Record<string, string>>): Layout {
  if (/\{\{\{|\{\{&/.test(source)) throw new Error("a page layout prints something unescaped");
  const house = Handlebars.create();
  const safe = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html);
  house.registerHelper("line", (line: Line) => safe(lineHtml(line)));
  house.registerHelper("day", (day: Day) => safe(dayHtml(day)));
  house.registerHelper("link", (href: string | null, text: string) =>
    safe(link(href, escapeHtml(text))),
  );
  house.registerHelper("json", (value: unknown) => safe(escapeJson(value)));
  house.registerPartial(partials);
  const template = house.compile<Scene>(source, { strict: true });
  return (scene) =>
    template(
      { ...scene },
      {
        helpers: {
          blocks: (article: Article) => safe(blocksHtml(article, scene.figure)),
          style: () => safe(scene.style.css),
        },
        allowProtoPropertiesByDefault: false,
      },
    );
}
