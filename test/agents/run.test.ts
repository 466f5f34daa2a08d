import { describe, expect, it } from "vitest";
import { runAt } from "../../src/agents/index.ts";
import type { AgentRun, Day } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { rulesOf, sampleSources } from "./support.ts";

const sources = sampleSources();
const rules = rulesOf("short-interest: iwm.short-interest\nsectors: sectors");
const END = day("2025-05-27");
const whole = runAt(sources, rules, END);

function column(run: AgentRun, name: string): ReadonlyMap<Day, number> {
  const points = run.series.get(`agents.${name}`)?.points ?? [];
  return new Map(points.map((each) => [each.day, each.value]));
}

const [bear, bull, net] = [column(whole, "bear"), column(whole, "bull"), column(whole, "net")];

describe("the agents", () => {
  // A day of every second year, and the days around its busiest weeks.
  const days = whole.days.filter((each, at) => at % 460 === 17 && each >= rules.start);

  it.each([...days, day("2020-03-18"), day("2025-03-12"), day("2025-04-04")])(
    "had done the same on %s, whatever came later",
    (asOf) => {
      const early = runAt(sources, rules, asOf);
      expect(early.events).toEqual(whole.events.filter((each) => each.day <= asOf));
      for (const [id, series] of early.series) {
        const later = whole.series.get(id)?.points.filter((each) => each.day <= asOf);
        expect(series.points, id).toEqual(later);
      }
      const known = whole.years.filter((each) => each.from < asOf);
      expect(early.years.map((each) => each.variant)).toEqual(known.map((each) => each.variant));
    },
  );

  it("hold together what they hold each", () => {
    for (const [on, value] of net) {
      expect(value).toBeCloseTo((bear.get(on) ?? 0) + (bull.get(on) ?? 0), 12);
    }
  });

  it("never pass the cap, nor spend more than there is", () => {
    for (const [on, hedge] of bear) {
      expect(-hedge).toBeLessThanOrEqual(rules.bear.cap + 1e-12);
      const money = -hedge / rules.bear.fund + (bull.get(on) ?? 0);
      expect(money).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it("can be read off their ledger: folding it gives every day's exposure", () => {
    const held = { trend: 0, bear: 0, bull: rules.bull.core };
    const trades = whole.events.filter((each) => each.trade);
    for (const on of net.keys()) {
      for (const each of trades.filter((trade) => trade.day === on)) {
        expect(each.before).toBeCloseTo(held[each.agent], 12);
        held[each.agent] = each.after;
      }
      expect(bear.get(on)).toBeCloseTo(held.bear, 12);
      expect(bull.get(on)).toBeCloseTo(held.bull, 12);
    }
  });

  it("decide at one close and trade at the next", () => {
    const closes = new Map(sources.bars.close.points.map((each) => [each.day, each.value]));
    for (const each of whole.events.filter((event) => event.trade)) {
      const at = whole.days.indexOf(each.day);
      expect(whole.days[at - 1]).toBe(each.decided);
      expect(each.price).toBe(closes.get(each.day));
    }
  });

  it("let no stop of a hedge go back up", () => {
    const stops = column(whole, "stop");
    let before: { at: number; stop: number } | null = null;
    whole.days.forEach((on, at) => {
      const stop = stops.get(on);
      if (stop === undefined) return;
      const fresh = whole.events.some((each) => each.rule === "first tier" && each.decided === on);
      if (before?.at === at - 1 && !fresh) expect(stop).toBeLessThanOrEqual(before.stop);
      before = { at, stop };
    });
    expect(stops.size).toBeGreaterThan(100);
  });

  it("buy no more bounces than the whipsaw window allows", () => {
    const bought = whole.events
      .filter((each) => each.rule === "bounce")
      .map((each) => whole.days.indexOf(each.decided));
    expect(bought.length).toBeGreaterThan(3);
    for (const at of bought) {
      const within = bought.filter((each) => each <= at && at - each < rules.bull.within);
      expect(within.length).toBeLessThanOrEqual(rules.bull.entries);
    }
  });

  it("choose each year's variant before it begins", () => {
    expect(whole.years.map((each) => each.year)).toEqual([
      2019, 2020, 2021, 2022, 2023, 2024, 2025,
    ]);
    for (const { year, from } of whole.years) expect(Number(from.slice(0, 4))).toBe(year - 1);
  });
});

describe("short interest", () => {
  it("changes nothing before the day it is released", () => {
    const { shorts } = sources;
    if (shorts === null) throw new Error("no short interest");
    const cut = day("2025-03-20");
    const points = shorts.points.map((each) =>
      each.released > cut ? { ...each, value: each.value * 50 } : each,
    );
    const other = runAt({ ...sources, shorts: { ...shorts, points } }, rules, END);
    const before = (run: AgentRun) => run.events.filter((each) => each.day <= cut);
    expect(before(other)).toEqual(before(whole));
  });
});
