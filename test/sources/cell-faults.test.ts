import { describe, expect, it } from "vitest";
import { entry, points, read } from "./fixture.ts";

function value(cell: string, more: Readonly<Record<string, unknown>> = {}): string {
  const found = read(`date,value\n2025-01-01,"${cell}"\n2025-02-01,6\n`, entry(more));
  return found.ok ? (points(found)[0]?.split(" ")[1] ?? "") : found.told.join("\n");
}

describe("a number", () => {
  it.each([
    ["5", {}, "5"],
    ["-5.25", { unit: "contracts" }, "-5.25"],
    ["007", {}, "7"],
    [".5", {}, "0.5"],
    ["-0", {}, "0"],
    ["32.53414787923483", {}, "32.53414787923483"],
    ["0.30000000000000004", {}, "0.30000000000000004"],
    ["1,234", { thousands: "," }, "1234"],
    ["1234", { thousands: "," }, "1234"],
    ["1,234,567.5", { thousands: "," }, "1234567.5"],
    ["1.234,56", { decimal: ",", thousands: "." }, "1234.56"],
    ["5,2", { decimal: "," }, "5.2"],
    ["1\u00a0234", { thousands: "\u00a0" }, "1234"],
    ["1\u2009234", { thousands: "\u2009" }, "1234"],
    ["(5.2)", { minus: "(5)", negative: true }, "-5.2"],
    ["5.2-", { minus: "5-", negative: true }, "-5.2"],
    ["−5.2", { minus: "−5", negative: true }, "-5.2"],
    ["$84.30", { prefix: "$" }, "84.3"],
    ["5%", { suffix: "%", scale: 0.01 }, "0.05"],
    ["1e3", { exponent: true }, "1000"],
    ["850,558", { thousands: ",", scale: 1_000_000 }, "850558000000"],
    ["1.1", { scale: 1_000_000 }, "1100000"],
    ["0.07", { scale: 0.01 }, "0.0007"],
  ])("reads %s as declared", (cell, more, expected) => {
    expect(value(cell, more)).toBe(expected);
  });

  it.each([
    ["1.234,56", 'declare decimal: "," and thousands: "."'],
    ["5,25", 'declare decimal: ","'],
    ["1,234", 'declare thousands: ","'],
    ["12,34", 'declare decimal: ","'],
    ["1\u00a0234", "declare thousands"],
    ["(5.2)", 'declare minus: "(5)"'],
    ["5.2-", 'declare minus: "5-"'],
    ["−5.2", 'declare minus: "−5"'],
    ["5%", 'declare suffix: "%"'],
    ["5bp", 'declare suffix: "bp"'],
    ["$5", 'declare prefix: "$"'],
    ["€5", 'declare prefix: "€"'],
    ["N/A", 'declare it: missing: ["N/A"]'],
    ["-", 'declare it: missing: ["-"]'],
    ["—", 'declare it: missing: ["—"]'],
    ["null", 'declare it: missing: ["null"]'],
    [".", 'declare it: missing: ["."]'],
    ["NaN", "is no number a figure can rest on"],
    ["Infinity", "is no number a figure can rest on"],
    ["1e999", "too large"],
    ["0x10", "is not written in plain digits"],
    ["1_000", "is not written in plain digits"],
    ["1e3", "declare exponent: true"],
    ["٣٤", "is not written in the digits 0 to 9"],
    ["1234567890.123456789", "has more digits than can be kept exactly"],
    ["12345678901234567", "has more digits than can be kept exactly"],
    ["#REF!", "is a spreadsheet error in a cell"],
    ["#DIV/0!", "is a spreadsheet error in a cell"],
    ["12abc", "is not a number"],
    ["+5", "is not a number"],
    ["=1+1", "is not a number"],
    ["-5", "is below zero"],
  ])("refuses %s", (cell, expected) => {
    const text = value(cell);
    expect(text).toMatch(/^x\.csv:2 error data-number: /);
    expect(text).toContain(expected);
  });

  it("refuses digits in groups that are none", () => {
    expect(value("12,34", { thousands: "," })).toContain("error data-number");
    expect(value("1,2345", { thousands: "," })).toContain("error data-number");
    expect(value(",123", { thousands: "," })).toContain("error data-number");
    expect(value("1.5", { decimal: "," })).toContain("error data-number");
    expect(value("1e999", { exponent: true })).toContain("error data-number");
    expect(value("5", { minus: "(5)" })).toBe("5");
    expect(value("-5", { minus: "(5)", negative: true })).toContain("error data-number");
  });

  it("is missing by the declared list alone", () => {
    const found = read(
      "date,value\n2025-01-01,999.99\n2025-02-01,\n2025-03-01,6\n",
      entry({ missing: ["", "999.99"] }),
    );
    expect(points(found)).toEqual(["2025-03-31 6"]);
    expect(value("", { missing: ["N/A"] })).toContain("the cell is empty");
  });

  it("counts what goes beyond twenty faults", () => {
    const rows = Array.from(
      { length: 50 },
      (_, index) => `${1981 + (index % 40)}-${index < 40 ? "01" : "02"}-01,x`,
    );
    const found = read(`date,value\n${rows.join("\n")}\n`);
    expect(found.problems).toHaveLength(21);
    expect(found.told.at(-1)).toContain("30 further cells of the file cannot be read");
  });
});

