import { describe, expect, it } from "vitest";
import { chapters, spoken } from "../../scripts/docs/statements.ts";
import { plain } from "../../src/pages/index.ts";

const all = spoken();

describe("a statement of the manual", () => {
  it.each(all.map((each) => [each.statement.id, each] as const))(
    "%s is said, or told why not",
    (_, { statement, said, problems }) => {
      expect(problems).toEqual([]);
      if (statement.line === undefined) expect(statement.instead).toMatch(/.{10}/);
      else expect(plain(said ?? [])).not.toBe("");
    },
  );

  it("has an id of its own", () => {
    const ids = chapters().flatMap((each) => each.statements.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("leaves out none of the statements counted in notes", () => {
    const ids = new Set(all.map((each) => each.statement.id));
    for (let at = 1; at <= 56; at++) expect(ids, `H${at}`).toContain(`H${at}`);
    for (let at = 1; at <= 40; at++) expect(ids, `T${at}`).toContain(`T${at}`);
    for (let at = 1; at <= 19; at++) expect(ids, `K${at}`).toContain(`K${at}`);
  });

  it("leaves no hole and no doubled word or space in what is said", () => {
    for (const { statement, said } of all) {
      const text = plain(said ?? []);
      expect(text, statement.id).not.toMatch(/ {2}|\b(\w+) \1\b|\( |undefined|NaN|\{\{/);
    }
  });
});
