import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import type { Bar } from "./made.ts";
import { flat, made, nth } from "./made.ts";

/** Against a level of 100: under, crossed and closed above, crossed and closed under, over, touched, closed on it. */
const bars: readonly Bar[] = [
  [90, 80, 85],
  [105, 95, 101],
  [104, 96, 99],
  [110, 101, 105],
  [108, 100, 106],
  [103, 97, 100],
];
const crossings = { statistic: "crossings", bars: "x", level: 100, sessions: 6 };

describe("crossings", () => {
  it("counts the sessions whose range contains the level, its ends included", () => {
    const found = one(crossings, made(bars));
    expect(found.value).toBe(4);
    expect(found.named).toEqual({ sessions: 6 });
    expect(found.cites.slice(0, 4).map((each) => each.day)).toEqual([1, 2, 4, 5].map(nth));
    expect(found.window).toEqual({ from: nth(0), to: nth(5) });
  });

  it("counts closes above among these sessions alone", () => {
    // Places 1 and 4; the close of place 3 is above, but its range did not reach down to 100, and
    // the close of place 5 is on the level.
    expect(one(crossings, made(bars), "closes").value).toBe(2);
  });

  it("tells where it ended", () => {
    expect(one(crossings, made(bars), "outcome")).toMatchObject({ value: 100, state: "at" });
    expect(one(crossings, made(bars), "sessions")).toMatchObject({ value: 6, unit: "sessions" });
  });

  it("counts none, and proves it with every session looked at", () => {
    const found = one({ ...crossings, level: 200 }, made(bars));
    expect(found.value).toBe(0);
    expect(found.cites).toHaveLength(12);
    expect(one({ ...crossings, level: 200 }, made(bars), "outcome").state).toBe("below");
    expect(one({ ...crossings, level: 200 }, made(bars), "closes").value).toBe(0);
  });

  it("takes the level from another fact, and cites its rows too", () => {
    const facts = { floor: { statistic: "swing-low", bars: "x", on: nth(2) } };
    const found = one({ ...crossings, level: "floor" }, made(bars, { facts }));
    // The low of place 2 is 96: inside the ranges of places 1 and 2.
    expect(found.value).toBe(2);
    expect(found.cites.at(-1)).toMatchObject({ series: "x.low", value: 96 });
  });

  it("withholds where fewer sessions are known", () => {
    expect(() => run({ ...crossings, sessions: 10 }, made(bars))).toThrow("only 6 sessions");
  });

  it("withholds a window with a suspect session", () => {
    const context = made([...flat(100, 10), ...bars], { suspect: [nth(12)] });
    expect(() => run(crossings, context)).toThrow("no figures between");
  });
});
