import { describe, expect, it } from "vitest";
import { recheck } from "../../src/facts/index.ts";
import type { Fact } from "../../src/model/index.ts";
import { cite, factMade, factsMade } from "./made.ts";

const change: Fact = factMade("a", {
  unit: "ratio",
  value: 110 / 100 - 1,
  cites: [cite(2, "2025-04-30", 100), cite(3, "2025-05-23", 110)],
  recipe: { op: "change", from: { op: "value", of: 0 }, to: { op: "value", of: 1 } },
  working: "110 / 100 − 1",
});
const rows = new Map([
  [2, 100],
  [3, 110],
]);
const read = (_: string, line: number): number | null => rows.get(line) ?? null;

describe("the proof of a fact", () => {
  it("stands where its rows are as they were", () => {
    expect(recheck(factsMade(change), read)).toEqual([]);
  });

  it("fails at the row that was changed meanwhile", () => {
    const found = recheck(factsMade(change), (_, line) => (line === 3 ? 111 : 100));
    expect(found).toMatchObject([{ rule: "proof", file: "x.csv", line: 3, severity: "error" }]);
    expect(found[0]?.message).toBe("a cites 110 from this line, where 111 stands");
  });

  it("fails at a row that is gone", () => {
    const found = recheck(factsMade(change), (_, line) => (line === 3 ? null : 100));
    expect(found[0]?.message).toBe("a cites 110 from this line, where no figure stands");
  });

  it("fails where the rows do not make the value", () => {
    const found = recheck(factsMade({ ...change, value: 0.2 }), read);
    expect(found[0]?.message).toContain("but its rows make 0.1");
    expect(found[0]?.message).toContain("110 / 100 − 1");
    expect(found[0]?.file).toBeNull();
  });

  it("forgives what adding in another order leaves, and no more", () => {
    expect(recheck(factsMade({ ...change, value: change.value + 1e-12 }), read)).toEqual([]);
    expect(recheck(factsMade({ ...change, value: change.value + 1e-7 }), read)).toHaveLength(1);
  });

  it("is asked of every fact, and of no withheld one", () => {
    const withheld = {
      kind: "withheld",
      id: "w",
      statistic: "last",
      reason: "it is not there",
    } as const;
    const second = factMade("b", { value: 7, cites: [cite(2, "2025-04-30", 7)] });
    expect(recheck(factsMade(change, withheld, second), read)).toMatchObject([{ line: 2 }]);
  });
});
