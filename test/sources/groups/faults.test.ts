import { describe, expect, it } from "vitest";
import { decodeCatalog, knownIds } from "../../../src/sources/index.ts";
import { catalogOf } from "../fixture.ts";
import { file, group, panel, readGroup, rows } from "./fixture.ts";

const GOOD = file("AAA 2025-05-21 5", "AAA 2025-05-22 6", "BBB 2025-05-22 7");

function refused(content: string, more: Readonly<Record<string, unknown>> = {}): string {
  const found = readGroup(content, more);
  expect(found.ok).toBe(false);
  return found.told.join("\n");
}

describe("a row of a group", () => {
  it.each([
    ["x", 'g.csv:3:32 error data-number: "x" is not a number'],
    ["1,5", "g.csv:3:1 error data-row: the row has"],
    ["-6", '"-6" is below zero, which open cannot be'],
    ["0", '"0" is zero, which open cannot be'],
    ["0.00", '"0.00" is zero'],
    ["$6", 'carries a currency sign -> declare prefix: "$"'],
    ["6e1", "is written with an exponent"],
    ["6.", '"6." is not a number'],
    [".", "stands where a number should"],
    ["1_0", "is not written in plain digits"],
    ["NaN", "is no number a figure can rest on"],
    ["1234567890.12345678", "has more digits than can be kept exactly"],
    ['6"1', "g.csv:3:17 error data-quote: a quote stands in the middle of a cell"],
  ])("is refused with the figure %s", (figure, told) => {
    expect(refused(file("AAA 2025-05-21 5", `AAA 2025-05-22 ${figure}`))).toContain(
      told.replace("3:32", "3:16"),
    );
  });

  it.each([
    ["2025-02-30", "is no day of the calendar"],
    ["05/22/2025", 'declare date: "mm/dd/yyyy" or date: "dd/mm/yyyy"'],
    ["1925-05-22", "lies outside the years 1980 to 2059"],
    ["", "the date is empty"],
    ["2025-5-2", "has no leading zeros"],
  ])("is refused with the date %s", (date, told) => {
    const text = refused(`ticker,date,open,high,low,close,volume\nAAA,${date},1,1,1,1,1\n`);
    expect(text).toContain("g.csv:2:5 error data-date");
    if (!told.includes("mm/dd")) expect(text).toContain(told);
  });

  it("is refused without a member, too short or too long", () => {
    expect(refused(`${GOOD},2025-05-23,1,1,1,1,1\n`)).toContain(
      "g.csv:5:1 error data-member: the row names no member",
    );
    expect(refused(`${GOOD}CCC,2025-05-23\n`)).toContain(
      "g.csv:5:1 error data-row: the row has 2 cells, the header 7 -> the row is cut short",
    );
    expect(refused(`${GOOD}CCC,2025-05-23,1,1,1,1,1,1\n`)).toContain("the row has 8 cells");
  });

  it("is refused where a quote is never closed, by the line it opens on", () => {
    expect(refused(`${GOOD}"CCC,2025-05-23,1,1,1,1,1\n`)).toContain(
      "g.csv:5:1 error data-quote: a quote opens here and is never closed",
    );
  });

  it("is one of the first twenty, where thousands are wrong", () => {
    const all = Array.from({ length: 30 }, (_, at) => `A${at} 2025-05-22 x`);
    expect(readGroup(file(...all)).told).toHaveLength(21);
  });

  it("is left out where its close is missing, and without other figures where they are", () => {
    const text = `${GOOD}CCC,2025-05-22,1,2,1,,9\nCCC,2025-05-23,,2,1,1,\n`;
    const found = readGroup(text);
    expect(found.told).toEqual([]);
    expect(rows(found).at(-1)).toBe("ccc 2025-05-23 1 6");
    const last = panel(found).columns.at(-1);
    expect([last?.open[0], last?.high[0], last?.volume[0]]).toEqual([Number.NaN, 2, Number.NaN]);
  });
});

