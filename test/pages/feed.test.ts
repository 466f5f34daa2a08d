import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { feedParity, feedText, makeArtefacts } from "../../src/pages/index.ts";
import { edition, editionOf, say } from "./fixture.ts";
import { testLook } from "./support.ts";

const ADDRESS = "https://notes.example/small-caps/2025-05-27/";
const { article } = editionOf({ canonical: ADDRESS });
const settings = { press: null, names: ["Russell 2000"], versions: {} };

/** Names of elements in order, with the names of what they stand in. */
function elements(xml: string): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => {
        open.push(name);
        found.push(open.join("/"));
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(open, "not well-formed").toEqual([]);
  return found;
}

describe("the feed of an edition", () => {
  it("has what Atom demands of a feed and of an entry (RFC 4287, 4.1)", () => {
    const found = elements(feedText(article));
    for (const name of ["id", "title", "updated", "author/name"]) {
      expect(found).toContain(`feed/${name}`);
    }
    for (const name of ["id", "title", "updated", "published", "content", "summary", "link"]) {
      expect(found).toContain(`feed/entry/${name}`);
    }
  });

  it("tells the days of the edition, not of the machine", () => {
    expect(feedText(article)).toContain("<updated>2025-05-27T00:00:00.000Z</updated>");
    expect(feedText(article)).toBe(feedText(article));
  });

  it("says word for word what the article says", () => {
    expect(feedParity(article, feedText(article))).toEqual([]);
  });

  it("has no relative link and no picture but from the edition's own address", () => {
    const links = feedText(article).matchAll(/(?:href|src)=(?:"|&quot;)([^"&]*)/g);
    for (const [, each = ""] of links) {
      expect(each).toMatch(/^(?:https?:|mailto:|#?$)/);
    }
    expect(feedText(article)).toContain(`${ADDRESS}charts/c1.svg`);
    expect(feedText(article)).toContain(`${ADDRESS}#chart-1`);
  });

  it.each([
    ["a figure", /(<data[^>]*>)([^<]*)\d/],
    ["a day", /(<time[^>]*>)([^<]*)\d/],
    ["the machine's form of a figure", /(<data value=)("[^"]*)\d/],
  ])("is refused with %s changed", (_, pattern) => {
    const feed = feedText(article);
    const changed = feed.replace(pattern, (_all, tag: string, text: string) => `${tag}${text}×`);
    expect(changed).not.toBe(feed);
    expect(feedParity(article, changed)).not.toEqual([]);
  });

  it("keeps text that looks like markup as text", () => {
    const odd = editionOf({
      canonical: ADDRESS,
      headline: say("Small caps <b>&amp;</b> ]]> the rest"),
      disclosure: "Nothing ]]> here <script>alert(1)</script>",
    }).article;
    const feed = feedText(odd);
    elements(feed);
    expect(feed).not.toContain("<script>");
    expect(feedParity(odd, feed)).toEqual([]);
  });

  it("is made where it is wanted and the edition has an address", async () => {
    const made = await makeArtefacts(editionOf({ canonical: ADDRESS }), testLook(), {
      ...settings,
      feed: true,
    });
    expect(made.ok && made.value.has("feed.xml")).toBe(true);
  });

  it("is refused without an address", async () => {
    const bare = { ...edition, article: { ...edition.article, canonical: null } };
    const made = await makeArtefacts(bare, testLook(), { ...settings, feed: true });
    expect(made.problems.map((each) => each.rule)).toEqual(["feed-address"]);
  });
});
