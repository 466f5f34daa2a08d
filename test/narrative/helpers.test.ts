import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { HELPERS, lint, plainText, render, signature } from "../../src/narrative/index.ts";
import { readBlocks, scene, template } from "./fixture.ts";

const MANUAL = readFileSync(path.join(import.meta.dirname, "../../docs/helpers.md"), "utf8");
const HEAD = "{{#headline}}Small caps{{/headline}}\n\n";

const entries = MANUAL.split(/^### /m)
  .slice(1)
  .map((entry) => ({
    name: /^\S+/.exec(entry)?.[0] ?? "",
    signature: /^`(.*)`$/m.exec(entry)?.[1] ?? "",
    example: /```text\n([\s\S]*?)\n```/.exec(entry)?.[1] ?? "",
    result: /^> (.*)$/m.exec(entry)?.[1] ?? "",
  }));

/** What would be worth saying, had anybody looked. */
const HIGHLIGHTS = ["on the week", "of late"].map((when, turn) => ({
  template: template(`{{noun week}} {{moved week}} {{size week}} ${when}.`, "line"),
  facts: scene().facts,
  series: scene().series,
  turn,
}));

/** The example by itself, or with a headline where it is none. */
function said(example: string): string {
  const isHeadline = example.includes("{{#headline}}");
  const made = template(isHeadline ? example : HEAD + example);
  const known = { facts: new Set(scene().facts.keys()), charts: new Set<string>(), names: [] };
  const charts = new Set(example.includes("{{chart") ? ["index"] : []);
  expect(lint(made, { ...known, charts }).filter((each) => each.severity === "error")).toEqual([]);
  const note = render(made, scene({ charts, highlights: HIGHLIGHTS }));
  const lines = [...(isHeadline ? [note.headline] : []), note.standfirst, ...note.method];
  const blocks = note.blocks.filter((each) => each.kind !== "chart");
  return [...lines.map(plainText), readBlocks({ ...note, blocks })].join("\n").trim();
}

describe("docs/helpers.md", () => {
  it("tells of every helper once, and of no other", () => {
    expect(entries.map((each) => each.name).toSorted()).toEqual(
      HELPERS.map((each) => each.name).toSorted(),
    );
  });

  it.each(entries)("shows how $name is written", (entry) => {
    const helper = HELPERS.find((each) => each.name === entry.name);
    expect(entry.signature).toBe(helper === undefined ? "" : signature(helper));
  });

  it.each(entries)("shows what $name says", (entry) => {
    const pattern = entry.result
      .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replace(/\\\*\w+\\\*|_\w+_/g, ".+");
    expect(entry.example).toContain(entry.name);
    expect(said(entry.example)).toMatch(new RegExp(`^${pattern}$`));
  });
});