describe("the rows of a member", () => {
  it("are sorted, with a remark", () => {
    const found = readGroup(file("AAA 2025-05-22 6", "AAA 2025-05-21 5", "BBB 2025-05-22 7"));
    expect(rows(found)).toEqual(["aaa 2025-05-21 5 3", "aaa 2025-05-22 6 2", "bbb 2025-05-22 7 4"]);
    expect(found.told).toEqual([
      "g.csv:: warning data-order: g: rows are not in the order of their dates, first those of aaa; they were sorted -> sort the file, oldest first",
    ]);
  });

  it("are refused with two values for a day, and dropped where one stands twice", () => {
    expect(refused(`${GOOD}AAA,2025-05-21,9,9,9,9,100\n`)).toContain(
      "g.csv:5:1 error data-duplicate: g: 2025-05-21 of aaa stands twice with different values, on lines 2 and 5",
    );
    const found = readGroup(`${GOOD}BBB,2025-05-22,7,7,7,7,100\n`);
    expect(rows(found)).toHaveLength(3);
    expect(found.told[0]).toContain("warning data-duplicate: g: 2025-05-22 of bbb stands twice");
  });

  it("are left out on days without trading, with a remark", () => {
    // 26 May 2025 is Memorial Day, the 24th a Saturday.
    const found = readGroup(file("AAA 2025-05-23 5", "AAA 2025-05-26 5", "AAA 2025-05-24 5"));
    expect(rows(found)).toEqual(["aaa 2025-05-23 5 2"]);
    expect(found.told.join()).toContain(
      "g.csv:3: warning data-no-session: g: 2 rows of days without trading left out, the first of 2025-05-26 (Memorial Day)",
    );
  });

  it("stand in one file", () => {
    const files = { "1.csv": file("AAA 2025-05-21 5"), "2.csv": file("AAA 2025-05-22 6") };
    expect(readGroup(files, { files: ["1.csv", "2.csv"] }).told.join()).toContain(
      '2.csv:2:1 error data-member: rows of "aaa" stand in 1.csv already',
    );
  });

  it("are told of where nobody has any for a session", () => {
    const found = readGroup(file("AAA 2025-05-21 5", "BBB 2025-05-23 5"));
    expect(found.told[0]).toContain(
      "warning data-hole: g: 1 trading day is missing, first between 2025-05-21 and 2025-05-23",
    );
    expect(readGroup(file("AAA 2025-05-21 5", "BBB 2025-05-23 5"), { sparse: true }).told).toEqual(
      [],
    );
  });
});

describe("a doubtful row of a group", () => {
  const HEADER = "ticker,date,open,high,low,close,volume";

  it("is suspect where the close lies outside its range, and others stand", () => {
    const text = `${HEADER}\nAAA,2025-05-21,5,6,4,5,1\nAAA,2025-05-22,5,6,4,7,1\nAAA,2025-05-23,5,6,4,5,1\n`;
    const found = readGroup(text);
    expect([...(panel(found).columns[0]?.suspect ?? [])]).toEqual([
      [1, "the close of 2025-05-22 lies outside that day's high and low"],
    ]);
    expect(found.told[0]).toContain(
      "g.csv:3: warning data-suspect: g: aaa: the close of 2025-05-22 lies outside",
    );
    const points = found.ok ? found.value.series.get("g.aaa.low")?.points : [];
    expect(points?.map((each) => each.suspect !== undefined)).toEqual([false, true, false]);
  });

  it("is suspect from an absurd jump on until the way back", () => {
    const days = ["19", "20", "21", "22", "23"].map((each) => `2025-05-${each}`);
    const text = file(...[5, 5.5, 550, 560, 5].map((each, at) => `AAA ${days[at]} ${each}`));
    const [columns] = panel(readGroup(text)).columns;
    expect([...(columns?.suspect.keys() ?? [])]).toEqual([2, 3]);
    const any = panel(readGroup(text, { jumps: "any" })).columns[0];
    expect(any?.suspect.size).toBe(0);
    const real = readGroup(text, { splits: { aaa: { "2025-05-21": 1, "2025-05-23": 1 } } });
    expect(panel(real).columns[0]?.suspect.size).toBe(0);
  });

  it("is suspect after a leap in the ratio of a split where the catalogue asks for that", () => {
    const text = file("AAA 2025-05-21 50", "AAA 2025-05-22 25", "BBB 2025-05-22 7");
    expect(panel(readGroup(text)).columns[0]?.suspect.size).toBe(0);
    const strict = panel(readGroup(text, { jumps: "split-like" }));
    expect([...(strict.columns[0]?.suspect.keys() ?? [])]).toEqual([1]);
  });
});

