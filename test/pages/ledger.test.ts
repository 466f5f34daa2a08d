import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { ledgerText } from "../../src/pages/index.ts";
import { edition } from "./fixture.ts";

interface Read {
  readonly facts: readonly Record<string, unknown>[];
  readonly [key: string]: unknown;
}
const ledger = (text: string) => JSON.parse(text) as Read;
const text = ledgerText(edition, { notewright: "0.1.0" });

describe("the ledger", () => {
  it("holds every fact with value, unit, day, working and the text as printed", () => {
    const found = ledger(text).facts.find((each) => each["id"] === "si.latest");
    expect(found).toMatchObject({
      value: 106_800_000,
      unit: "shares",
      day: "2025-04-30",
      printed: ["106.8m", "106.8 million"],
      printedDays: ["30 April"],
      cites: [{ series: "si.latest", file: "fixture.csv", rows: [[7, "2025-04-30", 106_800_000]] }],
    });
    expect(ledger(text).facts).toHaveLength(edition.facts.size - 1);
  });

  it("holds what was withheld, with the reason", () => {
    expect(ledger(text)["withheld"]).toEqual([
      { id: "si.ratio", statistic: "ratio", reason: "volume is missing for 3 of 21 sessions" },
    ]);
  });

  it("names inputs by their hash, the versions, the days and the seed of the wording", () => {
    expect(ledger(text)).toMatchObject({
      asOf: "2025-05-23",
      published: "2025-05-27",
      seed: 21,
      inputs: { "data/fixture.csv": "ab".repeat(32) },
      versions: { notewright: "0.1.0" },
    });
  });

  it("does not depend on the order in which facts were found", () => {
    const turned = new Map([...edition.facts].toReversed());
    expect(ledgerText({ ...edition, facts: turned }, { notewright: "0.1.0" })).toBe(text);
  });

  it("tells rows that follow line by line by their ends, and how many they are", () => {
    const first = edition.facts.get("low");
    if (first?.kind !== "fact") throw new Error("no fact");
    const rows = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        series: "s",
        file: "a.csv",
        line: from + index,
        day: day("2025-01-02"),
        value: from + index,
      }));
    const cited = (cites: Fact["cites"]): unknown => {
      const facts = new Map([["low", { ...first, cites }]]);
      return ledger(ledgerText({ ...edition, facts })).facts[0]?.["cites"];
    };
    expect(cited(rows(5, 30))).toEqual([
      {
        series: "s",
        file: "a.csv",
        first: [5, "2025-01-02", 5],
        last: [34, "2025-01-02", 34],
        lines: 30,
      },
    ]);
    // With a line between them left out, or too few of them, every row stands for itself.
    const holed = rows(5, 40).filter((each) => each.line !== 20);
    expect(cited(holed)).toEqual([
      { series: "s", file: "a.csv", rows: holed.map((each) => [each.line, each.day, each.value]) },
    ]);
    expect(cited(rows(5, 29))).toMatchObject([{ rows: { length: 29 } }]);
  });

  it("writes long citations that two facts share once", () => {
    const first = edition.facts.get("low");
    if (first?.kind !== "fact") throw new Error("no fact");
    const cites = Array.from({ length: 200 }, (_, at) => ({
      series: "s",
      file: "a.csv",
      line: 5 + 2 * at,
      day: day("2025-01-02"),
      value: at,
    }));
    const facts = new Map([
      ["high", { ...first, id: "high", cites }],
      ["low", { ...first, id: "low", cites }],
    ]);
    const [high, low] = ledger(ledgerText({ ...edition, facts })).facts;
    expect(high?.["cites"]).toMatchObject([{ rows: { length: 200 } }]);
    expect(low?.["cites"]).toEqual({ as: "high" });
  });

  it("shows the first two and the last part of a recipe over hundreds", () => {
    const first = edition.facts.get("low");
    if (first?.kind !== "fact") throw new Error("no fact");
    const each = Array.from({ length: 300 }, (_, of) => ({ op: "value" as const, of }));
    const recipe = { op: "of all" as const, take: "mean" as const, each };
    const facts = new Map([["low", { ...first, recipe }]]);
    expect(ledger(ledgerText({ ...edition, facts })).facts[0]?.["recipe"]).toEqual({
      op: "of all",
      take: "mean",
      each: [each[0], each[1], "and so on, 300 in all", each[299]],
    });
  });

  it("keeps citations in the order of their recipe", () => {
    const cite = (file: string, line: number) => ({
      series: "s",
      file,
      line,
      day: day("2025-01-02"),
      value: line,
    });
    const first = edition.facts.get("low");
    if (first?.kind !== "fact") throw new Error("no fact");
    const fact: Fact = {
      ...first,
      cites: [cite("a", 9), cite("a", 3), cite("b", 1), cite("a", 4)],
    };
    const written = ledger(ledgerText({ ...edition, facts: new Map([["low", fact]]) }));
    expect(written.facts[0]?.["cites"]).toEqual([
      {
        series: "s",
        file: "a",
        rows: [
          [9, "2025-01-02", 9],
          [3, "2025-01-02", 3],
        ],
      },
      { series: "s", file: "b", rows: [[1, "2025-01-02", 1]] },
      { series: "s", file: "a", rows: [[4, "2025-01-02", 4]] },
    ]);
  });
});
