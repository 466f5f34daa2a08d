import { readFileSync } from "node:fs";
import path from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { entriesParity, readFeed, readJsonFeed } from "../../src/pages/index.ts";
import { say } from "../pages/fixture.ts";
import { fresh, freshRoot, placeIn, published, SITE } from "./support.ts";

const HOME = "https://letters.example/notes/";

async function feedsOf(): Promise<(name: string) => string> {
  const place = placeIn(freshRoot());
  const keywords = ["S&P 500", `<"metals">`];
  published(place, [
    await fresh("2025-05-27", { headline: say("The S&P Rests &amp; <Waits>"), keywords }),
    await fresh("2025-05-20"),
    await fresh("2025-05-26", { report: "gold", masthead: "Gold & Silver" }),
  ]);
  return (name) => readFileSync(path.join(place.to, name), "utf8");
}

/** Texts of all elements of a name, by the names of what they stand in. */
function textsIn(xml: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const open: string[] = [];
  let text = "";
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        text = "";
        for (const [key, value] of Object.entries(attributes)) {
          const at = `${open.join("/")}@${key}`;
          found.set(at, [...(found.get(at) ?? []), value]);
        }
      },
      ontext: (data) => void (text += data),
      onclosetag: () => {
        const at = open.join("/");
        found.set(at, [...(found.get(at) ?? []), text.trim()]);
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(open, "not well-formed").toEqual([]);
  return found;
}

describe("the blog's RSS", () => {
  it("has what RSS 2.0 and its profile ask of channel and items", async () => {
    const texts = textsIn((await feedsOf())("rss.xml"));
    expect(texts.get("rss@version")).toEqual(["2.0"]);
    expect(texts.get("rss/channel/title")).toEqual([SITE.title]);
    expect(texts.get("rss/channel/link")).toEqual([HOME]);
    expect(texts.get("rss/channel/description")).toEqual([SITE.description]);
    expect(texts.get("rss/channel/atom:link@href")).toEqual([`${HOME}rss.xml`]);
    expect(texts.get("rss/channel/lastBuildDate")).toEqual(["Tue, 27 May 2025 00:00:00 GMT"]);
    const links = ["small-caps/2025-05-27/", "gold/2025-05-26/", "small-caps/2025-05-20/"].map(
      (each) => HOME + each,
    );
    expect(texts.get("rss/channel/item/link")).toEqual(links);
    expect(texts.get("rss/channel/item/guid")).toEqual(links);
    expect(texts.get("rss/channel/item/guid@isPermaLink")).toEqual(["true", "true", "true"]);
    expect(texts.get("rss/channel/item/dc:creator")?.[0]).toBe("Mara Lindqvist");
    expect(texts.get("rss/channel/item/author")).toBeUndefined();
    expect(texts.get("rss/channel/item/pubDate")?.[1]).toBe("Mon, 26 May 2025 00:00:00 GMT");
    expect(texts.get("rss/channel/item/category")?.slice(0, 2)).toEqual(["S&P 500", `<"metals">`]);
    expect(texts.get("rss/channel/item/title")?.[0]).toBe("The S&P Rests &amp;amp; &lt;Waits&gt;");
  });
});

describe("the blog's Atom feed", () => {
  it("has what RFC 4287 asks of feed and entries", async () => {
    const texts = textsIn((await feedsOf())("feed.xml"));
    expect(texts.get("feed/id")).toEqual([HOME]);
    expect(texts.get("feed/updated")).toEqual(["2025-05-27T00:00:00.000Z"]);
    expect(texts.get("feed/link@href")).toEqual([HOME, `${HOME}feed.xml`]);
    expect(texts.get("feed/entry/id")?.[1]).toBe(`${HOME}gold/2025-05-26/`);
    for (const name of ["title", "updated", "published", "content", "summary", "author/name"]) {
      expect(texts.get(`feed/entry/${name}`), name).toHaveLength(3);
    }
    expect(texts.get("feed/entry/author/uri")?.[0]).toBe(`${HOME}authors/mara-lindqvist/`);
    expect(texts.get("feed/entry/category@term")?.slice(0, 2)).toEqual(["S&P 500", `<"metals">`]);
  });
});

describe("the blog's JSON Feed", () => {
  it("has what version 1.1 asks of feed and items", async () => {
    const feed = JSON.parse((await feedsOf())("feed.json"));
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: SITE.title,
      home_page_url: HOME,
      feed_url: `${HOME}feed.json`,
      language: "en-US",
    });
    expect(feed.items[0]).toMatchObject({
      id: `${HOME}small-caps/2025-05-27/`,
      url: `${HOME}small-caps/2025-05-27/`,
      title: "The S&P Rests &amp; <Waits>",
      date_published: "2025-05-27T00:00:00.000Z",
      authors: [{ name: "Mara Lindqvist", url: `${HOME}authors/mara-lindqvist/` }],
      tags: ["S&P 500", `<"metals">`],
    });
    expect(feed.items[0].content_html).toContain(`${HOME}small-caps/2025-05-27/charts/c1.svg`);
  });
});

describe("a feed", () => {
  it("of a report holds its own notes and no others", async () => {
    const read = await feedsOf();
    expect(readFeed(read("gold/feed.xml")).entries).toHaveLength(1);
    expect(readFeed(read("gold/rss.xml")).entries).toHaveLength(1);
    expect(readJsonFeed(read("gold/feed.json")).title).toBe(`Gold & Silver – ${SITE.title}`);
  });

  it("is refused where an entry says another figure than its article", async () => {
    const { article } = await fresh("2025-05-20");
    const read = await feedsOf();
    const changed = (text: string): string => text.replaceAll("106.8 million", "108.6 million");
    for (const name of ["small-caps/feed.xml", "small-caps/rss.xml"]) {
      const [, second] = readFeed(changed(read(name))).entries;
      expect(second).toBeDefined();
      const feed = { title: "", entries: second === undefined ? [] : [second] };
      expect(entriesParity([article], feed).map((each) => each.rule)).toContain("parity");
    }
    const [, second] = readJsonFeed(changed(read("small-caps/feed.json"))).entries;
    const feed = { title: "", entries: second === undefined ? [] : [second] };
    expect(entriesParity([article], feed).length).toBeGreaterThan(0);
  });
});
