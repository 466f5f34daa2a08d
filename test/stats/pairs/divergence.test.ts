import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (id: string, values: readonly number[]): Series =>
  seriesOf(id, months("2020-01", values), { every: "month" });
const asked = { statistic: "divergence", series: "x", with: "y", readings: 5, fresh: 2 };
const of = (x: readonly number[], y: readonly number[]) =>
  contextOf([monthly("x", x), monthly("y", y)], "2030-01-01");

describe("divergence", () => {
  it("finds a high that the other does not confirm", () => {
    const context = of([100, 110, 105, 108, 120], [50, 60, 54, 55, 57]);
    expect(one(asked, context)).toMatchObject({ value: 120, state: "unconfirmed high" });
    expect(one(asked, context, "extreme")).toMatchObject({ value: 60, day: "2020-02-29" });
    // 57 / 60 − 1
    expect(one(asked, context, "distance").value).toBeCloseTo(-0.05, 12);
    expect(one(asked, context, "move").state).toBe("together");
  });

  it("takes a high of the latest few readings for a confirmation", () => {
    const context = of([100, 110, 105, 108, 120], [50, 52, 54, 60, 57]);
    expect(one(asked, context).state).toBe("confirmed high");
    expect(unsaid(asked, of([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]), "distance")).toContain(
      "the high itself",
    );
  });

  it("finds lows the same way, and moves against each other", () => {
    const context = of([100, 90, 95, 92, 80], [50, 48, 55, 56, 57]);
    expect(one(asked, context).state).toBe("unconfirmed low");
    expect(one(asked, context, "move")).toMatchObject({ state: "opposite" });
    expect(one(asked, context, "move").value).toBeCloseTo(-0.2, 12);
    expect(one(asked, context, "other").value).toBeCloseTo(0.14, 12);
  });

  it("calls a move flat that prints as zero, though its two ends print apart", () => {
    // 10,003 / 10,000 − 1 = 0.0 percent.
    const context = of([10_000, 9000, 9500, 9200, 10_003], [50, 48, 55, 56, 57]);
    expect(one(asked, context, "move").state).toBe("flat");
    expect(one(asked, context, "other").state).toBe("flat");
  });

  it("has nothing to confirm where there is no new high or low, and none in print", () => {
    const plain = of([100, 110, 105, 108, 107], [50, 60, 54, 55, 50]);
    expect(unsaid(asked, plain, "")).toContain("neither a high nor a low of 5 months");
    expect(one(asked, plain, "move").state).toBe("flat");
    const tie = of([100, 110.2, 105, 108, 110.4], [50, 60, 54, 55, 57]);
    expect(unsaid(asked, tie, "")).toContain("neither");
  });

  it("is withheld where a reading of the window is missing", () => {
    const rows = months("2020-01", [1, 2, 3, 4, 5, 6]).filter((_, place) => place !== 3);
    const context = contextOf(
      [monthly("x", [1, 2, 3, 4, 5, 6]), seriesOf("y", rows, { every: "month" })],
      "2030-01-01",
    );
    expect(() => run(asked, context)).toThrow("do not both tell the latest 5 months");
  });
});
