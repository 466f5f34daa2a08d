import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import { flat, leg, made, nth } from "./made.ts";

/** Record high of 151 at place 24, lower high of 141 at place 64, last close 110 at place 94. */
const bars = [
  ...flat(100, 15),
  ...leg(100, 150, 10),
  ...leg(150, 110, 20),
  ...leg(110, 140, 20),
  ...leg(140, 110, 30),
];
const line = { statistic: "trend-line", bars: "x" };

describe("trend-line", () => {
  it("gives the line's value on the last session, straight in calendar days", () => {
    // 6 February to 3 April are 57 days, to 18 May 102: 151 − 10 / 57 × 102.
    expect([nth(24), nth(64), nth(94)]).toEqual(["2020-02-06", "2020-04-03", "2020-05-18"]);
    const found = one(line, made(bars));
    expect(found.value).toBeCloseTo(151 - (10 / 57) * 102, 10);
    expect(found).toMatchObject({ day: nth(94), state: "falling", basis: "intraday" });
    expect(found.window).toEqual({ from: nth(24), to: nth(94) });
  });

  it("names its turns and the distance of the last close", () => {
    expect(one(line, made(bars), "anchor")).toMatchObject({ value: 151, day: nth(24) });
    expect(one(line, made(bars), "second")).toMatchObject({ value: 141, day: nth(64) });
    expect(one(line, made(bars), "touches").value).toBe(2);
    const at = 151 - (10 / 57) * 102;
    expect(one(line, made(bars), "distance").value).toBeCloseTo(110 / at - 1, 10);
  });

  it("starts at the last swing, a day or a fact where asked", () => {
    // A small rise after the high of 141 confirms no other swing, and turns at 117.
    const more = [...bars, ...leg(110, 116, 10), ...leg(116, 104, 22)];
    expect(one({ ...line, from: "swing" }, made(more), "anchor").value).toBe(141);
    expect(one({ ...line, from: "swing" }, made(more), "second").value).toBe(117);
    expect(one({ ...line, from: nth(24) }, made(bars), "anchor").day).toBe(nth(24));
    const facts = { top: { statistic: "swing-high", bars: "x", on: nth(24) } };
    expect(one({ ...line, from: "top" }, made(bars, { facts }), "anchor").day).toBe(nth(24));
  });

  it("starts a rising line at the last swing low", () => {
    const rising = [...flat(150, 15), ...leg(150, 100, 10), ...leg(100, 120, 20)];
    const more = [...rising, ...leg(120, 110, 20), ...leg(110, 140, 24)];
    const found = { ...line, trend: "rising" };
    expect(one(found, made(more)).state).toBe("rising");
    expect(one(found, made(more), "anchor")).toMatchObject({ value: 99, day: nth(24) });
    expect(one(found, made(more), "second")).toMatchObject({ value: 109, day: nth(64) });
  });

  it("is not drawn through a turn of the last month, which may be what meets it", () => {
    const late = [...bars, ...leg(110, 124, 10), ...leg(124, 112, 12)];
    expect(one(line, made(late), "second")).toMatchObject({ value: 141, day: nth(64) });
  });

  it("withholds where no line has held", () => {
    expect(() => run(line, made([...bars, ...leg(110, 149, 10)]))).toThrow(
      `no falling line from ${nth(24)} has held up to now`,
    );
  });
});
