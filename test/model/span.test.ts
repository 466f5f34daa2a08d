import { describe, expect, it } from "vitest";
import { day, parseSpan, spanBefore } from "../../src/model/index.ts";

describe("span", () => {
  it("reads what an editor writes", () => {
    expect(parseSpan("1 month")).toEqual({ count: 1, unit: "month" });
    expect(parseSpan("10 sessions")).toEqual({ count: 10, unit: "session" });
    for (const each of ["month", "0 days", "1 fortnight", "1.5 years", "-1 day", "1month"]) {
      expect(parseSpan(each), each).toBeNull();
    }
  });

  it("goes back on the calendar", () => {
    expect(spanBefore(day("2025-03-31"), { count: 1, unit: "month" })).toBe("2025-02-28");
    expect(spanBefore(day("2024-02-29"), { count: 1, unit: "year" })).toBe("2023-02-28");
    expect(spanBefore(day("2025-05-23"), { count: 2, unit: "week" })).toBe("2025-05-09");
    expect(() => spanBefore(day("2025-05-23"), { count: 2, unit: "session" })).toThrow("series");
  });
});
