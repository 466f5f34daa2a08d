import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf } from "../support.ts";

const monthly = (values: readonly number[], shape: Shape = {}): Series =>
  seriesOf("x", months("2020-01", values), {
    every: "month",
    unit: "score",
    precision: 1,
    ...shape,
  });
const asked = { statistic: "near-extreme", series: "x" };
const of = (values: readonly number[], shape: Shape = {}) =>
  contextOf([monthly(values, shape)], "2025-01-01");

describe("near-extreme", () => {
  it("comes within a point of matching", () => {
    const context = of([80, 101, 95, 96, 100.2]);
    expect(one(asked, context)).toMatchObject({ unit: "points", state: "below" });
    expect(one(asked, context).value).toBeCloseTo(-0.8, 10);
    expect(one(asked, context, "extreme")).toMatchObject({ value: 101, day: "2020-02-29" });
    expect(one(asked, context, "nearest").value).toBe(100.2);
    // 29 February to 31 May 2020.
    expect(one(asked, context, "elapsed").value).toBe(92);
  });

  it("cites a suspect reading that could be the extreme instead", () => {
    const context = of([80, 101, 99, 96, 100.2], { suspect: ["2020-03-31"] });
    for (const part of ["", "amount", "extreme", "elapsed"]) {
      expect(one(asked, context, part).cites.map((each) => each.day)).toContain("2020-03-31");
    }
    expect(one(asked, context)).toMatchObject({ day: "2020-05-31" });
    expect(one(asked, context, "elapsed").value).toBe(92);
  });

  it("lies just off a low, in percent and in money", () => {
    const money = { unit: "money", precision: 0 } as const;
    const context = of([500e9, 300e9, 400e9, 350e9, 303e9], money);
    const low = { ...asked, side: "low" };
    expect(one(low, context)).toMatchObject({ unit: "ratio", state: "above" });
    expect(one(low, context).value).toBeCloseTo(0.01, 12);
    expect(one(low, context, "amount")).toMatchObject({ unit: "money", value: 3e9 });
  });

  it("takes ten basis points for near where yields are told", () => {
    const near = of([3, 5, 4, 4.5, 4.92], { unit: "yield", precision: 2 });
    expect(one(asked, near).value).toBeCloseTo(-8, 8);
    const far = of([3, 5, 4, 4.5, 4.8], { unit: "yield", precision: 2 });
    expect(() => run(asked, far)).toThrow("has not come near its high of 2020-02-29");
    expect(one({ ...asked, within: 25 }, far).value).toBeCloseTo(-20, 8);
  });

  it("takes a tenth for far on a scale of one", () => {
    // Put-call ratios: 0.1 is less than a point, but a quarter of the range from 0.5 to 0.9.
    const shape = { unit: "score", precision: 2 } as const;
    const far = of([0.5, 0.9, 0.6, 0.7, 0.8], shape);
    expect(() => run(asked, far)).toThrow("has not come near");
    expect(one(asked, of([0.5, 0.9, 0.6, 0.7, 0.89], shape)).value).toBeCloseTo(-0.01, 12);
    expect(one({ ...asked, within: 0.1 }, far).value).toBeCloseTo(-0.1, 12);
  });

  it("takes the nearest of the latest readings", () => {
    const context = of([80, 101, 95, 96, 100.2, 97]);
    const found = one({ ...asked, of: 2 }, context, "nearest");
    expect(found).toMatchObject({ value: 100.2, day: "2020-05-31" });
  });

  it("looks at a span alone where one is given", () => {
    const context = of([200, 80, 101, 95, 96, 100.2]);
    const found = one({ ...asked, over: "5 months" }, context, "extreme");
    expect(found).toMatchObject({ value: 101, named: { months: 5 } });
  });

  it("is no near-miss where the extreme is reached, also as printed", () => {
    expect(() => run(asked, of([90, 101, 95, 96, 101]))).toThrow("has reached its high");
    const index = of([900, 1001.4, 950, 960, 1001.3], { unit: "index", precision: 2 });
    expect(() => run(asked, index)).toThrow("has reached its high");
  });

  it("wants enough readings, without a hole, and completeness for a record", () => {
    expect(() => run(asked, of([9, 8]))).toThrow("not worth a word");
    expect(() => run(asked, of([90, 101, 95, 96, 100.2], { complete: false }))).toThrow(
      "not declared complete",
    );
    const rows = [...months("2020-01", [90, 101]), ...months("2020-05", [95, 96, 100.2])];
    const holed = seriesOf("x", rows, { every: "month", unit: "score" });
    expect(() => run(asked, contextOf([holed], "2025-01-01"))).toThrow("no figures between");
  });
});
