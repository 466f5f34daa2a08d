import { describe, expect, it } from "vitest";
import { checkFacts } from "../../src/facts/index.ts";
import type { Fact, Problem, Recipe } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import type { EventName } from "../../src/stats/index.ts";
import { EVENT_KINDS, verdictOn } from "../../src/stats/index.ts";
import { factMade, factsMade } from "./made.ts";

const asOf = day("2025-05-02");
const locate = (id: string) => ({ file: `report.yaml of ${id}`, line: 1, column: 1 });
const objections = (facts: readonly Fact[]): readonly Problem[] =>
  checkFacts(factsMade(...facts), asOf, locate);

/** An event as `event` tells it: its name stands with the sessions since. */
function event(
  id: string,
  of: EventName,
  on: string,
  more: { readonly series?: string; readonly since?: number; readonly days?: number } = {},
): readonly Fact[] {
  const { series = "iwm.close", since = 3, days } = more;
  const named = { horizon: 21, ...(days === undefined ? {} : { days }) };
  const shared = { statistic: "event", series, window: { from: day(on), to: asOf } };
  return [
    factMade(id, { ...shared, day: day(on), state: EVENT_KINDS[of].side, named }),
    factMade(`${id}.since`, { ...shared, day: asOf, value: since, unit: "sessions", state: of }),
  ];
}

function count(id: string, value: number, series = "iwm.close"): Fact {
  return factMade(id, { statistic: "event", unit: "count", value, series, day: asOf });
}

function share(id: string, value: number, state?: string): Fact {
  const more = state === undefined ? {} : { state };
  return factMade(id, {
    statistic: "event",
    unit: "ratio",
    value,
    series: "iwm.close",
    day: asOf,
    ...more,
  });
}

const reading = (name: (Recipe & { readonly op: "indicator" })["name"]): Recipe => ({
  op: "indicator",
  name,
  first: 0,
  sessions: 16,
});

function state(id: string, recipe: Recipe, told: string, more: Partial<Fact> = {}): Fact {
  return factMade(id, {
    statistic: "indicator",
    unit: "score",
    series: "iwm.close",
    day: asOf,
    state: told,
    recipe,
    ...more,
  });
}

const overbought = state("stochastic", reading("stochastic %D"), "overbought");
const average = (side: string, of = 50): Fact =>
  factMade("fifty", {
    statistic: "average",
    series: "iwm.close",
    day: asOf,
    state: side,
    named: { of },
  });

