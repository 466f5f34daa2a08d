import { describe, expect, it } from "vitest";
import { contextOf, months, one, run, seriesOf } from "../support.ts";

const monthly = (id: string, first: string, values: readonly number[]) =>
  seriesOf(id, months(first, values), { every: "month", unit: "score", basis: "reported" });
const X = monthly("x", "2025-01", [10, 12, 15]);
const facts = {
  first: { statistic: "last", series: "x", on: "2025-01-31" },
};

describe("verdict", () => {
  const price = seriesOf("p", [
    ["2025-01-31", 2287.69],
    ["2025-04-09", 1913.16],
    ["2025-05-23", 2039.85],
  ]);
  // Closes of the Russell 2000; 1913.16 / 2287.69 − 1 = −16.37 percent.
  const after = contextOf([price, X], "2025-05-23", { facts });
  const asked = { statistic: "verdict", series: "p", after: "first", until: "2025-04-09" };

  it("finds shorts right where the price fell, and longs wrong", () => {
    expect(one(asked, after).value).toBeCloseTo(-0.163715, 6);
    expect(one(asked, after).state).toBe("right");
    expect(one({ ...asked, side: "long" }, after).state).toBe("wrong");
    expect(one(asked, after, "from").value).toBe(2287.69);
  });

  it("refuses an end before the turn", () => {
    expect(() => run({ ...asked, until: "2025-01-31" }, after)).toThrow("does not lie before");
  });
});
