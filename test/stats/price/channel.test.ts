import { describe, expect, it } from "vitest";
import { day, daysBetween } from "../../../src/model/index.ts";
import { one, run } from "../support.ts";
import type { Bar } from "./made.ts";
import { flat, leg, made, nth } from "./made.ts";

/** Up and down in legs of six sessions, each turn so much higher than the one before it but one. */
function zigzag(rise: number, legs: number, low = 100, height = 15): readonly Bar[] {
  const turn = (place: number): number => low + (place % 2 === 0 ? 0 : height) + (rise * place) / 2;
  return [
    ...flat(110, 15),
    ...leg(110, low, 6),
    ...Array.from({ length: legs }, (_, place) => leg(turn(place), turn(place + 1), 6)).flat(),
  ];
}

const channel = { statistic: "channel", bars: "x" };

describe("channel", () => {
  it("is sideways between two levels that the price keeps turning at", () => {
    // Lows of 99 at places 20, 32, 44 …, highs of 116 at 26, 38 …; the last leg ends on a high.
    const context = made(zigzag(0, 11));
    const found = one(channel, context);
    expect(found.value).toBeCloseTo(116 / 99 - 1, 12);
    expect(found).toMatchObject({ state: "sideways", basis: "intraday", day: nth(86) });
    expect(one(channel, context, "lower").value).toBe(99);
    expect(one(channel, context, "upper").value).toBe(116);
    expect(one(channel, context, "anchor").day).toBe(nth(20));
    expect(one(channel, context, "slope").value).toBe(0);
    // Lows at 20, 32, 44, 56, 68, 80; highs at 26, 38, 50, 62, 74: that of 86 is no turn yet.
    expect(one(channel, context, "touches-lower").value).toBe(6);
    expect(one(channel, context, "touches-upper").value).toBe(5);
    // The close of 115 in a channel from 99 to 116
    expect(one(channel, context, "place").value).toBeCloseTo(16 / 17, 12);
    expect(one(channel, context, "place")).toMatchObject({ state: "upper half", basis: "close" });
  });

  it("rises along its lows, with a parallel through the farthest high", () => {
    const context = made(zigzag(6, 11));
    const [anchor, second, opposite] = ["anchor", "second", "opposite"].map((part) =>
      one(channel, context, part),
    );
    if (anchor === undefined || second === undefined || opposite === undefined) return;
    const slope = (second.value - anchor.value) / daysBetween(anchor.day, second.day);
    const line = (at: string): number => anchor.value + slope * daysBetween(anchor.day, day(at));
    expect(one(channel, context).state).toBe("rising");
    expect(anchor.series).toBe("x.low");
    expect(opposite.series).toBe("x.high");
    expect(one(channel, context, "lower").value).toBeCloseTo(line(nth(86)), 10);
    const width = opposite.value - line(opposite.day);
    expect(one(channel, context, "upper").value).toBeCloseTo(line(nth(86)) + width, 10);
    expect(one(channel, context, "parallel").value).toBe(one(channel, context, "upper").value);
    expect(one(channel, context, "slope").value).toBeCloseTo(
      line(nth(86)) / (line(nth(86)) - 7 * slope) - 1,
      10,
    );
    expect(one(channel, context, "lower").cites).toHaveLength(4);
  });

  it("falls along its highs", () => {
    const context = made(zigzag(-5, 11));
    expect(one(channel, context).state).toBe("falling");
    expect(one(channel, context, "anchor").series).toBe("x.high");
    expect(() => run({ ...channel, trend: "rising" }, context)).toThrow(
      "kept to no rising channel",
    );
  });

  it("may be left by the closes of the last five sessions, by no earlier one", () => {
    const bars = zigzag(0, 11);
    const leaving = made([...bars, ...leg(115, 123, 4)]);
    expect(one(channel, leaving, "place").state).toBe("above");
    expect(() => run(channel, made([...bars, ...leg(115, 131, 8)]))).toThrow("no channel");
  });

  it("needs turns that touch both lines, and time", () => {
    expect(() => run(channel, made(zigzag(0, 5)))).toThrow("kept to no channel");
    expect(() => run(channel, made(flat(100, 120)))).toThrow("kept to no channel");
    // One long rise and fall turns nowhere twice.
    expect(() =>
      run(channel, made([...flat(100, 15), ...leg(100, 150, 40), ...leg(150, 100, 40)])),
    ).toThrow("kept to no channel");
  });

  it("begins within the time asked for", () => {
    const context = made(zigzag(0, 11));
    expect(one({ ...channel, over: "60 sessions" }, context, "anchor").day >= nth(27)).toBe(true);
  });
});