function day(cells: readonly string[], more: Readonly<Record<string, unknown>> = {}): string {
  const rows = cells.map((each) => `${each},5`).join("\n");
  const found = read(`date,value\n${rows}\n`, entry({ period: "day", sparse: true, ...more }));
  return found.ok
    ? points(found)
        .map((each) => each.split(" ")[0])
        .join(" ")
    : (found.told[0] ?? "");
}

describe("a date", () => {
  it.each([
    ["05/23/2025", { date: "mm/dd/yyyy" }, "2025-05-23"],
    ["3/4/2024", { date: "m/d/yyyy" }, "2024-03-04"],
    ["03/04/2024", { date: "dd/mm/yyyy" }, "2024-04-03"],
    ["23.05.2025", { date: "dd.mm.yyyy" }, "2025-05-23"],
    ["20250523", { date: "yyyymmdd" }, "2025-05-23"],
    ["2025-04", { date: "yyyy-mm", period: "month-end" }, "2025-04-30"],
    ["2024-02-01", { period: "month-end" }, "2024-02-29"],
    ["2025-05-22 00:00:00.000000", { date: "yyyy-mm-dd hh:mm:ss.ffffff" }, "2025-05-22"],
    ["2025-05-22T16:00", { date: "yyyy-mm-ddThh:mm" }, "2025-05-22"],
  ])("reads %s as declared", (cell, more, expected) => {
    expect(day([cell], more)).toBe(expected);
  });

  it.each([
    ["2024-02-30", '"2024-02-30" is no day of the calendar'],
    ["2024-13-01", '"2024-13-01" is no day of the calendar'],
    ["45382", "looks like a spreadsheet's day number: it would be 2024-03-31"],
    ["3/4/24", "has a year of two digits"],
    ["2024-03-04T16:00:00Z", "carries a time"],
    ["2024-03-04 16:00:00-05:00", "the zone could move the day"],
    ["2024-03-04 16:00:00", 'declare the time too, for instance date: "yyyy-mm-dd hh:mm:ss"'],
    ["", "the date is empty"],
    ["March", "is not written as yyyy-mm-dd"],
    ["1925-06-29", "lies outside the years 1980 to 2059"],
    ["2205-05-23", "lies outside the years 1980 to 2059"],
  ])("refuses %s", (cell, expected) => {
    const text = day([cell, "2024-03-05"]);
    expect(text).toMatch(/^x\.csv:2 error data-date: /);
    expect(text).toContain(expected);
  });

  it("proposes the form without leading zeros", () => {
    expect(day(["3/4/2024"], { date: "mm/dd/yyyy" })).toContain(
      'it has no leading zeros -> declare date: "m/d/yyyy"',
    );
    expect(day(["2024-3-4"])).toContain('declare date: "yyyy-m-d"');
  });

  it("asks for the order of day and month, and names the row that decides it", () => {
    expect(day(["03/04/2024", "05/04/2024"])).toContain(
      'could be read with the day or the month first -> declare date: "mm/dd/yyyy" or date: "dd/mm/yyyy"',
    );
    expect(day(["03/04/2024", "13/04/2024"])).toContain(
      'has the day first (line 3: "13/04/2024"), which is not declared -> declare date: "dd/mm/yyyy"',
    );
    expect(day(["03/04/2024", "04/13/2024"])).toContain(
      'has the month first (line 3: "04/13/2024")',
    );
    expect(day(["13/04/2024"], { date: "mm/dd/yyyy" })).toContain(
      "is no day of the calendar when read as mm/dd/yyyy",
    );
  });
});
