import { array, assert, constantFrom, integer, nat, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "../../src/sources/table.ts";

const cell = string({ unit: constantFrom("a", "5", "é", " ", ".", "-", ";"), maxLength: 6 });
const sheet = integer({ min: 1, max: 5 }).chain((width) =>
  array(array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);

function trimmed(text: string): unknown {
  const found = readTable(text, ",", "x.csv");
  if (!found.ok) return found.problems.map((each) => [each.rule, each.line]);
  return { ...found.value, rows: found.value.rows.map((row) => row.map((each) => each.trim())) };
}

describe("readTable", () => {
  it("finds the same table with quotes and without", () => {
    assert(
      property(sheet, nat(), (rows, choice) => {
        const header = rows[0]?.map((_, index) => `h${index}`) ?? [];
        const lines = [header, ...rows].map((row) =>
          row.map((each) => (each.trim() === "" ? "0" : each)),
        );
        const bare = lines.map((row) => row.join(",")).join("\n");
        const at = choice % lines.length;
        const quoted = lines
          .map((row, index) =>
            row.map((each) => (index === at ? `"${each.trim()}"` : each)).join(","),
          )
          .join("\n");
        expect(trimmed(quoted)).toEqual(trimmed(bare));
      }),
      { numRuns: 500 },
    );
  });

  it("never throws on text of any kind", () => {
    const text = string({
      unit: constantFrom('"', ",", "\n", "a", "1", " ", ";"),
      maxLength: 60,
    });
    assert(
      property(text, (each) => {
        const found = readTable(each, ",", "x.csv");
        expect(found.ok || found.problems.length > 0).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
