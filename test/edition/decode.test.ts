import { describe, expect, it } from "vitest";
import { decodeReport } from "../../src/edition/decode.ts";

const FILE = "reports/weekly/report.yaml";
const LEAST = `title: Weekly
byline: { author: Ida }
disclosure: No advice.
facts:
  close: { statistic: last, series: x }
`;
const CHART = `charts:
  one:
    spec: one.vl.yaml
    titles: [One]
    subtitle: Points
    alternative: A line
    data:
      x: { series: x }
    marks:
      - { kind: point, facts: [close] }
`;

function problems(text: string) {
  return decodeReport(text, FILE, "weekly", "reports/weekly").problems;
}

describe("report.yaml", () => {
  it("needs little, and the rest is filled in", () => {
    const decoded = decodeReport(LEAST + CHART, FILE, "weekly", "reports/weekly");
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
    const { report, outputs } = decoded.value;
    expect(outputs).toEqual(["html", "pdf"]);
    expect(report).toMatchObject({
      name: "weekly",
      folder: "reports/weekly",
      byline: { author: "Ida", role: null },
      cadence: "week",
      language: "en-US",
      paper: "letter",
      canonical: null,
      keywords: [],
      required: [],
      voice: "house",
      note: "note.md.hbs",
      keyFigures: [],
    });
    expect(report.charts).toMatchObject([
      {
        least: 6,
        data: [{ name: "x", series: "x", shape: "line", every: "own", sessions: null, from: null }],
        marks: [{ kind: "point", label: "", panel: 0, far: "tell", accent: false }],
      },
    ]);
  });

  it("keeps each request's options as they stand, and its place", () => {
    const decoded = decodeReport(LEAST, FILE, "weekly", "reports/weekly");
    expect(decoded.ok && decoded.value.report.requests).toEqual([
      {
        id: "close",
        statistic: "last",
        options: { series: "x" },
        place: { file: FILE, line: 5, column: 10 },
      },
    ]);
  });

  it.each([
    ["title", "title: Weekly", 'title: ""', 1, 8],
    ["byline", "byline: { author: Ida }", "byline: { author: Ida, rule: x }", 2, 24],
    ["cadence", "disclosure:", "cadence: day\ndisclosure:", 3, 10],
    ["language", "disclosure:", "language: de\ndisclosure:", 3, 11],
    ["paper", "disclosure:", "paper: a5\ndisclosure:", 3, 8],
    ["canonical", "disclosure:", "canonical: example\ndisclosure:", 3, 12],
    ["voice", "disclosure:", "voice: ../x\ndisclosure:", 3, 8],
    ["note", "disclosure:", "note: ../note.md.hbs\ndisclosure:", 3, 7],
    ["required", "disclosure:", "required: x\ndisclosure:", 3, 11],
    ["outputs", "disclosure:", "outputs: [docx]\ndisclosure:", 3, 11],
    ["a key that there is not", "disclosure:", "disclosures: x\ndisclosure:", 3, 1],
    ["a fact's name", "close:", "Close:", 5, 3],
    ["a fact without its statistic", "statistic: last, ", "", 5, 3],
    ["a chart's shape", "{ series: x }\n    m", "{ series: x, shape: pie }\n    m", 13, 30],
    ["a mark's kind", "kind: point", "kind: dot", 15, 17],
    ["a mark without facts", "[close]", "[]", 15, 31],
    ["a chart without its words", "    subtitle: Points\n", "", 7, 3],
    ["too few points for any chart", "    data:", "    least: 0\n    data:", 12, 12],
  ])("is refused at the place of %s", (_, find, put, line, column) => {
    const text = LEAST + CHART;
    expect(text).toContain(find);
    const found = problems(text.replace(find, put));
    expect(found.map((each) => [each.file, each.line, each.column])).toEqual([
      [FILE, line, column],
    ]);
    expect(found[0]?.severity).toBe("error");
    expect(found[0]?.hint).not.toBe("");
  });

  it("is told everything that is wrong with it at once", () => {
    const text = LEAST.replace("title: Weekly", "title: 5").replace("close:", "Close:");
    expect(problems(text).map((each) => each.line)).toEqual([1, 5]);
  });

  it("offers the key that was meant", () => {
    expect(problems(LEAST.replace("disclosure", "disclosur"))[0]?.hint).toContain("disclosure");
  });
});
