import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { htmlPage, readHtml } from "../../src/pages/index.ts";
import { article, edition, editionOf, say } from "./fixture.ts";
import { testLook } from "./support.ts";

const look = testLook();
const page = htmlPage(edition, look);

function elements(html: string): readonly { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => found.push({ name, attributes }),
  });
  parser.end(html);
  return found;
}

const named = (name: string) => elements(page).filter((each) => each.name === name);

/** Names of elements and attributes, without what they hold. */
function shape(html: string): string {
  return elements(html)
    .map(({ name, attributes }) => `${name}(${Object.keys(attributes).join(" ")})`)
    .join("\n");
}

describe("a page read back", () => {
  it("has its title in one piece, whatever signs are in it", () => {
    const title = "Up &lt;script&gt; &amp; down";
    expect(readHtml(`<head><title>${title}</title></head>`).head).toEqual(["Up <script> & down"]);
  });
});

describe("the page", () => {
  it("has one first heading and every landmark once", () => {
    expect(named("h1")).toHaveLength(1);
    for (const landmark of ["main", "article", "footer"]) expect(named(landmark)).toHaveLength(1);
    expect(elements(page).find((each) => each.name === "html")?.attributes["lang"]).toBe("en-US");
  });

  it("loads nothing: every address in it is a link, a place in the page or data", () => {
    for (const { name, attributes } of elements(page)) {
      if (name === "a") continue;
      for (const key of ["src", "href", "xlink:href", "srcset", "action"]) {
        const value = attributes[key];
        if (value === undefined || (name === "link" && attributes["rel"] === "canonical")) continue;
        expect(value, `<${name} ${key}>`).toMatch(/^(?:#|data:)/);
      }
    }
    expect(page).not.toMatch(/@import|url\((?!data:)/);
    expect(named("script").map((each) => each.attributes["type"])).toEqual(["application/ld+json"]);
  });

  it("forbids everything that does not come with it", () => {
    const policy = named("meta").find(
      (each) => each.attributes["http-equiv"] === "Content-Security-Policy",
    );
    expect(policy?.attributes["content"]).toContain("default-src 'none'");
    expect(policy?.attributes["content"]).not.toContain("script-src");
  });

  it("marks every figure with its fact and its value, every day with its date", () => {
    const { marks } = readHtml(page);
    expect(marks).toContainEqual({ fact: "si.month", machine: "0.282", text: "28.2 percent" });
    expect(marks).toContainEqual({ fact: "low", machine: "2025-04-09", text: "9 April" });
    expect(marks).toContainEqual({ fact: null, machine: "2025-05-27", text: "27 May 2025" });
    expect(marks.filter((each) => each.fact !== null)).toHaveLength(
      edition.said.length -
        article.charts.flatMap((each) => each.says).length -
        edition.article.charts.reduce((sum, each) => sum + saidBy(each.alternative), 0),
    );
  });

  it("gives each picture one label, its text alternative, and no role on its marks", () => {
    const pictures = named("svg");
    expect(pictures).toHaveLength(8);
    for (const each of pictures) {
      expect(each.attributes["role"]).toBe("img");
      expect(each.attributes["aria-label"]?.length).toBeGreaterThan(40);
    }
    const inner = elements(page).filter((each) => ["path", "rect", "g"].includes(each.name));
    for (const each of inner) expect(each.attributes).not.toHaveProperty("role");
  });

  it("gives each chart a table with caption and heads for columns and rows", () => {
    expect(named("table")).toHaveLength(4);
    expect(named("caption")).toHaveLength(4);
    const scopes = named("th").map((each) => each.attributes["scope"]);
    expect(scopes.filter((each) => each === "col")).toHaveLength(13);
    expect(scopes.filter((each) => each === "row")).toHaveLength(11);
  });

  it("tells search engines and networks the headline, the author and the day", () => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "";
    expect(JSON.parse(json)).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: "A 22 Percent Rally Runs Out Where Two Barriers Cross",
      description: expect.stringContaining("August 2022"),
      datePublished: "2025-05-27",
      inLanguage: "en-US",
      author: { "@type": "Person", name: "Mara Lindqvist", jobTitle: "Small-cap strategist" },
      publisher: { "@type": "Organization", name: "Small-Cap Weekly" },
      keywords: ["small caps", "Russell 2000", "short interest"],
      mainEntityOfPage: "https://notes.example/small-caps/2025-05-23",
      url: "https://notes.example/small-caps/2025-05-23",
    });
    const properties = new Map(
      named("meta").map((each) => [each.attributes["property"], each.attributes["content"]]),
    );
    expect(properties.get("og:title")).toBe("A 22 Percent Rally Runs Out Where Two Barriers Cross");
    expect(properties.get("og:type")).toBe("article");
    expect(properties.get("article:published_time")).toBe("2025-05-27");
    expect(named("link")[0]?.attributes["href"]).toBe(
      "https://notes.example/small-caps/2025-05-23",
    );
  });

  it("says that sample data are sample data, and only of them", () => {
    const sampled = editionOf({
      sources: article.sources.map((each) => ({ ...each, sample: true })),
    });
    expect(htmlPage(sampled, look)).toContain("Sample data.");
    expect(page).not.toContain("Sample data.");
  });

  it("names a section that is missing in the method box", () => {
    const [first, ...rest] = article.sources;
    const remark = "left out: nothing new since 15 April 2025";
    const stale = editionOf({ sources: [{ ...(first ?? missing()), remark }, ...rest] });
    expect(readHtml(htmlPage(stale, look)).text).toContain(remark);
  });

  it("leaves out what an article does not have", () => {
    const bare = editionOf({
      canonical: null,
      keywords: [],
      related: [],
      method: [],
      keyFigures: [],
    });
    const html = htmlPage(bare, look);
    expect(html).not.toMatch(/canonical|og:url|More by this author|name="keywords"|<dl/);
  });

  it("is the same text twice", () => {
    expect(htmlPage(edition, testLook())).toBe(page);
  });
});

