import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addSessions, day } from "../../../src/model/index.ts";
import { contextOf, one, run, seriesOf, unsaid } from "../support.ts";

const daily = (values: readonly number[]): Series =>
  seriesOf(
    "x",
    values.map((each, index) => [addSessions(day("2024-01-02"), index), each] as const),
  );
const asked = { statistic: "average", series: "x", of: 3 };

describe("average", () => {
  it("is the plain mean of the latest closes", () => {
    const context = contextOf([daily([50, 10, 20, 33])], "2025-01-01");
    expect(one(asked, context)).toMatchObject({
      value: 21,
      state: "above",
      named: { of: 3 },
    });
    // 33 / 21 − 1
    expect(one(asked, context, "distance").value).toBeCloseTo(12 / 21, 12);
  });

  it("finds the last crossing on its own day's average", () => {
    // Averages of three: 10, 10, 9, 8.33…, 9; the close of the last but one, 6, is below, the last, 13, above.
    const context = contextOf([daily([10, 10, 10, 10, 7, 6, 13])], "2025-01-01");
    expect(one(asked, context, "crossed")).toMatchObject({ value: 13, state: "above" });
    const fallen = contextOf([daily([10, 10, 13, 7, 6, 5])], "2025-01-01");
    // Averages 11, 10, 8.67, 6: the close of 13 is above, that of 7 below, and the rest stay there.
    expect(one(asked, fallen, "crossed")).toMatchObject({ value: 7, state: "below" });
  });

  it("lets a close on the average change no side", () => {
    const context = contextOf([daily([10, 10, 10, 10])], "2025-01-01");
    expect(one(asked, context).state).toBe("at");
    expect(unsaid(asked, context, "crossed")).toBe("every reading lies on the average");
  });

  it("tells where it points", () => {
    const rising = contextOf(
      [daily(Array.from({ length: 13 }, (_, at) => 100 + at))],
      "2025-01-01",
    );
    // Averages 101 and 111, ten sessions apart.
    expect(one(asked, rising, "slope").value).toBeCloseTo(10 / 101, 12);
    expect(one(asked, rising, "slope").state).toBe("rising");
    const flat = contextOf(
      [daily(Array.from({ length: 13 }, (_, at) => 100 + (at % 2) * 0.1))],
      "2025-01-01",
    );
    expect(one(asked, flat, "slope").state).toBe("flat");
  });

  it("tells no percentage from an average of zero or less, or to a value below zero", () => {
    // Averages −21, 0 and 1; −33 / −21 − 1 would read as a rise of 57 percent.
    for (const values of [
      [-10, -20, -33],
      [-1, -1, 2],
      [3, 3, -3],
    ]) {
      const context = contextOf([daily(values)], "2025-01-01");
      expect(unsaid(asked, context, "distance")).toContain("no percentage");
      expect(one(asked, context).value).toBe(values.reduce((sum, each) => sum + each, 0) / 3);
    }
    const turned = Array.from({ length: 13 }, (_, at) => at - 5);
    // Averages −4 and 6, ten sessions apart.
    expect(unsaid(asked, contextOf([daily(turned)], "2025-01-01"), "slope")).toContain(
      "no percentage",
    );
  });

  it("looks for no crossing across a missing session", () => {
    // Seen across the gap, 20 would lie above the mean of 10, 10 and 20, and 15 under that of 20, 19 and 15.
    const holed = seriesOf("x", [
      ["2024-01-02", 10],
      ["2024-01-03", 10],
      ["2024-01-08", 20],
      ["2024-01-09", 19],
      ["2024-01-10", 15],
    ]);
    const context = contextOf([holed], "2025-01-01");
    expect(one(asked, context).state).toBe("below");
    expect(unsaid(asked, context, "slope")).toBe("too few readings for a slope");
    expect(unsaid(asked, context, "crossed")).toBe(
      "it has not been crossed in the last 1 readings",
    );
  });

  it("wants every session of its window", () => {
    expect(() => run(asked, contextOf([daily([1, 2])], "2025-01-01"))).toThrow("too few");
    const holed = seriesOf("x", [
      ["2024-01-02", 1],
      ["2024-01-03", 2],
      ["2024-01-05", 3],
    ]);
    expect(() => run(asked, contextOf([holed], "2025-01-01"))).toThrow("no figures between");
  });
});
