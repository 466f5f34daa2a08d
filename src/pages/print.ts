import type { Article, Edition } from "../model/index.ts";
import { printFigure } from "./chart.ts";
import { cssString } from "./escape.ts";
import { faceRules } from "./faces.ts";
import { frameOf } from "./frame.ts";
import { framed, sceneOf } from "./html.ts";
import type { Look } from "./look.ts";
import { runningHead, runningTitle } from "./running.ts";
import { wording } from "./wording.ts";

/** How closely a page is set. One is the house's own setting; the press may try its neighbours. */
export interface Setting {
  /** Size of the text, in points. */
  readonly text: number;
  /** Distance of its lines, against their size. */
  readonly leading: number;
  /** Width of the charts, in millimetres: the whole page, or less; never so little that labels fall under 10 pixels. */
  readonly charts: number;
  /** Width left free beside the text, in millimetres. */
  readonly margin: number;
}

export const SETTING: Setting = { text: 10.4, leading: 1.43, charts: 180, margin: 46 };

/** What the browser prints: the same article, set for paper. */
export function printPage(edition: Edition, look: Look, setting = SETTING): string {
  const { article } = edition;
  const faces = faceRules(wording(article), look.fonts);
  const css = [faces, look.chartStyle, look.paperStyle, paperRules(article, setting)].join("\n");
  return look.paper({
    ...sceneOf(article),
    style: { css },
    ...framed(frameOf(article), article),
    figure: printFigure,
  });
}

/** Size of the sheet, what stands in its margins, and the setting. */
function paperRules(article: Article, setting: Setting): string {
  const head = cssString(runningTitle(article));
  const foot = cssString(runningHead(article));
  const size = article.paper === "a4" ? "210mm 297mm" : "8.5in 11in";
  return `@page { size: ${size}; @top-left { content: ${head} } @bottom-left { content: ${foot} } @bottom-right { content: counter(page) " of " counter(pages) } }
@page :first { @top-left { content: none } }
:root { --text: ${setting.text}pt; --leading: ${setting.leading}; --charts: ${setting.charts}mm; --margin: ${setting.margin}mm }`;
}
