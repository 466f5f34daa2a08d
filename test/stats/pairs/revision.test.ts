import { describe, expect, it } from "vitest";
import type { Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf } from "../support.ts";

const SHAPE: Shape = { unit: "score", every: "month", basis: "reported", precision: 1 };
const asked = { statistic: "revision", series: "now", first: "first" };
const of = (first: readonly number[], now: readonly number[], shape: Shape = SHAPE) =>
  contextOf(
    [
      seriesOf("first", months("2025-01", first), shape),
      seriesOf("now", months("2025-01", now), shape),
    ],
    "2026-01-01",
  );

describe("revision", () => {
  it("is the figure of now less the first print of the same month", () => {
    // 71.8 − 73.0 = −1.2, as a published note has it of consumer sentiment.
    const context = of([73], [71.8]);
    expect(one(asked, context).value).toBeCloseTo(-1.2, 9);
    expect(one(asked, context)).toMatchObject({ unit: "points", digits: 1, state: "down" });
    expect(one(asked, context, "first").value).toBe(73);
    expect(one(asked, context, "revised").value).toBe(71.8);
  });

  it("is unchanged where the revision prints as zero, though the two figures print apart", () => {
    // 18.9499 prints 18.9, 18.9501 prints 19.0; the revision is 0.0.
    const shape: Shape = { unit: "index", every: "month", precision: 2 };
    const context = of([18.9499], [18.9501], shape);
    for (const as of ["points", "amount", "percent"]) {
      expect(one({ ...asked, as }, context).state).toBe("unchanged");
    }
  });

  it("passes over a month that has a first print only", () => {
    const context = of([73, 67.8], [73]);
    expect(one(asked, context)).toMatchObject({ value: 0, state: "unchanged", day: "2025-01-31" });
  });

  it("tells an earlier month where that is asked for", () => {
    const context = of([73, 67.8], [71.8, 64.7]);
    expect(one({ ...asked, on: "2025-01-15" }, context).value).toBeCloseTo(-1.2, 9);
    expect(() => run({ ...asked, on: "2024-12-15" }, context)).toThrow("no period with both");
  });

  it("is told in percent for counts, and never across units", () => {
    const shape: Shape = { ...SHAPE, unit: "shares", precision: 0 };
    const context = of([1000, 2000], [1100, 2100], shape);
    expect(one(asked, context).value).toBeCloseTo(0.05, 12);
    expect(one({ ...asked, as: "amount" }, context).value).toBe(100);
    const mixed = contextOf(
      [
        seriesOf("first", months("2025-01", [1]), shape),
        seriesOf("now", months("2025-01", [1]), SHAPE),
      ],
      "2026-01-01",
    );
    expect(() => run(asked, mixed)).toThrow("are not told alike");
  });
});
