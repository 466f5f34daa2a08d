import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/facts/index.ts";
import type { Request } from "../../src/model/index.ts";
import { contextOf, months, seriesOf } from "../stats/support.ts";

const place = { file: "report.yaml", line: 1, column: 1 };
const request = (id: string, statistic: string, options = {}): Request =>
  Object.freeze({ id, statistic, options, place });

const book = contextOf(
  [seriesOf("x", months("2020-01", [5, 6, 7]), { every: "month" })],
  "2020-05-01",
);
const found = (...requests: readonly Request[]) =>
  evaluate(
    requests,
    book,
    () => null,
    () => place,
  );

describe("a request with a fault", () => {
  it.each([
    ["an unknown option", request("a", "last", { series: "x", ovr: 1 }), "wrong-option"],
    ["an unknown statistic", request("a", "lats", { series: "x" }), "unknown-statistic"],
    ["an unknown series", request("a", "last", { series: "y" }), "unknown-name"],
  ])("is told once, and its facts are withheld: %s", (_, asked, rule) => {
    const other = request("b", "change", { from: "a", to: "a" });
    const { facts, problems } = found(asked, other);
    expect(problems.map((each) => each.rule)).toEqual([rule]);
    expect(facts.get("a")).toMatchObject({
      kind: "withheld",
      reason: expect.stringContaining("fault"),
    });
  });
});
