import { describe, expect, it } from "vitest";
import { EVENT_KINDS, EVENT_NAMES } from "../../../src/stats/events/kinds.ts";
import { Withholding, statisticNamed } from "../../../src/stats/index.ts";
import type { Fact, Finding } from "../../../src/model/index.ts";
import { madeBars } from "../../model/indicators/made.ts";
import { contextOf, one, seriesOf } from "../support.ts";
import { barSeries, sessionDays } from "./made.ts";

const ROWS = 700;
const days = sessionDays(ROWS);
const series = barSeries(madeBars(ROWS));
const row = (more = {}) => ({ statistic: "event", bars: "x", ...more });

function found(request: ReturnType<typeof row>, asOf: string): Finding | null {
  try {
    return one(request, contextOf(series, asOf));
  } catch (error) {
    if (error instanceof Withholding) return null;
    throw error;
  }
}

/** Events of a day, asked for one by one, the newest first. */
function inOrder(asOf: string): readonly Finding[] {
  return EVENT_NAMES.flatMap((of) => found(row({ of }), asOf) ?? []).toSorted((one, other) =>
    one.day < other.day ? 1 : one.day > other.day ? -1 : 0,
  );
}

describe("events in a row", () => {
  it.each([450, 610, 699])("on day %d are those that may be told, the newest first", (place) => {
    const asOf = days[place] ?? "";
    const expected = inOrder(asOf);
    const all = expected.map((_, index) => found(row({ nth: index + 1 }), asOf));
    expect(all.map((each) => [each?.day, each?.value, each?.state])).toEqual(
      expected.map((each) => [each.day, each.value, each.state]),
    );
    expect(all.map((each) => each?.named?.["number"])).toEqual(
      expected.map((_, index) => index + 1),
    );
    expect(found(row({ nth: expected.length + 1 }), asOf)).toBeNull();
  });

  it("keep their number where only one side is asked for", () => {
    const asOf = days[610] ?? "";
    const all = inOrder(asOf);
    const bearish = all.flatMap((each, index) => (each.state === "bearish" ? [index + 1] : []));
    const asked = bearish.map((_, index) => found(row({ side: "bearish", nth: index + 1 }), asOf));
    expect(bearish.length).toBeGreaterThan(0);
    expect(asked.map((each) => each?.named?.["number"])).toEqual(bearish);
  });

  it("stand by odds with the one first whose share is furthest above its base rate", () => {
    const context = contextOf(series, days[699] ?? "");
    const request = row({ least: 10 });
    const edge = (more: object): number =>
      one({ ...request, ...more }, context, "odds").value -
      one({ ...request, ...more }, context, "base").value;
    expect(edge({ by: "odds", nth: 1 })).toBeGreaterThanOrEqual(edge({ by: "odds", nth: 2 }));
    expect(one({ ...request, by: "odds", nth: 1 }, context).named).toHaveProperty("number");
  });

  it("names the lengths that its words need", () => {
    const of = EVENT_NAMES.flatMap((name) => {
      const each = found(row({ of: name, within: 21 }), days[699] ?? "");
      return each === null ? [] : [[name, each.named] as const];
    });
    for (const [name, named] of of) {
      const lengths =
        name === "advance" || name === "decline"
          ? { days: 3 }
          : name.startsWith("price-")
            ? { slow: 50 }
            : name.startsWith("averages-")
              ? { fast: 10, slow: 50 }
              : {};
      expect(named, name).toEqual({ horizon: 21, ...lengths });
    }
    expect(of.length).toBeGreaterThan(3);
  });

  it("refuses a kind and a place in the row at once", () => {
    const options = statisticNamed("event")?.options;
    expect(options?.safeParse({ bars: "x", of: "advance", nth: 2 }).success).toBe(false);
    expect(options?.safeParse({ bars: "x", of: "advance" }).success).toBe(true);
    expect(options?.safeParse({ bars: "x" }).success).toBe(true);
  });
});

describe("events of a series of closes alone", () => {
  const { close } = madeBars(ROWS);
  const closes = seriesOf(
    "x",
    days.map((each, place) => [each, close[place] ?? 0] as const),
  );

  it("are told, but for those of highs and lows", () => {
    const told: Fact["state"][] = [];
    for (let place = 400; place < ROWS; place += 20) {
      const context = contextOf([closes], days[place] ?? "");
      for (const of of EVENT_NAMES) {
        try {
          one({ statistic: "event", bars: "x", of, within: 21 }, context);
          told.push(of);
        } catch (error) {
          if (!(error instanceof Withholding)) throw error;
          if (/^(stochastic|aroon)/.test(of)) expect(error.message).toContain("no highs and lows");
        }
      }
    }
    const ranged = Object.keys(EVENT_KINDS).filter((each) => /^(stochastic|aroon)/.test(each));
    expect(told.filter((each) => ranged.includes(each ?? ""))).toEqual([]);
    expect(new Set(told).size).toBeGreaterThan(10);
  });

  it("have indicators, but for those of highs and lows", () => {
    const context = contextOf([closes], days[699] ?? "");
    const indicator = (of: string) => ({ statistic: "indicator", bars: "x", of });
    expect(one(indicator("rsi"), context).value).toBeGreaterThan(0);
    expect(() => one(indicator("stochastic"), context)).toThrow("only daily values");
    expect(() => one(indicator("atr"), context)).toThrow("only daily values");
  });
});
