import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (first: string, values: readonly number[]): Series =>
  seriesOf("x", months(first, values), { every: "month", unit: "score", precision: 1 });

describe("streak", () => {
  // NFIB optimism, October 2024 to April 2025: 93.7, 101.7, 105.1, 102.8, 100.7, 97.4, 95.8.
  const survey = contextOf(
    [monthly("2024-10", [93.7, 101.7, 105.1, 102.8, 100.7, 97.4, 95.8])],
    "2025-05-23",
  );
  const above = { statistic: "streak", series: "x", of: "above", threshold: 100 };

  it("finds four readings of 100 or more that ended in February, and two since", () => {
    expect(one(above, survey)).toMatchObject({ value: 4, state: "ended" });
    expect(one(above, survey, "from").day).toBe("2024-11-30");
    expect(one(above, survey, "to").day).toBe("2025-02-28");
    expect(one(above, survey, "after").value).toBe(2);
  });

  it("cites the reading that ended it", () => {
    const days = one(above, survey).cites.map((each) => each.day);
    expect(days).toHaveLength(5);
    expect(days.at(-1)).toBe("2025-03-31");
  });

  it("looks back to the newest suspect reading and no further", () => {
    // Runs of five, of two, of three and the present one of three; the 1 of the second may be wrong.
    const values = [1, 9, 9, 9, 9, 9, 1, 9, 9, 1, 9, 9, 9, 1, 9, 9, 9];
    const rows = months("2020-01", values);
    const shape = { every: "month", unit: "score", precision: 1 } as const;
    const asked = { ...above, threshold: 5 };
    const sure = contextOf([seriesOf("x", rows, shape)], "2025-05-23");
    expect(one(asked, sure, "longest").value).toBe(5);
    expect(one(asked, sure, "rank").value).toBe(2);
    const suspect = [rows[6]?.[0] ?? ""];
    const doubtful = contextOf([seriesOf("x", rows, { ...shape, suspect })], "2025-05-23");
    expect(one(asked, doubtful, "longest")).toMatchObject({ value: 3, day: rows[12]?.[0] });
    expect(one(asked, doubtful, "rank").value).toBe(1);
  });

  it("finds the two below 100 running", () => {
    const below = { ...above, of: "below" };
    expect(one(below, survey)).toMatchObject({
      value: 2,
      state: "running",
      named: { threshold: 100 },
    });
    expect(unsaid(below, survey, "after")).toBe("the streak is still running");
  });

  it("counts the threshold itself as above", () => {
    const context = contextOf([monthly("2024-10", [99.9, 100])], "2025-05-23");
    expect(one(above, context).value).toBe(1);
  });

  it("counts falls, not readings", () => {
    // 105.1 to 102.8, to 100.7, to 97.4, to 95.8: four falls after the rise in December.
    const falling = { statistic: "streak", series: "x", of: "falling" };
    expect(one(falling, survey)).toMatchObject({ value: 4, state: "running" });
    expect(one(falling, survey, "from").day).toBe("2025-01-31");
    expect(one(falling, survey).cites).toHaveLength(5);
  });

  it("ends with no change", () => {
    const context = contextOf([monthly("2024-08", [5, 4, 6, 7, 7])], "2025-05-23");
    const rising = { statistic: "streak", series: "x", of: "rising" };
    expect(one(rising, context)).toMatchObject({ value: 2, state: "ended" });
  });

  it("does not know how long a streak is that starts with the data or behind a hole", () => {
    const start = contextOf([monthly("2024-11", [101.7, 105.1])], "2025-05-23");
    expect(() => run(above, start)).toThrow("start of the data");
    const rows = [...months("2024-07", [99]), ...months("2024-11", [101.7, 105.1])];
    const holed = contextOf([seriesOf("x", rows, { every: "month" })], "2025-05-23");
    expect(() => run(above, holed)).toThrow("cannot be told");
  });

  it("wants a threshold for above and below, and none for rising", () => {
    expect(() => run({ statistic: "streak", series: "x", of: "above" }, survey)).toThrow(
      "threshold",
    );
    expect(() => run({ ...above, of: "rising" }, survey)).toThrow("threshold");
  });
});
