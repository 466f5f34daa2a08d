import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Press } from "../../src/pages/index.ts";
import { htmlPage } from "../../src/pages/index.ts";
import { edition } from "./fixture.ts";
import { testLook, testPress } from "./support.ts";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const html = htmlPage(edition, testLook());
let press: Press;

beforeAll(() => {
  press = testPress();
});
afterAll(() => press.close());

async function shown(
  page: Page,
  width: number,
  scheme: "light" | "dark",
  text = html,
): Promise<void> {
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setContent(text);
}

const screens = [360, 768, 1600].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
);

/** Faults axe finds in a page, each with its rule; scripts are on for this alone. */
async function faults(text: string, width: number, scheme: "light" | "dark"): Promise<unknown> {
  return press.borrow(async (page) => {
    await page.setJavaScriptEnabled(true);
    await page.setBypassCSP(true);
    await shown(page, width, scheme, text);
    await page.evaluate(
      "for (const each of document.querySelectorAll('details')) each.open = true",
    );
    await page.evaluate(AXE);
    const found = await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes.map((n) => n.html)])))",
    );
    return JSON.parse(String(found));
  });
}

describe("the page in a browser", () => {
  it.each(screens)(
    "has no fault axe can find at $width pixels, $scheme",
    async ({ width, scheme }) => {
      expect(await faults(html, width, scheme)).toEqual([]);
    },
  );

  it("would be found out by axe without a language or a label on a picture", async () => {
    const planted = html
      .replace('lang="en-US"', "")
      .replace(/(<svg[^>]*) aria-label="[^"]*"/, "$1");
    const found = JSON.stringify(await faults(planted, 1600, "light"));
    expect(found).toContain("html-has-lang");
    expect(found).toContain("svg-img-alt");
  });

  it.each([360, 1600])("never scrolls sideways at %d pixels", async (width) => {
    const wide = await press.borrow(async (page) => {
      await shown(page, width, "light");
      return page.evaluate("document.documentElement.scrollWidth");
    });
    expect(wide).toBe(width);
  });

  it.each([
    [360, "narrow"],
    [1600, "wide"],
  ])("shows at %d pixels the %s drawing of each chart, and only that", async (width, which) => {
    const seen = await press.borrow(async (page) => {
      await shown(page, width, "light");
      return page.evaluate(
        "[...document.querySelectorAll('figure svg')].filter((each) => each.checkVisibility()).map((each) => each.parentElement.className)",
      );
    });
    expect(seen).toEqual([which, which, which, which]);
  });

  it("never breaks a line inside a figure of the text", async () => {
    const broken = await press.borrow(async (page) => {
      await shown(page, 360, "light");
      return page.evaluate(
        "[...document.querySelectorAll('p data, p time, a.reference')].filter((each) => each.getClientRects().length > 1).map((each) => each.textContent)",
      );
    });
    expect(broken).toEqual([]);
  });

  it("prints its words in its own fonts and no others", async () => {
    const missing = await press.borrow(async (page) => {
      await shown(page, 1600, "light");
      return page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter((each) => each.status !== 'loaded').map((each) => each.family + each.weight + each.style))",
      );
    });
    expect(missing).toEqual([]);
  });

  it("sets no label under ten pixels", async () => {
    for (const width of [360, 1600]) {
      const small = await press.borrow(async (page) => {
        await shown(page, width, "light");
        return page.evaluate(
          "[...document.querySelectorAll('body *')].filter((each) => each.checkVisibility() && [...each.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).map((each) => [parseFloat(getComputedStyle(each).fontSize) * (each.ownerSVGElement ? each.getScreenCTM().a : 1), each.textContent]).filter(([size]) => size < 10)",
        );
      });
      expect(small).toEqual([]);
    }
  });
});