describe("the members", () => {
  const MEMBERS = { bbb: { name: "Beta", sector: "Banks", weight: 2 }, aaa: { name: "Alpha" } };

  it("are those that the catalogue describes, in its order", () => {
    const found = readGroup(`${GOOD}CCC,2025-05-22,1,1,1,1,1\n`, { members: MEMBERS });
    expect(found.told).toEqual([]);
    expect(panel(found).members).toEqual([
      { id: "bbb", name: "Beta", sector: "Banks", weight: 2 },
      { id: "aaa", name: "Alpha", sector: null, weight: null },
    ]);
    expect(rows(found)).toEqual(["bbb 2025-05-22 7 4", "aaa 2025-05-21 5 2", "aaa 2025-05-22 6 3"]);
  });

  it("are asked after where they have no row", () => {
    expect(refused(GOOD, { members: { ...MEMBERS, abb: { name: "A" } } })).toContain(
      'error unknown-member: g: no row is one of "abb" -> did you mean',
    );
    expect(refused(GOOD, { only: ["aa"] })).toContain('did you mean "aaa"?');
  });

  it("are only those named", () => {
    const text = GOOD.replace("BBB,2025-05-22,7", "BBB,2025-05-22,x");
    const found = readGroup(text, { only: ["aaa"] });
    expect(found.told).toEqual([]);
    expect(rows(found)).toHaveLength(2);
  });

  const LIST =
    'Holdings\n\nTicker,Name,Sector,Class,Value\n"AAA","Alpha, Inc","Tech","Equity","1,000"\nBBB,Beta,,Equity,-\nUSD,Dollar,,Cash,5\nCCC,Gamma,Tech,Equity,7\n \n"All rights\nreserved"\n';
  const LISTED = {
    file: "list.csv",
    "skip-lines": 1,
    "until-blank": true,
    where: { Class: "Equity" },
    columns: { id: "Ticker", name: "Name", sector: "Sector", weight: "Value" },
    thousands: ",",
    missing: ["-"],
    "as-of": "2025-04-30",
  };

  it("are described by a file, with its day", () => {
    const found = readGroup({ "g.csv": GOOD, "list.csv": LIST }, { members: LISTED });
    expect(found.told).toEqual([]);
    expect(panel(found).members).toMatchObject([
      { id: "aaa", name: "Alpha, Inc", sector: "Tech", weight: 1000 },
      { id: "bbb", name: "Beta", sector: null, weight: null },
    ]);
    expect(panel(found).membersAsOf).toBe("2025-04-30");
  });

  it("are refused where the file does not list them, unless they are left out", () => {
    const text = GOOD.replaceAll("BBB", "BBX");
    const found = readGroup({ "g.csv": text, "list.csv": LIST }, { members: LISTED });
    expect(found.told).toEqual([
      'g.csv:4:1 error data-member: there is no member "bbx" in the list of members -> did you mean "bbb"? Or add it to the list, or name those to be read under only:',
    ]);
    const only = readGroup({ "g.csv": text, "list.csv": LIST }, { members: LISTED, only: ["aaa"] });
    expect(only.told).toEqual([]);
  });

  it("are refused where the list has them twice or without a column", () => {
    const twice = readGroup(
      { "g.csv": GOOD, "list.csv": LIST.replace("CCC", "AAA") },
      { members: LISTED },
    );
    expect(twice.told[0]).toContain('list.csv:7:1 error data-duplicate: "AAA" stands twice');
    const lost = readGroup(
      { "g.csv": GOOD, "list.csv": LIST.replace("Sector", "Sectr") },
      { members: LISTED },
    );
    expect(lost.told[0]).toContain(
      'list.csv:3:1 error data-column: the header has no column "Sector"',
    );
    const wrong = readGroup(
      { "g.csv": GOOD, "list.csv": LIST.replace("1,000", "1;000") },
      { members: LISTED },
    );
    expect(wrong.told[0]).toContain('error data-number: "1;000"');
  });
});

