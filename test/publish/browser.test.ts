import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharePicture } from "../../src/pages/index.ts";
import { openBrowser } from "../desk/support.ts";
import { article, say } from "../pages/fixture.ts";
import { testPress } from "../pages/support.ts";
import type { Served } from "./serve.ts";
import { serve } from "./serve.ts";
import { fresh, LOOKS, placeIn, published } from "./support.ts";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const UNDER = "/notes/";
/** Where the feeds say that the site stands. */
const HOME = "https://letters.example/notes/";

let root: string;
let served: Served;
let browser: Browser;
let page: Page;
/** Addresses the pages asked for, and what they complained of. */
const asked = new Set<string>();
const faults: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), "notewright-blog-"));
  const place = placeIn(root);
  const whole = { blocks: article.blocks, charts: article.charts };
  const gold = {
    report: "gold",
    masthead: "Gold & Silver",
    headline: say("Gold <b>Rests</b> ]]>"),
  };
  published(place, [
    await fresh("2025-05-27", whole, [["picture.png", "a picture"]]),
    await fresh("2025-05-20", { headline: say("Small Caps Wait") }),
    await fresh("2024-12-31", { headline: say("A Year Ends") }),
    await fresh("2025-05-26", { ...gold, keywords: ["short interest", `"gold" & <silver>`] }),
  ]);
  served = await serve(place.to, UNDER);
  browser = await openBrowser(path.join(root, "profile"));
  page = await browser.newPage();
  page.on("request", (request) => asked.add(request.url()));
  page.on("console", (said) => {
    if (said.type() === "error" && !said.text().includes("404")) faults.push(said.text());
  });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  rmSync(root, { recursive: true, force: true });
});

const at = (name: string): string => `${served.origin}${UNDER}${name}`;

interface Seen {
  readonly links: readonly string[];
  readonly ids: readonly string[];
}

async function look(address: string): Promise<Seen> {
  await page.goto(address);
  const seen = await page.evaluate(`JSON.stringify({
    links: [...document.querySelectorAll("a[href], link[href], img[src]")].map((each) => each.href ?? each.src),
    ids: [...document.querySelectorAll("[id]")].map((each) => each.id),
  })`);
  return JSON.parse(String(seen)) as Seen;
}

const KINDS = [
  ["the first page", ""],
  ["an article", "small-caps/2025-05-27/"],
  ["the archive", "archive/"],
  ["the topics", "topics/"],
  ["a topic", "topics/short-interest/"],
  ["an author", "authors/mara-lindqvist/"],
  ["a page that is not there", "a/b/nowhere.html"],
] as const;

/** Reads XML as strictly as a browser does: faults, and every address in it and in its contents. */
const READ = `(text) => {
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  const named = (...names) => names.flatMap((each) => [...parsed.getElementsByTagName(each)]);
  const contents = named("content", "content:encoded").map((each) => {
    const html = new DOMParser().parseFromString(each.textContent, "text/html");
    const ends = [...html.querySelectorAll("[href], [src]")];
    return ends.map((end) => end.getAttribute("href") ?? end.getAttribute("src"));
  });
  return JSON.stringify({
    faults: named("parsererror").length,
    addresses: [
      ...named("link").map((each) => each.getAttribute("href") ?? each.textContent),
      ...named("atom:link").map((each) => each.getAttribute("href")),
      ...named("loc", "guid").map((each) => each.textContent),
      ...contents.flat(),
    ],
  });
}`;

async function violations(on: Page, scheme: string, options: string): Promise<unknown> {
  await on.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  const found = await on.evaluate(
    `axe.run(document, { resultTypes: ["violations"], ...${options} })
      .then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes.map((n) => n.html)])))`,
  );
  return JSON.parse(String(found));
}

describe("the blog in a browser", () => {
  it("has no link that leads nowhere, and asks nobody else for anything", async () => {
    const pages = new Map<string, Seen>();
    const others = new Set<string>();
    const waiting = [at(""), at("a/b/nowhere.html")];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (pages.has(next)) continue;
      const seen = await look(next);
      pages.set(next, seen);
      for (const link of seen.links.map((each) => new URL(each))) {
        if (link.origin !== served.origin) continue;
        const bare = `${link.origin}${link.pathname}`;
        if (bare.endsWith("/")) waiting.push(bare);
        else others.add(bare);
      }
    }
    const dead: string[] = [];
    for (const each of others) if (!(await fetch(each)).ok) dead.push(each);
    for (const [from, { links }] of pages) {
      for (const link of links.map((each) => new URL(each))) {
        const target = pages.get(`${link.origin}${link.pathname}`);
        const id = link.hash.slice(1);
        if (id !== "" && target?.ids.includes(id) === false) dead.push(`${from} → ${link.href}`);
        const known = link.origin === served.origin || link.href.startsWith(HOME);
        if (!known && !/^https:\/\/(?:www\.)?\w/.test(link.href)) dead.push(link.href);
      }
    }
    expect(dead.filter((each) => !each.endsWith("nowhere.html"))).toEqual([]);
    expect([...pages.keys()].filter((each) => each.includes("small-caps/20"))).toHaveLength(3);
    expect([...asked].filter((each) => !each.startsWith(served.origin))).toEqual([]);
    expect([...asked].some((each) => each.endsWith(".woff2"))).toBe(true);
    expect(faults.filter((each) => !each.includes("style-src"))).toEqual([]);
  });

  it.each(KINDS)("has no fault axe can find on %s, light and dark", async (_, name) => {
    const scripted = await browser.newPage();
    await scripted.setBypassCSP(true);
    try {
      await scripted.goto(at(name));
      await scripted.evaluate(AXE);
      expect(await violations(scripted, "light", "{}"), "light").toEqual([]);
      const contrast = "{ runOnly: ['color-contrast'] }";
      expect(await violations(scripted, "dark", contrast), "dark").toEqual([]);
    } finally {
      await scripted.close();
    }
  });

  it.each(KINDS)("never scrolls %s sideways on a telephone", async (_, name) => {
    await page.setViewport({ width: 360, height: 800 });
    await page.goto(at(name));
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });

  it.each(["rss.xml", "feed.xml", "gold/rss.xml", "gold/feed.xml", "sitemap.xml"])(
    "has well-formed XML in %s, with whole addresses only",
    async (name) => {
      const xml = await (await fetch(at(name))).text();
      const found = JSON.parse(String(await page.evaluate(`(${READ})(${JSON.stringify(xml)})`)));
      expect(found.faults).toBe(0);
      expect(found.addresses.length).toBeGreaterThan(3);
      for (const each of found.addresses) expect(each).toMatch(/^https:\/\/|^mailto:/);
    },
  );
});

describe("the picture for links", () => {
  it("is a PNG of the size that is asked for, and the same every time", async () => {
    const press = testPress();
    try {
      const one = await sharePicture(article, LOOKS.look, LOOKS.layouts, press);
      const other = await sharePicture(article, LOOKS.look, LOOKS.layouts, press);
      const header = Buffer.from(one);
      expect(header.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(header.equals(Buffer.from(other))).toBe(true);
    } finally {
      await press.close();
    }
  });
});
