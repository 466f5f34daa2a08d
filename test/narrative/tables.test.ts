import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { lint } from "../../src/narrative/index.ts";
import { read, rendered, scene, template } from "./fixture.ts";

const TABLE = `The week in figures:

| Index | Close | Week |
| --- | ---: | ---: |
| {{name close}} | {{figure close}} | {{figure week style="compact" sign="signed"}} |
| {{name large}} | {{figure large.to}} | {{figure large style="compact" sign="signed"}} |
`;

function problems(text: string): readonly string[] {
  const made = template(`{{#headline}}Small caps{{/headline}}\n\n${text}`);
  const known = { facts: new Set(scene().facts.keys()), charts: new Set<string>(), names: [] };
  return lint(made, known).map((each) => `${each.rule} ${each.line}`);
}

describe("a table of figures", () => {
  it("says what docs/helpers.md shows", () => {
    const manual = readFileSync(path.join(import.meta.dirname, "../../docs/helpers.md"), "utf8");
    const found = /```text table\n([\s\S]*?)\n```\s+((?:> .*\n)+)/.exec(manual);
    expect(read(found?.[1] ?? "")).toBe((found?.[2] ?? "").replaceAll(/^> /gm, "").trim());
  });

  it("says a fact in each cell, and every figure is marked as one", () => {
    expect(problems(TABLE)).toEqual([]);
    expect(read(TABLE)).toBe(
      [
        "The week in figures:",
        "| Index | Close | Week |",
        "| Russell 2000 | 2040 | −3.5% |",
        "| S&P 500 | 5803 | −2.6% |",
      ].join("\n"),
    );
    expect(rendered(TABLE).said.map((each) => each.fact)).toEqual([
      "close",
      "week",
      "large.to",
      "large",
    ]);
  });

  it("loses a row that says a withheld fact, and lists it", () => {
    const third = '\n| Again | {{figure close}} | {{figure week style="compact"}} |';
    const text = TABLE.trimEnd().replace("{{figure large.to}}", "{{figure lost}}") + third;
    expect(read(text)).not.toContain("S&P");
    expect(read(text)).toContain("| Again | 2040 | −3.5% |");
    const rows = rendered(text).dropped.filter((each) => each.what === "row");
    expect(rows.map((each) => each.text)).toEqual(["S&P 500 | […] | −2.6%"]);
  });

  it("falls out with the sentence that announces it where fewer than two rows are left", () => {
    const one = TABLE.replaceAll("{{figure close}}", "{{figure lost}}");
    expect(read(one)).toBe("");
    expect(read(one.replace("{{figure large.to}}", "{{figure lost}}"))).toBe("");
  });

  it("keeps the rule that figures are never typed", () => {
    expect(problems(TABLE.replace("{{figure close}}", "2040"))).toContain("typed-figure 7");
  });

  it.each([
    "The index | the fund",
    "| a row that does not end",
    "| close | {{figure close}} |",
    "| name | close |\n| --- | --- |",
    "| name | close |\n| --- | --- |\n| a | {{figure close}} | {{figure week}} |",
    "| name | close |\n| a | {{figure close}} |\n| --- | --- |",
    "The week:\n| name |\n| --- |\n| a |",
  ])("refuses the bars of what is no whole table: %s", (text) => {
    const line = text.startsWith("The week") ? 4 : 3;
    expect(problems(text)).toContain(`markdown-trap ${line}`);
  });
});
