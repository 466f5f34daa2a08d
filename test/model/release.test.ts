import { describe, expect, it } from "vitest";
import type { Day, Release, ReleaseRule, Series } from "../../src/model/index.ts";
import { day, nextPeriod, nextRelease, releaseOf } from "../../src/model/index.ts";

function release(rule: ReleaseRule, exceptions: readonly [Day, Day][] = []): Release {
  return { rule, exceptions: new Map(exceptions) };
}

const FINRA = release({ kind: "sessions after", sessions: 7 });
const MARGIN = release({ kind: "session of next month", session: 15 });
const NFIB = release({ kind: "weekday of next month", weekday: 2, nth: 2 });
const CFTC = release({ kind: "weekday after", weekday: 5 });

describe("releaseOf", () => {
  // FINRA's short interest schedule for 2025: settlement 15 May, published 27 May (Memorial Day between).
  it("puts short interest on the seventh session after settlement", () => {
    expect(releaseOf(FINRA, day("2025-05-15"))).toBe("2025-05-27");
    expect(releaseOf(FINRA, day("2025-04-30"))).toBe("2025-05-09");
  });

  // By hand: sessions of May 2025 are 1 2 5 6 7 8 9 12 13 14 15 16 19 20 21.
  it("puts margin debt on the fifteenth session of the next month", () => {
    expect(releaseOf(MARGIN, day("2025-04-30"))).toBe("2025-05-21");
    expect(releaseOf(MARGIN, day("2025-12-31"))).toBe("2026-01-23");
  });

  // The release dates printed in fxblue.com's calendar of the index.
  it.each([
    ["2024-10-31", "2024-11-12"],
    ["2024-12-31", "2025-01-14"],
    ["2025-03-31", "2025-04-08"],
    ["2025-04-30", "2025-05-13"],
  ])("puts the survey of %s on the second Tuesday, %s", (period, expected) => {
    expect(releaseOf(NFIB, day(period))).toBe(expected);
  });

  // The CFTC's release schedules: after Thanksgiving, Independence Day and Christmas the report came on Monday.
  it.each([
    ["2025-05-20", "2025-05-23"],
    ["2024-11-26", "2024-12-02"],
    ["2024-07-02", "2024-07-08"],
    ["2024-12-24", "2024-12-30"],
    ["2025-01-07", "2025-01-13"],
    ["2025-05-27", "2025-05-30"],
  ])("puts positions of %s on Friday or later after a holiday, %s", (period, expected) => {
    expect(releaseOf(CFTC, day(period))).toBe(expected);
  });

  it("lets an exception stand against the rule", () => {
    const late = release(MARGIN.rule, [[day("2025-03-31"), day("2025-04-30")]]);
    expect(releaseOf(late, day("2025-03-31"))).toBe("2025-04-30");
    expect(releaseOf(late, day("2025-04-30"))).toBe("2025-05-21");
  });

  it("knows prices at the end of their own day", () => {
    expect(releaseOf(release({ kind: "same day" }), day("2025-05-23"))).toBe("2025-05-23");
  });
});

describe("nextPeriod", () => {
  it.each([
    ["2025-05-23", "day", "2025-05-27"],
    ["2025-05-20", "week", "2025-05-27"],
    ["2025-04-30", "half-month", "2025-05-15"],
    ["2025-05-15", "half-month", "2025-05-30"],
    ["2025-05-30", "half-month", "2025-06-13"],
    ["2025-12-31", "half-month", "2026-01-15"],
    ["2025-12-15", "half-month", "2025-12-31"],
    ["2025-01-31", "month", "2025-02-28"],
    ["2024-12-31", "month", "2025-01-31"],
  ] as const)("follows %s by the %s with %s", (from, every, expected) => {
    expect(nextPeriod(day(from), every)).toBe(expected);
  });
});

function series(every: Series["every"], rule: Release, days: readonly string[]): Series {
  const points = days.map((each, index) => ({
    day: day(each),
    value: 1,
    released: releaseOf(rule, day(each)),
    line: index + 2,
  }));
  const source = { file: "a.csv", column: "a", publisher: "A", url: null, hash: "0" };
  return Object.freeze({
    id: "a",
    name: "A",
    noun: "a",
    unit: "shares",
    every,
    basis: "reported",
    points,
    precision: 0,
    source,
    release: rule,
    completeForRecords: null,
    sample: false,
  });
}

describe("nextRelease", () => {
  it("announces what comes out after the as-of day", () => {
    const shorts = series("half-month", FINRA, ["2025-04-15", "2025-04-30", "2025-05-15"]);
    const coming = { period: "2025-05-15", released: "2025-05-27" };
    expect(nextRelease(shorts, day("2025-05-23"))).toEqual(coming);
    expect(nextRelease(shorts, day("2025-05-26"))).toEqual(coming);
    expect(nextRelease(shorts, day("2025-05-27"))).toEqual({
      period: "2025-05-30",
      released: "2025-06-10",
    });
  });

  it("passes over releases that the file has missed", () => {
    const margin = series("month", MARGIN, ["2024-12-31"]);
    expect(nextRelease(margin, day("2025-05-23"))).toEqual({
      period: "2025-05-31",
      released: "2025-06-23",
    });
  });

  it("keeps to Tuesdays after a report taken on a Monday", () => {
    const positions = series("week", CFTC, ["2023-06-20", "2023-06-27", "2023-07-03"]);
    expect(nextRelease(positions, day("2023-07-10"))).toEqual({
      period: "2023-07-11",
      released: "2023-07-14",
    });
  });

  it("announces nothing for a series of which nothing is known yet", () => {
    expect(nextRelease(series("month", MARGIN, ["2025-04-30"]), day("2025-05-01"))).toBeNull();
  });
});
