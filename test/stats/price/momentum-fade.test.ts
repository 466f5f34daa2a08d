import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import { leg, made, nth } from "./made.ts";

/** A low close of 80 at place 4, then 120 twenty sessions later, then 122 after ten more. */
const bars = [...leg(100, 80, 5), ...leg(80, 120, 20), ...leg(120, 122, 10)];
const pace = { statistic: "momentum-fade", bars: "x" };

describe("momentum-fade", () => {
  it("sets the late pace against the early one", () => {
    // Late: (122 / 120 − 1) / 10. Early: (120 / 80 − 1) / 20.
    const found = one(pace, made(bars));
    expect(found.value).toBeCloseTo((122 / 120 - 1) / 10 / (0.5 / 20), 12);
    expect(found).toMatchObject({ state: "fading", basis: "close" });
    expect(one(pace, made(bars), "late")).toMatchObject({ named: { sessions: 10 } });
    expect(one(pace, made(bars), "early").value).toBeCloseTo(0.5, 12);
    expect(one(pace, made(bars), "early").named).toEqual({ sessions: 20 });
  });

  it("holds at half the pace or more", () => {
    // The same step of 2 from 120 on: (140 / 120 − 1) / 10 against 0.025 is two thirds.
    const on = [...bars.slice(0, 25), ...leg(120, 140, 10)];
    expect(one(pace, made(on)).state).toBe("holding");
  });

  it("is negative where the price has come down lately", () => {
    const back = [...bars.slice(0, 25), ...leg(120, 112, 10)];
    expect(one(pace, made(back)).value).toBeLessThan(0);
    expect(one(pace, made(back)).state).toBe("fading");
  });

  it("withholds once the rally is over", () => {
    // 120 × 0.9 = 108
    const over = [...bars.slice(0, 25), ...leg(120, 108, 10)];
    expect(() => run(pace, made(over))).toThrow("is in no rally");
  });

  it("withholds a rally too young to have two parts", () => {
    expect(() => run(pace, made(bars.slice(0, 23)))).toThrow("too young");
  });

  it("looks no further than the day it is given", () => {
    // At place 24 the last ten sessions rose from 100 to 120, the ten before from 80 to 100.
    const found = one({ ...pace, to: nth(24) }, made(bars));
    expect(found.value).toBeCloseTo(0.2 / 0.25, 12);
  });
});
