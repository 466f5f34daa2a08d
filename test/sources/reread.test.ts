import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { rereadLine, rereader } from "../../src/sources/index.ts";
import { bars, catalogOf, entry, points, read } from "./fixture.ts";

function one(more: Readonly<Record<string, unknown>> = {}) {
  return catalogOf(entry(more)).entries.get("x") ?? expect.fail();
}

describe("rereadLine", () => {
  it("skips the lines before the header that the first reading skips", () => {
    const bytes = Buffer.from("value,date\n\ndate,value\n2025-01-01,5\n");
    expect(rereadLine(bytes, one({ "skip-lines": 1 }), "x", 4)).toBe(5);
  });

  it("finds nothing on a line of another series in the file", () => {
    const bytes = Buffer.from("date,value,t\n2025-01-01,5,A\n2025-01-01,6,B\n");
    const form = one({ where: { t: "B" } });
    expect([rereadLine(bytes, form, "x", 2), rereadLine(bytes, form, "x", 3)]).toEqual([null, 6]);
  });

  it("finds the value of a line in the bytes", () => {
    const bytes = Buffer.from('date,value\r\n2025-01-01,"1,234.5"\r\n2025-02-01,-6\r\n');
    const form = one({ thousands: ",", scale: 1000, negative: true });
    expect(rereadLine(bytes, form, "x", 2)).toBe(1_234_500);
    expect(rereadLine(bytes, form, "x", 3)).toBe(-6000);
    expect(rereadLine(gzipSync(bytes), form, "x", 2)).toBe(1_234_500);
  });

  it("finds nothing on other lines, for other series or without a number", () => {
    const bytes = Buffer.from("date,value\n2025-01-01,5\n2025-02-01,x\n2025-03-01,\n");
    expect(rereadLine(bytes, one(), "x", 1)).toBeNull();
    expect(rereadLine(bytes, one(), "x", 3)).toBeNull();
    expect(rereadLine(bytes, one(), "x", 4)).toBeNull();
    expect(rereadLine(bytes, one(), "x", 9)).toBeNull();
    expect(rereadLine(bytes, one(), "y", 2)).toBeNull();
  });

  it("reads bars by part, and after a row of several lines", () => {
    const bytes = Buffer.from(
      'date,open,high,low,close,volume,n\n2025-05-21,1,4,0.5,2,9,"a\nb"\n2025-05-22,5,8,4,6,7,c\n',
    );
    const again = rereader(bytes, catalogOf(bars()).entries.get("x") ?? expect.fail());
    expect([
      again("x.open", 4),
      again("x.high", 4),
      again("x.low", 4),
      again("x.close", 4),
      again("x.volume", 4),
    ]).toEqual([5, 8, 4, 6, 7]);
    expect(again("x.close", 2)).toBe(2);
  });

  it.each([
    ["utf16le", Buffer.from("\uFEFFdate,value\n2025-01-01,5\n", "utf16le"), {}],
    ["UTF-8 with its mark", Buffer.from("\uFEFFdate,value\n2025-01-01,5\n"), {}],
    [
      "latin-1",
      Buffer.from("date,value,\u00e9\n2025-01-01,5,\u00e9\n", "latin1"),
      { encoding: "latin-1" },
    ],
    [
      "other marks",
      Buffer.from("date;value\n2025-01-01;$5,0\n"),
      { delimiter: ";", decimal: ",", prefix: "$" },
    ],
    ["brackets", Buffer.from("date,value\n2025-01-01,(5)\n"), { minus: "(5)", negative: true }],
    ["an exponent", Buffer.from("date,value\n2025-01-01,5e-1\n"), { exponent: true }],
    [
      "a split to come",
      Buffer.from("date,value\n2025-01-01,5\n"),
      { unit: "shares", splits: { "2025-03-01": 10 } },
    ],
  ])("agrees with the first reading in %s", (_, bytes, more) => {
    const found = read(bytes, entry(more));
    const value = Number(points(found)[0]?.split(" ")[1]);
    expect(rereadLine(bytes, one(more), "x", 2)).toBe(value);
  });
});
