import { describe, expect, it } from "vitest";
import { contextOf, one, seriesOf, unsaid } from "../support.ts";

const asked = { statistic: "short-week", series: "x" };
const on = (...days: readonly string[]) =>
  contextOf(
    [
      seriesOf(
        "x",
        days.map((each) => [each, 100] as const),
      ),
    ],
    days.at(-1) ?? "",
  );

describe("short-week", () => {
  it("finds the week whole that has five sessions", () => {
    const found = one(asked, on("2025-05-23"));
    expect(found).toMatchObject({ value: 5, unit: "sessions", state: "whole", day: "2025-05-23" });
    expect(found.window).toEqual({ from: "2025-05-19", to: "2025-05-23" });
    expect(unsaid(asked, on("2025-05-23"), "holiday")).toContain("none in the week of 2025-05-19");
  });

  it("names the holiday that shortens the week to come", () => {
    const next = { ...asked, week: "next" };
    expect(one(next, on("2025-05-23"))).toMatchObject({ value: 4, state: "short" });
    expect(one(next, on("2025-05-23"), "holiday")).toMatchObject({
      value: 3,
      day: "2025-05-26",
      state: "memorial day",
    });
  });

  it("names the holiday of the week that has just ended", () => {
    const found = one(asked, on("2025-02-21"), "holiday");
    expect(found).toMatchObject({ value: -4, day: "2025-02-17", state: "washingtons birthday" });
  });

  // Closing days as the exchange published them: https://www.nyse.com/markets/hours-calendars
  it.each([
    ["2025-01-10", 4, "the day of mourning for president carter"],
    ["2012-11-02", 3, "hurricane sandy"],
    ["2001-09-10", 1, "the september attacks"],
    ["2024-12-27", 4, "christmas"],
    ["2020-07-02", 4, "independence day"],
  ])("knows the week of %s", (text, sessions, state) => {
    expect(one(asked, on(text))).toMatchObject({ value: sessions, state: "short" });
    expect(one(asked, on(text), "holiday").state).toBe(state);
  });

  it("tells a session that ends early, which does not shorten the week", () => {
    const week = on("2025-11-28");
    expect(one(asked, week)).toMatchObject({ value: 4 });
    expect(one(asked, week, "early")).toMatchObject({
      day: "2025-11-28",
      state: "the day after thanksgiving",
    });
    // Christmas Eve 2018 was a Monday.
    expect(one(asked, on("2018-12-28"), "early").day).toBe("2018-12-24");
  });

  it("takes the calendar week of a reading in the middle of it", () => {
    expect(one(asked, on("2025-05-28"))).toMatchObject({ value: 4, day: "2025-05-30" });
  });
});
