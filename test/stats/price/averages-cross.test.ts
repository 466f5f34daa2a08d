import { describe, expect, it } from "vitest";
import { addSessions, day } from "../../../src/model/index.ts";
import { statisticNamed } from "../../../src/stats/index.ts";
import type { Context } from "../../../src/stats/index.ts";
import { contextOf, one, run, seriesOf, unsaid } from "../support.ts";

function dayAt(place: number): string {
  return addSessions(day("2020-01-02"), place);
}

function closes(values: readonly number[]): Context {
  const rows = values.map((value, place) => [dayAt(place), value] as const);
  return contextOf([seriesOf("x", rows)], dayAt(values.length - 1));
}

/** 2- and 4-day averages: equal, 9 against 9.5, 8 against 9, 10 against 9.5, 12 against 10. */
const values = [10, 10, 10, 10, 8, 8, 12, 12];
const cross = { statistic: "averages-cross", series: "x", fast: 2, slow: 4 };

function times(count: number, value: number): readonly number[] {
  return Array.from({ length: count }, () => value);
}

describe("averages-cross", () => {
  it("tells both averages and the gap between them", () => {
    // (8 + 8 + 12 + 12) / 4 = 10 and 12: 20 percent
    const found = one(cross, closes(values));
    expect(found.value).toBeCloseTo(0.2, 12);
    expect(found).toMatchObject({ state: "above", named: { fast: 2, slow: 4 } });
    expect(one(cross, closes(values), "fast").value).toBe(12);
    expect(one(cross, closes(values), "slow").value).toBe(10);
  });

  it("finds the day of the last crossing", () => {
    expect(one(cross, closes(values), "crossed")).toMatchObject({
      value: 12,
      day: dayAt(6),
      state: "up",
    });
    expect(one(cross, closes(values), "sessions").value).toBe(1);
    expect(unsaid(cross, closes(values), "prior")).toContain("not crossed before");
  });

  it("tells averages under zero and their crossing, but no percentage of them", () => {
    // The mirror image: −12 against (−8 − 8 − 12 − 12) / 4 = −10
    const under = closes(values.map((each) => -each));
    expect(unsaid(cross, under, "")).toContain("no percentage starts there");
    expect(one(cross, under, "fast").value).toBe(-12);
    expect(one(cross, under, "slow").value).toBe(-10);
    expect(one(cross, under, "crossed")).toMatchObject({ day: dayAt(6), state: "down" });
  });

  it("finds the crossing before it", () => {
    // (12 + 6) / 2 = 9 against (8 + 12 + 12 + 6) / 4 = 9.5
    const context = closes([...values, 6]);
    expect(one(cross, context, "crossed")).toMatchObject({ day: dayAt(8), state: "down" });
    expect(one(cross, context, "prior")).toMatchObject({ day: dayAt(6), state: "up" });
  });

  it("calls the cross of the 50 and the 200 by its name", () => {
    // After k closes of 70 the 50-day stands at 100 − 0.6 k, the 200-day at 95 − 0.1 k: equal at ten.
    const fall = [...times(150, 90), ...times(100, 100), ...times(11, 70)];
    const fifty = { statistic: "averages-cross", series: "x" };
    expect(one(fifty, closes(fall), "crossed")).toMatchObject({
      day: dayAt(260),
      state: "death cross",
    });
    expect(one(fifty, closes(fall), "slow").value).toBeCloseTo(93.9, 10);
    const before = closes(fall.slice(0, -1));
    expect(unsaid(fifty, before, "crossed")).toContain("not crossed");
    expect(one(fifty, before).state).toBe("at");
  });

  it("refuses a fast average that is slower", () => {
    const { options } = statisticNamed("averages-cross") ?? {};
    expect(options?.safeParse({ series: "x", fast: 200, slow: 50 }).success).toBe(false);
  });

  it("withholds with too few readings", () => {
    expect(() => run({ ...cross, slow: 20 }, closes(values))).toThrow("too few for an average");
  });
});
