import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/model/index.ts";
import { parseTemplate } from "../../src/narrative/index.ts";
import { read, scene, template } from "./fixture.ts";

function problems(text: string): readonly Problem[] {
  return parseTemplate(text, "note.md.hbs", "note").problems;
}

const places = (text: string): readonly string[] =>
  problems(text).map((each) => `${each.rule} ${each.line}:${each.column}`);

describe("parseTemplate", () => {
  it.each([
    [
      "an unclosed block at its opening",
      "One.\n\n  {{#rose week}}\nUp.\n\nEnd.",
      ["template-syntax 3:3"],
    ],
    [
      "a wrong closer at the opening",
      "{{#rose week}}\nUp.\n{{/fell}}",
      ["template-syntax 1:1", "template-syntax 3:1"],
    ],
    [
      "a misspelt closer at the opening",
      "\n{{#rose week}}\nUp.\n{{/rosee}}",
      ["template-syntax 2:1"],
    ],
    ["a closer without an opening", "Up.\n{{/rose}}", ["template-syntax 2:1"]],
    [
      "the inner block that was forgotten",
      "{{#has a}}\n{{#rose a}}x\n{{/has}}",
      ["template-syntax 2:1"],
    ],
    ["a tag without its end", "One {{figure week\nTwo {{figure low}}.", ["template-syntax 1:5"]],
    ["a tag with one closing brace", "One {{figure week} two.\nThree.", ["template-syntax 1:5"]],
    ["an else outside every block", "One.\n{{else}}\nTwo.", ["template-syntax 2:1"]],
    ["a stray character in a tag", "A\nB {{figure week, low}}.", ["template-syntax 2:3"]],
    ["an unclosed comment", "A {{!-- note", ["template-syntax 1:3"]],
    ["braces printed by a backslash", "A \\{{figure week}}", ["template-syntax 1:4"]],
  ])("tells %s", (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it("tells every mistake at once, each with its mend", () => {
    const found = problems("{{#rose week}}\n{{figure a.50}}\n{{/week}}\n{{figure");
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found.every((each) => each.hint !== "" && each.file === "note.md.hbs")).toBe(true);
  });

  it("counts lines the same with a byte order mark and Windows line ends", () => {
    expect(places("\uFEFFOne.\r\n\r\n{{#rose week}}\r\nUp.")).toEqual(["template-syntax 3:1"]);
    const note = "\uFEFFIt {{direction week up=“rose” down=“fell” flat=‘held’}}\r\n{{size week}}.";
    expect(read(note)).toBe("It fell 3.5 percent.");
  });

  it("names the chain of partials that contain themselves", () => {
    const partials = new Map([
      ["one", { file: "templates/partials/one.md.hbs", text: "{{> two}}" }],
      ["two", { file: "templates/partials/two.md.hbs", text: "A\n{{> one}}" }],
    ]);
    const [found] = parseTemplate("{{> one}}", "note.md.hbs", "note", partials).problems;
    expect(found).toMatchObject({ rule: "partial-circle", line: 2, column: 1 });
    expect(found?.file).toBe("templates/partials/two.md.hbs");
    expect(found?.message).toContain(
      "one.md.hbs → templates/partials/two.md.hbs → templates/partials/one.md.hbs",
    );
  });

  it("names the partials there are where one is missing", () => {
    const partials = new Map([["sources", { file: "p/sources.md.hbs", text: "x" }]]);
    const [found] = parseTemplate("A\n{{> source}}", "n.hbs", "note", partials).problems;
    expect(found).toMatchObject({ rule: "unknown-partial", line: 2 });
    expect(found?.hint).toContain("sources");
  });

  it("puts a partial's text in its place", () => {
    const partials = new Map([
      ["tail", { file: "p/tail.md.hbs", text: "It ended at {{figure close}}.\n" }],
    ]);
    const made = template(
      "{{#headline}}A{{/headline}}\n\nFirst.\n\n{{> tail}}\n",
      "note",
      partials,
    );
    expect(made.texts.map((each) => each.file)).toEqual(["note.md.hbs", "p/tail.md.hbs"]);
  });

  it("refuses partials that multiply beyond all measure", () => {
    const partials = new Map(
      Array.from({ length: 15 }, (_, at) => [
        `p${at}`,
        { file: `p${at}.hbs`, text: `{{> p${at + 1}}}{{> p${at + 1}}}{{figure week}}` },
      ]),
    );
    partials.set("p15", { file: "p15.hbs", text: "{{figure week}}" });
    const found = parseTemplate("{{> p0}}", "n.hbs", "note", partials);
    expect(found.ok).toBe(false);
    expect(found.problems.some((each) => each.rule === "template-size")).toBe(true);
  });

  it("refuses blocks nested beyond all measure without running out of stack", () => {
    const text = "{{#has week}}".repeat(3000) + "x" + "{{/has}}".repeat(3000);
    expect(problems(text)[0]).toMatchObject({ rule: "template-syntax", line: 1 });
  });

  it("leaves the facts of a scene alone", () => {
    const where = Object.freeze(scene());
    expect(read("It closed at {{figure close}}.", where)).toBe("It closed at 2040.");
  });
});
