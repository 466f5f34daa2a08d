import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import type { Bar } from "./made.ts";
import { around, flat, leg, made, nth } from "./made.ts";

/** Twenty flat sessions, then ten points down (or up) in five: the mean true range stays near 2. */
const fallen = [...flat(100, 20), ...leg(100, 90, 5)];
const risen = [...flat(100, 20), ...leg(100, 110, 5)];
const candle = { statistic: "candle", bars: "x" };
const shape = (bars: readonly Bar[], last: Bar): string | undefined =>
  one(candle, made([...bars, last])).state;

describe("candle", () => {
  it("tells a hammer after a fall, a hanging man after a rise", () => {
    // Body 0.5, lower shadow 3, upper 0.1 of 3.6
    const found = made([...fallen, [91, 87.4, 90.9, 90.4]]);
    expect(one(candle, found)).toMatchObject({ value: 90.9, state: "hammer", day: nth(25) });
    expect(one(candle, found, "body").value).toBeCloseTo(0.5 / 3.6, 12);
    expect(one(candle, found, "body").state).toBe("up");
    expect(one(candle, found, "lower").value).toBeCloseTo(3 / 3.6, 12);
    expect(one(candle, found, "upper").value).toBeCloseTo(0.1 / 3.6, 10);
    expect(one(candle, found, "range").value).toBeCloseTo(3.6 / 87.4, 12);
    // 90 against 100 five sessions before
    expect(one(candle, found, "trend").value).toBeCloseTo(-0.1, 12);
    expect(one(candle, found, "trend").state).toBe("falling");
    expect(shape(risen, [111, 107.4, 110.9, 110.4])).toBe("hanging man");
  });

  it("tells a shooting star after a rise, an inverted hammer after a fall", () => {
    expect(shape(risen, [113.6, 110, 110.1, 110.6])).toBe("shooting star");
    expect(shape(fallen, [93.6, 90, 90.1, 90.6])).toBe("inverted hammer");
  });

  it("has no hammer without a trend", () => {
    const none = made([...flat(100, 25), [101, 97.4, 100.9, 100.4]]);
    expect(() => run(candle, none)).toThrow("no shape with a name");
  });

  it("tells a doji by a body of a tenth, long-legged with both shadows long", () => {
    // Body 0.2 of 4; shadows 1.9 and 1.9, range over the mean true range
    expect(shape(flat(100, 25), [102, 98, 100.1, 99.9])).toBe("long-legged doji");
    // Shadows 0.5 and 3.3 of 4
    expect(shape(flat(100, 25), [101, 97, 100.5, 100.3])).toBe("doji");
    // As even, but 1.8 under the mean true range of 2
    expect(shape(flat(100, 25), [100.9, 99.1, 100.05, 99.95])).toBe("doji");
  });

  it("tells a spinning top by a small body between longer shadows", () => {
    // Body 1 of 4, shadows 1.5 and 1.5
    expect(shape(flat(100, 25), [102, 98, 100.5, 99.5])).toBe("spinning top");
    expect(() => shape(flat(100, 25), [102, 98, 101, 99])).toThrow("no shape with a name");
  });

  it("tells an engulfing body of the other colour against the trend", () => {
    // The trend up to both: nine points down in five sessions; then 90.5 to 90, and 89.8 to 92.
    const red: Bar = [91, 89.5, 90, 90.5];
    const bullish = made([...fallen.slice(0, -1), red, [92.5, 89.5, 92, 89.8]]);
    expect(one(candle, bullish).state).toBe("bullish engulfing");
    // That trend is told: from 100 to 92, the close before the falling body.
    expect(one(candle, bullish, "trend")).toMatchObject({ day: nth(23), state: "falling" });
    expect(one(candle, bullish, "trend").value).toBeCloseTo(-0.08, 12);
    const green: Bar = [110.5, 109, 110, 109.5];
    expect(shape([...risen.slice(0, -1), green], [110.5, 107, 107.5, 110.2])).toBe(
      "bearish engulfing",
    );
    // The same colour engulfs nothing.
    expect(() => shape([...fallen.slice(0, -1), red], [92.5, 89.5, 89.6, 92])).toThrow(
      "no shape with a name",
    );
  });

  it("gives no name to a range under half the mean true range", () => {
    expect(() => shape(flat(100, 25), [100.4, 99.5, 100, 99.98])).toThrow("no shape with a name");
  });

  it("looks back as far as it is asked to", () => {
    const bars: readonly Bar[] = [...flat(100, 25), [102, 98, 100.5, 99.5], [104, 99, 103, 100]];
    expect(() => run(candle, made(bars))).toThrow("the last day's candle of x");
    expect(one({ ...candle, back: 2 }, made(bars))).toMatchObject({ day: nth(25) });
  });

  it("takes a full week as one candle, and names its sessions", () => {
    // Place 103 is Monday, 1 June 2020: the week opens at 99.5 and closes at 100.5.
    const week: readonly Bar[] = [
      [101, 99, 100, 99.5],
      [102, 99, 100],
      [101, 98, 100],
      around(100),
      [101, 99, 100.5],
    ];
    const weekly = { ...candle, every: "week" };
    const found = one(weekly, made([...flat(100, 103), ...week]));
    expect(found).toMatchObject({ state: "spinning top", named: { sessions: 5 } });
    expect(found.day).toBe("2020-06-05");
    const context = made([...flat(100, 103), ...week]);
    expect(one(weekly, context, "open")).toMatchObject({ value: 99.5, day: "2020-06-01" });
    expect(one(weekly, context, "high").value).toBe(102);
    expect(one(weekly, context, "low").value).toBe(98);
    expect(one(weekly, context, "sessions")).toMatchObject({ value: 5, state: "full" });
  });

  it("names a short week", () => {
    // Memorial Day: Monday, 25 May 2020. The week from the 26th has four sessions.
    const week: readonly Bar[] = [[102, 98, 100, 99.5], ...flat(100, 2), [101, 99, 100.5]];
    const context = made([...flat(100, 99), ...week]);
    expect([nth(99), nth(102)]).toEqual(["2020-05-26", "2020-05-29"]);
    const weekly = { ...candle, every: "week" };
    expect(one(weekly, context)).toMatchObject({ named: { sessions: 4 } });
    expect(one(weekly, context, "sessions")).toMatchObject({ value: 4, state: "short" });
  });

  it("withholds a week with a missing session", () => {
    const week: readonly Bar[] = [[102, 98, 100, 99.5], ...flat(100, 3), [101, 99, 100.5]];
    const context = made([...flat(100, 103), ...week], { suspect: [nth(104)] });
    expect(() => run({ ...candle, every: "week" }, context)).toThrow("missing in the week");
  });

  it("withholds where too little is known for a trend", () => {
    expect(() => run(candle, made(flat(100, 14)))).toThrow("too few days");
  });
});
