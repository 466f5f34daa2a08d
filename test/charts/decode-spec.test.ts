import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { decodeSpec } from "../../src/charts/index.ts";
import type { Problem } from "../../src/model/index.ts";

const DATA = Object.freeze([
  { name: "price", shape: "line" },
  { name: "index", shape: "candles" },
] as const);

function problems(text: string): readonly Problem[] {
  const found = decodeSpec(text, "chart.vl.yaml", DATA);
  return found.ok ? [] : found.problems;
}

function brief(text: string): readonly string[] {
  return problems(text).map((each) => `${each.line}:${each.column} ${each.rule}`);
}

const X = "x: { field: day, type: temporal }";
const Y = "y: { field: value, type: quantitative }";
const chart = (mark: string, encoding = `${X}, ${Y}`): string =>
  `data: { name: price }\nmark: ${mark}\nencoding: { ${encoding} }\n`;

describe("a specification", () => {
  it("is taken where it keeps to the vocabulary", () => {
    expect(problems(chart("line"))).toEqual([]);
    expect(problems(chart("{ type: area, color: bar, interpolate: step-after }"))).toEqual([]);
  });

  it("is told of an unknown mark, with the one that was meant", () => {
    const [found] = problems(chart("lien"));
    expect(found).toMatchObject({ line: 2, column: 7, hint: 'did you mean "line"?' });
    expect(found?.message).toContain('"lien"');
  });

  it("is told of a rule that runs nowhere", () => {
    expect(brief(chart("rule"))).toEqual(["2:7 chart-axis"]);
  });

  it("is told of an unknown channel, which Vega would only drop", () => {
    const [found] = problems(chart("line", `${X}, ${Y}, colour: { field: value }`));
    expect(found).toMatchObject({ rule: "unknown-key", line: 3, hint: 'did you mean "color"?' });
  });

  it("is told of unknown keys of scale and axis, all at once", () => {
    const text = chart(
      "line",
      `${X}, y: { field: value, type: quantitative, scale: { zeros: true }, axis: { gird: true } }`,
    );
    expect(problems(text).map((each) => each.hint)).toEqual([
      'did you mean "zero"?',
      'did you mean "grid"?',
    ]);
  });

  it("is told of a field that the data lack, with their names", () => {
    const [found] = problems(chart("line", `${X}, y: { field: vlaue, type: quantitative }`));
    expect(found).toMatchObject({
      rule: "chart-unknown-field",
      line: 3,
      hint: 'did you mean "value"?',
      message: 'the data set "price" has no field "vlaue"; it has day, value',
    });
  });

  it("is told of a data set that the report does not give", () => {
    const [found] = problems(chart("line").replace("price", "prise"));
    expect(found).toMatchObject({ rule: "chart-no-data", hint: 'did you mean "price"?' });
  });

  it.each([["file:///etc/passwd"], ["https://example.org/x.csv"], ["../../secret.csv"]])(
    "may not read data from %s",
    (url) => {
      expect(brief(chart("line").replace("{ name: price }", `{ url: "${url}" }`))).toContain(
        "1:14 chart-data",
      );
    },
  );

  it("may not hold rows of its own, nor look any up", () => {
    expect(brief(`data: { values: [{ day: 1 }] }\n${chart("line").slice(22)}`)).toEqual([
      "1:17 chart-data",
    ]);
    const lookup = "transform: [{ lookup: day, from: { data: { url: x.csv }, key: day } }]\n";
    expect(brief(lookup + chart("line"))).toEqual(["1:12 chart-calculates"]);
  });

  it("may not hold images, links or words", () => {
    expect(brief(chart("image"))).toEqual(["2:7 chart-link"]);
    expect(brief(chart("{ type: text }"))).toEqual(["2:15 chart-words"]);
    const href = `${X}, ${Y}, href: { value: "javascript:alert(1)" }`;
    expect(brief(chart("line", href)).map((each) => each.split(" ")[1])).toEqual(["chart-link"]);
  });

  it.each([
    [
      "an expression",
      `line`,
      `${X}, y: { field: value, type: quantitative, scale: { domainMax: { expr: "constructor.constructor('return process')()" } } }`,
    ],
    ["a test", `line`, `${X}, ${Y}, color: { condition: { test: "datum.value > 1", value: red } }`],
    [
      "a signal",
      `line`,
      `${X}, y: { field: value, type: quantitative, scale: { domain: { signal: "x" } } }`,
    ],
  ])("may not hold %s", (_, mark, encoding) => {
    expect(problems(chart(mark, encoding)).map((each) => each.rule)).toEqual(["chart-code"]);
  });

  it("may not listen to events", () => {
    expect(brief(`params: [{ name: p, select: point }]\n${chart("line")}`)).toEqual([
      "1:9 chart-code",
    ]);
  });

  it("may not count in the machine's time zone, nor group by time at all", () => {
    const local = problems(
      chart("line", `x: { field: day, type: temporal, timeUnit: yearmonth }, ${Y}`),
    );
    expect(local).toMatchObject([{ rule: "chart-local-time", line: 3 }]);
    const utc = problems(
      chart("line", `x: { field: day, type: temporal, timeUnit: utcmonth }, ${Y}`),
    );
    expect(utc.map((each) => each.rule)).toEqual(["chart-calculates"]);
  });

  it("may not cut bars or areas off above zero", () => {
    const cut = (scale: string): string =>
      `${X}, y: { field: value, type: quantitative, scale: { ${scale} } }`;
    for (const scale of ["zero: false", "domain: [50, 100]", "domainMin: 10"]) {
      for (const mark of ["bar", "area"]) {
        expect(brief(chart(mark, cut(scale)))).toEqual(["3:94 chart-bar-zero"]);
      }
      expect(brief(chart("line", cut(scale)))).toEqual([]);
    }
    expect(brief(chart("bar", cut("type: log")))).toEqual(["3:102 chart-log-zero"]);
  });

  it("may let a candle's body begin anywhere", () => {
    const text = `data: { name: index }\nmark: bar\nencoding:\n  ${X}\n  y: { field: open, type: quantitative, scale: { zero: false } }\n  y2: { field: close }\n`;
    expect(problems(text)).toEqual([]);
  });

  it("may not set two scales in one panel, nor its own size and fonts", () => {
    const two = `resolve: { scale: { y: independent } }\nwidth: 20000\nconfig: { font: Comic }\n`;
    expect(brief(two + chart("line"))).toEqual([
      "1:10 chart-two-scales",
      "2:8 chart-house-style",
      "3:9 chart-house-style",
    ]);
  });

  it("may not take the accent, which is the report's", () => {
    const [found] = problems(chart("{ type: line, color: accent }"));
    expect(found).toMatchObject({ rule: "wrong-value", line: 2 });
  });

  it("must be one thing: a mark, layers or panels", () => {
    expect(brief(`${chart("line")}layer: [{ mark: line }]\n`)).toContain("1:1 chart-shape");
  });

  it("is told where its YAML breaks", () => {
    expect(problems("mark: [line\n")[0]).toMatchObject({ file: "chart.vl.yaml" });
  });
});

describe("the shipped specifications", () => {
  const folder = path.join(import.meta.dirname, "..", "..", "reports", "small-caps");
  const names = readdirSync(folder).filter((each) => each.endsWith(".vl.yaml"));
  const all = (["line", "candles"] as const).flatMap((shape) =>
    ["short-interest", "price", "average", "hiring", "capex", "margin-debt", "index"]
      .filter((name) => (shape === "candles") === (name === "index"))
      .map((name) => ({ name, shape })),
  );

  it.each(names)("%s is without a problem", (name) => {
    const text = readFileSync(path.join(folder, name), "utf8");
    const data = name.startsWith("margin")
      ? all.map((each) => ({ ...each, shape: "line" as const }))
      : all;
    expect(decodeSpec(text, name, data).problems).toEqual([]);
  });
});
