import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (values: readonly number[], shape: Shape = {}): Series =>
  seriesOf("x", months("2018-01", values), {
    every: "month",
    unit: "score",
    precision: 0,
    ...shape,
  });
const asked = { statistic: "peak-rank", series: "x", least: 1 };

/** From 50 up to each peak and down to 50 again, in steps of ten. */
function peaks(...tops: readonly number[]): readonly number[] {
  const found = [40, 50];
  for (const top of tops) {
    for (let value = 60; value < top; value += 10) found.push(value);
    found.push(top);
    for (let value = Math.ceil(top / 10) * 10 - 10; value >= 50; value -= 10) found.push(value);
  }
  return found;
}

describe("peak-rank", () => {
  it("finds the second lowest peak since", () => {
    // Peaks of 90, 120, 100, 130 and 110: lower ones are 100 and, before it, 90.
    const context = contextOf([monthly(peaks(90, 120, 100, 130, 110))], "2030-01-01");
    const low = { ...asked, side: "low" };
    expect(one(low, context)).toMatchObject({ value: 110, state: "peak" });
    expect(one(low, context, "since").value).toBe(100);
    expect(one(low, context, "second").value).toBe(90);
    expect(unsaid(low, context, "third")).toContain("is as low");
    expect(one(low, context, "peaks").value).toBe(2);
    expect(() => run({ ...low, least: 6 }, context)).toThrow("reaches back over too few others");
  });

  it("finds the highest peak since", () => {
    const context = contextOf([monthly(peaks(90, 120, 100, 90, 110))], "2030-01-01");
    expect(one(asked, context, "since").value).toBe(120);
    expect(one(asked, context, "peaks").value).toBe(3);
    const days = one(asked, context, "elapsed");
    expect(days.window).toEqual({ from: one(asked, context, "since").day, to: days.day });
    const all = contextOf([monthly(peaks(90, 100, 130))], "2030-01-01");
    expect(unsaid(asked, all, "since")).toContain("no peak since");
    expect(one(asked, all, "start").value).toBe(90);
  });

  it("finds troughs, and ties", () => {
    const mirrored = peaks(90, 120, 100, 120).map((each) => 200 - each);
    const context = contextOf([monthly(mirrored)], "2030-01-01");
    const trough = { ...asked, of: "trough" };
    expect(one(trough, context)).toMatchObject({ value: 80, state: "trough" });
    expect(one(trough, context, "tie").value).toBe(80);
    expect(unsaid(trough, context, "second")).toContain("no trough since");
  });

  it("knows no peak before the fall from it", () => {
    const values = peaks(90, 120);
    const top = values.lastIndexOf(120);
    const context = contextOf([monthly(values.slice(0, top + 2))], "2030-01-01");
    // Only one peak is known: the fall from 120 is a step long, and three are wanted.
    expect(() => run(asked, context)).toThrow("too few others");
  });

  it("stops at a suspect peak, and cites it", () => {
    const values = peaks(100, 95, 110);
    const day = months("2018-01", values)[values.indexOf(95)]?.[0] ?? "";
    const found = one(
      asked,
      contextOf([monthly(values, { suspect: [day] })], "2030-01-01"),
      "since",
    );
    expect(found).toMatchObject({ value: 95, day });
  });

  it("says so where nothing has turned", () => {
    expect(() => run(asked, contextOf([monthly([1, 2, 3, 4])], "2030-01-01"))).toThrow(
      "has no peak in the data",
    );
  });
});
