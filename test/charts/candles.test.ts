import { describe, expect, it } from "vitest";
import { merge, rhythmFor } from "../../src/charts/candles.ts";
import { day } from "../../src/model/index.ts";

const bar = (on: string, open: number, high: number, low: number, close: number) =>
  Object.freeze({ day: day(on), open, high, low, close });

/** Friday, Monday to Wednesday of the next week. */
const DAYS = Object.freeze([
  bar("2025-05-16", 10, 12, 9, 11),
  bar("2025-05-19", 11, 15, 10, 14),
  bar("2025-05-20", 14, 14.5, 8, 9),
  bar("2025-05-21", 9, 10, 8.5, 9.5),
]);

describe("candles", () => {
  it("take a week's first opening, its extremes and its last close", () => {
    const [, second] = merge(DAYS, "week");
    expect(second).toMatchObject({ open: 11, high: 15, low: 8, close: 9.5, day: "2025-05-21" });
  });

  it("stand at the middle of their period", () => {
    expect(merge(DAYS, "week").map((each) => each.middle)).toEqual(["2025-05-16", "2025-05-20"]);
  });

  it("are left alone where every day has its room", () => {
    expect(rhythmFor(DAYS, "day", 20, 2.5)).toBe("day");
  });

  it("are merged by the shortest rhythm that fits", () => {
    expect(rhythmFor(DAYS, "day", 6, 2.5)).toBe("week");
    expect(rhythmFor(DAYS, "day", 3, 2.5)).toBe("month");
  });

  it("are never finer than the series", () => {
    expect(rhythmFor(DAYS, "week", 1000, 2.5)).toBe("week");
  });
});
