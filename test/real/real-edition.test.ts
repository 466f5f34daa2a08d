import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { editionOf, realMaterials, ROOT, sampleMaterials } from "../edition/support/make.ts";
import { describeReal } from "./data.ts";

const text = readFileSync(path.join(ROOT, "docs", "real-edition.md"), "utf8");
const rows = text
  .split("\n")
  .filter((each) => each.startsWith("| H"))
  .map((each) => {
    const [statement = "", real = "", , by = ""] = each
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    const named = /^(?:slot|chart|series)/.test(by) ? [] : [...by.matchAll(/`([^`]+)`/g)];
    return { statement, real, facts: named.map((found) => found[1] ?? "") };
  });

describeReal("the list of statements in docs/real-edition.md", async (folder) => {
  const real = await editionOf(realMaterials(folder), "2025-05-23", "2025-05-27");
  const sample = await editionOf(sampleMaterials(), "2025-05-23", "2025-05-27");

  it("has every statement, in order", () => {
    const numbers = rows.map((each) => Number(/^H(\d+)/.exec(each.statement)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 56 }, (_, index) => index + 1));
  });

  it.each(rows)("says of $statement what the edition does", ({ real: said, facts }) => {
    const withheld = said.startsWith("withheld");
    for (const id of facts) {
      expect(sample.facts.get(id)?.kind, `${id} of the sample`).toBe("fact");
      expect(real.facts.get(id)?.kind, id).toBe(withheld ? "withheld" : "fact");
    }
  });
});
