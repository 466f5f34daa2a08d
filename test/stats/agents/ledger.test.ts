import { describe, expect, it } from "vitest";
import type { AgentEvent } from "../../../src/model/index.ts";
import { contextOf, one, run, unsaid } from "../support.ts";
import { world } from "../world.ts";

const context = contextOf(world(7), "2025-05-23");
const ledger = context.agents?.();
if (ledger === undefined) throw new Error("no agents");
const events = ledger.events.toReversed();
const value = (column: string, on: string): number =>
  ledger.series.get(`agents.${column}`)?.points.find((each) => each.day === on)?.value ??
  Number.NaN;

/** The place of the newest event that is so. */
function placeOf(is: (event: AgentEvent) => boolean): number {
  const place = events.findIndex(is) + 1;
  if (place === 0) throw new Error("no such event");
  return place;
}

describe("agent-event", () => {
  it("tells the ledger from its newest line on", () => {
    for (const place of [1, 2, 7, 30]) {
      const found = one({ statistic: "agent-event", place }, context);
      const event = events[place - 1];
      expect(found).toMatchObject({ day: event?.day, value: event?.price, state: event?.rule });
    }
  });

  it("reckons the size of a first tier from its own rows, as the replay has it", () => {
    const firsts = events.flatMap((each, at) => (each.rule === "first tier" ? [at + 1] : []));
    expect(firsts.length).toBeGreaterThan(3);
    for (const place of firsts) {
      const asked = { statistic: "agent-event", place };
      const [order, after] = [one(asked, context, "order"), one(asked, context, "after")];
      expect(order.value).toBeCloseTo(-after.value, 12);
      expect(order.cites.every((each) => each.made === undefined)).toBe(true);
    }
  });

  it("reckons that of a further tier, too", () => {
    const place = placeOf((each) => each.rule === "further tier");
    const asked = { statistic: "agent-event", place };
    const added = one(asked, context, "before").value - one(asked, context, "after").value;
    expect(one(asked, context, "order").value).toBeCloseTo(added, 12);
  });

  it("tells exposures before and after each trade", () => {
    for (const [at, each] of events.entries()) {
      if (!each.trade || at > 60) continue;
      const asked = { statistic: "agent-event", place: at + 1 };
      expect(one(asked, context, "before").value).toBeCloseTo(each.before, 12);
      expect(one(asked, context, "after").value).toBeCloseTo(each.after, 12);
      expect(one(asked, context, "change").value).toBeCloseTo(100 * (each.after - each.before), 9);
    }
  });

  it("tells the level that a stop lay at when it was passed", () => {
    const asked = { statistic: "agent-event", place: placeOf((each) => each.rule === "stop") };
    const [level, close] = [one(asked, context, "level"), one(asked, context, "decided")];
    expect(level.value).toBeLessThan(close.value);
    expect(one(asked, context, "break").value).toBeCloseTo(close.value / level.value - 1, 12);
  });

  it("withholds sizes of what was only seen", () => {
    const place = placeOf((each) => !each.trade);
    expect(run({ statistic: "agent-event", place }, context)["after"]).toBeUndefined();
  });

  it("is withheld past the beginning of the ledger", () => {
    const asked = { statistic: "agent-event", place: 4999 };
    expect(() => one(asked, context)).toThrow(/the ledger has \d+ events/);
  });
});

describe("agent-record", () => {
  it("holds the account against buy-and-hold over the very same days", () => {
    const asked = { statistic: "agent-record", over: "1 year" };
    const found = one(asked, context);
    const { from, to } = found.window;
    expect(found.value).toBeCloseTo(value("equity", to) / value("equity", from) - 1, 12);
    const hold = one(asked, context, "hold");
    expect(hold.window).toEqual(found.window);
    expect(hold.value).toBeCloseTo(value("hold", to) / value("hold", from) - 1, 12);
    expect(one(asked, context, "apart").value).toBeCloseTo(100 * (found.value - hold.value), 9);
    expect(found.state).toBe(found.value < hold.value ? "lagged" : "outperformed");
  });

  it("finds the deepest fall from an earlier height", () => {
    const found = one({ statistic: "agent-record" }, context, "drawdown");
    let [top, deepest] = [0, 0];
    for (const each of ledger.series.get("agents.equity")?.points ?? []) {
      top = Math.max(top, each.value);
      deepest = Math.min(deepest, each.value / top - 1);
    }
    expect(found.value).toBeCloseTo(deepest, 12);
  });

  it("counts trades and signals after the start", () => {
    const asked = { statistic: "agent-record", over: "6 months" };
    const { from, to } = one(asked, context).window;
    const within = events.filter((each) => each.day > from && each.day <= to);
    const trades = within.filter((each) => each.trade);
    expect(one(asked, context, "trades").value).toBe(trades.length);
    expect(one(asked, context, "signals").value).toBe(within.length - trades.length);
    const bear = trades.filter((each) => each.agent === "bear").length;
    expect(one(asked, context, "bear-trades").value).toBe(bear);
  });

  it("tells a year of the walk forward with what the years before had chosen", () => {
    const asked = { statistic: "agent-record", back: 1 };
    const year = ledger.years.at(-2);
    expect(one(asked, context).window).toEqual({ from: year?.from, to: year?.to });
    const chosen = ledger.variants[year?.variant ?? -1] ?? [];
    expect(chosen.map((each) => each.value)).toEqual([
      one(asked, context, "support").value,
      one(asked, context, "stop").value,
    ]);
  });

  it("tells no choice of a time that is no year", () => {
    const asked = { statistic: "agent-record", over: "1 year" };
    expect(unsaid(asked, context, "support")).toContain("only a year");
  });
});

describe("agent-rule", () => {
  it("tells a parameter as it is used", () => {
    expect(one({ statistic: "agent-rule", rule: "bear.cap" }, context).value).toBe(0.7);
    expect(one({ statistic: "agent-rule", rule: "bear.tier-2" }, context).value).toBe(0.3);
    expect(one({ statistic: "agent-rule", rule: "stop.atr" }, context).unit).toBe("multiple");
  });

  it("prints as many decimals as the parameter has", () => {
    const digits = (rule: string) => one({ statistic: "agent-rule", rule }, context).digits;
    expect([digits("costs.fee"), digits("bear.calm"), digits("bull.core")]).toEqual([2, 1, 0]);
  });

  it("knows no other", () => {
    expect(() => one({ statistic: "agent-rule", rule: "bear.cup" }, context)).toThrow(
      /no parameter/,
    );
  });
});
