import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { contextOf, months, one, run, seriesOf } from "../support.ts";

const monthly = (values: readonly number[]): Series =>
  seriesOf("x", months("2020-01", values), { every: "month", unit: "score" });
const asked = { statistic: "turning-point", series: "x" };
const HISTORY = [70, 72, 90, 92, 90, 92, 90, 88, 86, 84, 82];

describe("turning-point", () => {
  it("finds the low since which the series has risen on balance", () => {
    // Steps of 2 mostly, so the typical one is 2/90; from 80 to 100 is far more than three of them.
    const context = contextOf([monthly([...HISTORY, 80, 85, 100, 99])], "2022-01-01");
    expect(one(asked, context)).toMatchObject({ value: 80, day: "2020-12-31", state: "rising" });
    expect(one(asked, context, "change")).toMatchObject({ value: 19, unit: "points" });
    expect(one(asked, context, "since")).toMatchObject({ value: 72, day: "2020-02-29" });
    expect(one(asked, context, "periods").value).toBe(3);
    expect(one(asked, context, "elapsed").value).toBe(90);
  });

  it("does not take one small step back for a turn", () => {
    const context = contextOf([monthly([...HISTORY, 81])], "2022-01-01");
    expect(one(asked, context)).toMatchObject({ value: 92, state: "falling" });
  });

  it("wants twelve readings in a row, and a turn", () => {
    expect(() => run(asked, contextOf([monthly([1, 2, 3])], "2022-01-01"))).toThrow("too few");
    const straight = Array.from({ length: 14 }, () => 5);
    expect(() => run(asked, contextOf([monthly(straight)], "2022-01-01"))).toThrow("not turned");
  });
});
