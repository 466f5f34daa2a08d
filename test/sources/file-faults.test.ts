import { symlinkSync, truncateSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readSeries } from "../../src/sources/index.ts";
import { catalogOf, entry, folderWith, points, read } from "./fixture.ts";

const GOOD = "date,value\n2025-01-01,5\n2025-02-01,6\n";
const EXPECTED = ["2025-01-31 5", "2025-02-28 6"];

function refused(
  content: string | Uint8Array,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const found = read(content, entry(more));
  expect(found.ok).toBe(false);
  return found.told.join("\n");
}

describe("a file that is no table", () => {
  it("is called empty", () => {
    expect(refused("")).toBe(
      "x.csv:1 error data-empty: the file is empty: no rows -> restore the file",
    );
    expect(refused("\n \n")).toContain("no rows");
    expect(refused("date,value\n")).toContain(
      "x.csv:1 error data-empty: the file has a header but no rows",
    );
  });

  it("is shown when it is a web page or JSON", () => {
    expect(refused("<!DOCTYPE html>\n<html><body>Not found")).toContain(
      "this is HTML, not a table: <!DOCTYPE html>",
    );
    expect(refused('{"error": "no"}')).toContain("this is JSON");
    expect(refused('[{"a": 1}]')).toContain("this is JSON");
  });

  it("is named when it is packed or a spreadsheet", () => {
    expect(refused(gzipSync(GOOD))).toContain("this is gzip, not text -> let its name end in .gz");
    expect(refused(new Uint8Array([0x50, 0x4b, 3, 4]))).toContain("spreadsheet");
    const half = read(gzipSync(GOOD).subarray(0, 20), entry({ file: "x.csv.gz" }), "x.csv.gz");
    expect(half.told.join()).toContain("x.csv.gz: error data-text: the name ends in .gz");
  });

  it("is refused with NUL signs or sign by sign in UTF-16 without its mark", () => {
    expect(refused("date,value\n2025-01-01,5\u0000\n")).toContain(
      "x.csv:2 error data-text: a NUL sign stands on line 2",
    );
  });

  it("is refused with Latin-1 bytes, by offset and line", () => {
    const bytes = Buffer.from("date,value\n2025-01-01,5\ncaf\u00e9,6\n", "latin1");
    // 11 bytes of header and 13 of the second line stand before "caf".
    expect(refused(bytes)).toContain(
      "x.csv:3 error data-text: byte 27 (0xe9) is not UTF-8 -> save the file as UTF-8, or declare encoding: latin-1",
    );
    const declared = Buffer.from("dat\u00e9,value\n2025-01-01,5\n", "latin1");
    expect(points(read(declared, entry({ day: "dat\u00e9", encoding: "latin-1" })))).toEqual([
      "2025-01-31 5",
    ]);
  });

  it("is refused with a line without end", () => {
    expect(refused(`date,value\n2025-01-01,${"5".repeat(1_000_001)}\n`)).toContain(
      "x.csv:2 error data-size",
    );
    expect(refused(`date,value\n2025-01-01,"${"5".repeat(1_000_001)}"\n`)).toContain("data-size");
  });
});

