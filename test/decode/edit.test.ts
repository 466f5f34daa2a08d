import { describe, expect, it } from "vitest";
import { withValues } from "../../src/decode/index.ts";

describe("a value in YAML", () => {
  it.each([
    ["title: Old # remark", 'title: "New" # remark'],
    ['title: "Old: \\"x\\""\nother: 1', 'title: "New"\nother: 1'],
    ["title: 'It''s'\n", 'title: "New"\n'],
    ["title: >-\n  Old\n  one\nother: 1\n", 'title: "New"\nother: 1\n'],
    ["other:\n  title: Old\n", "other:\n  title: Old\n"],
    ["- title: Old\n", "- title: Old\n"],
  ])("takes the place of another, and all else stays: %j", (text, wanted) => {
    expect(withValues(text, { title: "New" })).toBe(wanted);
  });

  it("is written so that it is read as it is", () => {
    expect(withValues("title: Old", { title: 'A "B": #c' })).toBe('title: "A \\"B\\": #c"');
  });
});
