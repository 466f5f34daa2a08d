import { describe, expect, it } from "vitest";
import { chartSets } from "../../src/edition/chart-data.ts";
import { bookAt, evaluate, trustIn } from "../../src/facts/index.ts";
import type { Evaluation, Shelf } from "../../src/facts/index.ts";
import { day } from "../../src/model/index.ts";

const place = { file: "report.yaml", line: 1, column: 1 };

const shelf: Shelf = {
  series: new Map(),
  bars: new Map(),
  panels: new Map(),
  names: ["rut.close"],
  absence: (id) => (id.startsWith("hedge") ? "nobody tells it" : null),
};
const book = bookAt(shelf, day("2025-05-23"), day("2025-05-23"));

function asked(series: string): Evaluation {
  const request = { id: "it", statistic: "last", options: { series }, place };
  return evaluate([request], book, trustIn(book), () => place);
}

describe("a series that the catalogue calls absent", () => {
  it("withholds what rests on it, with the reason", () => {
    const { facts, problems } = asked("hedge.shorts");
    expect(problems).toEqual([]);
    expect(facts.get("it")).toMatchObject({
      kind: "withheld",
      reason: "there is no hedge.shorts: nobody tells it",
    });
  });

  it("leaves any other unknown name a mistake", () => {
    expect(asked("rut.clos").problems[0]?.rule).toBe("unknown-name");
  });

  it("takes a chart out", () => {
    const data = { name: "d", series: "hedge.shorts", shape: "line", every: "own" } as const;
    const words = { titles: [], subtitle: "", alternative: "", marks: [], spec: "a.vl.yaml" };
    const request = { id: "c", ...words, least: 1, place };
    const found = chartSets(
      { ...request, data: [{ ...data, sessions: null, from: null, optional: false }] },
      book,
    );
    expect(found).toEqual({ sets: null, missing: "there is no hedge.shorts: nobody tells it" });
  });
});
