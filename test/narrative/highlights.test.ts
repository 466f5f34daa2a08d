import { describe, expect, it } from "vitest";
import type { Spoken } from "../../src/narrative/index.ts";
import { highlightsAsked, lint, plainText } from "../../src/narrative/index.ts";
import { rendered, scene, template } from "./fixture.ts";

const HEAD = "{{#headline}}Small caps{{/headline}}\n\n";
const known = { facts: new Set(scene().facts.keys()), charts: new Set<string>(), names: [] };

function spoken(text: string, turn = 0): Spoken {
  const { facts, series } = scene();
  return { template: template(text, "line"), facts, series, turn };
}

const TWO = [
  spoken("{{noun week}} fell {{size week}}."),
  spoken("It closed at {{figure close}}.", 1),
];

function text(note: string, highlights: readonly Spoken[]): readonly string[] {
  return rendered(note, scene({ highlights })).blocks.flatMap((each) => {
    if (each.kind === "list") return each.items.map((item) => `- ${plainText(item)}`);
    return each.kind === "paragraph" ? [plainText(each.children)] : [];
  });
}

describe("{{highlights}}", () => {
  it("prints sentences as a list, and as one paragraph where it is asked to", () => {
    expect(text("{{highlights}}", TWO)).toEqual([
      "- The index fell 3.5 percent.",
      "- It closed at 2040.",
    ]);
    expect(text('{{highlights as="paragraph"}}', TWO)).toEqual([
      "The index fell 3.5 percent. It closed at 2040.",
    ]);
  });

  it("prints as many as are asked for, the best first", () => {
    expect(text("{{highlights count=1}}", TWO)).toEqual(["- The index fell 3.5 percent."]);
    expect(text("{{highlights count=6}}", TWO)).toHaveLength(2);
  });

  it("falls out with its heading where there is nothing to add", () => {
    const { blocks } = rendered("It fell.\n\n## Also\n\n{{highlights}}", scene({ highlights: [] }));
    expect(blocks.map((each) => each.kind)).toEqual(["paragraph"]);
  });

  it("says facts, which the ledger knows", () => {
    const { said } = rendered("{{highlights}}", scene({ highlights: TWO }));
    expect(said.map((each) => each.fact)).toEqual(["week", "close"]);
  });

  it("takes no verb that the note has used", () => {
    const verb = spoken("It {{moved week}} {{size week}}.");
    const [one, two] = text("It {{moved week}} {{size week}}.\n\n{{highlights}}", [verb]);
    expect(two).not.toBe(`- ${one ?? ""}`);
  });

  it("is refused in the middle of other text, in a title and in an option it does not have", () => {
    const wrong = (note: string) => lint(template(HEAD + note), known).map((each) => each.rule);
    expect(wrong("Here: {{highlights}}\n")).toEqual(["misplaced"]);
    expect(wrong("It fell.\n\n{{highlights many=true}}\n")).toEqual(["helper-arguments"]);
    expect(lint(template("{{highlights}}", "line"), known).map((each) => each.rule)).toEqual([
      "misplaced",
    ]);
  });

  it("tells how many the note asks for at most", () => {
    expect(highlightsAsked(template(`${HEAD}{{highlights}}`))).toBe(3);
    expect(highlightsAsked(template(`${HEAD}{{highlights count=5}}\n\n{{highlights}}`))).toBe(5);
    expect(highlightsAsked(template(`${HEAD}It fell.`))).toBe(0);
  });
});
