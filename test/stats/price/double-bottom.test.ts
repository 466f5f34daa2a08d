import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import type { Bar } from "./made.ts";
import { flat, leg, made, nth } from "./made.ts";

/** Turned over at 100: down to a low of 79 at place 34, up to a high of 96 at 45, down to 79.5 at 57. */
const bars: readonly Bar[] = [
  ...flat(120, 15),
  ...leg(120, 80, 20),
  ...leg(80, 95, 11),
  ...leg(95, 80.5, 12),
  ...leg(80.5, 94, 10),
];

describe("double-bottom", () => {
  it("is the mirror image of a double top", () => {
    const bottom = { statistic: "double-bottom", bars: "x" };
    const found = made(bars);
    expect(one(bottom, found)).toMatchObject({ state: "forming", day: nth(57) });
    expect(one(bottom, found).value).toBeCloseTo(79.25, 12);
    expect(one(bottom, found, "neckline").value).toBe(96);
    // 96 + (96 − 79.25)
    expect(one(bottom, found, "target").value).toBeCloseTo(112.75, 12);
    expect(() => run({ ...bottom, statistic: "double-top" }, found)).toThrow("no two tops");
    const broken = made([...bars, ...leg(94, 100, 3)]);
    expect(one(bottom, broken, "confirmed")).toMatchObject({ value: 98, day: nth(69) });
  });
});
