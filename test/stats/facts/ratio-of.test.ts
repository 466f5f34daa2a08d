import { describe, expect, it } from "vitest";
import { contextOf, months, one, seriesOf } from "../support.ts";

const monthly = (id: string, first: string, values: readonly number[]) =>
  seriesOf(id, months(first, values), { every: "month", unit: "score", basis: "reported" });
const X = monthly("x", "2025-01", [10, 12, 15]);
const facts = {
  first: { statistic: "last", series: "x", on: "2025-01-31" },
  third: { statistic: "last", series: "x" },
};
const context = contextOf([X], "2025-04-01", { facts });

describe("ratio-of", () => {
  it("divides the first by the second", () => {
    const found = one({ statistic: "ratio-of", of: "third", by: "first" }, context);
    expect(found).toMatchObject({ value: 1.5, unit: "multiple", state: "above" });
    const share = one({ statistic: "ratio-of", of: "first", by: "third", as: "share" }, context);
    expect(share).toMatchObject({ unit: "ratio", state: "below" });
  });
});
