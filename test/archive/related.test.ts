import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { relatedEditions } from "../../src/archive/index.ts";
import { day } from "../../src/model/index.ts";

const AUTHOR = "A. Writer";
const wanted = Object.freeze({ author: AUTHOR, before: day("2025-05-27"), exclude: [] });

describe("relatedEditions", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "notewright-archive-"));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function write(report: string, published: string, text: string): string {
    const folder = path.join(root, report, published);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "edition.json"), text);
    return path.join(folder, "edition.json");
  }

  function edition(
    report: string,
    published: string,
    changed: Record<string, unknown> = {},
  ): string {
    const href = `https://notes.example/${report}/${published}/`;
    const plain = { report, title: `${report} ${published}`, author: AUTHOR, asOf: published };
    return write(report, published, JSON.stringify({ ...plain, published, href, ...changed }));
  }

  const titles = (change: object = {}): readonly string[] =>
    relatedEditions(root, { ...wanted, ...change }).related.map((each) => each.title);

  it("lists the author's editions newest first, over all reports", () => {
    edition("small-caps", "2025-05-13");
    edition("futures", "2025-05-20");
    edition("small-caps", "2025-05-06");
    expect(relatedEditions(root, wanted)).toEqual({
      related: [
        {
          title: "futures 2025-05-20",
          published: "2025-05-20",
          href: "https://notes.example/futures/2025-05-20/",
        },
        {
          title: "small-caps 2025-05-13",
          published: "2025-05-13",
          href: "https://notes.example/small-caps/2025-05-13/",
        },
        {
          title: "small-caps 2025-05-06",
          published: "2025-05-06",
          href: "https://notes.example/small-caps/2025-05-06/",
        },
      ],
      problems: [],
    });
  });

  it("leaves out other authors, the day itself and what came later", () => {
    edition("a", "2025-05-13", { author: "Somebody Else" });
    edition("b", "2025-05-27");
    edition("c", "2025-06-03");
    edition("d", "2025-05-26");
    expect(titles()).toEqual(["d 2025-05-26"]);
  });

  it("leaves out the addresses it is told to", () => {
    edition("a", "2025-05-13");
    edition("b", "2025-05-13");
    expect(titles({ exclude: ["https://notes.example/a/2025-05-13/"] })).toEqual(["b 2025-05-13"]);
  });

  it("orders editions of one day by title", () => {
    edition("a", "2025-05-13", { title: "Second" });
    edition("b", "2025-05-13", { title: "First" });
    expect(titles()).toEqual(["First", "Second"]);
  });

  it("takes an archive that is not there for an empty one", () => {
    expect(relatedEditions(path.join(root, "none"), wanted)).toEqual({ related: [], problems: [] });
  });

  it("passes over files beside the folders", () => {
    edition("a", "2025-05-13");
    writeFileSync(path.join(root, "README.md"), "hello");
    writeFileSync(path.join(root, "a", "notes.txt"), "hello");
    expect(relatedEditions(root, wanted)).toMatchObject({ related: [{}], problems: [] });
  });

  it("warns of a file that is no JSON, with line and column, and keeps the others", () => {
    edition("a", "2025-05-13");
    const file = write("b", "2025-05-06", '{\n  "report": "b" "c"\n}');
    const { related, problems } = relatedEditions(root, wanted);
    expect(related).toHaveLength(1);
    expect(problems).toMatchObject([
      { rule: "archive-edition", severity: "warning", file, line: 2, column: 17 },
    ]);
  });

  it("warns of a file cut short at its end", () => {
    const file = write("b", "2025-05-06", '{\n  "report": "b"');
    expect(relatedEditions(root, wanted).problems).toMatchObject([{ file, line: 2, column: 16 }]);
  });

  it.each([["[]"], ["null"], ['"edition"']])("warns of %s, which holds no object", (text) => {
    write("b", "2025-05-06", text);
    expect(relatedEditions(root, wanted)).toMatchObject({
      related: [],
      problems: [{ message: "the file holds no object" }],
    });
  });

  it.each([
    ["a title that is no text", { title: 7 }, '"title" is missing or is no text'],
    ["an author of blanks", { author: "  " }, '"author" is missing or is no text'],
    ["a day that is none", { asOf: "2025-02-30" }, '"asOf" is missing or is no day as 2025-05-13'],
    [
      "a day before its as-of day",
      { asOf: "2025-05-14" },
      "published on 2025-05-13, before its as-of day 2025-05-14",
    ],
    ["a script for an address", { href: "javascript:alert(1)" }, /no web address/],
    [
      "another report than its folder's",
      { report: "b" },
      "the file tells of b of 2025-05-13, its folder of a of 2025-05-13",
    ],
  ])("warns of %s and leaves the edition out", (_, changed, message) => {
    edition("a", "2025-05-13", changed);
    const { related, problems } = relatedEditions(root, wanted);
    expect(related).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(message);
  });

  it("tells everything that one file lacks at once", () => {
    write("a", "2025-05-13", "{}");
    expect(relatedEditions(root, wanted).problems).toHaveLength(6);
  });

  it("warns of an edition's folder without its file", () => {
    mkdirSync(path.join(root, "a", "2025-05-13"), { recursive: true });
    expect(relatedEditions(root, wanted).problems).toMatchObject([
      { message: "the folder of an edition lacks its edition.json" },
    ]);
  });

  it("finds the three editions of the sample archive", () => {
    cpSync(path.join(import.meta.dirname, "..", "..", "archive"), root, { recursive: true });
    const found = relatedEditions(root, { ...wanted, author: "The Notewright desk" });
    expect(found.problems).toEqual([]);
    expect(found.related.map((each) => each.published)).toEqual([
      "2025-05-13",
      "2025-05-06",
      "2025-04-29",
    ]);
  });
});
