import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Materials } from "../../src/edition/index.ts";
import {
  cappedRows,
  compose,
  exact,
  explainFact,
  explanationText,
  openReport,
  valueWords,
} from "../../src/edition/index.ts";
import type { Edition } from "../../src/model/index.ts";
import { parseDay } from "../../src/model/index.ts";

const HOUSE = path.join(import.meta.dirname, "..", "..");

let materials: Materials;
let edition: Edition;

beforeAll(async () => {
  const folder = path.join(HOUSE, "reports", "small-caps");
  const choice = { asOf: parseDay("2025-05-27"), published: null, data: null, catalogue: null };
  const opened = openReport({ root: HOUSE }, folder, choice);
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const composed = await compose(opened.value.materials, opened.value.occasion);
  if (!composed.ok) throw new Error(composed.problems[0]?.message);
  [materials, edition] = [opened.value.materials, composed.value];
});

describe("an explanation", () => {
  it("leads from the printed text to the rows and their days of release", () => {
    const found = explainFact(materials, edition, "shorts-month");
    expect(found?.method.statistic).toBe("change");
    expect(found?.method.options).toContainEqual(["over", "1 month"]);
    expect(found?.asked.file).toMatch(/report\.yaml$/);
    expect(found?.withheld).toBeNull();
    const rows = found?.found?.rows ?? [];
    // Settlements of end-March and end-April 2025; FINRA tells each on the seventh session after.
    expect(rows.map((each) => each.day)).toEqual(["2025-03-31", "2025-04-30"]);
    expect(rows.map((each) => each.released)).toEqual(["2025-04-09", "2025-05-09"]);
    const [march, april] = rows.map((each) => each.value);
    expect(found?.found?.value).toBeCloseTo((april ?? 0) / (march ?? 1) - 1, 12);
    expect(found?.found?.printed.length).toBeGreaterThan(0);
  });

  it("finds the request of a part", () => {
    const found = explainFact(materials, edition, "record.prior");
    expect(found?.method.statistic).toBe("record");
    expect(found?.method.part).toBe("The record it passed.");
  });

  it("gives the reason of a withheld fact", () => {
    const [first] = edition.withheld;
    const found = explainFact(materials, edition, first?.id ?? "");
    expect(found?.found).toBeNull();
    expect(found?.withheld).toBe(first?.reason);
    if (found !== null) expect(explanationText(found)).toContain(`is withheld: ${first?.reason}`);
  });

  it("knows no fact of another name", () => {
    expect(explainFact(materials, edition, "nonsense")).toBeNull();
    expect(explainFact(materials, edition, "__proto__")).toBeNull();
  });

  it("can be given for every fact, as text without a hole", () => {
    for (const id of edition.facts.keys()) {
      const found = explainFact(materials, edition, id);
      const text = found === null ? "" : explanationText(found);
      expect(text, id).toContain(id);
      expect(text, id).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it("counts the rows it does not list", () => {
    const found = explainFact(materials, edition, "average");
    if (found === null) throw new Error("there is no average");
    const text = explanationText(found);
    expect(text).toContain("and 38 more");
    expect(text.match(/russell2000\.csv:\d+/g)).toHaveLength(12);
  });

  it("keeps the ends of a long list", () => {
    const rows = (explainFact(materials, edition, "average")?.found?.rows ?? []).slice(0, 5);
    expect(cappedRows(rows, 5)).toEqual({ first: rows, more: 0, last: [] });
    expect(cappedRows(rows, 3)).toEqual({
      first: rows.slice(0, 2),
      more: 2,
      last: rows.slice(4),
    });
  });
});

describe("a value in an explanation", () => {
  it.each([
    [106_812_345, "106,812,345"],
    [-1234.5, "-1,234.5"],
    [0.1 + 0.2, "0.3"],
    [999, "999"],
    [1e21, "1e+21"],
  ])("writes %d as %s", (value, text) => {
    expect(exact(value)).toBe(text);
  });

  it("tells a ratio in percent too", () => {
    expect(valueWords(0.2821, "ratio")).toBe("0.2821, which is 28.21 percent");
    expect(valueWords(2040, "index")).toBe("2,040");
    expect(valueWords(13, "net percent")).toBe("13 (net percent)");
  });
});
