import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { renew, standing } from "../../src/publish/index.ts";
import { editionOf, say } from "../pages/fixture.ts";
import { day } from "../../src/model/index.ts";
import type { Place } from "./support.ts";
import { fresh, freshRoot, LOOKS, placeIn, published, SITE, stateOf } from "./support.ts";

const read = ({ to }: Place, ...steps: readonly string[]): string =>
  readFileSync(path.join(to, ...steps), "utf8");

describe("publishing", () => {
  it("keeps the edition with its article and hashes, and makes the site", async () => {
    const place = placeIn(freshRoot());
    const made = published(place, [await fresh("2025-05-27")]);
    const home = path.join(place.archive, "small-caps", "2025-05-27");
    expect(readdirSync(home).toSorted()).toEqual(
      ["article.json", "charts", "edition.json", "index.html", "ledger.json"].toSorted(),
    );
    const edition = JSON.parse(readFileSync(path.join(home, "edition.json"), "utf8"));
    expect(edition).toMatchObject({
      report: "small-caps",
      author: "Mara Lindqvist",
      published: "2025-05-27",
      href: "https://letters.example/notes/small-caps/2025-05-27/",
      form: 1,
      inputs: { "data/fixture.csv": "ab".repeat(32) },
    });
    expect(edition.files["article.json"]).toMatch(/^[0-9a-f]{64}$/);
    expect(made).toMatchObject({ editions: 1, removed: [] });
    for (const page of ["index.html", "404.html", "rss.xml", "feed.xml", "feed.json"]) {
      expect(made.changed).toContain(page);
    }
    expect(existsSync(path.join(place.to, "small-caps/2025-05-27/ledger.json"))).toBe(false);
  });

  it("changes no byte and no time when the same is published again", async () => {
    const place = placeIn(freshRoot());
    const edition = await fresh("2025-05-27");
    published(place, [edition]);
    const before = [stateOf(place.archive), stateOf(place.to)];
    expect(standing(place.archive, editionOf(edition.article))).toMatchObject({ value: true });
    expect(published(place, [])).toEqual({ editions: 1, changed: [], removed: [] });
    expect([stateOf(place.archive), stateOf(place.to)]).toEqual(before);
    expect(readdirSync(place.root).toSorted()).toEqual(["archive", "site"]);
  });

  it("touches only what a new edition changes", async () => {
    const place = placeIn(freshRoot());
    published(place, [await fresh("2025-05-20")]);
    const before = stateOf(place.to);
    const { changed } = published(place, [await fresh("2025-05-27")]);
    const after = stateOf(place.to);
    for (const [name, state] of before) {
      if (!changed.includes(name) && !name.startsWith(".")) expect(after.get(name)).toBe(state);
    }
    expect(changed).toContain("small-caps/2025-05-20/index.html");
    expect(changed).not.toContain("assets/site.css");
  });

  it("makes the same site of the archive alone", async () => {
    const place = placeIn(freshRoot());
    published(place, [await fresh("2025-05-27"), await fresh("2025-05-20")]);
    const before = [...stateOf(place.to)].map(([name, state]) => [name, state.split(" ")[1]]);
    rmSync(place.to, { recursive: true });
    published(place, []);
    const after = [...stateOf(place.to)].map(([name, state]) => [name, state.split(" ")[1]]);
    expect(after).toEqual(before);
  });

  it("refuses another edition for a day that is published, and a name of the blog's own", async () => {
    const { archive, ...place } = placeIn(freshRoot());
    const edition = await fresh("2025-05-27");
    published({ archive, ...place }, [edition]);
    const other = { ...edition.article, disclosure: "Other words." };
    expect(standing(archive, editionOf(other))).toMatchObject({
      ok: false,
      problems: [{ rule: "published", severity: "error" }],
    });
    const later = { ...edition.article, published: day("2025-05-28") };
    expect(standing(archive, editionOf(later))).toMatchObject({ ok: true, value: false });
    const named = { ...edition.article, report: "topics" };
    expect(standing(archive, editionOf(named))).toMatchObject({
      problems: [{ rule: "report-name" }],
    });
  });

  it("refuses a day whose piece stands elsewhere", async () => {
    const { archive } = placeIn(freshRoot());
    const folder = path.join(archive, "small-caps", "2025-05-27");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "edition.json"), "{}");
    const { article } = await fresh("2025-05-27");
    expect(standing(archive, editionOf(article))).toMatchObject({
      problems: [{ rule: "published" }],
    });
  });

  it("leaves archive and site as they were when the archive was tampered with", async () => {
    const place = placeIn(freshRoot());
    published(place, [await fresh("2025-05-20")]);
    const file = path.join(place.archive, "small-caps", "2025-05-20", "article.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("28.2 percent", "82.2 percent"));
    const before = [stateOf(place.archive), stateOf(place.to)];
    const again = { ...place, site: SITE, looks: LOOKS, fresh: [await fresh("2025-05-27")] };
    expect(renew(again)).toMatchObject({ ok: false, problems: [{ rule: "archive-altered" }] });
    expect([stateOf(place.archive), stateOf(place.to)]).toEqual(before);
  });

  it("tells of a drawing in the archive that is another one, and of a file that is lost", async () => {
    const place = placeIn(freshRoot());
    published(place, [await fresh("2025-05-20"), await fresh("2025-05-27")]);
    const file = (on: string): string =>
      path.join(place.archive, "small-caps", on, "charts", "c1.svg");
    writeFileSync(file("2025-05-20"), "<svg/>");
    rmSync(file("2025-05-27"));
    const again = renew({ ...place, site: SITE, looks: LOOKS, fresh: [] });
    expect(again.problems.map((each) => each.rule)).toEqual(["archive-altered", "archive-altered"]);
  });

  it("refuses a page that says another figure than the article, by whatever layout", async () => {
    const place = placeIn(freshRoot());
    const layouts = {
      ...LOOKS.layouts,
      article: (scene: Parameters<typeof LOOKS.layouts.article>[0]) =>
        LOOKS.layouts.article(scene).replace("<h1>", "<p>Up 99 percent</p><h1>"),
      list: (scene: Parameters<typeof LOOKS.layouts.list>[0]) =>
        LOOKS.layouts.list(scene).replace("<h1>", "<p>77 readers</p><h1>"),
    };
    const looks = { ...LOOKS, layouts };
    const again = renew({ ...place, site: SITE, looks, fresh: [await fresh("2025-05-27")] });
    const text = again.problems.map((each) => `${each.rule} ${each.message}`).join("\n");
    expect(again.ok).toBe(false);
    expect(text).toMatch(/parity .*99/);
    expect(text).toMatch(/parity .*77/);
    expect(readdirSync(place.root)).toEqual([]);
  });

  it("warns of an earlier piece that is said to stand on the blog and does not", async () => {
    const place = placeIn(freshRoot());
    const folder = path.join(place.archive, "old", "2025-05-13");
    mkdirSync(folder, { recursive: true });
    const piece = { report: "old", title: "Old", author: "Mara Lindqvist", asOf: "2025-05-13" };
    const href = "https://letters.example/notes/old/2025-05-13/";
    const text = JSON.stringify({ ...piece, published: "2025-05-13", href });
    writeFileSync(path.join(folder, "edition.json"), text);
    const made = renew({ ...place, site: SITE, looks: LOOKS, fresh: [await fresh("2025-05-27")] });
    expect(made).toMatchObject({ ok: true, problems: [{ severity: "warning" }] });
    expect(read(place, "small-caps/2025-05-27/index.html").includes(href)).toBe(false);
  });
});

