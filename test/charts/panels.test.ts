import { describe, expect, it } from "vitest";
import { decodeSpec, withoutLacking } from "../../src/charts/index.ts";
import type { ChartData, ChartRequest, MarkRequest } from "../../src/model/index.ts";

const SPEC = `vconcat:
  - { data: { name: net }, mark: bar, encoding: { x: { field: day, type: temporal }, y: { field: value, type: quantitative } } }
  - { data: { name: price }, mark: line, encoding: { x: { field: day, type: temporal }, y: { field: value, type: quantitative } } }
  - { data: { name: share }, mark: line, encoding: { x: { field: day, type: temporal }, y: { field: value, type: quantitative } } }
`;
const place = { file: "report.yaml", line: 1, column: 1 };
const set = (name: string): ChartData => ({
  name,
  series: name,
  shape: name === "net" ? "bars" : "line",
  every: "own",
  sessions: null,
  from: null,
  optional: name !== "net",
});
const mark = (panel: number): MarkRequest => ({
  kind: "point",
  facts: [`f${panel}`],
  label: "",
  panel,
  accent: false,
  far: "tell",
  place,
});
const request: ChartRequest = {
  id: "c",
  spec: "c.vl.yaml",
  titles: [],
  subtitle: "",
  alternative: "",
  least: 1,
  place,
  data: ["net", "price", "share"].map(set),
  marks: [0, 1, 2].map(mark),
};

describe("a chart that lacks a part", () => {
  const decoded = decodeSpec(SPEC, "c.vl.yaml", request.data);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
  const spec = decoded.value;

  it("loses the panel, its marks and its data, and the panel below moves up", () => {
    const found = withoutLacking(request, spec, new Set(["net", "share"]));
    expect(found.request.data.map((each) => each.name)).toEqual(["net", "share"]);
    expect(found.request.marks.map((each) => [each.facts[0], each.panel])).toEqual([
      ["f0", 0],
      ["f2", 1],
    ]);
    expect(found.spec.vconcat?.map((each) => each.data?.name)).toEqual(["net", "share"]);
  });

  it("stays as it is where nothing is lacking", () => {
    const found = withoutLacking(request, spec, new Set(["net", "price", "share"]));
    expect(found).toEqual({ request, spec });
  });
});
