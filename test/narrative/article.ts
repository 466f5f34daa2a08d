import type { Article, Block, Chart, Inline, Line } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";

export const text = (words: string): Inline => ({ kind: "text", text: words });

export function figure(fact: string, words: string, value = 0): Inline {
  return { kind: "figure", said: { fact, kind: "value", text: words }, value };
}

export function date(on: string, words: string): Inline {
  return { kind: "date", said: { fact: "low", kind: "day", text: words }, day: day(on) };
}

export function chartReference(chart: string, number: number): Inline {
  return { kind: "chart-reference", chart, number };
}

export function paragraph(...children: Line): Block {
  return { kind: "paragraph", children, voice: false };
}

export function chart(id: string, number: number): Chart {
  const line = [text("Short interest rose in April.")];
  return {
    id,
    number,
    title: line,
    subtitle: [],
    alternative: line,
    source: [text("Source: FINRA")],
    wide: "",
    narrow: "",
    table: { columns: [], rows: [] },
    says: [],
  };
}

/** An article in which nothing is wrong. */
export function article(more: Partial<Article> = {}): Article {
  return Object.freeze({
    report: "small-caps",
    masthead: "Small-Cap Weekly",
    headline: [text("Small Caps Stall")],
    standfirst: [text("The rally has met resistance.")],
    byline: { author: "A. Author", role: null },
    asOf: day("2025-05-23"),
    published: day("2025-05-27"),
    language: "en-US",
    paper: "letter",
    canonical: null,
    keywords: [],
    keyFigures: [],
    blocks: [paragraph(text("The index fell on the week."))],
    charts: [],
    method: [],
    sources: [],
    disclosure: "",
    related: [],
    ...more,
  });
}

/** The same article with one paragraph of these words. */
export function saying(...line: readonly (string | Inline)[]): Article {
  return article({
    blocks: [paragraph(...line.map((each) => (typeof each === "string" ? text(each) : each)))],
  });
}
