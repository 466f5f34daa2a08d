import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Requests } from "../../scripts/docs/sample.ts";
import { fences } from "./manual.ts";
import { editionWith, merged, textOf, told } from "./newsroom.ts";

const notes = fences("docs/groups.md").filter((each) => each.kind === "group");

describe("an example of groups", () => {
  it("is there", () => {
    expect(notes.length).toBeGreaterThan(5);
  });

  it.each(notes.map((each) => [each.line, each] as const))(
    "on line %d says what it shows",
    async (_, each) => {
      const facts = parse(each.before) as Requests;
      const made = await editionWith({
        report: (base) => merged(base, { facts }),
        note: (text) => `${text}\n\n## Here\n\n${each.text}`,
      });
      const wrong = made.problems.filter(
        ({ severity, rule }) => severity === "error" || rule === "unequal-rows",
      );
      expect(told(wrong)).toEqual([]);
      const text = made.edition === null ? "" : textOf(made.edition.article);
      const pattern = each.said
        .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll(/_\w+_/g, ".+");
      expect(text.split("## Here\n")[1]).toMatch(new RegExp(`^${pattern}$`));
    },
  );
});
