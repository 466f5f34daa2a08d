import { describe, expect, it } from "vitest";
import { mentions, reports, wanted } from "../../scripts/docs/newsroom.ts";
import { chapters } from "../../scripts/docs/statements.ts";

const statements = wanted();
const found = mentions();

describe("the newsroom", () => {
  it("knows the statements of both source pieces and the parts of the system", () => {
    const numbers = (letter: string): readonly string[] =>
      statements.map((each) => each.id).filter((each) => each.startsWith(letter));
    expect(numbers("H")).toHaveLength(56);
    expect(numbers("T").length).toBeGreaterThanOrEqual(40);
    expect(numbers("S")).toHaveLength(11);
  });

  it.each(statements)("makes statement $id in a report, or says who does", (each) => {
    const places = found.filter(({ statement }) => statement === each.id);
    expect(places.length > 0 || each.instead !== undefined, each.what).toBe(true);
  });

  it("names no statement that there is not", () => {
    const further = chapters().flatMap((each) => each.statements);
    const ids = new Set([...statements, ...further].map((each) => each.id));
    expect(found.filter(({ statement }) => !ids.has(statement))).toEqual([]);
  });

  it.each(reports())("has a page of the manual for $name", ({ page }) => {
    expect(page).not.toBeNull();
  });
});
