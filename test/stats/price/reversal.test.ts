import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import type { Bar } from "./made.ts";
import { flat, made, nth } from "./made.ts";

/** A mean true range of 2 and a close of 100; then up to 103 and back. */
const before = flat(100, 20);
const turn = { statistic: "reversal", bars: "x" };
const day = (bar: Bar) => made([...before, bar]);

describe("reversal", () => {
  it("tells how high it went, and where it ended", () => {
    const context = day([103, 99, 99.5]);
    const found = one(turn, context);
    expect(found.value).toBeCloseTo(99.5 / 103 - 1, 12);
    expect(found).toMatchObject({ state: "down", basis: "intraday", day: nth(20) });
    expect(one(turn, context, "extreme")).toMatchObject({ value: 103, state: "high" });
    expect(one(turn, context, "gone").value).toBeCloseTo(0.03, 12);
    expect(one(turn, context, "ended").value).toBeCloseTo(-0.005, 12);
    expect(one(turn, context, "ended")).toMatchObject({ state: "all", basis: "close" });
    expect(one(turn, context, "prior").day).toBe(nth(19));
  });

  it("needs two thirds given back", () => {
    // Of three points two: the close of 101 just will do, 101.1 will not.
    expect(one(turn, day([103, 100, 101]), "ended").state).toBe("most");
    expect(() => run(turn, day([103, 100, 101.1]))).toThrow("no large turn in the last day");
  });

  it("needs half a mean true range out and a whole one back", () => {
    expect(one(turn, day([101, 98, 99])).state).toBe("down");
    expect(() => run(turn, day([100.9, 98, 98.8]))).toThrow("no large turn");
    expect(() => run(turn, day([101, 98, 99.1]))).toThrow("no large turn");
  });

  it("is mirrored from a low, and the larger of two counts", () => {
    expect(one(turn, day([101, 97, 100.5]))).toMatchObject({ state: "up" });
    // Back from 103 to 100 are three points, from 96 to 100 four.
    expect(one(turn, day([103, 96, 100])).state).toBe("up");
  });

  it("looks back as far as it is asked to", () => {
    const bars: readonly Bar[] = [...before, [103, 99, 99.5], ...flat(99.5, 3)];
    expect(() => run(turn, made(bars))).toThrow("no large turn");
    expect(one({ ...turn, back: 4 }, made(bars)).day).toBe(nth(20));
  });

  it("takes a full week as one", () => {
    // 2 January 2020 was a Thursday, so place 77 is Thursday, 23 April, 78 the Friday. Weeks of 99 to 101 before.
    const flatWeeks = flat(100, 79);
    expect(nth(78)).toBe("2020-04-24");
    const week: readonly Bar[] = [[104, 99, 103], [103, 100, 101], ...flat(100, 2), [101, 98, 99]];
    const found = one({ ...turn, every: "week" }, made([...flatWeeks, ...week]));
    expect(found.value).toBeCloseTo(99 / 104 - 1, 12);
    expect(found.day).toBe("2020-05-01");
    // A week that has not ended is not looked at.
    expect(() =>
      run({ ...turn, every: "week" }, made([...flatWeeks, ...week.slice(0, -1)])),
    ).toThrow("no large turn in the last week");
  });
});
