import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { memberEntry, readSeries, rereader } from "../../../src/sources/index.ts";
import { catalogOf, folderWith } from "../fixture.ts";
import { file, group, panel, readGroup, rows } from "./fixture.ts";

const GOOD = file("AAA 2025-05-21 5", "AAA 2025-05-22 6.25", "BBB 2025-05-22 7");
const EXPECTED = ["aaa 2025-05-21 5 2", "aaa 2025-05-22 6.25 3", "bbb 2025-05-22 7 4"];

describe("a group", () => {
  it("is read member by member, in columns", () => {
    const found = readGroup(GOOD);
    expect(found.told).toEqual([]);
    expect(rows(found)).toEqual(EXPECTED);
    expect(panel(found)).toMatchObject({
      id: "g",
      name: "Stocks",
      noun: "stocks",
      instrument: "stock",
      days: ["2025-05-21", "2025-05-22"],
      members: [
        { id: "aaa", name: "AAA", sector: null, weight: null },
        { id: "bbb", name: "BBB", sector: null, weight: null },
      ],
      precision: 2,
      membersAsOf: null,
      sources: [{ file: "g.csv", column: "close", publisher: "P" }],
    });
    expect([...(panel(found).columns[1]?.volume ?? [])]).toEqual([100]);
  });

  it.each([
    ["a byte order mark", `\uFEFF${GOOD}`],
    ["UTF-16", Buffer.from(`\uFEFF${GOOD}`, "utf16le")],
    ["CRLF", GOOD.replaceAll("\n", "\r\n")],
    ["CR alone", GOOD.replaceAll("\n", "\r")],
    ["mixed line ends", GOOD.replace("\n", "\r\n").replace("100\nBBB", "100\rBBB")],
    ["no last line end", GOOD.trimEnd()],
    ["CRLF but no last line end", GOOD.trimEnd().replaceAll("\n", "\r\n")],
    ["spaces around its cells", GOOD.replaceAll(",", " , ")],
    ["quotes around texts", GOOD.replaceAll(/([A-Z]{3}|\d{4}-\d\d-\d\d)/g, '"$1"')],
    ["quotes around everything", GOOD.replaceAll(/[^,\n]+/g, '"$&"')],
    [
      "zeros behind the figures",
      GOOD.replaceAll(/,([\d.]+)/g, (_, x) => (String(x).includes(".") ? `,${x}000` : `,${x}`)),
    ],
  ])("is read with %s", (_, content) => {
    const found = readGroup(content);
    expect(found.told).toEqual([]);
    expect(rows(found)).toEqual(EXPECTED);
  });

  it("keeps its lines past blank ones and past line ends in quotes", () => {
    const [header = "", one = "", two = "", three = ""] = GOOD.split("\n");
    const text = [`${header},note`, "", `${one},"a`, 'b"', "", "", `${two},`, `${three},"x, y"`];
    const found = readGroup(`${text.join("\n")}\n`);
    expect(found.told).toEqual([]);
    expect(rows(found)).toEqual([
      "aaa 2025-05-21 5 3",
      "aaa 2025-05-22 6.25 7",
      "bbb 2025-05-22 7 8",
    ]);
  });

  it("is read from rows that stand day by day", () => {
    const found = readGroup(
      file(
        "B 2025-05-21 1",
        "A 2025-05-21 2",
        "B 2025-05-22 3",
        "A 2025-05-22 4",
        "C 2025-05-22 5",
      ),
    );
    expect(found.told).toEqual([]);
    expect(rows(found)).toEqual([
      "b 2025-05-21 1 2",
      "b 2025-05-22 3 4",
      "a 2025-05-21 2 3",
      "a 2025-05-22 4 5",
      "c 2025-05-22 5 6",
    ]);
  });

  it("is read from several files, some of them packed", () => {
    const files = {
      "1.csv": file("AAA 2025-05-21 5"),
      "2.csv.gz": gzipSync(file("BBB 2025-05-22 6")),
    };
    const found = readGroup(files, { files: ["1.csv", "2.csv.gz"] });
    expect(found.told).toEqual([]);
    expect(rows(found)).toEqual(["aaa 2025-05-21 5 2", "bbb 2025-05-22 6 2"]);
    expect(panel(found).columns.map((each) => each.file)).toEqual([0, 1]);
    expect(panel(found).sources.map((each) => each.file)).toEqual(["1.csv", "2.csv.gz"]);
    expect(found.ok && [...found.value.files.keys()]).toEqual(["1.csv", "2.csv.gz"]);
  });

  it("is read in other forms of days and numbers", () => {
    const text =
      "Symbol;Date;Close/Last;Volume\nAAPL;05/22/2025;$1.234,5;N/A\nAAPL;05/23/2025;$12,25;7\n";
    const found = readGroup(text, {
      columns: { member: "Symbol", day: "Date", close: "Close/Last", volume: "Volume" },
      date: "mm/dd/yyyy",
      delimiter: ";",
      decimal: ",",
      thousands: ".",
      prefix: "$",
      missing: ["N/A"],
      jumps: "any",
    });
    expect(found.told).toEqual([]);
    expect(rows(found)).toEqual(["aapl 2025-05-22 1234.5 2", "aapl 2025-05-23 12.25 3"]);
    const [columns] = panel(found).columns;
    expect([...(columns?.volume ?? [])]).toEqual([Number.NaN, 7]);
    expect([...(columns?.open ?? [])]).toEqual([Number.NaN, Number.NaN]);
  });

  it("leaves out lines before the header", () => {
    const found = readGroup(`Prices of the day\n"as of, today"\n${GOOD}`, { "skip-lines": 2 });
    expect(found.told).toEqual([]);
    expect(rows(found)).toEqual([
      "aaa 2025-05-21 5 4",
      "aaa 2025-05-22 6.25 5",
      "bbb 2025-05-22 7 6",
    ]);
  });

  it("restates what lies before a split", () => {
    const text = file("AAA 2025-05-21 50 10", "AAA 2025-05-22 6 100", "BBB 2025-05-22 7");
    const found = readGroup(text, { splits: { aaa: { "2025-05-22": 10 } } });
    expect(found.told).toEqual([]);
    expect(rows(found)[0]).toBe("aaa 2025-05-21 5 2");
    expect([...(panel(found).columns[0]?.volume ?? [])]).toEqual([100, 100]);
  });
});

