import type { Article, Edition } from "../model/index.ts";
import { newsArticle } from "./about.ts";
import { screenFigure } from "./chart.ts";
import type { Frame } from "./frame.ts";
import { safeAddress, scrub } from "./escape.ts";
import { faceRules } from "./faces.ts";
import type { Scene } from "./layout.ts";
import type { Look } from "./look.ts";
import { plain } from "./plain.ts";
import { wording } from "./wording.ts";

/** No script, no address, nothing from outside: pictures and fonts only from within the file. */
export const POLICY =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The article as one file that needs no network and no script, for every width, light and dark. */
export function htmlPage(edition: Edition, look: Look): string {
  const { article } = edition;
  const faces = faceRules(wording(article), look.fonts);
  const css = `${faces}\n${look.chartStyle}\n${look.screenStyle}`;
  return look.screen({
    ...sceneOf(article),
    style: { css },
    ...framed("strip", article),
    figure: screenFigure,
  });
}

/** What both pages tell of an article. */
export function sceneOf(article: Article): Omit<Scene, "style" | "beside" | "strip" | "figure"> {
  return {
    article: clean(article),
    headline: plain(article.headline),
    standfirst: plain(article.standfirst),
    keywords: article.keywords.map(scrub).join(", "),
    locale: article.language.replace("-", "_"),
    canonical: article.canonical === null ? null : safeAddress(article.canonical),
    siteName: scrub(article.masthead),
    authorAddress: null,
    image: null,
    sample: article.sources.some((each) => each.sample),
    policy: POLICY,
    about: newsArticle(article),
  };
}

export function framed(frame: Frame, article: Article): Pick<Scene, "beside" | "strip"> {
  const any = article.keyFigures.length > 0;
  return { beside: any && frame === "beside", strip: any && frame === "strip" };
}

/** Names from files, without the characters that no page may hold. */
function clean(article: Article): Article {
  return {
    ...article,
    masthead: scrub(article.masthead),
    disclosure: scrub(article.disclosure),
    byline: {
      author: scrub(article.byline.author),
      role: article.byline.role === null ? null : scrub(article.byline.role),
    },
    keywords: article.keywords.map(scrub),
    sources: article.sources.map((each) => ({
      ...each,
      name: scrub(each.name),
      publisher: scrub(each.publisher),
      remark: each.remark === null ? null : scrub(each.remark),
    })),
  };
}
