import { describe, expect, it } from "vitest";
import type { ChartSet } from "../../src/charts/index.ts";
import { chartSets } from "../../src/edition/chart-data.ts";
import type { ChartData, ChartRequest, Series } from "../../src/model/index.ts";
import { contextOf, months, seriesOf } from "../stats/support.ts";

const base: ChartData = {
  name: "d",
  series: "x",
  shape: "line",
  every: "own",
  sessions: null,
  from: null,
  optional: false,
};

function request(data: Partial<ChartData>, least = 1): ChartRequest {
  const place = { file: "report.yaml", line: 1, column: 1 };
  const words = { titles: [], subtitle: "", alternative: "", marks: [], spec: "a.vl.yaml" };
  return { id: "c", ...words, data: [{ ...base, ...data }], least, place };
}

function drawn(data: Partial<ChartData>, series: readonly Series[], asOf: string): ChartSet {
  const { sets, missing } = chartSets(request(data), contextOf(series, asOf));
  if (sets?.[0] === undefined) throw new Error(missing ?? "no set");
  return sets[0];
}

const days = [
  ["2025-05-12", 1],
  ["2025-05-13", 2],
  ["2025-05-14", 3],
  ["2025-05-15", 4],
  ["2025-05-16", 5],
  ["2025-05-19", 6],
  ["2025-05-20", 7],
] as const;
const daily = seriesOf("x", days);
const values = ({ points }: ChartSet): readonly number[] =>
  points.map((each) => ("value" in each ? each.value : each.close));

describe("what a chart draws", () => {
  it("is a series as it was known, whole", () => {
    expect(values(drawn({}, [daily], "2025-05-19"))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("begins a span before the as-of day, or on a day", () => {
    expect(values(drawn({ from: "1 week" }, [daily], "2025-05-20"))).toEqual([2, 3, 4, 5, 6, 7]);
    expect(values(drawn({ from: "2025-05-16" }, [daily], "2025-05-20"))).toEqual([5, 6, 7]);
  });

  it("may be thinned to the last value of each week, the running one included", () => {
    const found = drawn({ every: "week" }, [daily], "2025-05-20");
    expect(found.points.map((each) => each.day)).toEqual(["2025-05-16", "2025-05-20"]);
    expect(found.every).toBe("week");
  });

  it("may be an average, which needs its sessions before its first day", () => {
    const whole = drawn({ shape: "average", sessions: 3 }, [daily], "2025-05-20");
    expect(values(whole)).toEqual([2, 3, 4, 5, 6]);
    expect(whole.label).toBe("3-day average");
    const late = { shape: "average", sessions: 3, from: "2025-05-16" } as const;
    expect(values(drawn(late, [daily], "2025-05-20"))).toEqual([4, 5, 6]);
  });

  it("may be candles, put together from the columns of a bar file", () => {
    const bar = (name: string, value: number): Series =>
      seriesOf(`x.${name}`, [["2025-05-20", value]]);
    const bars = [bar("open", 2), bar("high", 4), bar("low", 1), bar("close", 3)];
    expect(drawn({ shape: "candles" }, bars, "2025-05-20").points).toEqual([
      { day: "2025-05-20", open: 2, high: 4, low: 1, close: 3 },
    ]);
  });
});

describe("a chart falls out", () => {
  const holed = seriesOf(
    "x",
    [...months("2024-01", [1, 2, 3]), ...months("2024-06", [4, 5, 6, 7])],
    { every: "month" },
  );
  const asOf = "2024-10-05";

  it("where it has too few points in a row, and says how many", () => {
    expect(chartSets(request({}, 4), contextOf([holed], asOf)).missing).toBeNull();
    expect(chartSets(request({}, 5), contextOf([holed], asOf))).toEqual({
      sets: null,
      missing: "it needs 5 points in a row and has 4",
    });
  });

  it("where its series is stale, and says since when", () => {
    expect(chartSets(request({}), contextOf([daily], "2025-06-20")).missing).toContain(
      "nothing has come since 2025-05-20",
    );
  });

  it("of which an optional part is stale loses that part alone", () => {
    const other = seriesOf(
      "y",
      days.map(([at, value]) => [at.replace("2025", "2024"), value]),
    );
    const both = request({});
    const price = { ...base, name: "p", series: "y", optional: true };
    const book = contextOf([daily, other], "2025-05-20");
    const found = chartSets({ ...both, data: [...both.data, price] }, book);
    expect(found.sets?.map((each) => each.name)).toEqual(["d"]);
    const first = chartSets({ ...both, data: [price] }, book);
    expect(first.missing).toContain("nothing has come since 2024-05-20");
  });
});
