import { describe, expect, it } from "vitest";
import { contextOf, one, seriesOf } from "../support.ts";

/** The last close of each month: June rises by a tenth in the years given and loses a tenth in others. */
function months(from: number, to: number, rises: (year: number) => boolean) {
  let value = 100;
  const rows: (readonly [string, number])[] = [];
  for (let year = from; year <= to; year++) {
    for (let month = 1; month <= 12; month++) {
      if (month === 6) value *= rises(year) ? 1.1 : 0.9;
      else value *= month % 2 === 1 ? 1.01 : 0.995;
      rows.push([`${year}-${String(month).padStart(2, "0")}-28`, value]);
    }
  }
  return seriesOf(
    "x",
    rows.filter(([each]) => each <= "2025-05-23"),
    { every: "month" },
  );
}
const asked = { statistic: "seasonality", series: "x" };

describe("seasonality", () => {
  it("counts the years in which the coming month rose", () => {
    // June 2013 to June 2024: twelve years, nine rises: 200 × 9 / 12 − 100 = 50
    const series = months(2013, 2025, (year) => year > 2015);
    const context = contextOf([series], "2025-05-23");
    expect(one(asked, context)).toMatchObject({ unit: "score", state: "unclear" });
    expect(one(asked, context).value).toBeCloseTo(50, 10);
    expect(one(asked, context, "rose").value).toBe(9);
    expect(one(asked, context, "years").value).toBe(12);
    // (9 × 10 − 3 × 10) / 12 = 5 percent
    expect(one(asked, context, "mean").value).toBeCloseTo(0.05, 10);
    expect(one(asked, context, "ahead").day).toBe("2025-06-01");
  });

  it("calls a month unlike others only outside the interval", () => {
    const series = months(2005, 2025, () => true);
    // All twenty rose: the low end of the interval, 84 percent, lies above half of all months and one.
    expect(one(asked, contextOf([series], "2025-05-23")).state).toBe("rising");
    const never = months(2005, 2025, () => false);
    expect(one(asked, contextOf([never], "2025-05-23"))).toMatchObject({ state: "falling" });
    expect(one(asked, contextOf([never], "2025-05-23")).value).toBeCloseTo(-100, 10);
  });

  it("is withheld under ten years", () => {
    const series = months(2016, 2025, () => true);
    expect(() => one(asked, contextOf([series], "2025-05-23"))).toThrow(
      "x has only 9 years of this month, and 10 are needed",
    );
  });

  it("does not count the month that is running", () => {
    const series = months(2013, 2025, () => true);
    const context = contextOf([series], "2025-04-30");
    expect(one({ ...asked, month: "this" }, context, "years").value).toBe(12);
  });
});
