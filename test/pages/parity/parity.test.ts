import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../../src/model/index.ts";
import type { Press, Printed } from "../../../src/pages/index.ts";
import {
  chartFile,
  htmlPage,
  htmlParity,
  pdfParity,
  printPdf,
  svgParity,
  vouch,
} from "../../../src/pages/index.ts";
import { article, edition, editionOf, say } from "../fixture.ts";
import { dice, testLook, testPress } from "../support.ts";

const NAMES = ["Russell 2000"];
const look = testLook();
const html = htmlPage(edition, look);
let press: Press;
let printed: Printed;

beforeAll(async () => {
  press = testPress();
  printed = await printPdf(edition, look, press);
});
afterAll(() => press.close());

const messages = (of: Edition) => vouch(of, NAMES).map((each) => each.message);

describe("an edition's figures", () => {
  it("are all accounted for", () => {
    expect(messages(edition)).toEqual([]);
  });

  it("may not be typed in", () => {
    const typed = editionOf({ standfirst: say("It lost 3.6 percent") });
    expect(messages(typed)).toEqual([
      "“3.6” in the standfirst is no fact’s printed text, no date and no declared name",
    ]);
  });

  it("may be years, days and declared names", () => {
    const fine = editionOf({ standfirst: say("The Russell 2000 on 9 April and in 2021") });
    expect(messages(fine)).toEqual([]);
  });

  it("may stand in the author's own view, where the words are checked by themselves", () => {
    const children = say("I expect 1900 and 12 percent");
    const own = editionOf({
      blocks: [...article.blocks, { kind: "paragraph", children, voice: true }],
    });
    expect(messages(own)).toEqual([]);
  });

  it("may not stand in a drawing that does not claim them", () => {
    const charts = article.charts.map((each) =>
      each.number === 1 ? { ...each, wide: each.wide.replace("77.6m", "77.9m") } : each,
    );
    expect(messages(editionOf({ charts }))).toEqual([
      "“77.9m” in the wide drawing of Chart 1 is no fact’s printed text, no date and no declared name",
      "Chart 1 does not print “77.6m” (si.low), which it claims to say",
    ]);
  });

  it("are all in the ledger's list, and no others", () => {
    const [first, ...rest] = edition.said;
    expect(vouch({ ...edition, said: rest }, NAMES)[0]?.message).toBe(
      `the article says “${first?.text}” of ${first?.fact} and the ledger does not`,
    );
    const more = { fact: "low", kind: "value" as const, text: "1733 and more" };
    expect(vouch({ ...edition, said: [...edition.said, more] }, NAMES)[0]?.message).toBe(
      "the ledger says “1733 and more” of low and the article does not",
    );
  });

  it("are facts of the edition, and none of them withheld", () => {
    const facts = new Map(edition.facts);
    facts.set("low", { kind: "withheld", id: "low", statistic: "swing", reason: "too few points" });
    expect(messages({ ...edition, facts })[0]).toBe(
      "“1733” is said of low, which is no fact of this edition",
    );
  });
});

describe("what is finished", () => {
  it("says the same as the article", () => {
    expect(htmlParity(article, html)).toEqual([]);
    expect(pdfParity(article, printed.read)).toEqual([]);
    for (const each of article.charts) expect(svgParity(each, chartFile(each, look))).toEqual([]);
  });

  it("is refused when the head says something else", () => {
    const changed = html.replace(
      'property="og:title" content="A 22',
      'property="og:title" content="A 23',
    );
    expect(htmlParity(article, changed)[0]?.message).toContain("A 23 Percent");
  });

  it("is refused when a margin of the PDF has another page number", () => {
    const pages = printed.read.pages.map((each) => ({
      ...each,
      furniture: each.furniture.map((line) => line.replace("2 of", "7 of")),
    }));
    expect(pdfParity(article, { ...printed.read, pages })[0]?.message).toContain("page 2");
  });

  it("is refused when the PDF's text alternatives differ", () => {
    const alternatives = printed.read.alternatives.map((each) => each.replace("107.4", "107.5"));
    expect(pdfParity(article, { ...printed.read, alternatives })).toHaveLength(1);
  });
});

