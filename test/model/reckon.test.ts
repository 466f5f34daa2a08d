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
  it("leaves no dust in the last place of a mean", () => {
    // 3.22 / 5 = 0.644; summed as they stand they make 0.6439999999999999.
    const rows = cites([0.61, 0.62, 0.62, 0.73, 0.64]);
    expect(reckon({ op: "mean", first: 0, last: 4 }, rows)).toBe(0.644);
  });

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

  it("counts how many are greater than the one beside them", () => {
    const value = (of: number) => ({ op: "value", of }) as const;
    const mean = { op: "mean", first: 0, last: 2 } as const;
    const found = {
      op: "greater",
      each: [value(1), value(2), value(2)],
      than: [value(0), value(0), mean],
    };
    // 3 > 2 and 4 > 2, and 4 > (2 + 3 + 4) / 3; equal is not greater.
    expect(reckon({ ...found, op: "greater" }, cites([2, 3, 4]))).toBe(3);
    expect(reckon({ ...found, op: "greater" }, cites([2, 2, 2]))).toBe(0);
    const short = { op: "greater", each: [value(0)], than: [] } as const;
    expect(() => reckon(short, cites([1]))).toThrow("unequal length");
  });

  it("finds the deviation of values and of the changes between them", () => {
    // 100, 110, 99: changes of 10 and −10 percent; deviation √(2 × 0.1² / 1) = 0.141421.
    const of = { op: "deviation", first: 0, last: 2 } as const;
    expect(reckon({ ...of, of: "relative changes" }, cites([100, 110, 99]))).toBeCloseTo(
      0.141421,
      6,
    );
    // Mean 103: √((9 + 49 + 16) / 2) = 6.082763
    expect(reckon(of, cites([100, 110, 99]))).toBeCloseTo(6.082763, 6);
  });

  it("counts how many values are followed by a higher or a lower one", () => {
    // Three cases, 5, 5 and 5, and what came of them: 6, 4 and 5. One rose, one fell, one neither.
    const found = { op: "followed", first: 0, last: 2, ahead: 3 } as const;
    expect(reckon({ ...found, by: "rise" }, cites([5, 5, 5, 6, 4, 5]))).toBe(1);
    expect(reckon({ ...found, by: "fall" }, cites([5, 5, 5, 6, 4, 5]))).toBe(1);
    // Each value against its own neighbour but one.
    expect(
      reckon(
        { op: "followed", by: "rise", first: 0, last: 3, ahead: 2 },
        cites([1, 2, 3, 1, 2, 3]),
      ),
    ).toBe(2);
  });

  it("reads an indicator from blocks of highs, lows and closes", () => {
    // The table in StockCharts' ChartSchool gives 70.53 for these closes.
    const closes = [
      44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826,
      45.8931, 46.0328, 45.614, 46.282, 46.282,
    ];
    const rows = closes.map((value, index) => ({
      series: "s",
      file: "s.csv",
      line: index + 2,
      day: day(`2025-01-${String(index + 1).padStart(2, "0")}`),
      value,
    }));
    const rsi = { op: "indicator", name: "RSI", first: 0, sessions: 15 } as const;
    expect(reckon(rsi, rows)).toBeCloseTo(70.53, 2);
    expect(reckon({ ...rsi, first: 1 }, [...cites([1]), ...rows])).toBeCloseTo(70.53, 2);
    // High 20, low 10, close 18 over fourteen equal days: 100 × 8 / 10.
    const block = (value: number) => rows.slice(1).map((row) => ({ ...row, value }));
    const place = { op: "indicator", name: "stochastic %K", first: 0, sessions: 14 } as const;
    expect(reckon(place, [...block(20), ...block(10), ...block(18)])).toBe(80);
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