describe("a file beyond all size", () => {
  it("is refused before it is read", () => {
    const folder = folderWith({ "x.csv": "" });
    truncateSync(path.join(folder, "x.csv"), 2_000_000_000);
    const start = performance.now();
    const found = readSeries(catalogOf(entry()), folder, ["x"]);
    expect(found.problems).toMatchObject([{ rule: "data-size", file: "catalog.yaml" }]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it("is refused when it grows beyond it in unpacking", () => {
    const bomb = gzipSync(Buffer.alloc(70_000_000, "1,2\n"));
    const found = read(bomb, entry({ file: "x.csv.gz" }), "x.csv.gz");
    expect(found.told.join()).toContain(
      "x.csv.gz: error data-size: the file holds more than 64 MB",
    );
  });
});

describe("a table", () => {
  it.each([
    ["a byte order mark", `\uFEFF${GOOD}`],
    ["UTF-16 little-endian", Buffer.from(`\uFEFF${GOOD}`, "utf16le")],
    ["UTF-16 big-endian", Buffer.from(`\uFEFF${GOOD}`, "utf16le").swap16()],
    ["CRLF", GOOD.replaceAll("\n", "\r\n")],
    ["CR alone", GOOD.replaceAll("\n", "\r")],
    ["mixed line ends", "date,value\r\n2025-01-01,5\r2025-02-01,6\n"],
    ["no last line end", GOOD.trimEnd()],
    ["blank lines", "date,value\n\n2025-01-01,5\n\n\n2025-02-01,6\n\n"],
    ["spaces around its cells", " date , value\n2025-01-01 , 5\n2025-02-01,6 \n"],
    ["quotes", '"date","value"\n"2025-01-01","5"\n"2025-02-01","6"\n'],
    [
      "harmful names",
      "date,value,__proto__,constructor\n2025-01-01,5,1,1\n2025-02-01,6,=CMD(),<script>\n",
    ],
    [
      "strange names",
      `date,value,n\n2025-01-01,5,\u202e${"x".repeat(10_000)}\n2025-02-01,6,[x](javascript:1)\n`,
    ],
  ])("is read with %s", (_, content) => {
    const found = read(content);
    expect(points(found)).toEqual(EXPECTED);
    expect(found.problems).toEqual([]);
  });

  it.each([
    ["without quotes", `Prices\nas of May 5, 2025\n\n${GOOD}`],
    ["with quotes", `"Prices"\n"as of\n\n"date","value"\n"2025-01-01","5"\n2025-02-01,6\n`],
  ])("begins after the lines that are skipped, %s", (_, content) => {
    const found = read(content, entry({ "skip-lines": 2 }));
    expect(points(found)).toEqual(EXPECTED);
    const again = found.ok ? found.value.series.get("x")?.points.map((each) => each.line) : [];
    expect(again).toEqual([5, 6]);
    expect(read(content, entry({ "skip-lines": 2, column: "v" })).told[0]).toContain("x.csv:4 ");
    expect(read(GOOD, entry({ "skip-lines": 9 })).told[0]).toContain("the file is empty");
  });

  it("is unpacked when its name ends in .gz", () => {
    expect(points(read(gzipSync(GOOD), entry({ file: "x.csv.gz" }), "x.csv.gz"))).toEqual(EXPECTED);
  });

  it("counts the lines after a cell of several lines as an editor does", () => {
    const found = read('date,value,note\n2025-01-01,5,"a\nb"\n2025-02-01,6,c\n\n2025-03-01,x,c\n');
    expect(found.told[0]).toContain('x.csv:6 error data-number: "x" is not a number');
    const good = read('date,value,note\n\n2025-01-01,5,"a\r\nb"\n2025-02-01,6,c\n');
    expect(good.ok && good.value.series.get("x")?.points.map((each) => each.line)).toEqual([3, 5]);
  });

  it("proposes the delimiter it seems to have", () => {
    expect(refused(GOOD.replaceAll(",", ";"))).toContain(
      'x.csv:1 error data-delimiter: the header has no ",", but ";" between its names -> declare delimiter: ";"',
    );
    expect(points(read(GOOD.replaceAll(",", ";"), entry({ delimiter: ";" })))).toEqual(EXPECTED);
    expect(points(read(GOOD.replaceAll(",", "|"), entry({ delimiter: "|" })))).toEqual(EXPECTED);
  });

  it("explains a spreadsheet's separator line", () => {
    expect(refused(`sep=;\n${GOOD}`)).toContain('take the line out and declare delimiter: ";"');
  });

  it("names the place where a quote opens that is never closed", () => {
    expect(refused('date,value\n2025-01-01,"5\n2025-02-01,6\n')).toContain(
      "x.csv:2 error data-quote: a quote opens here and is never closed",
    );
    const found = read('date,value\n2025-01-01,"5\n2025-02-01,6\n');
    expect(found.problems[0]?.column).toBe(12);
  });

  it("names the place of a quote in the middle of a cell", () => {
    expect(refused('date,value\n2025-01-01,5"6\n')).toContain(
      "x.csv:2 error data-quote: a quote stands in the middle",
    );
    expect(refused('date,value\n2025-01-01,"5"6\n')).toContain(
      'after the closing quote stands "6"',
    );
  });

  it("lists rows that are too short or too long, with both counts", () => {
    const text = refused("date,value\n2025-01-01\n2025-02-01,6,7\n");
    expect(text).toContain(
      "x.csv:2 error data-row: the row has 1 cells, the header 2 -> the row is cut short",
    );
    expect(text).toContain("x.csv:3 error data-row: the row has 3 cells, the header 2");
    expect(refused("date,value\n2025-01-01,1,234\n")).toContain(
      "put cells that hold a comma in quotes",
    );
    expect(refused('date,value\n"2025-01-01"\n')).toContain("x.csv:2 error data-row");
  });

  it("refuses headers without a name or with one name twice", () => {
    expect(refused("date,value,value\n2025-01-01,5,6\n")).toContain(
      'columns 2 and 3 of the header are both called "value"',
    );
    expect(refused("date,value, \n2025-01-01,5,6\n")).toContain(
      "column 3 of the header has no name",
    );
  });

  it("asks which column was meant", () => {
    const text = refused(GOOD, { column: "vaule" });
    expect(text).toContain('x.csv:1 error data-column: the header has no column "vaule"');
    expect(text).toContain('did you mean "value"?');
  });

  it("says when a filter leaves nothing", () => {
    expect(refused("date,value,t\n2025-01-01,5,SPY\n", { where: { t: "SPX" } })).toContain(
      'no row has t = "SPX"',
    );
  });
});

describe("the path of a file", () => {
  it("may not lead out of the data folder by a link", () => {
    const outside = folderWith({ "x.csv": GOOD });
    const folder = folderWith({});
    symlinkSync(path.join(outside, "x.csv"), path.join(folder, "x.csv"));
    const found = readSeries(catalogOf(entry()), folder, ["x"]);
    expect(found.problems[0]).toMatchObject({ rule: "data-path", file: "catalog.yaml", line: 1 });
  });

  it("may be a link inside the data folder", () => {
    const folder = folderWith({ "y.csv": GOOD });
    symlinkSync(path.join(folder, "y.csv"), path.join(folder, "x.csv"));
    expect(points(readSeries(catalogOf(entry()), folder, ["x"]))).toEqual(EXPECTED);
  });

  it("is named when nothing is there, with the place that names it", () => {
    const found = readSeries(catalogOf(entry()), folderWith({}), ["x"]);
    expect(found.problems).toMatchObject([{ rule: "data-file", file: "catalog.yaml", line: 1 }]);
    expect(found.problems[0]?.message).toContain("x.csv cannot be read: there is no such file");
    const folder = readSeries(catalogOf(entry()), folderWith({ "x.csv/y": "" }), ["x"]);
    expect(folder.problems[0]?.message).toContain("x.csv is no file");
  });

  it("is not looked at when nobody asks for its series", () => {
    const found = readSeries(catalogOf(entry()), folderWith({}), []);
    expect(found).toMatchObject({ ok: true, problems: [] });
  });

  it("stands with the hash of its bytes", () => {
    const found = read("date,value\n2025-01-01,5\n");
    // printf 'date,value\n2025-01-01,5\n' | sha256sum
    const hash = "7b7001eea9be4468914c2cad68c0d6210cf50de3ee88230c26f8240721ae489b";
    expect(found.ok && found.value.files.get("x.csv")?.hash).toBe(hash);
    expect(found.ok && found.value.series.get("x")?.source.hash).toBe(hash);
  });
});