describe("the guard over events and states", () => {
  it("refuses an advance and a decline that are both news (D9)", () => {
    const found = objections([
      ...event("up", "advance", "2025-04-24", { days: 3 }),
      ...event("down", "decline", "2025-04-30", { days: 3 }),
    ]);
    expect(found).toMatchObject([{ rule: "contradiction", severity: "error" }]);
    expect(found[0]?.message).toBe(
      "up of 2025-04-24 and down of 2025-04-30 cannot both be news: the later undoes the earlier",
    );
  });

  it("lets pass the same two on different instruments", () => {
    const found = objections([
      ...event("up", "advance", "2025-04-24"),
      ...event("down", "decline", "2025-04-30", { series: "spy.close" }),
    ]);
    expect(found).toEqual([]);
  });

  it("refuses a close below the lower band beside an overbought stochastic (D10)", () => {
    const bands = state("bands", reading("Bollinger %b"), "below the bands", { unit: "ratio" });
    const found = objections([overbought, bands]);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toBe(
      "bands is below the bands while stochastic is overbought, both on 2025-05-02",
    );
    const earlier = { ...bands, day: day("2025-04-04") };
    expect(objections([overbought, earlier])).toEqual([]);
  });

  it("refuses the whole of D10 as the piece told it: below the band, overbought, above the average", () => {
    const found = objections([
      ...event("band", "breaks-lower-band", "2025-05-01"),
      state("bands", reading("Bollinger %b"), "below the bands", { unit: "ratio" }),
      overbought,
      ...event("fifty", "price-above-average", "2025-05-02"),
    ]);
    expect(found).toHaveLength(1);
  });

  it.each<readonly [EventName, Fact]>([
    ["macd-positive", state("macd", reading("MACD histogram"), "negative")],
    ["macd-negative", state("macd", reading("MACD histogram"), "positive")],
    ["rsi-leaves-oversold", state("rsi", reading("RSI"), "oversold")],
    ["rsi-enters-overbought", state("rsi", reading("RSI"), "neutral")],
    ["stochastic-leaves-overbought", overbought],
    ["back-above-lower-band", state("b", reading("Bollinger %b"), "below the bands")],
    ["breaks-upper-band", state("b", reading("Bollinger %b"), "between the bands")],
    ["price-above-average", average("below")],
    ["momentum-positive", state("m", change(), "negative", { unit: "points" })],
    ["aroon-down", state("aroon", aroon(), "uptrend")],
  ])("refuses %s beside a state that says the opposite", (of, told) => {
    const found = objections([...event("it", of, "2025-04-29"), told]);
    expect(found[0]?.message).toContain(`it of 2025-04-29 is no news any more: ${told.id} is`);
    expect(found[0]?.file).toBe("report.yaml of it");
  });

  it.each<readonly [EventName, Fact]>([
    ["macd-positive", state("macd", reading("MACD histogram"), "positive")],
    ["rsi-leaves-oversold", state("rsi", reading("RSI"), "neutral")],
    // A steep rise and then two flat weeks: the RSI is still high, the close low in its range.
    ["rsi-enters-overbought", state("s", reading("stochastic %D"), "oversold")],
    ["price-above-average", average("below", 200)],
    // An uptrend's sharp dip: under the lower band, above the 50-day average.
    ["price-above-average", state("b", reading("Bollinger %b"), "below the bands")],
    ["aroon-down", state("aroon", aroon(), "no trend")],
  ])("lets pass %s beside a state that may be", (of, told) => {
    expect(objections([...event("it", of, "2025-04-29"), told])).toEqual([]);
  });

  it("refuses events told as news weeks later (D13)", () => {
    // 8 April, told on 2 May as current, as it would be a month on.
    const found = objections(event("aroon", "aroon-down", "2025-04-01", { since: 22 }));
    expect(found[0]?.message).toBe("aroon of 2025-04-01 is told as news 22 sessions later");
  });

  it("refuses more cases that were followed than cases (D1)", () => {
    const found = objections([
      ...event("macd", "macd-positive", "2025-04-17"),
      count("macd.cases", 45),
      count("macd.followed", 46),
    ]);
    expect(found[0]?.message).toBe("macd: 46 of 45 cases");
  });

  it("refuses odds outside their own interval, or outside all reason", () => {
    const facts = (odds: number) => [
      ...event("macd", "macd-positive", "2025-04-17"),
      share("macd.odds", odds, "no better"),
      share("macd.low", 0.54),
      share("macd.high", 0.83),
    ];
    expect(objections(facts(0.7))).toEqual([]);
    expect(objections(facts(0.5))[0]?.message).toContain("lie outside 0.54 to 0.83");
    expect(objections(facts(1.2))[0]?.message).toBe("macd: odds of 1.2");
  });

  /** Tickeron's 29 and 48 percent, listed as bearish signals (intervals 8 to 64 and 37 to 60). */
  it.each([
    [0.29, 0.08, 0.64],
    [0.48, 0.37, 0.6],
  ])("refuses odds of %d called better than a base of 40 percent", (odds, low, high) => {
    const facts = (verdict: string) => [
      ...event("macd", "macd-negative", "2025-04-17"),
      share("macd.odds", odds, verdict),
      share("macd.low", low),
      share("macd.high", high),
      share("macd.base", 0.4),
    ];
    expect(verdictOn({ low, high }, 0.4)).toBe("no better");
    expect(objections(facts("no better"))).toEqual([]);
    expect(objections(facts("better"))[0]?.message).toBe(
      "macd: odds called better are no better than 0.4",
    );
  });

  it("refuses one count of cases for three instruments (D12)", () => {
    const facts = (cases: readonly number[]) =>
      ["iwm.close", "spy.close", "sol.close"].flatMap((series, at) => [
        ...event(`down${at}`, "decline", "2025-05-01", { series, days: 3 }),
        count(`down${at}.cases`, cases[at] ?? 0, series),
      ]);
    expect(objections(facts([62, 62, 62]))[0]?.message).toBe(
      "iwm.close, spy.close, sol.close all have 62 cases of decline, as if one figure had been copied",
    );
    expect(objections(facts([62, 62, 62]))).toHaveLength(1);
    expect(objections(facts([62, 64, 62]))).toEqual([]);
    expect(objections(facts([7, 7, 7]))).toEqual([]);
  });
});

function change(): Recipe {
  return { op: "difference", from: { op: "value", of: 0 }, to: { op: "value", of: 0 } };
}

function aroon(): Recipe {
  return { op: "difference", from: reading("Aroon down"), to: reading("Aroon up") };
}
