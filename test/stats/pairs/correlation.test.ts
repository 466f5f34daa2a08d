import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (id: string, values: readonly number[], first = "2020-01"): Series =>
  seriesOf(id, months(first, values), { every: "month", unit: "score" });
const asked = { statistic: "correlation", series: "x", with: "y", least: 4 };

describe("correlation", () => {
  it("is Pearson's, on levels and on relative changes", () => {
    // Python 3.11: statistics.correlation([1, 2, 4, 7], [2, 3, 3, 9]) = 0.92477409322483,
    // and of the changes [1, 1, 0.75], [0.5, 0, 2]: −0.9707253433941508
    const context = contextOf(
      [monthly("x", [1, 2, 4, 7]), monthly("y", [2, 3, 3, 9])],
      "2021-01-01",
    );
    expect(one(asked, context).value).toBeCloseTo(0.92477409322483, 12);
    expect(one(asked, context, "changes").value).toBeCloseTo(-0.9707253433941508, 12);
    expect(one(asked, context)).toMatchObject({ state: "disagree", digits: 2 });
    expect(one(asked, context, "count").value).toBe(4);
  });

  it("agrees where both tell much the same", () => {
    const x = [100, 110, 99, 120, 130, 90];
    const context = contextOf(
      [
        monthly("x", x),
        monthly(
          "y",
          x.map((each) => each * 3),
        ),
      ],
      "2021-01-01",
    );
    expect(one(asked, context)).toMatchObject({ state: "agree" });
    expect(one(asked, context).value).toBeCloseTo(1, 12);
  });

  it("has no state where changes cannot be told", () => {
    const context = contextOf(
      [monthly("x", [1, -2, 4, 7]), monthly("y", [2, 3, 3, 9])],
      "2021-01-01",
    );
    expect(unsaid(asked, context, "changes")).toContain("above zero");
    expect(one(asked, context).state).toBeUndefined();
  });

  it("uses the last session of full months of a daily series", () => {
    const daily = seriesOf("y", [
      ["2020-01-30", 9],
      ["2020-01-31", 1],
      ["2020-02-28", 2],
      ["2020-03-31", 4],
      ["2020-04-30", 7],
      ["2020-05-15", 99],
    ]);
    const context = contextOf([monthly("x", [1, 2, 4, 7, 8]), daily], "2020-05-31");
    expect(one(asked, context).value).toBeCloseTo(1, 12);
    expect(one(asked, context, "to").day).toBe("2020-04-30");
  });

  it("starts behind the last gap, and says from when", () => {
    const rows = [...months("2020-01", [9, 9]), ...months("2020-04", [1, 2, 4, 7])];
    const gap = seriesOf("y", rows, { every: "month" });
    const context = contextOf([monthly("x", [1, 2, 3, 4, 5, 7, 8]), gap], "2021-01-01");
    expect(one(asked, context, "from").day).toBe("2020-04-30");
    expect(() => run({ ...asked, from: "2020-01-31" }, context)).toThrow("lack a month in common");
  });

  it("moves the second series ahead by months", () => {
    // The second tells in each month what the first tells in the next: 3, 5, 4, 8.
    const ahead = contextOf(
      [monthly("x", [9, 3, 5, 4, 8]), monthly("y", [3, 5, 4, 8, 1])],
      "2021-01-01",
    );
    const found = one({ ...asked, advanced: 1 }, ahead);
    expect(found.value).toBeCloseTo(1, 12);
    expect(found.named).toEqual({ months: 4, advanced: 1 });
    expect(one(asked, ahead).value).toBeLessThan(0.9);
  });

  it("is withheld with few months, and where nothing varies", () => {
    const context = contextOf([monthly("x", [1, 2, 3]), monthly("y", [1, 2, 3])], "2021-01-01");
    expect(() => run(asked, context)).toThrow("share 3 months, fewer than 4");
    const flat = contextOf([monthly("x", [1, 2, 3, 4]), monthly("y", [5, 5, 5, 5])], "2021-01-01");
    expect(() => run(asked, flat)).toThrow("no number follows");
  });
});