describe("the series of a member", () => {
  it("are made when they are asked for by name", () => {
    const found = readGroup(GOOD, {}, ["g.aaa.close"]);
    if (!found.ok) throw new Error(found.told.join("\n"));
    const { series, bars } = found.value;
    expect(series.size).toBe(0);
    expect(series.get("g.aaa.close")).toMatchObject({
      id: "g.aaa.close",
      name: "AAA",
      noun: "the stock",
      instrument: "stock",
      unit: "price",
      every: "day",
      basis: "close",
      precision: 2,
      points: [
        { day: "2025-05-21", value: 5, released: "2025-05-21", line: 2 },
        { day: "2025-05-22", value: 6.25, released: "2025-05-22", line: 3 },
      ],
      source: { file: "g.csv", column: "close", publisher: "P" },
    });
    expect(series.get("g.bbb.volume")).toMatchObject({ name: "BBB volume", unit: "shares" });
    expect(series.get("g.aaa.close")).toBe(series.get("g.aaa.close"));
    expect(bars.get("g.aaa")).toMatchObject({ name: "AAA", high: { id: "g.aaa.high" } });
    expect([series.has("g.ccc.close"), series.has("g.aaa.mid"), bars.has("g.ccc")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("are those of the columns that the file has", () => {
    const columns = { member: "ticker", day: "date", close: "close" };
    const found = readGroup(GOOD, { columns });
    if (!found.ok) throw new Error(found.told.join("\n"));
    expect(found.value.series.has("g.aaa.close")).toBe(true);
    expect(found.value.series.has("g.aaa.volume")).toBe(false);
    expect(found.value.bars.has("g.aaa")).toBe(false);
  });

  it("are asked what was meant where nobody bears the name", () => {
    const found = readGroup(GOOD, {}, ["g.aab.close"]);
    expect(found.told).toEqual([
      '::  error unknown-series: there is no series "g.aab.close" -> did you mean "g.aaa.close"?'.replace(
        "  ",
        " ",
      ),
    ]);
  });

  it("can be reckoned with", () => {
    const text = JSON.parse(group());
    text.series.spread = {
      kind: "derived",
      name: "spread",
      noun: "the spread",
      unit: "price",
      precision: 2,
      difference: ["g.aaa.close", "g.bbb.close"],
    };
    const folder = folderWith({ "g.csv": GOOD });
    const found = readSeries(catalogOf(JSON.stringify(text)), folder, ["spread"]);
    // 6.25 less 7.
    expect(found.ok && found.value.series.get("spread")?.points).toMatchObject([
      { day: "2025-05-22", value: -0.75 },
    ]);
  });

  it("are read again from the bytes, and only on their own lines", () => {
    const entry = catalogOf(group()).groups.get("g") ?? expect.fail();
    const again = rereader(Buffer.from(GOOD), memberEntry(entry, "aaa", "g.csv"));
    expect([again("g.aaa.close", 3), again("g.aaa.volume", 2)]).toEqual([6.25, 100]);
    expect([again("g.aaa.close", 4), again("g.bbb.close", 4), again("g.aaa.close", 1)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
