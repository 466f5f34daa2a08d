import * as fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { feedText, htmlPage, htmlParity, readHtml } from "../../src/pages/index.ts";
import { editionOf, say } from "./fixture.ts";
import { testLook } from "./support.ts";

const look = testLook();

/** Any text an author, a publisher or a data file may come with. */
const anything = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "</p><script>alert(1)</script>",
    `" onmouseover="x`,
    "<!--",
    "]]>",
    "&lt;b&gt;",
    "{{figure week}}",
    "javascript:alert(1)",
    "\u202Eevil",
  ),
);

/** Elements and attribute names, in order: what a page is made of, whatever it says. */
function shape(html: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) =>
      void found.push(`${name} ${Object.keys(attributes).join(" ")}`),
  });
  parser.end(html);
  return found;
}

const latin = (text: string): boolean => /^[\u0020-\u007E]*$/.test(text);
const plainPage = shape(htmlPage(editionOf({ disclosure: "x", masthead: "x" }), look));

describe("the laws of a page", () => {
  it("keeps its shape whatever a name or a disclosure says", () => {
    fc.assert(
      fc.property(anything, anything, (one, two) => {
        fc.pre(one.trim() !== "" && two.trim() !== "");
        const page = htmlPage(editionOf({ masthead: one, disclosure: `x${two}` }), look);
        expect(shape(page)).toEqual(plainPage);
      }),
      { numRuns: 60 },
    );
  });

  it("says any printable text word for word", () => {
    fc.assert(
      fc.property(anything.filter(latin), (text) => {
        const { article } = editionOf({ disclosure: text });
        const page = htmlPage(editionOf({ disclosure: text }), look);
        expect(htmlParity(article, page)).toEqual([]);
        expect(readHtml(page).text).toContain(text.trim());
      }),
      { numRuns: 40 },
    );
  });

  it("marks in page and feed the same figures in the same order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("level", "week", "record"), { maxLength: 8 }), (ids) => {
        const text = ids.map((id) => `it stood at [[${id}|1,${id.length}00]]`).join(", ");
        const edition = editionOf({
          canonical: "https://notes.example/x/",
          charts: [],
          blocks: [{ kind: "paragraph", children: say(`So ${text}`), voice: false }],
        });
        const inPage = readHtml(htmlPage(edition, look)).marks.map((each) => each.fact);
        const feed = feedText(edition.article);
        for (const id of ids) {
          expect(inPage).toContain(id);
          expect(feed).toContain(
            `data-fact="${id}"`.replaceAll('"', feed.includes("&quot;") ? "&quot;" : '"'),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
