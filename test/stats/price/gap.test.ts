import { describe, expect, it } from "vitest";
import { one, run, unsaid } from "../support.ts";
import type { Bar } from "./made.ts";
import { flat, made, nth } from "./made.ts";

/** From a high of 101 to a low of 103: two points, or 2 / 101. */
const up: readonly Bar[] = [...flat(100, 20), [106, 103, 105, 104]];
const gap = { statistic: "gap", bars: "x" };

describe("gap", () => {
  it("is told from edge to edge", () => {
    const found = one(gap, made(up));
    expect(found.value).toBeCloseTo(2 / 101, 12);
    expect(found).toMatchObject({ day: nth(20), state: "open", basis: "intraday" });
    expect(one(gap, made(up), "from")).toMatchObject({ value: 101, day: nth(19), state: "up" });
    expect(one(gap, made(up), "to")).toMatchObject({ value: 103, day: nth(20) });
    expect(one(gap, made(up), "sessions").value).toBe(0);
    expect(unsaid(gap, made(up), "farthest")).toContain("since the gap");
  });

  it("is partly filled by a price inside, filled by one at the far edge", () => {
    const partly = made([...up, [105, 102, 104]]);
    expect(one(gap, partly)).toMatchObject({ state: "partly filled", day: nth(20) });
    expect(one(gap, partly, "farthest").value).toBe(102);
    expect(unsaid(gap, partly, "filled")).toContain("not been filled");
    const filled = made([...up, [105, 102, 104], [104, 101, 102]]);
    expect(one(gap, filled).state).toBe("filled");
    expect(one(gap, filled, "filled")).toMatchObject({ value: 101, day: nth(22) });
    expect(one(gap, filled, "sessions").value).toBe(2);
  });

  it("is negative for a gap down", () => {
    // From a low of 99 to a high of 96
    const down = made([...flat(100, 20), [96, 94, 95]]);
    expect(one(gap, down).value).toBeCloseTo(96 / 99 - 1, 12);
    expect(one(gap, down, "from").state).toBe("down");
    expect(() => run({ ...gap, direction: "up" }, down)).toThrow("no gap of that size");
  });

  it("is none under a quarter of the mean true range, or the least asked for", () => {
    // Mean true range 2, a quarter of it 0.5: a low of 101.4 leaves 0.4.
    const small = made([...flat(100, 20), [103, 101.4, 102]]);
    expect(() => run(gap, small)).toThrow("no gap of that size");
    expect(one({ ...gap, least: 0.003 }, small).value).toBeCloseTo(0.4 / 101, 12);
    expect(() => run({ ...gap, least: 0.005 }, small)).toThrow("no gap of that size");
  });

  it("may lie between a high and the next open, and be filled that day", () => {
    const opened = made([...flat(100, 20), [106, 100, 105, 104]]);
    expect(() => run(gap, opened)).toThrow("no gap of that size");
    const found = one({ ...gap, by: "open" }, opened);
    expect(found.value).toBeCloseTo(104 / 101 - 1, 12);
    expect(found.state).toBe("filled");
    expect(one({ ...gap, by: "open" }, opened, "filled")).toMatchObject({ value: 100 });
  });

  it("finds an older one that is still unfilled", () => {
    const bars: readonly Bar[] = [...up, ...flat(105, 2), [110, 108, 109], [108, 105, 107]];
    expect(one(gap, made(bars))).toMatchObject({ day: nth(23), state: "filled" });
    expect(one({ ...gap, unfilled: true }, made(bars))).toMatchObject({ day: nth(20) });
  });

  it("needs sessions next to each other", () => {
    expect(() => run(gap, made(up, { suspect: [nth(19)] }))).toThrow("no gap of that size");
  });
});
