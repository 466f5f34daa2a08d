import { describe, expect, it } from "vitest";
import { contextOf, one, run, seriesOf, unsaid } from "../support.ts";

const DAYS = ["2025-05-19", "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-23"];
const tenor = (id: string, values: readonly number[]) =>
  seriesOf(
    id,
    values.map((each, at) => [DAYS[at] ?? "", each] as const),
  );
const of = (...tenors: readonly (readonly number[])[]) =>
  contextOf(
    tenors.map((each, at) => tenor(`t${at + 1}`, each)),
    "2025-05-23",
  );
const asked = { statistic: "term-structure", tenors: ["t1", "t2"] };

describe("term-structure", () => {
  it("is in contango where near stands under far, in backwardation where it stands over", () => {
    const calm = of([22, 22, 22, 22, 18], [20, 20, 20, 20, 20]);
    expect(one(asked, calm)).toMatchObject({ value: 0.9, unit: "multiple", state: "contango" });
    expect(one(asked, calm, "spread")).toMatchObject({ value: 2, unit: "points", digits: 1 });
    expect(one(asked, calm, "near")).toMatchObject({ value: 18, digits: 2 });
    const torn = of([18, 18, 18, 18, 22], [20, 20, 20, 20, 20]);
    expect(one(asked, torn)).toMatchObject({ value: 1.1, state: "backwardation" });
    expect(one(asked, of([20.05], [20]))).toMatchObject({ state: "flat" });
  });

  it("counts the sessions of the same shape, and tells the last of another", () => {
    const turned = of([22, 22, 19, 18, 19], [20, 20, 20, 20, 20]);
    expect(one(asked, turned, "run")).toMatchObject({
      value: 3,
      unit: "sessions",
      state: "contango",
    });
    expect(one(asked, turned, "since")).toMatchObject({ value: 0.95, day: "2025-05-21" });
    expect(one(asked, turned, "previous")).toMatchObject({
      state: "backwardation",
      day: "2025-05-20",
    });
    expect(unsaid(asked, of([18, 18], [20, 20]), "run")).toContain("contango in all the data");
  });

  it("does not count over a missing session", () => {
    const near = tenor("t1", [22, 22, 19, 18, 19]);
    const holed = { ...near, points: near.points.filter((each) => each.day !== "2025-05-22") };
    const context = contextOf([holed, tenor("t2", [20, 20, 20, 20, 20])], "2025-05-23");
    expect(unsaid(asked, context, "run")).toContain("are missing");
    expect(one(asked, context).state).toBe("contango");
  });

  it("calls a curve of several tenors mixed where it goes up and down", () => {
    const three = { ...asked, tenors: ["t1", "t2", "t3"] };
    expect(one(three, of([18], [20], [22])).state).toBe("contango");
    expect(one(three, of([24], [22], [20])).state).toBe("backwardation");
    expect(one(three, of([18], [22], [20])).state).toBe("mixed");
    expect(one(three, of([18], [22], [20])).value).toBe(0.9);
  });

  it("is told on the latest day that all tenors tell", () => {
    const context = contextOf([tenor("t1", [18, 18, 25]), tenor("t2", [20, 20])], "2025-05-23");
    expect(one(asked, context)).toMatchObject({ day: "2025-05-20", state: "contango" });
    const apart = contextOf(
      [tenor("t1", [18]), seriesOf("t2", [["2025-05-22", 20]])],
      "2025-05-23",
    );
    expect(() => run(asked, apart)).toThrow("no reading of the same day");
  });
});
