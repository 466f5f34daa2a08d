import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addSessions, day } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const START = day("2024-01-02");
const daily = (values: readonly number[], shape: Shape = {}): Series =>
  seriesOf(
    "x",
    values.map((each, at) => [addSessions(START, at), each] as const),
    shape,
  );
const above = { statistic: "first-since", series: "x", of: "above", threshold: 100 };

describe("first-since", () => {
  it("finds the first close above a level since the last one", () => {
    const context = contextOf([daily([99, 101, 99, 98, 97, 100])], "2025-01-01");
    const asked = { ...above, least: 4 };
    expect(one(asked, context)).toMatchObject({
      value: 100,
      state: "above",
      named: { threshold: 100 },
    });
    expect(one(asked, context, "since")).toMatchObject({ value: 101, day: addSessions(START, 1) });
    expect(one(asked, context, "periods").value).toBe(4);
    // 3 January to 9 January 2024.
    expect(one(asked, context, "elapsed").value).toBe(6);
    expect(unsaid(asked, context, "start")).toContain("an earlier one");
    expect(() => run(above, context)).toThrow("the first of 4 readings only");
  });

  it("finds the first fall in three months", () => {
    const series = seriesOf("x", months("2024-01", [9, 8, 10, 11, 10]), { every: "month" });
    const context = contextOf([series], "2025-01-01");
    const asked = { statistic: "first-since", series: "x", of: "falling" };
    expect(one(asked, context)).toMatchObject({ value: 10, state: "falling" });
    expect(one(asked, context, "periods").value).toBe(3);
    expect(one(asked, context, "since").day).toBe("2024-02-29");
  });

  it("is never said of the second in a row, nor where the latest is none", () => {
    const asked = { ...above, least: 2 };
    const second = contextOf([daily([90, 90, 90, 101, 102])], "2025-01-01");
    expect(() => run(asked, second)).toThrow("the first of 1 readings only");
    const none = contextOf([daily([90, 101, 90])], "2025-01-01");
    expect(() => run(asked, none)).toThrow("is not at 100 or above");
  });

  it("tells from when on there was none in the data", () => {
    const context = contextOf([daily([90, 91, 92, 101])], "2025-01-01");
    const asked = { ...above, least: 3 };
    expect(unsaid(asked, context, "since")).toContain("nothing in the data");
    expect(one(asked, context, "start").day).toBe(START);
    expect(one(asked, context, "periods").value).toBe(4);
  });

  it("cites what the latest reading is held against, and counts a doubtful step as of the kind", () => {
    const at = (place: number) => addSessions(START, place);
    // 90 may be wrong: whether the next close fell from it, nobody knows.
    const series = daily([95, 90, 91, 92, 93, 92], { suspect: [at(1)] });
    const asked = { statistic: "first-since", series: "x", of: "falling", least: 2 };
    const context = contextOf([series], "2025-01-01");
    expect(one(asked, context, "since").day).toBe(at(2));
    expect(one(asked, context, "since").cites.map((each) => each.day)).toEqual([at(2), at(1)]);
    expect(one(asked, context, "periods").value).toBe(3);
    expect(one(asked, context).cites.map((each) => each.day)).toEqual([at(5), at(4)]);
  });

  it("doubts what the readings are held against as well", () => {
    const at = (place: number) => addSessions(START, place);
    const rows = [100, 100, 100, 100, 100].map((each, place) => [at(place), each] as const);
    const other = seriesOf("y", rows, { suspect: [at(1)] });
    const asked = { statistic: "first-since", series: "x", of: "above", than: "y", least: 2 };
    const context = contextOf([daily([90, 91, 92, 93, 101]), other], "2025-01-01");
    expect(one(asked, context, "since").day).toBe(at(1));
    expect(one(asked, context).cites.map((each) => each.series)).toEqual(["x", "y"]);
    expect(one(asked, context, "periods").cites).toHaveLength(6);
  });

  it("does not call what cannot be known not rising", () => {
    const rows = [...months("2024-01", [9, 8]), ...months("2024-05", [10])];
    const context = contextOf([seriesOf("x", rows, { every: "month" })], "2025-01-01");
    const asked = { statistic: "first-since", series: "x", of: "rising" };
    expect(() => run(asked, context)).toThrow("figures to hold x against are missing");
  });

  it("looks across no hole, and past no suspect reading", () => {
    const rows = [...months("2024-01", [101, 90]), ...months("2024-05", [90, 101])];
    const holed = contextOf([seriesOf("x", rows, { every: "month" })], "2025-01-01");
    expect(() => run({ ...above, least: 2 }, holed)).toThrow("no figures between");
    const suspect = daily([101, 90, 91, 92, 93, 101], { suspect: [addSessions(START, 2)] });
    const found = one({ ...above, least: 2 }, contextOf([suspect], "2025-01-01"), "since");
    expect(found.cites.map((each) => each.day)).toEqual([addSessions(START, 2)]);
  });

  it("holds a series against another one", () => {
    const other = seriesOf(
      "y",
      [5, 5, 5, 5].map((each, at) => [addSessions(START, at), each] as const),
    );
    const context = contextOf([daily([6, 4, 4, 6]), other], "2025-01-01");
    const asked = { statistic: "first-since", series: "x", of: "above", than: "y", least: 3 };
    expect(one(asked, context, "since").day).toBe(START);
  });
});

describe("the NFIB survey of November 2024", () => {
  // NFIB Small Business Optimism Index, December 2021 to November 2024, as published.
  const values = [
    98.9, 97.1, 95.7, 93.2, 93.2, 93.1, 89.5, 89.9, 91.8, 92.1, 91.3, 91.9, 89.8, 90.3, 90.9, 90.1,
    89, 89.4, 91, 91.9, 91.3, 90.8, 90.7, 90.6, 91.9, 89.9, 89.4, 88.5, 89.7, 90.5, 91.5, 93.7,
    91.2, 91.5, 93.7, 101.7,
  ];
  const survey = seriesOf("x", months("2021-12", values), {
    every: "month",
    unit: "score",
    precision: 1,
  });
  const context = contextOf([survey], "2024-12-10");

  // NFIB, 10 December 2024: 101.7 "after 34 months of remaining below the 50-year average of 98".
  it("is the first at 98 or above since December 2021", () => {
    const asked = { ...above, threshold: 98 };
    expect(one(asked, context)).toMatchObject({ value: 101.7, day: "2024-11-30" });
    expect(one(asked, context, "since").day).toBe("2021-12-31");
    expect(one(asked, context, "periods").value).toBe(35);
  });

  it("ends a streak of 34 months below it", () => {
    const asked = { statistic: "streak", series: "x", of: "below", threshold: 98 };
    expect(one(asked, context)).toMatchObject({ value: 34, state: "ended" });
    expect(one(asked, context, "after").value).toBe(1);
  });
});
