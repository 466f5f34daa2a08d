import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { excerptOf } from "../../src/desk/preview/excerpt.ts";
import { problem } from "../../src/model/index.ts";

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "notewright-excerpt-"));
  file = path.join(folder, "note.md.hbs");
  writeFileSync(
    file,
    `first\r\n    indented wrong here\n\n${"x".repeat(200)}HERE${"y".repeat(200)}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function at(line: number | null, column: number | null, name: string | null = file) {
  return excerptOf({ ...problem("rule", null, "", ""), file: name, line, column });
}

describe("an excerpt", () => {
  it("points into the line, its indent taken off", () => {
    const found = at(2, 14);
    expect(found?.text).toBe("indented wrong here");
    expect(found?.text.slice(found.caret ?? 0)).toBe("wrong here");
  });

  it("cuts a long line around the place", () => {
    const found = at(4, 201);
    expect(found?.text.length).toBeLessThan(130);
    expect(found?.text.slice(found.caret ?? 0).startsWith("HERE")).toBe(true);
    expect(found?.text).toMatch(/^…x+HEREy+…$/);
  });

  it("shows a line without a column whole", () => {
    expect(at(1, null)).toEqual({ text: "first", caret: null });
  });

  it("is not there where the line is empty, gone, or in no file", () => {
    expect(at(3, 1)).toBeNull();
    expect(at(40, 1)).toBeNull();
    expect(at(1, 1, path.join(folder, "nothing"))).toBeNull();
    expect(at(1, 1, folder)).toBeNull();
    expect(at(1, 1, null)).toBeNull();
    expect(at(null, null)).toBeNull();
  });

  it("points at the end of a line that has become shorter", () => {
    expect(at(1, 90)?.caret).toBe(5);
  });
});
