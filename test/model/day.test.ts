import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  day,
  dayOf,
  daysBetween,
  endOfMonth,
  fromNumber,
  parseDay,
  toNumber,
  weekdayOf,
} from "../../src/model/index.ts";

describe("day", () => {
  it("knows the days of the calendar and no others", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    for (const each of [
      "2025-02-29",
      "2025-02-30",
      "2025-13-01",
      "2025-1-01",
      "25-01-01",
      "",
      "x",
    ]) {
      expect(parseDay(each), each).toBeNull();
    }
    expect(() => day("2025-02-30")).toThrow("2025-02-30");
  });

  it("names weekdays as the calendar of 2025 does", () => {
    // Any calendar: 23 May 2025 was a Friday, 26 May a Monday, 1 January 1970 a Thursday.
    expect(weekdayOf(day("2025-05-23"))).toBe(5);
    expect(weekdayOf(day("2025-05-26"))).toBe(1);
    expect(weekdayOf(day("1970-01-01"))).toBe(4);
    expect(weekdayOf(day("1969-12-28"))).toBe(7);
  });

  it("steps over ends of months and leap days", () => {
    expect(addDays(day("2024-02-28"), 2)).toBe("2024-03-01");
    expect(addMonths(day("2025-01-31"), 1)).toBe("2025-02-28");
    expect(addMonths(day("2025-03-31"), -13)).toBe("2024-02-29");
    expect(endOfMonth(day("2025-12-05"))).toBe("2025-12-31");
  });

  it("counts days between", () => {
    // From 9 April to 16 May 2025: 21 days left in April and 16 in May.
    expect(daysBetween(day("2025-04-09"), day("2025-05-16"))).toBe(37);
    expect(daysBetween(day("2025-05-16"), day("2025-04-09"))).toBe(-37);
  });

  it("counts days as the calendar of the language does", () => {
    for (let count = -30_000; count < 60_000; count += 7) {
      const expected = new Date(count * 86_400_000).toISOString().slice(0, 10);
      expect(fromNumber(count)).toBe(expected);
      expect(toNumber(day(expected))).toBe(count);
    }
  });

  it.each([
    [2025, 2, 30, "2025-03-02"],
    [2025, 0, 1, "2024-12-01"],
    [2024, 3, 0, "2024-02-29"],
    [2025, 25, 1, "2027-01-01"],
    [2025, -12, 15, "2023-12-15"],
  ])("lets %i-%i-%i run over", (year, month, date, expected) => {
    expect(dayOf(year, month, date)).toBe(expected);
  });
});
