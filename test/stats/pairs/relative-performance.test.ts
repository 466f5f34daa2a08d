import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (id: string, values: readonly number[]): Series =>
  seriesOf(id, months("2020-01", values), { every: "month" });
const asked = { statistic: "relative-performance", series: "x", with: "y", over: "1 month" };
const of = (x: readonly number[], y: readonly number[]) =>
  contextOf([monthly("x", x), monthly("y", y)], "2030-01-01");

describe("relative-performance", () => {
  it("is the change of the one less that of the other, in percentage points", () => {
    // 9.77 percent up, 9.28 percent down: 19.05 points apart.
    const context = of([100, 109.77], [100, 90.72]);
    const found = one(asked, context);
    expect(found.value).toBeCloseTo(19.05, 9);
    expect(found).toMatchObject({ unit: "points", digits: 1, state: "outperformed" });
    expect(found.named).toEqual({ months: 1 });
    expect(one(asked, context, "change").value).toBeCloseTo(0.0977, 12);
    expect(one(asked, context, "other").value).toBeCloseTo(-0.0928, 12);
    expect(one(asked, context, "from")).toMatchObject({ value: 100, day: "2020-01-31" });
  });

  it("lags where it did worse, and is in line where the difference hardly shows", () => {
    expect(one(asked, of([100, 101], [100, 103]))).toMatchObject({ state: "lagged" });
    expect(one(asked, of([100, 101], [100, 101.14]))).toMatchObject({ state: "in-line" });
    expect(one({ ...asked, even: 0 }, of([100, 101], [100, 101.14]))).toMatchObject({
      state: "lagged",
    });
  });

  it("knows a wide margin from a narrow one", () => {
    // Ten months in which the first does one point better, then one in which it does ten better.
    const x = Array.from({ length: 11 }, (_, month) => 100 * 1.01 ** month);
    const y = Array.from({ length: 11 }, () => 100);
    const wide = of([...x, (x.at(-1) ?? 0) * 1.1], [...y, 100]);
    expect(one(asked, wide, "margin")).toMatchObject({ state: "wide", ranked: 10 });
    expect(one(asked, wide, "margin").value).toBeCloseTo(10, 9);
    const narrow = of([...x, (x.at(-1) ?? 0) * 1.001], [...y, 100]);
    expect(one(asked, narrow, "margin").state).toBe("narrow");
    expect(unsaid(asked, of([100, 101], [100, 103]), "margin")).toContain("too few past");
  });

  it("measures both between the very same sessions", () => {
    const x = seriesOf("x", [
      ["2025-05-16", 100],
      ["2025-05-22", 90],
      ["2025-05-23", 110],
    ]);
    const y = seriesOf("y", [
      ["2025-05-15", 70],
      ["2025-05-16", 100],
      ["2025-05-22", 99],
    ]);
    const week = { ...asked, over: "1 week" };
    // The second has no close of the 23rd yet: both are taken on the 22nd.
    const context = contextOf([x, y], "2025-05-23");
    expect(one(week, context)).toMatchObject({ day: "2025-05-22", state: "lagged" });
    expect(one(week, context).value).toBeCloseTo(-9, 9);
    const late = contextOf(
      [
        x,
        seriesOf("y", [
          ["2025-05-15", 70],
          ["2025-05-22", 99],
        ]),
      ],
      "2025-05-23",
    );
    expect(() => run(week, late)).toThrow("do not both have a figure for 1 week before 2025-05-22");
  });

  it("goes between two days an author pins", () => {
    const pinned = {
      statistic: "relative-performance",
      series: "x",
      with: "y",
      from: "2020-01-31",
      to: "2020-03-31",
    };
    const context = of([100, 50, 120, 130], [100, 70, 110, 90]);
    expect(one(pinned, context).value).toBeCloseTo(10, 9);
    expect(() => run({ ...pinned, to: "2020-01-31" }, context)).toThrow(
      "from 2020-01-31 to 2020-01-31",
    );
  });

  it("compares a daily series with a monthly one at the ends of months", () => {
    const daily = seriesOf("y", [
      ["2020-01-31", 100],
      ["2020-02-14", 10],
      ["2020-02-28", 105],
    ]);
    const context = contextOf([monthly("x", [100, 110]), daily], "2020-03-01");
    expect(one(asked, context).value).toBeCloseTo(5, 9);
  });

  it("turns its sign where the two change places", () => {
    const value = fc.integer({ min: 1000, max: 9000 });
    fc.assert(
      fc.property(fc.tuple(value, value, value, value), ([a, b, c, d]) => {
        const there = one(asked, of([a, b], [c, d]));
        const back = one(asked, of([c, d], [a, b]));
        expect(there.value).toBeCloseTo(-back.value, 9);
        const words = { outperformed: "lagged", lagged: "outperformed", "in-line": "in-line" };
        expect(new Map(Object.entries(words)).get(there.state ?? "")).toBe(back.state);
      }),
    );
  });
});
