import { describe, expect, it } from "vitest";
import { bars, entry, points, read } from "./fixture.ts";

describe("rows", () => {
  it("are sorted, with a notice", () => {
    const found = read("date,value\n2025-02-01,6\n2025-01-01,5\n2025-03-01,7\n");
    expect(points(found)).toEqual(["2025-01-31 5", "2025-02-28 6", "2025-03-31 7"]);
    expect(found.told).toEqual([
      "x.csv:3 warning data-order: x: the rows are not in the order of their dates; they were sorted -> sort the file by date",
    ]);
  });

  it("may run from the newest to the oldest", () => {
    const found = read("date,value\n2025-03-01,7\n2025-02-01,6\n2025-01-01,5\n");
    expect(points(found)).toEqual(["2025-01-31 5", "2025-02-28 6", "2025-03-31 7"]);
    expect(found.told).toEqual([]);
  });

  it("that stand twice alike are dropped with a warning", () => {
    const found = read("date,value\n2025-01-01,5\n2025-01-01,5.0\n2025-02-01,6\n");
    expect(points(found)).toEqual(["2025-01-31 5", "2025-02-28 6"]);
    expect(found.told.join()).toContain(
      "x.csv:3 warning data-duplicate: x: 2025-01-31 stands twice with the same values, on lines 2 and 3",
    );
  });

  it("that stand twice with different values are refused with both lines", () => {
    const found = read("date,value\n2025-01-01,5\n2025-02-01,6\n2025-01-01,7\n");
    expect(found.ok).toBe(false);
    expect(found.told.join("\n")).toContain(
      "x.csv:4 error data-duplicate: x: 2025-01-31 stands twice with different values, on lines 2 and 4",
    );
  });

  it("that are missing are listed, unless the file is declared sparse", () => {
    const content = "date,value\n2025-01-01,5\n2025-04-01,6\n2025-06-01,6\n";
    expect(read(content).told).toEqual([
      "x.csv: warning data-hole: x: 3 months are missing: between 2025-01-31 and 2025-04-30, between 2025-04-30 and 2025-06-30 -> complete the file, or declare sparse: true",
    ]);
    expect(read(content, entry({ sparse: true })).told).toEqual([]);
  });

  it("that are missing among trading days are named, and holidays are not missed", () => {
    const found = read(
      "date,value\n2025-05-21,5\n2025-05-23,6\n2025-05-27,7\n",
      entry({ every: "day", period: "day" }),
    );
    expect(found.told.join()).toContain("x: 1 trading day is missing: 2025-05-22");
  });

  it("of days without trading are left out with a warning", () => {
    const found = read(
      "date,value\n2025-05-23,5\n2025-05-24,5\n2025-05-26,6\n2025-05-27,7\n",
      entry({ every: "day", period: "day" }),
    );
    expect(points(found)).toEqual(["2025-05-23 5", "2025-05-27 7"]);
    expect(found.told.join()).toContain(
      "x.csv:3 warning data-no-session: x: 2 rows of days without trading left out, the first of 2025-05-24 (a weekend)",
    );
  });

  it("with a bar that lacks a price are left out with a warning", () => {
    const found = read(
      "date,open,high,low,close,volume\n2025-05-21,5,6,4,5,\n2025-05-22,,6,4,5,9\n2025-05-23,,,,,\n2025-05-27,5,6,4,5.5,8\n",
      bars({ sparse: true }),
    );
    expect(points(found, "x.close")).toEqual(["2025-05-21 5", "2025-05-27 5.5"]);
    expect(points(found, "x.volume")).toEqual(["2025-05-27 8"]);
    expect(found.told).toHaveLength(1);
    expect(found.told[0]).toContain(
      "x.csv:3 warning data-bar: x: 1 row without one of open, high, low and close left out",
    );
  });

  it("of which there is one make a series of one point", () => {
    expect(points(read("date,value\n2025-01-01,5\n"))).toEqual(["2025-01-31 5"]);
  });

  it("with a price of zero or below are refused, a volume of zero is not", () => {
    const row = (open: string, volume: string): string =>
      `date,open,high,low,close,volume\n2025-05-21,${open},6,4,5,${volume}\n`;
    expect(read(row("0", "1"), bars()).told[0]).toContain(
      'x.csv:2 error data-number: "0" is zero, which open cannot be',
    );
    expect(read(row("-5", "1"), bars()).told[0]).toContain(
      '"-5" is below zero, which open cannot be',
    );
    expect(read(row("5", "-1"), bars()).told[0]).toContain(
      '"-1" is below zero, which volume cannot be',
    );
    expect(read(row("5", "0"), bars()).ok).toBe(true);
    expect(read(row("-5", "0"), bars({ negative: true })).ok).toBe(true);
  });
});

describe("release days", () => {
  it("come from the column, else from the rule, else from an exception", () => {
    const release = {
      rule: "weekday of next month",
      weekday: "tuesday",
      nth: 2,
      column: "out",
      exceptions: { "2025-03-31": "2025-04-10" },
    };
    const found = read(
      "date,value,out\n2025-01-01,5,2025-02-12\n2025-02-01,6,\n2025-03-01,7,\n2025-04-01,8,\n",
      entry({ release }),
    );
    expect(found.ok && found.value.series.get("x")?.points.map((each) => each.released)).toEqual([
      "2025-02-12",
      "2025-03-11",
      "2025-04-10",
      "2025-05-13",
    ]);
  });

  it("before the row's own day are refused", () => {
    const found = read(
      "date,value,out\n2025-01-01,5,2025-01-30\n",
      entry({ release: { rule: "same day", column: "out" } }),
    );
    expect(found.told).toEqual([
      "x.csv:2 error release-early: the figures of 2025-01-31 cannot have come out on 2025-01-30, before their own day -> correct the date or the release date",
    ]);
  });
});
