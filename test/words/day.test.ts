import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, monthOf, yearOf } from "../../src/model/index.ts";
import type { Frequency } from "../../src/model/index.ts";
import { decodeVoice, sayDay, sayWhen } from "../../src/words/index.ts";
import type { DayForm } from "../../src/words/index.ts";
import { TEXT, voice } from "./house.ts";

/** A Tuesday, after Memorial Day. */
const TUESDAY = day("2025-05-27");

describe("a day in words", () => {
  it.each<readonly [string, DayForm, Frequency, string]>([
    ["2025-04-09", "date", "day", "9 April"],
    ["2025-01-03", "date", "day", "3 January"],
    ["2024-11-25", "date", "day", "25 November"],
    ["2024-08-30", "date", "day", "30 August"],
    ["2024-07-31", "date", "day", "31 July last year"],
    ["2024-01-02", "date", "day", "2 January last year"],
    ["2023-12-29", "date", "day", "29 December 2023"],
    ["2021-11-08", "date", "day", "8 November 2021"],
    ["2025-06-10", "date", "day", "10 June"],
    ["2026-01-13", "date", "day", "13 January 2026"],
    ["2025-05-01", "month", "month", "May"],
    ["2025-04-30", "month", "month", "April"],
    ["2025-01-31", "month", "month", "January"],
    ["2024-12-31", "month", "month", "last December"],
    ["2024-11-29", "month", "month", "last November"],
    ["2024-07-31", "month", "month", "last July"],
    ["2024-06-28", "month", "month", "June 2024"],
    ["2024-05-31", "month", "month", "May 2024"],
    ["2021-10-31", "month", "month", "October 2021"],
    ["2025-08-31", "month", "month", "August"],
    ["2026-02-28", "month", "month", "February 2026"],
    ["2025-04-15", "period", "half-month", "mid-April"],
    ["2025-04-30", "period", "half-month", "end-April"],
    ["2024-11-15", "period", "half-month", "mid-November"],
    ["2024-06-14", "period", "half-month", "mid-June 2024"],
    ["2022-08-31", "period", "half-month", "end-August 2022"],
    ["2025-04-30", "period", "month", "April"],
    ["2025-05-20", "period", "week", "the week to 20 May"],
    ["2025-05-20", "period", "day", "20 May"],
    ["2025-05-23", "full", "day", "23 May 2025"],
    ["2021-11-08", "year", "day", "2021"],
    ["2025-04-09", "since", "day", "9 April"],
    ["2021-11-08", "since", "day", "November 2021"],
    ["2024-06-12", "since", "day", "June 2024"],
    ["2020-02-28", "since", "half-month", "end-February 2020"],
    ["2024-11-30", "since", "month", "last November"],
  ])("says %s as %s of a series by the %s: %s", (text, form, every, said) => {
    expect(sayDay(day(text), form, TUESDAY, every, voice)).toBe(said);
  });

  it.each([
    ["2025-01-10", "2024-12-31", "December", "31 December"],
    ["2025-01-10", "2024-10-31", "October", "31 October"],
    ["2025-01-10", "2024-09-30", "last September", "30 September"],
    ["2025-01-10", "2024-01-31", "January 2024", "31 January last year"],
    ["2025-12-10", "2025-01-31", "January 2025", "31 January 2025"],
    ["2025-12-10", "2025-02-28", "February", "28 February"],
    ["2024-02-29", "2023-04-30", "last April", "30 April last year"],
  ])("published on %s says %s as %s and %s", (published, text, month, date) => {
    const on = day(published);
    expect(sayDay(day(text), "month", on, "month", voice)).toBe(month);
    expect(sayDay(day(text), "date", on, "day", voice)).toBe(date);
  });

  it("puts the month first where the voice does", () => {
    const decoded = decodeVoice(TEXT.replace("order: day first", "order: month first"), "x.yaml");
    if (!decoded.ok) throw new Error("the changed voice is no voice");
    expect(sayDay(day("2025-04-09"), "date", TUESDAY, "day", decoded.value)).toBe("April 9");
    expect(sayDay(day("2021-11-08"), "date", TUESDAY, "day", decoded.value)).toBe(
      "November 8, 2021",
    );
  });

  it("never says two days of the past four years alike, to the day, the half-month or the month", () => {
    const published = fc
      .integer({ min: 0, max: 4000 })
      .map((count) => addDays(day("2015-01-01"), count));
    fc.assert(
      fc.property(published, (on) => {
        const dates = new Map<string, string>();
        for (let back = 0; back < 1461; back++) {
          const each = addDays(on, -back);
          for (const [form, every, key] of [
            ["date", "day", each],
            ["month", "month", each.slice(0, 7)],
            ["period", "half-month", `${each.slice(0, 7)}${Number(each.slice(8)) > 16}`],
          ] as const) {
            const said = `${form} ${sayDay(each, form, on, every, voice)}`;
            expect(dates.get(said) ?? key, `${said} on ${on}`).toBe(key);
            dates.set(said, key);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("leaves the year out only where the month is less than eleven months back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 400 }),
        (back, shift) => {
          const on = addDays(day("2024-01-01"), shift);
          const each = addDays(on, -back);
          const months = (yearOf(on) - yearOf(each)) * 12 + monthOf(on) - monthOf(each);
          const said = sayDay(each, "month", on, "month", voice);
          expect(/\d{4}$/.test(said)).toBe(months > 10);
        },
      ),
    );
  });
});

describe("a day to come", () => {
  it.each([
    ["2025-05-27", "2025-05-27", "later today"],
    ["2025-05-27", "2025-05-28", "tomorrow"],
    ["2025-05-27", "2025-05-30", "on Friday"],
    ["2025-05-27", "2025-06-02", "next Monday"],
    ["2025-05-27", "2025-06-03", "next Tuesday"],
    ["2025-05-27", "2025-06-08", "next Sunday"],
    ["2025-05-27", "2025-06-10", "on 10 June"],
    ["2025-05-23", "2025-05-27", "next Tuesday"],
    ["2025-05-25", "2025-05-26", "tomorrow"],
    ["2025-12-30", "2026-01-02", "on Friday"],
    ["2025-12-30", "2026-01-13", "on 13 January 2026"],
    ["2025-05-27", "2025-05-13", "on 13 May"],
  ])("seen from %s, %s is %s", (published, text, said) => {
    expect(sayWhen(day(text), day(published), voice)).toBe(said);
  });
});