describe("a page of the blog", () => {
  it("keeps words that look like markup as words, in every form", async () => {
    const place = placeIn(freshRoot());
    const title = `“Cheap” <b>&amp;</b> ]]> ]]> it's <script>alert(x)</script>`;
    const keywords = [`a "b" <i>`, "& co"];
    const edition = await fresh("2025-05-27", {
      headline: say(title),
      keywords,
      masthead: `Gold & <Silver>`,
      byline: { author: `O'Neil "Bo" <x>`, role: null },
    });
    published(place, [edition]);
    const page = read(place, "small-caps/2025-05-27/index.html");
    expect(page).toContain("“Cheap” &lt;b&gt;&amp;amp;&lt;/b&gt; ]]&gt;");
    for (const name of ["index.html", "rss.xml", "feed.xml", "archive/index.html"]) {
      expect(read(place, name)).not.toMatch(/<script>|<b>&amp;|<x>|<Silver>/);
    }
    const feed = JSON.parse(read(place, "feed.json"));
    expect(feed.items[0]).toMatchObject({ title, tags: keywords });
    expect(read(place, "topics", "a-b-i", "index.html")).toContain("&lt;i&gt;");
  });

  it("shows emoji in a topic and an author of another alphabet under an address of their own", async () => {
    const place = placeIn(freshRoot());
    const byline = { author: "Жанна", role: null };
    const made = published(place, [
      await fresh("2025-05-27", { keywords: ["📈", "naïve"], byline }),
    ]);
    expect(made.changed).toContain("topics/naive/index.html");
    expect(made.changed).toContain("topics/other/index.html");
    expect(made.changed).toContain("authors/u436u430u43du43du430/index.html");
  });

  it("puts the ledger beside the article only where that is wanted", async () => {
    const place = placeIn(freshRoot());
    const edition = await fresh("2025-05-27");
    const made = published(place, [edition], { ...SITE, proofs: true });
    expect(made.changed).toContain("small-caps/2025-05-27/ledger.json");
    expect(read(place, "small-caps/2025-05-27/index.html")).toContain('href="ledger.json"');
  });

  it("has a site without editions, too", () => {
    const place = placeIn(freshRoot());
    expect(published(place, [])).toMatchObject({ editions: 0 });
    expect(read(place, "index.html")).toContain("Nothing has been published yet.");
  });
});
