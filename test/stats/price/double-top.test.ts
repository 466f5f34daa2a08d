import { describe, expect, it } from "vitest";
import { one, run, unsaid } from "../support.ts";
import type { Bar } from "./made.ts";
import { flat, leg, made, nth } from "./made.ts";

/** From 80 up to a high of 121 at place 34, down to a low of 104 at 45, up to 120.5 at 57, down to a close of 106. */
const bars: readonly Bar[] = [
  ...flat(80, 15),
  ...leg(80, 120, 20),
  ...leg(120, 105, 11),
  ...leg(105, 119.5, 12),
  ...leg(119.5, 106, 10),
];
const top = { statistic: "double-top", bars: "x" };

describe("double-top", () => {
  it("is the mean of two highs within tolerance, forming until the neckline breaks", () => {
    const found = one(top, made(bars));
    // (121 + 120.5) / 2
    expect(found.value).toBeCloseTo(120.75, 12);
    expect(found).toMatchObject({ state: "forming", day: nth(57), basis: "intraday" });
    expect(one(top, made(bars), "first")).toMatchObject({ value: 121, day: nth(34) });
    expect(one(top, made(bars), "second")).toMatchObject({ value: 120.5, day: nth(57) });
    expect(one(top, made(bars), "neckline")).toMatchObject({ value: 104, day: nth(45) });
    expect(one(top, made(bars), "depth").value).toBeCloseTo(104 / 120.75 - 1, 12);
    expect(unsaid(top, made(bars), "confirmed")).toContain("no close has broken");
    // 104 − (120.75 − 104)
    expect(one(top, made(bars), "target").value).toBeCloseTo(87.25, 12);
    expect(one(top, made(bars), "distance").value).toBeCloseTo(104 / 106 - 1, 12);
    // The last close's distance, as that from a level or a line.
    expect(one(top, made(bars), "distance").basis).toBe("close");
  });

  it("is confirmed by a close clear of the neckline", () => {
    // 104 lies on it, 102 two points under it, more than the tolerance of about one and a quarter.
    const broken = made([...bars, ...leg(106, 100, 3)]);
    expect(one(top, broken).state).toBe("confirmed");
    expect(one(top, broken, "confirmed")).toMatchObject({ value: 102, day: nth(69) });
  });

  it("is none of two highs apart by more than both tolerances", () => {
    // The second stops five points lower.
    const lower = [...bars.slice(0, 46), ...leg(105, 115, 12), ...leg(115, 106, 10)];
    expect(() => run(top, made(lower))).toThrow("no two tops at one height");
  });

  it("is none without a way back between the two, or a higher price there", () => {
    // Between the tops to 117 only, under five percent.
    const shallow = [
      ...bars.slice(0, 35),
      ...leg(120, 117, 11),
      ...leg(117, 119.5, 12),
      ...leg(119.5, 106, 10),
    ];
    expect(() => run(top, made(shallow))).toThrow("no two tops");
    expect(one({ ...top, depth: 0.02 }, made(shallow)).state).toBe("confirmed");
  });

  it("is none where the price did not come up from under the neckline", () => {
    const high = [...flat(110, 15), ...leg(110, 120, 20), ...bars.slice(35)];
    expect(() => run(top, made(high))).toThrow("no two tops");
  });

  it("is undone by a price beyond both tops", () => {
    const beyond = made([...bars, ...leg(106, 126, 10)]);
    expect(() => run(top, beyond)).toThrow("no two tops");
  });

  it("lies within the time asked for", () => {
    expect(() => run({ ...top, over: "30 sessions" }, made(bars))).toThrow("no two tops");
    expect(one({ ...top, over: "60 sessions" }, made(bars)).day).toBe(nth(57));
  });
});
