import { describe, expect, it } from "vitest";
import { one, unsaid } from "../support.ts";
import { contextWith, groupOf } from "./made.ts";

const DAYS = ["2025-05-22", "2025-05-23"];
const sized = (weights: readonly number[], list = true) =>
  contextWith(
    groupOf(
      DAYS,
      Object.fromEntries(weights.map((weight, at) => [`m${at}`, { closes: [1, 1], weight }])),
      { list, membersAsOf: "2025-05-27" },
    ),
  );
const asked = { statistic: "group-size", group: "g", in: "millions" };

describe("group-size", () => {
  it("tells market values as money, under the names of the ends", () => {
    const context = sized([4100, 2900, 1850, 960, 540]);
    // (4100 + 2900 + 1850 + 960 + 540) / 5 = 2070
    expect(one(asked, context)).toMatchObject({ unit: "money", digits: 3, series: "g" });
    expect(one(asked, context).value).toBeCloseTo(2070e6, 3);
    expect(one(asked, context, "median").value).toBeCloseTo(1850e6, 3);
    expect(one(asked, context, "sum").value).toBeCloseTo(10_350e6, 3);
    expect(one(asked, context, "smallest")).toMatchObject({ value: 540e6, series: "g.m4.close" });
    expect(one(asked, context, "largest")).toMatchObject({ value: 4100e6, series: "g.m0.close" });
    expect(one(asked, context, "largest").cites.map((each) => each.line)).toEqual([2, 3, 4, 5, 6]);
  });

  it("tells shares of the whole where weights are no money", () => {
    const context = sized([50, 30, 20]);
    const shares = { statistic: "group-size", group: "g" };
    expect(one(shares, context, "largest")).toMatchObject({ value: 0.5, unit: "ratio", digits: 1 });
    expect(one(shares, context, "smallest").value).toBeCloseTo(0.2, 12);
    expect(unsaid(shares, context, "sum")).toContain("no market values");
  });

  it("knows as many decimals as the list has", () => {
    expect(one({ ...asked, in: "billions" }, sized([20.72, 3.1, 2])).digits).toBe(2);
    expect(one({ ...asked, in: "dollars" }, sized([2000, 3000, 1000])).digits).toBe(9);
  });

  it("rests on the rows of the day where the catalogue gives the weights", () => {
    const found = one(asked, sized([3, 2, 1], false));
    expect(found.cites.map((each) => each.series)).toEqual([
      "g.m0.close",
      "g.m1.close",
      "g.m2.close",
    ]);
    expect(found.value).toBeCloseTo(2e6, 6);
  });

  it("carries the day of the list", () => {
    expect(one(asked, sized([3, 2, 1]), "listed").day).toBe("2025-05-27");
  });

  // The piece that told of a smallest company worth 1.33 million in a small-cap index.
  it.each([
    [[900, 700, 800, 1000, 0.9], "a thousandth"],
    [[900, 700, 800, 1000, 7.5], "a hundredth, with nobody near"],
  ])("doubts the smallest of %j: %s of the others", (weights) => {
    expect(unsaid(asked, sized(weights), "smallest")).toBe(
      "the size of M4 lies so far below all others that an error of unit is likelier",
    );
    expect(one(asked, sized(weights), "largest").value).toBe(1000e6);
  });

  it("does not doubt a small one among others", () => {
    expect(one(asked, sized([900, 700, 800, 9, 7.5]), "smallest").value).toBeCloseTo(7.5e6, 3);
  });

  it("says no mean that one wrong unit has made", () => {
    const context = sized([900, 700, 800, 1000, 850_000]);
    for (const part of ["", "largest", "sum"]) {
      expect(unsaid(asked, context, part)).toContain("above all others");
    }
    expect(one(asked, context, "median").value).toBe(900e6);
  });
});
