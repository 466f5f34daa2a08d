import { readFileSync } from "node:fs";
import path from "node:path";
import type { Article, Chart } from "../../model/index.ts";
import { blocksHtml } from "../blocks.ts";
import { drawing, leadFigure } from "../chart.ts";
import { linkedFaces } from "../faces.ts";
import type { Layout } from "../layout.ts";
import { compilePage } from "../layout.ts";
import type { Look } from "../look.ts";
import type { ArticlePage, FrontPage, ListHead, ListPage, PicturePage } from "./scene.ts";

/** Everything about the blog's looks that is the same for all its pages. */
export interface SiteLook {
  readonly article: Layout<ArticlePage>;
  readonly front: Layout<FrontPage>;
  readonly list: Layout<ListPage>;
  readonly missing: Layout<ListHead>;
  readonly picture: Layout<PicturePage>;
  readonly pictureStyle: string;
  /** Files all pages share, by their path in the site. */
  readonly assets: ReadonlyMap<string, string | Uint8Array>;
}

const PARTIALS = ["head", "links", "banner", "foot", "item"] as const;

/** No script; style, fonts and pictures from the site itself and from nowhere else. */
export const SITE_POLICY =
  "default-src 'none'; img-src 'self'; font-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The look kept under `templates/site`, on the ground of the articles' own. */
export function readSiteLook(folder: string, look: Look): SiteLook {
  const text = (name: string): string => readFileSync(path.join(folder, name), "utf8");
  const own = PARTIALS.map((each) => [each, text(`${each}.hbs`)] as const);
  const partials = { ...look.partials, ...Object.fromEntries(own) };
  const figure = (chart: Chart): string => leadFigure(chart);
  const faces = linkedFaces(look.fonts, "fonts");
  const css = [faces.css, look.chartStyle, look.screenStyle, text("site.css")].join("\n");
  return {
    article: compilePage<ArticlePage>(text("article.hbs"), partials, (scene) => ({
      blocks: (article: Article) => blocksHtml(article, scene.figure),
    })),
    front: compilePage<FrontPage>(text("front.hbs"), partials, () => ({ figure })),
    list: compilePage<ListPage>(text("list.hbs"), partials, () => ({})),
    missing: compilePage<ListHead>(text("missing.hbs"), partials, () => ({})),
    picture: compilePage<PicturePage>(text("picture.hbs"), partials, (scene) => ({
      drawing: (chart: Chart) => drawing(chart, "wide"),
      style: () => scene.style.css,
    })),
    pictureStyle: text("picture.css"),
    assets: new Map<string, string | Uint8Array>([
      ["assets/site.css", css],
      ["assets/favicon.svg", text("favicon.svg")],
      ...[...faces.files].map(([name, bytes]) => [`assets/fonts/${name}`, bytes] as const),
    ]),
  };
}
