import { describe, expect, it } from "vitest";
import type { Citation } from "../../src/model/index.ts";
import { correlation, day, lineAt, mean, percentile, reckon } from "../../src/model/index.ts";

const cites = (values: readonly number[]): readonly Citation[] =>
  Object.freeze(
    values.map((value, index) => ({
      series: "s",
      file: "s.csv",
      line: index + 2,
      day: day(`2025-01-0${index + 1}`),
      value,
    })),
  );

describe("reckon", () => {
  it("carries out changes and differences", () => {
    const change = {
      op: "change",
      from: { op: "value", of: 0 },
      to: { op: "value", of: 1 },
    } as const;
    // 106.8 / 83.3 - 1 = 23.5 / 83.3
    expect(reckon(change, cites([83.3, 106.8]))).toBeCloseTo(23.5 / 83.3, 12);
    expect(reckon({ ...change, op: "difference" }, cites([97.4, 95.8]))).toBeCloseTo(-1.6, 12);
  });

  it("counts the days between citations", () => {
    expect(reckon({ op: "days", from: 0, to: 2 }, cites([1, 1, 1]))).toBe(2);
    expect(reckon({ op: "days", from: 0, to: day("2025-02-01") }, cites([1]))).toBe(31);
  });

  it("throws where a recipe names a citation that is not there", () => {
    expect(() => reckon({ op: "value", of: 3 }, cites([1]))).toThrow("no citation 3");
  });
});

describe("mean", () => {
  it("never lies outside its values, where a plain sum does", () => {
    // Six times 0.1 added one by one and divided is 0.09999999999999999.
    expect(mean([0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(0.1);
  });
});

describe("percentile", () => {
  it("counts values at the last one half", () => {
    // Of 1, 2, 2, 3 and then 2: one below and three equal: (1 + 1.5) / 5.
    expect(percentile([1, 2, 2, 3, 2])).toBe(0.5);
    expect(percentile([1, 2, 3, 4])).toBe(0.875);
  });
});

describe("correlation", () => {
  it("agrees with a hand-worked case", () => {
    // x: 1 2 3 4 5, y: 2 1 4 3 5: covariance sum 8, squares 10 and 10.
    expect(correlation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).toBeCloseTo(0.8, 12);
  });

  it("is no number where one side does not vary", () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNaN();
  });
});

describe("lineAt", () => {
  it("is straight in calendar days", () => {
    const first = { day: day("2024-11-25"), value: 2466 };
    const second = { day: day("2025-02-01"), value: 2330 };
    // 68 days for -136 points: two points a day.
    expect(lineAt(first, second, day("2025-05-23"))).toBe(2466 - 2 * 179);
  });
});
