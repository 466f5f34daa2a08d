import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Press, Printed } from "../../../src/pages/index.ts";
import { printPdf } from "../../../src/pages/index.ts";
import { article, edition, editionOf, say } from "../fixture.ts";
import { testLook, testPress } from "../support.ts";

const look = testLook();
let press: Press;
let letter: Printed;

beforeAll(async () => {
  press = testPress();
  letter = await printPdf(edition, look, press);
});
afterAll(() => press.close());

describe("the PDF", () => {
  it("is under a megabyte and stands on letter paper, or A4 when asked", async () => {
    expect(letter.bytes.length).toBeLessThan(1_000_000);
    expect(letter.read.pages.map((each) => [each.width, each.height])).toContainEqual([612, 792]);
    const a4 = await printPdf(editionOf({ paper: "a4" }), look, press);
    expect(
      a4.read.pages.map((each) => [Math.round(each.width), Math.round(each.height)]),
    ).toContainEqual([595, 842]);
  });

  it("tells title, author, subject, keywords, language and the published day", () => {
    expect(letter.read.info).toMatchObject({
      Title: "A 22 Percent Rally Runs Out Where Two Barriers Cross",
      Author: "Mara Lindqvist",
      Keywords: "small caps, Russell 2000, short interest",
      Language: "en-US",
      CreationDate: "D:20250527000000+00'00'",
      ModDate: "D:20250527000000+00'00'",
    });
    expect(letter.read.info["Subject"]).toContain("August 2022");
  });

  it("is tagged: headings, paragraphs, lists, pictures with their alternatives", () => {
    for (const role of ["H1", "H2", "P", "L", "LI", "Figure", "Caption", "Link"]) {
      expect(letter.read.roles, role).toContain(role);
    }
    expect(letter.read.alternatives).toHaveLength(4);
  });

  it("has an outline of its headings, with the spaces where lines end", () => {
    expect(letter.read.outline.slice(0, 3)).toEqual([
      "A 22 Percent Rally Runs Out Where Two Barriers Cross",
      "A floor, then a ceiling",
      "Owners hold back",
    ]);
  });

  it("numbers its pages and repeats the headline on all but the first", () => {
    const last = letter.read.pages.length;
    letter.read.pages.forEach(({ furniture }, index) => {
      expect(furniture).toContain(`${index + 1} of ${last}`);
      expect(furniture).toContain("Small-Cap Weekly · 27 May 2025");
      expect(furniture.includes("A 22 Percent Rally Runs Out Where Two Barriers Cross")).toBe(
        index > 0,
      );
    });
  });

  it("embeds its own fonts, none of them drawn as pictures of letters", () => {
    const raw = Buffer.from(letter.bytes).toString("latin1");
    expect(raw).not.toContain("/Type3");
    const names = new Set([...raw.matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map((each) => each[1]));
    expect(names).toEqual(
      new Set([
        "Inter-Regular",
        "Inter-SemiBold",
        "SourceSerif4-Italic",
        "SourceSerif4-Regular",
        "SourceSerif4-SemiBold",
      ]),
    );
  });

  it("can be searched for words with an apostrophe", () => {
    const text = letter.read.pages.map((each) => each.text).join(" ");
    expect(text).toContain("January’s");
    expect(text).not.toContain("\u02bc");
  });

  it("keeps each chart with its caption and its source on one page", () => {
    for (const chart of article.charts) {
      const page = letter.read.pages.find((each) => each.text.includes(`Chart ${chart.number} `));
      const source = chart.source[0];
      const captioned = letter.read.pages.filter(({ text }) => {
        const flat = text.replaceAll(/\s+/g, " ");
        const caption = flat.indexOf(titleOf(chart.number));
        return (
          caption >= 0 &&
          flat.indexOf(source?.kind === "text" ? source.text.trim() : "", caption) > caption
        );
      });
      expect(page).toBeDefined();
      expect(captioned, `Chart ${chart.number}`).toHaveLength(1);
    }
  });

  it("ends no page with a heading and leaves no last page nearly empty", () => {
    for (const { text } of letter.read.pages.slice(0, -1)) {
      for (const heading of letter.read.outline.slice(1)) {
        expect(text.trimEnd().endsWith(heading)).toBe(false);
      }
    }
    const last = letter.read.pages.at(-1);
    expect(last?.lowest).toBeLessThan(792 * 0.75);
  });

  it("has the same bytes when it is printed again", async () => {
    const again = await printPdf(edition, look, press);
    expect(Buffer.from(again.bytes).equals(Buffer.from(letter.bytes))).toBe(true);
  });

  it("survives a name of ten thousand letters", async () => {
    const long = await printPdf(editionOf({ disclosure: "W".repeat(10_000) }), look, press);
    expect(long.read.pages.length).toBeGreaterThan(letter.read.pages.length);
  });

  it("prints a single page without charts or key figures", async () => {
    const short = editionOf({
      keyFigures: [],
      charts: [],
      blocks: [{ kind: "paragraph", children: say("Nothing happened."), voice: false }],
    });
    expect((await printPdf(short, look, press)).read.pages).toHaveLength(1);
  });
});

describe("the press", () => {
  it("lets nothing reach the network, whatever a page asks for", async () => {
    let calls = 0;
    const server = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const at = `http://127.0.0.1:${port}`;
    const bad = `<!doctype html><title>x</title><link rel=stylesheet href=${at}/a.css><link rel=preconnect href=${at}><link rel=prefetch href=${at}/p>
      <style>@import "${at}/b.css"; @font-face{font-family:f;src:url(${at}/f)} p{font-family:f;background:url(${at}/c.png)}</style>
      <img src=${at}/d.png srcset="${at}/e.png 2x"><iframe src=${at}/f></iframe><object data=${at}/g></object><embed src=${at}/h>
      <video src=${at}/i poster=${at}/j></video><svg><image href=${at}/k.png /></svg><script>fetch("${at}/l")</script>
      <meta http-equiv=refresh content="0;url=${at}/m"><p>text`;
    await press.borrow(async (page) => {
      await page.setContent(bad, { timeout: 5000 }).catch(() => {});
      await page.pdf({ timeout: 5000 }).catch(() => {});
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.close();
    expect(calls).toBe(0);
  });
});

function titleOf(number: number): string {
  const chart = article.charts.find((each) => each.number === number);
  const first = chart?.title[0];
  return first?.kind === "text" ? first.text.trim() : "";
}
