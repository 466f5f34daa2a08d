import { describe, expect, it } from "vitest";
import type { ChartInput, ChartSet } from "../../src/charts/index.ts";
import { draw } from "../../src/charts/index.ts";
import type { Article, Chart, Fact, Line } from "../../src/model/index.ts";
import { addMonths, day, endOfMonth } from "../../src/model/index.ts";
import type { Scene } from "../../src/narrative/index.ts";
import { parseTemplate, renderLine } from "../../src/narrative/index.ts";
import { feedText, htmlPage, readHtml } from "../../src/pages/index.ts";
import { readFeed } from "../../src/pages/read/feed.ts";
import { readSvg } from "../../src/pages/read/svg.ts";
import { sayValue } from "../../src/words/index.ts";
import { fact, input, mark, readTheme, specOf } from "../charts/support/make.ts";
import { editionOf } from "../pages/fixture.ts";
import { testLook } from "../pages/support.ts";
import { voice } from "../words/house.ts";

/*
 * Text, table, chart label, text alternative and feed print one and the same rounded figure: every
 * hundredth from 0.00 to 99.99, and below zero, at one decimal. What must be printed is written out
 * here by cutting the decimal digits as a schoolbook does: half goes away from zero.
 */

/** "28.15" is 28.2, "-0.05" is −0.1, "-0.04" is 0.0: by the digits alone, no arithmetic of floats. */
function schoolbook(hundredths: number): string {
  const size = Math.abs(hundredths);
  const tenths = Math.floor(size / 10) + (size % 10 >= 5 ? 1 : 0);
  const text = `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return hundredths < 0 && tenths > 0 ? `−${text}` : text;
}

/** Rows of the table behind a chart, and figures in each of its labels. */
const ROWS = 16;
const PER_CHART = 2 * ROWS;

const positive = Array.from({ length: 10_000 }, (_, at) => at);
const negative = Array.from({ length: 1_008 }, (_, at) => -(at * 7 + 1));
const all = [...positive, ...negative];
const charts = Array.from({ length: Math.ceil(all.length / PER_CHART) }, (_, at) =>
  all.slice(at * PER_CHART, (at + 1) * PER_CHART),
);

const theme = readTheme();
const look = testLook();
const SPEC = specOf(
  `layer:
  - { data: { name: a }, mark: line, encoding: { x: { field: day, type: temporal }, y: { field: value, type: quantitative, scale: { zero: false } } } }
  - { data: { name: b }, mark: line, encoding: { x: { field: day, type: temporal }, y: { field: value, type: quantitative, scale: { zero: false } } } }`,
  [
    { name: "a", shape: "line" },
    { name: "b", shape: "line" },
  ],
);
const days = Array.from({ length: ROWS }, (_, at) => endOfMonth(addMonths(day("2024-01-31"), at)));

function factOf(hundredths: number): Fact {
  const made = fact({
    id: idOf(hundredths),
    value: hundredths / 100,
    day: "2025-04-30",
    unit: "score",
  });
  return { ...made, digits: 1 };
}

function idOf(hundredths: number): string {
  return `v${hundredths < 0 ? "m" : ""}${Math.abs(hundredths)}`;
}

function sceneOf(values: readonly number[]): Scene {
  return {
    facts: new Map(values.map((each) => [idOf(each), factOf(each)])),
    series: new Map([["s", { name: "score", noun: "it", unit: "score", every: "month" }]]),
    voice,
    ordinal: 0,
    published: day("2025-05-27"),
    asOf: day("2025-05-23"),
    charts: new Set(),
    slots: new Map(),
  };
}

/** The figures of the values in one line, as a template says them. */
function lineOf(values: readonly number[], scene: Scene): Line {
  const text = values.map((each) => `{{figure ${idOf(each)}}}`).join(" and ");
  const parsed = parseTemplate(text, "line", "line", new Map());
  const line = parsed.ok ? renderLine(parsed.value, scene) : null;
  if (line === null) throw new Error("the line cannot be said");
  return line;
}

async function chartOf(values: readonly number[], scene: Scene): Promise<Chart> {
  const set = (name: string, part: readonly number[]): ChartSet => ({
    name,
    label: name.toUpperCase(),
    unit: "score",
    every: "month",
    digits: 1,
    points: part.map((each, at) => ({ day: days[at] ?? day("2025-04-30"), value: each / 100 })),
  });
  const labelled = [0, 1, 2, 3].map((at) => values.slice(at * 8, at * 8 + 8));
  const made: ChartInput = {
    ...input("c", SPEC, [set("a", values.slice(0, ROWS)), set("b", values.slice(ROWS))]),
    marks: labelled.flatMap((part, at) => {
      const [first] = part;
      if (first === undefined) return [];
      const on = { ...factOf(first), day: days[at * 4 + 1] ?? day("2025-04-30") };
      return [{ ...mark("point", [on], "words"), label: lineOf(part, scene) }];
    }),
    alternative: lineOf(values, scene),
    print: {
      value: (value, unit, digits) => sayValue(value, unit, digits, { style: "compact" }, voice),
      day: (each) => each,
    },
  };
  const found = await draw(made, theme);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

function articleOf(chart: Chart, line: Line): Article {
  return editionOf({
    canonical: "https://notes.example/2025-05-27/",
    headline: [{ kind: "text", text: "Figures" }],
    standfirst: [{ kind: "text", text: "All of them" }],
    keyFigures: [],
    method: [],
    charts: [chart],
    blocks: [
      { kind: "paragraph", children: line, voice: false },
      { kind: "chart", chart: chart.id },
    ],
  }).article;
}

const printed = (text: string): readonly string[] => text.match(/−?\d+\.\d\b/g) ?? [];

describe("one rounding", () => {
  it("prints the same figure in text, table, label, alternative and feed, 11,008 times", async () => {
    const counts = { text: 0, feed: 0, table: 0, alternative: 0, label: 0 };
    for (const values of charts) {
      const wanted = values.map(schoolbook);
      const scene = sceneOf(values);
      const line = lineOf(values, scene);
      const chart = await chartOf(values, scene);
      const article = articleOf(chart, line);
      const edition = editionOf({ ...article });
      const page = readHtml(htmlPage(edition, look));
      const text = page.marks.filter((each) => each.fact?.startsWith("v") === true);
      const feed = readFeed(feedText(article))
        .entries.flatMap((entry) => entry.marks)
        .filter((each) => each.fact?.startsWith("v") === true);
      expect(text.map((each) => each.text)).toEqual(wanted);
      expect(feed.map((each) => each.text)).toEqual(wanted);
      const cells = chart.table.rows;
      const table = [1, 2].flatMap((column) => cells.map((row) => row[column] ?? ""));
      expect(table.filter((each) => each !== "")).toEqual(wanted);
      expect(
        printed(
          chart.alternative
            .map((each) => (each.kind === "figure" ? each.said.text : " "))
            .join(" "),
        ),
      ).toEqual(wanted);
      const labels = readSvg(chart.wide).labels.filter((each) => each.text.includes(" and "));
      const drawn = labels.flatMap((each) => printed(each.text));
      expect(drawn.toSorted()).toEqual(wanted.toSorted());
      counts.text += text.length;
      counts.feed += feed.length;
      counts.table += table.filter((each) => each !== "").length;
      counts.alternative += wanted.length;
      counts.label += drawn.length;
    }
    expect(counts).toMatchObject({
      text: 11_008,
      feed: 11_008,
      table: 11_008,
      alternative: 11_008,
    });
  }, 120_000);

  it("rounds what floats get wrong: 28.15 to 28.2, 1.005 and its kind", () => {
    for (const [value, wanted] of [
      [28.15, "28.2"],
      [1.45, "1.5"],
      [0.05, "0.1"],
      [-0.04, "0.0"],
      [-28.15, "−28.2"],
    ] as const) {
      expect(sayValue(value, "score", 1, {}, voice)).toBe(wanted);
    }
    expect(sayValue(1.005, "price", 2, {}, voice)).toBe("$1.01");
  });
});
