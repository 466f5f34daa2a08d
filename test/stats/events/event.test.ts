import { describe, expect, it } from "vitest";
import { Withholding } from "../../../src/stats/index.ts";
import { EVENT_NAMES, EVENT_KINDS } from "../../../src/stats/events/kinds.ts";
import { eventPlaces } from "../../../src/stats/events/scan.ts";
import { madeBars } from "../../model/indicators/made.ts";
import { contextOf, one, run, unsaid } from "../support.ts";
import { BY_PANDAS } from "./by-pandas.ts";
import { barSeries, flatBars, sessionDays } from "./made.ts";

const ROWS = 1500;
const bars = madeBars(ROWS);
const days = sessionDays(ROWS);
const series = barSeries(bars);
const asked = (of: string, more = {}) => ({ statistic: "event", bars: "x", of, ...more });
const asOf = (place: number) => contextOf(series, days[place] ?? "");

describe("an event", () => {
  it("is of every kind that is known, each once", () => {
    expect(BY_PANDAS.map(([name]) => name).toSorted()).toEqual([...EVENT_NAMES].toSorted());
  });

  it.each(BY_PANDAS)("%s falls on the days that pandas finds", (name, { last, count }) => {
    const places = eventPlaces(name, bars, 3);
    expect(places.length).toBe(count);
    expect(places.at(-1)).toBe(last);
    expect(one(asked(name), asOf(last))).toMatchObject({
      day: days[last],
      value: bars.close[last],
      state: EVENT_KINDS[name].side,
    });
  });

  it.each(BY_PANDAS)("%s has the odds that a loop in Python counts", (name, expected) => {
    const context = asOf(expected.last);
    const request = asked(name, { least: 10 });
    expect(one(request, context, "cases").value).toBe(expected.cases);
    expect(one(request, context, "followed").value).toBe(expected.followed);
    expect(one(request, context, "independent").value).toBe(expected.independent);
    expect(one(request, context, "odds").value).toBe(expected.followed / expected.cases);
    expect(one(request, context, "low").value).toBeCloseTo(expected.low, 9);
    expect(one(request, context, "high").value).toBeCloseTo(expected.high, 9);
    const [risen, all] = expected.base;
    expect(one(request, context, "base").value).toBe(risen / all);
  });

  it("tells the indicator's reading, the sessions since, and the price's move", () => {
    const context = asOf(1462);
    const request = asked("macd-positive");
    expect(one(request, context, "reading").value).toBeGreaterThan(0);
    expect(one(request, context, "since")).toMatchObject({
      value: 4,
      unit: "sessions",
      state: "macd-positive",
    });
    const [then, now] = [bars.close[1458] ?? 0, bars.close[1462] ?? 0];
    expect(one(request, context, "price").value).toBe(now);
    expect(one(request, context, "moved").value).toBe(now / then - 1);
    expect(unsaid(request, asOf(1458), "moved")).toContain("on the last day");
    expect(one(request, asOf(1458), "since").value).toBe(0);
  });

  it("is withheld once it is stale: what happened weeks ago is no news (D13)", () => {
    expect(() => one(asked("averages-cross-up"), asOf(1486))).toThrow(
      /rose above the 50-day on \d{4}-\d\d-\d\d, 11 sessions ago: too long/,
    );
    expect(() => one(asked("advance"), asOf(1478))).toThrow("6 sessions ago");
    expect(one(asked("averages-cross-up", { within: 12 }), asOf(1483)).day).toBe(days[1475]);
  });

  it("is withheld once it is undone: an advance after a decline is not both (D9)", () => {
    // 1456: back above the band, a day after it was broken.
    expect(() => one(asked("breaks-lower-band"), asOf(1456))).toThrow(
      /broke its lower Bollinger band on .*, but the price came back/,
    );
    const request = (of: string) => asked(of, { within: 21 });
    for (let place = 1300; place < ROWS; place++) {
      const told = ["advance", "decline"].filter((of) => {
        try {
          return one(request(of), asOf(place)).value > 0;
        } catch (error) {
          if (error instanceof Withholding) return false;
          throw error;
        }
      });
      expect(told.length, days[place]).toBeLessThan(2);
    }
  });

  it("has no odds with too few cases, and is dated all the same (D1, D2)", () => {
    const found = run(asked("rsi-enters-oversold"), asOf(1455));
    expect(found[""]).toMatchObject({ day: days[1455] });
    expect(found["cases"]).toMatchObject({ value: 17 });
    for (const part of ["followed", "odds", "low", "high", "base", "independent"]) {
      expect(found[part]).toEqual({
        unsaid: "17 past cases are too few for odds: the RSI entered the oversold zone",
      });
    }
  });

  it("counts an advance of any length once, on the day that completes it", () => {
    const closes = Array.from({ length: 300 }, (_, place) => 100 + (place % 2));
    const rising = [...closes, 102, 103, 104, 105, 106];
    const places = eventPlaces("advance", flatBars(rising), 3);
    // …, 100, 101, 102, 103: the last step of the zigzag is the first of the three.
    expect(places).toEqual([301]);
    expect(eventPlaces("advance", flatBars(rising), 5)).toEqual([303]);
  });

  it("finds nothing in a price that never moves", () => {
    const still = flatBars(Array.from({ length: 600 }, () => 7.1));
    for (const name of EVENT_NAMES) expect(eventPlaces(name, still, 3)).toEqual([]);
  });

  it("leaves out an event after a missing session, and cases whose month has a hole", () => {
    const holed = barSeries(bars, { without: [1458] });
    const context = contextOf(holed, days[1462] ?? "");
    expect(() => one(asked("macd-positive"), context)).toThrow("too long");
    const whole = one(asked("advance"), asOf(1472), "cases").value;
    const gap = contextOf(barSeries(bars, { without: [700] }), days[1472] ?? "");
    expect(one(asked("advance"), gap, "cases").value).toBeLessThan(whole);
  });

  it("takes no suspect row, and is withheld where the last one is", () => {
    const doubted = barSeries(bars, { suspect: [1472] });
    expect(() => one(asked("advance"), contextOf(doubted, days[1472] ?? ""))).toThrow("is suspect");
  });

  it("is withheld of a price that has not been told for 250 sessions", () => {
    expect(() => one(asked("advance"), asOf(249))).toThrow("too few for indicators (250)");
  });
});
