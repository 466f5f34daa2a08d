import { describe, expect, it } from "vitest";
import {
  addSessions,
  day,
  earlyCloseOn,
  holidayOn,
  isSession,
  nextSession,
  sessionNumber,
  sessionOnOrBefore,
  sessionsBetween,
} from "../../src/model/index.ts";

describe("exchange", () => {
  // Closing days as the exchange published them: https://www.nyse.com/markets/hours-calendars
  it.each([
    ["2025-01-01", "New Year's Day"],
    ["2025-01-09", "the day of mourning for President Carter"],
    ["2012-10-29", "Hurricane Sandy"],
    ["2001-09-14", "the September attacks"],
    ["2025-01-20", "Martin Luther King Jr. Day"],
    ["2025-02-17", "Washington's Birthday"],
    ["2025-04-18", "Good Friday"],
    ["2025-05-26", "Memorial Day"],
    ["2025-06-19", "Juneteenth"],
    ["2025-07-04", "Independence Day"],
    ["2025-09-01", "Labor Day"],
    ["2025-11-27", "Thanksgiving"],
    ["2025-12-25", "Christmas"],
    ["2022-12-26", "Christmas"],
    ["2021-12-24", "Christmas"],
    ["2020-07-03", "Independence Day"],
    ["2024-03-29", "Good Friday"],
    ["2023-01-02", "New Year's Day"],
  ])("is closed on %s", (text, name) => {
    expect(isSession(day(text))).toBe(false);
    expect(holidayOn(day(text))).toBe(name);
  });

  it.each(["2021-12-31", "2021-06-18", "2025-05-23", "2025-05-27", "2024-11-29"])(
    "is open on %s",
    (text) => expect(isSession(day(text))).toBe(true),
  );

  // NYSE, holidays and trading hours, and press releases of the years before.
  it.each([
    ["2025-07-03", "the eve of Independence Day"],
    ["2024-07-03", "the eve of Independence Day"],
    ["2013-07-03", "the eve of Independence Day"],
    ["2025-11-28", "the day after Thanksgiving"],
    ["2025-12-24", "Christmas Eve"],
    ["2003-12-26", "the day after Christmas"],
    ["2002-07-05", "the day after Independence Day"],
  ])("closes early on %s", (text, why) => {
    expect(earlyCloseOn(day(text))).toBe(why);
    expect(isSession(day(text))).toBe(true);
  });

  it.each([
    ["2002-07-03", "a Wednesday before 2013"],
    ["2020-07-03", "the holiday itself, observed"],
    ["2021-12-24", "the holiday itself, observed"],
    ["2019-07-05", "no exception any more"],
    ["2021-07-02", "the eve of a holiday that is put off"],
    ["2025-11-26", "the day before Thanksgiving"],
    ["1992-11-27", "a year of which nothing is told"],
  ])("does not close early on %s: %s", (text) => {
    expect(earlyCloseOn(day(text))).toBe(null);
  });

  it("knows the days it closed out of turn before 1998", () => {
    // Hurricane Gloria, and the funeral of President Nixon; both are missing in the S&P 500's prices.
    expect(isSession(day("1985-09-27"))).toBe(false);
    expect(isSession(day("1994-04-27"))).toBe(false);
    expect(sessionsBetween(day("1994-04-26"), day("1994-04-28"))).toBe(1);
  });

  it("walks over weekends and holidays", () => {
    expect(nextSession(day("2025-05-23"))).toBe("2025-05-27");
    expect(sessionOnOrBefore(day("2025-05-26"))).toBe("2025-05-23");
    // FINRA's settlement of 15 May 2025 was published on the seventh business day after, 27 May.
    expect(addSessions(day("2025-05-15"), 7)).toBe("2025-05-27");
  });

  it("numbers sessions so that neighbours differ by one", () => {
    expect(sessionNumber(day("2025-05-27")) - sessionNumber(day("2025-05-23"))).toBe(1);
    // The exchange counted 252 sessions in 2024 and 250 in 2023.
    expect(sessionsBetween(day("2023-12-31"), day("2024-12-31"))).toBe(252);
    expect(sessionsBetween(day("2022-12-31"), day("2023-12-31"))).toBe(250);
  });

  it("refuses years it does not know", () => {
    expect(() => isSession(day("1979-12-31"))).toThrow("1980 to 2060");
  });
});