const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `</title></style></script><svg onload=alert(1)>`,
  `=CMD()`,
  `[x](javascript:alert(1))`,
  `A*B*C _d_ {{x}} {{{y}}}`,
  `\u202Eevil\u202C \u0000\u0007 \u2028 ]]> &amp; &#60;`,
  `'; } body { display: none } /*`,
  "W".repeat(10_000),
];

describe("hostile words", () => {
  it.each(HOSTILE)("leave the shape of the page as it is: %s", (words) => {
    const hostile = editionOf({
      masthead: words,
      headline: say(`x ${words.replaceAll(/\[\[|\]\]|\(\(/g, "")}`),
      byline: { author: words, role: words },
      disclosure: words,
      keywords: [words],
      sources: article.sources.map((each) => ({ ...each, name: words, publisher: words })),
      related: article.related.map((each) => ({ ...each, title: words })),
      charts: article.charts.map((each) => ({
        ...each,
        alternative: [{ kind: "text", text: words }],
        table: { ...each.table, columns: each.table.columns.map(() => words) },
      })),
    });
    const tame = editionOf({
      keywords: ["one"],
      charts: article.charts.map((each) => ({ ...each, alternative: say("plain") })),
    });
    expect(shape(htmlPage(hostile, look)).replaceAll(/(?:data|time)\(.*\)\n/g, "")).toBe(
      shape(htmlPage(tame, look)).replaceAll(/(?:data|time)\(.*\)\n/g, ""),
    );
  });

  it("are shown as they are written", () => {
    const words = `<script>alert(1)</script> A*B [x](javascript:) {{x}}`;
    const hostile = editionOf({ disclosure: words });
    expect(readHtml(htmlPage(hostile, look)).text).toContain(words);
  });

  it("become no link where the address is none of the web", () => {
    for (const href of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//evil.test/x",
      "java\nscript:x",
    ]) {
      const html = htmlPage(
        editionOf({ related: [{ title: "Old", published: article.published, href }] }),
        look,
      );
      expect(elements(html).filter((each) => each.attributes["href"]?.includes("script:"))).toEqual(
        [],
      );
      expect(html).not.toContain("evil.test");
      expect(html).not.toContain("data:text/html");
    }
  });

  it("cannot leave a drawing: scripts, handlers and addresses stop the page", () => {
    const drawn = (inside: string) => () =>
      htmlPage(
        editionOf({
          charts: article.charts.map((each) => ({ ...each, wide: `<svg>${inside}</svg>` })),
        }),
        look,
      );
    expect(drawn("<script>x</script>")).toThrow("script");
    expect(drawn('<g onclick="x"/>')).toThrow("onclick");
    expect(drawn("<foreignObject/>")).toThrow("foreignObject");
    expect(drawn('<image href="http://evil.test/a.png"/>')).toThrow("image");
    expect(drawn('<rect fill="url(http://evil.test)"/>')).toThrow("outside itself");
    expect(drawn("<text>a &lt;b&gt;</text>")()).toContain("<text>a &lt;b&gt;</text>");
  });
});

function saidBy(line: (typeof article.charts)[number]["alternative"]): number {
  return line.filter((each) => each.kind === "figure" || each.kind === "date").length;
}

function missing(): never {
  throw new Error("the fixture has no source");
}