/** Alters, drops, doubles or moves one figure of a text; null where the throw changes nothing. */
function tamper(
  text: string,
  spots: readonly RegExpExecArray[],
  roll: () => number,
): string | null {
  const pick = spots[Math.floor(roll() * spots.length)];
  if (pick === undefined) return null;
  const figure = pick[0];
  const at = pick.index;
  const cut = text.slice(0, at) + text.slice(at + figure.length);
  switch (Math.floor(roll() * 4)) {
    case 0: {
      const digits = [...figure.matchAll(/\d/g)];
      const digit = digits[Math.floor(roll() * digits.length)];
      if (digit === undefined) return null;
      const place = at + digit.index;
      const other = (Number(digit[0]) + 1 + Math.floor(roll() * 9)) % 10;
      return text.slice(0, place) + String(other) + text.slice(place + 1);
    }
    case 1:
      return cut;
    case 2:
      return `${text.slice(0, at)}${figure} ${text.slice(at)}`;
    default: {
      const target = spots[Math.floor(roll() * spots.length)];
      if (target === undefined || target[0] === figure) return null;
      const place = target.index > at ? target.index - figure.length : target.index;
      return `${cut.slice(0, place)}${figure} ${cut.slice(place)}`;
    }
  }
}

const figures = /\d[\d.,]*\d|\d/g;

/** Figures that a reader, or a screen reader, meets: text between tags and labels of pictures. */
function readable(page: string): readonly RegExpExecArray[] {
  const body = page.indexOf("<body");
  const hidden = [...page.matchAll(/<style>[\s\S]*?<\/style>/g)].map((each) => [
    each.index,
    each.index + each[0].length,
  ]);
  const shown = [...page.matchAll(/>[^<]+<|aria-label="[^"]+"|(?:value|datetime)="[^"]+"/g)].filter(
    (each) =>
      each.index > body &&
      hidden.every(([from = 0, to = 0]) => each.index < from || each.index >= to),
  );
  return shown.flatMap((part) => {
    const text = part[0].replaceAll(/&#\d+;/g, (all) => "&".repeat(all.length));
    return [...text.matchAll(figures)].map((each) => {
      each.index += part.index;
      return each;
    });
  });
}

describe("two hundred tampered figures", () => {
  it("are all caught in the page, its drawings included", () => {
    const roll = dice(20250527);
    const spots = readable(html);
    expect(spots.length).toBeGreaterThan(150);
    let tried = 0;
    while (tried < 200) {
      const changed = tamper(html, spots, roll);
      if (changed === null) continue;
      tried += 1;
      expect(htmlParity(article, changed), firstDifference(html, changed)).not.toEqual([]);
    }
  });

  it("are all caught in a drawing that stands alone", () => {
    const roll = dice(7);
    for (const chart of article.charts) {
      const svg = chartFile(chart, look);
      const spots = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].flatMap((part) => {
        const start = part.index + part[0].indexOf(">") + 1;
        return [...(part[1] ?? "").matchAll(figures)].map((each) => {
          each.index += start;
          return each;
        });
      });
      let tried = 0;
      while (tried < 50) {
        const changed = tamper(svg, spots, roll);
        if (changed === null) continue;
        tried += 1;
        expect(svgParity(chart, changed), firstDifference(svg, changed)).not.toEqual([]);
      }
    }
  });

  it("are all caught in the text of the PDF", () => {
    const roll = dice(1997);
    const sheets = printed.read.pages;
    const whole = sheets.map((each) => each.text).join("\f");
    const spots = [...whole.matchAll(figures)];
    let tried = 0;
    while (tried < 200) {
      const changed = tamper(whole, spots, roll);
      if (changed === null) continue;
      tried += 1;
      const texts = changed.split("\f");
      const pages = sheets.map((each, index) => ({ ...each, text: texts[index] ?? "" }));
      expect(
        pdfParity(article, { ...printed.read, pages }),
        firstDifference(whole, changed),
      ).not.toEqual([]);
    }
  });
});

function firstDifference(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at += 1;
  return `${before.slice(at - 40, at + 40)} → ${after.slice(at - 40, at + 40)}`;
}