describe("the catalogue of groups", () => {
  function problems(more: Readonly<Record<string, unknown>>, series: object = {}): string {
    const text = JSON.stringify({ ...JSON.parse(group(more)), series });
    return decodeCatalog(text, "catalog.yaml")
      .problems.map((each) => `${each.rule}: ${each.message} -> ${each.hint}`)
      .join("\n");
  }

  it("asks what a wrong word was meant to be", () => {
    expect(problems({ colums: {} })).toContain('unknown key "colums" in groups.g');
    expect(problems({ files: ["a.csv"], file: "b.csv" })).toContain(
      "give either `file` or `files`",
    );
    expect(problems({ members: { aaa: { nam: "A" } } })).toContain('"nam"');
    expect(problems({ members: { file: "x.csv", columns: { ident: "x" } } })).toContain('"ident"');
    expect(problems({ date: "yyyy-mm" })).toContain("names no day of the month");
    expect(problems({ file: "../x.csv" })).toContain("data-path");
    expect(problems({ thousands: "." })).toContain("cannot mark both");
    expect(problems({ delimiter: "¦" })).toContain("cannot stand between the cells");
    expect(problems({ members: { aaa: { name: "A" } }, only: ["aab"] })).toContain(
      'there is no member "aab" -> did you mean "aaa"?',
    );
  });

  it("gives no name twice", () => {
    const derived = {
      kind: "derived",
      name: "x",
      noun: "x",
      unit: "price",
      precision: 2,
      difference: ["g.aaa.close", "g.bbb.close"],
    };
    expect(problems({}, { "g.x": derived })).toContain('another entry is called "g.x"');
    expect(problems({}, { g: derived })).toContain('another entry is called "g"');
    expect(problems({}, { gx: derived })).toBe("");
    const wrong = { ...derived, difference: ["g.aaa.mid", "g"] };
    expect(problems({}, { gx: wrong })).toContain('there is no series "g.aaa.mid" to reckon from');
    expect(problems({}, { gx: wrong })).toContain('there is no series "g" to reckon from');
  });

  it("knows its group, and the members that it describes itself", () => {
    expect(knownIds(catalogOf(group()))).toEqual(["g"]);
    const members = { aaa: { name: "Alpha" } };
    expect(knownIds(catalogOf(group({ members })))).toEqual([
      "g",
      "g.aaa",
      "g.aaa.open",
      "g.aaa.high",
      "g.aaa.low",
      "g.aaa.close",
      "g.aaa.volume",
    ]);
  });
});

describe("a file of a group that is no table", () => {
  it("is told what it is", () => {
    expect(refused("")).toContain("g.csv:1:1 error data-empty: the file is empty");
    expect(refused("ticker,date,open,high,low,close,volume\n\n")).toContain("a header but no rows");
    expect(refused("<!DOCTYPE html>\n<p>x")).toContain("this is HTML, not a table");
    expect(refused(GOOD.replaceAll(",", ";"))).toContain('declare delimiter: ";"');
    expect(refused(GOOD.replace("close", "cloze"))).toContain('did you mean "cloze"?');
    expect(refused(GOOD.replace("high", "open"))).toContain("are both called");
    expect(refused(GOOD.replace("5", "5\u0000"))).toContain("a NUL sign stands on line 2");
  });
});
