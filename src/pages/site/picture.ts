import type { Article } from "../../model/index.ts";
import type { Press } from "../browser/index.ts";
import { scrub } from "../escape.ts";
import { faceRules } from "../faces.ts";
import { POLICY } from "../html.ts";
import type { Look } from "../look.ts";
import { wording } from "../wording.ts";
import { leadChart } from "./lead.ts";
import type { SiteLook } from "./layouts.ts";

/** What other sites show beside a link: the size that most of them ask for. */
const SIZE = { width: 1200, height: 630 } as const;

/** The lead chart under headline and masthead, as a PNG. */
export async function sharePicture(
  article: Article,
  look: Look,
  site: SiteLook,
  press: Press,
): Promise<Uint8Array> {
  const chart = leadChart(article);
  const faces = faceRules(wording(article), look.fonts);
  const html = site.picture({
    masthead: scrub(article.masthead),
    day: article.published,
    headline: article.headline,
    standfirst: article.standfirst,
    chart,
    tall: chart !== null && ratioOf(chart.wide) < FLAT,
    policy: POLICY,
    style: { css: [faces, look.chartStyle, site.pictureStyle].join("\n") },
  });
  return press.borrow(async (page) => {
    await page.setViewport({ ...SIZE, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.setContent(html);
    await page.evaluate("document.fonts.ready.then(() => true)");
    return page.screenshot({ type: "png", clip: { x: 0, y: 0, ...SIZE } });
  });
}

/** From here on a drawing is so flat that it stands under the headline, not beside it. */
const FLAT = 2.6;

function ratioOf(svg: string): number {
  const box =
    /viewBox="([^"]+)"/
      .exec(svg)?.[1]
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  const [, , width = 0, height = 1] = box;
  return width / height;
}
