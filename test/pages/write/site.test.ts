import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SiteFile } from "../../../src/pages/index.ts";
import { draftSite } from "../../../src/pages/index.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "site-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const home = (...steps: readonly string[]): string => path.join(root, "site", ...steps);
const parts = (files: Readonly<Record<string, SiteFile>>) =>
  Object.entries(files).map(([name, content]) => ({ path: name, content, problems: [] }));

function write(files: Readonly<Record<string, SiteFile>>): readonly [number, number] {
  const draft = draftSite(home(), parts(files));
  if (!draft.ok) throw new Error(draft.problems[0]?.message);
  expect(draft.value.settle()).toEqual([]);
  return [draft.value.changed.length, draft.value.removed.length];
}

const rules = (files: Readonly<Record<string, SiteFile>>): readonly string[] =>
  draftSite(home(), parts(files)).problems.map((each) => each.rule);

describe("a site's folder", () => {
  it("holds what was made, and its list", () => {
    expect(write({ "index.html": "one", "a/b/c.txt": Buffer.from("two") })).toEqual([2, 0]);
    expect(readFileSync(home("a", "b", "c.txt"), "utf8")).toBe("two");
    expect(readdirSync(home()).toSorted()).toEqual([".notewright-site.json", "a", "index.html"]);
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("loses what is made no more, with folders that are empty then", () => {
    write({ "index.html": "one", "old/page.html": "x" });
    expect(write({ "index.html": "one" })).toEqual([0, 1]);
    expect(existsSync(home("old"))).toBe(false);
  });

  it("keeps every file that is not its own, links and empty folders too, and their times", () => {
    write({ "index.html": "one", "notes/index.html": "n" });
    mkdirSync(home(".well-known"));
    mkdirSync(home("empty"));
    writeFileSync(home("CNAME"), "letters.example");
    writeFileSync(home("notes", "mine.txt"), "mine");
    symlinkSync("CNAME", home("link"));
    const time = statSync(home("CNAME")).mtimeMs;
    expect(write({ "index.html": "two" })).toEqual([1, 1]);
    expect(readFileSync(home("CNAME"), "utf8")).toBe("letters.example");
    expect(statSync(home("CNAME")).mtimeMs).toBe(time);
    expect(readFileSync(home("notes", "mine.txt"), "utf8")).toBe("mine");
    expect(readdirSync(home("notes"))).toEqual(["mine.txt"]);
    expect(lstatSync(home("link")).isSymbolicLink()).toBe(true);
    expect(readdirSync(home())).toEqual(expect.arrayContaining([".well-known", "empty"]));
  });

  it("refuses to take the place of a file that is not its own, and leaves everything", () => {
    mkdirSync(home());
    writeFileSync(home("index.html"), "mine");
    writeFileSync(home("topics"), "a file where a folder would go");
    expect(rules({ "index.html": "one", "topics/index.html": "t" })).toEqual([
      "foreign-file",
      "foreign-file",
    ]);
    expect(readFileSync(home("index.html"), "utf8")).toBe("mine");
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("replaces a file of its own that someone has changed or removed", () => {
    write({ "index.html": "one", "b.html": "b" });
    writeFileSync(home("index.html"), "changed by hand");
    rmSync(home("b.html"));
    expect(write({ "index.html": "one", "b.html": "b" })).toEqual([2, 0]);
    expect(readFileSync(home("index.html"), "utf8")).toBe("one");
  });

  it("stays as it was until the draft takes its place, and when the draft is dropped", () => {
    write({ "index.html": "one" });
    const draft = draftSite(home(), parts({ "index.html": "two" }));
    expect(readFileSync(home("index.html"), "utf8")).toBe("one");
    if (draft.ok) draft.value.drop();
    expect(readdirSync(root)).toEqual(["site"]);
    expect(readFileSync(home("index.html"), "utf8")).toBe("one");
  });

  it("stays as it was when a part fails, by a problem or by a throw", () => {
    write({ "index.html": "one" });
    const wrong = { rule: "parity", severity: "error" as const, file: null, line: null };
    const failing = [
      { path: "a.html", content: "a", problems: [] },
      {
        path: "b.html",
        content: "b",
        problems: [{ ...wrong, column: null, message: "", hint: "" }],
      },
    ];
    expect(draftSite(home(), failing).ok).toBe(false);
    function* throwing(): Generator<(typeof failing)[number]> {
      yield { path: "a.html", content: "a", problems: [] };
      throw new RangeError("our own fault");
    }
    expect(() => draftSite(home(), throwing())).toThrow("our own fault");
    expect(readdirSync(root)).toEqual(["site"]);
    expect(readdirSync(home()).toSorted()).toEqual([".notewright-site.json", "index.html"]);
  });

  it("refuses a copy that is not the file it should be, a way out, and a broken list", () => {
    writeFileSync(path.join(root, "a.svg"), "<svg/>");
    const from = path.join(root, "a.svg");
    expect(rules({ "a.svg": { from, hash: "00".repeat(32) } })).toEqual(["archive-altered"]);
    expect(rules({ "../up.html": "x" })).toEqual(["cannot-write"]);
    write({ "index.html": "one" });
    writeFileSync(home(".notewright-site.json"), "no list");
    expect(rules({ "index.html": "one" })).toEqual(["site-list"]);
  });

  it("is no link that could lead anywhere", () => {
    mkdirSync(path.join(root, "other"));
    symlinkSync("other", home());
    expect(rules({ "index.html": "one" })).toEqual(["cannot-write"]);
    expect(readdirSync(path.join(root, "other"))).toEqual([]);
  });
});
