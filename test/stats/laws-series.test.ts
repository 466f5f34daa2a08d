import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, Series } from "../../src/model/index.ts";
import { addSessions, day } from "../../src/model/index.ts";
import { Withholding } from "../../src/stats/index.ts";
import type { Request, Shape } from "./support.ts";
import { contextOf, one, seriesOf } from "./support.ts";

const START = day("2015-01-02");
const ASOF = "2060-12-31";

/** Whole values, so that ties are frequent and nothing is lost in sums. */
const values = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 8, maxLength: 70 });

function daily(all: readonly number[], shape: Shape = {}): Series {
  return seriesOf(
    "x",
    all.map((each, at) => [addSessions(START, at), each] as const),
    { unit: "price", ...shape },
  );
}

/** Null where it is withheld. */
function ask(series: Series, request: Request, part = ""): Finding | null {
  try {
    return one({ series: "x", ...request }, contextOf([series], ASOF), part);
  } catch (error) {
    if (error instanceof Withholding) return null;
    throw error;
  }
}

const ranked = { statistic: "change-rank", over: "1 session", as: "amount", least: 1 };

describe("the laws of ranked changes", () => {
  it("holds for falls of the mirrored series what holds for rises of this one", () => {
    fc.assert(
      fc.property(values, (all) => {
        const mirrored = daily(all.map((each) => 100 - each));
        for (const part of ["periods", "rank", "elapsed"]) {
          expect(ask(mirrored, ranked, part)?.value).toBe(ask(daily(all), ranked, part)?.value);
        }
      }),
    );
  });

  it("keeps the day it looks back to where an older row is added", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 20, max: 60 }), (all, older) => {
        const before = ask(daily(all), ranked, "since");
        const rows = all.map((each, at) => [addSessions(START, at), each] as const);
        const more = seriesOf("x", [["2014-12-31", older], ...rows], { unit: "price" });
        if (before !== null) expect(ask(more, ranked, "since")?.day).toBe(before.day);
      }),
    );
  });

  it("goes from larger to larger still, or as large, in order of time", () => {
    fc.assert(
      fc.property(values, (all) => {
        const found = ["", "since", "second", "third"].map((part) => ask(daily(all), ranked, part));
        const [latest, ...earlier] = found;
        for (const each of earlier) {
          if (each === null || latest === null || latest === undefined) continue;
          expect(Math.abs(each.value)).toBeGreaterThanOrEqual(Math.abs(latest.value));
          expect(Math.sign(each.value)).toBe(Math.sign(latest.value));
        }
        const days = found.flatMap((each) => each?.day ?? []);
        expect(days).toEqual(days.toSorted().toReversed());
      }),
    );
  });
});

describe("the laws of counts and firsts", () => {
  it("counts no more rises and falls together than readings", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 6 }), (all, count) => {
        const counted = (of: string): number =>
          ask(daily(all), { statistic: "tally", of, in: count })?.value ?? Number.NaN;
        const window = all.slice(-count - 1);
        const flat = window.slice(1).filter((each, at) => each === window[at]).length;
        expect(counted("rising") + counted("falling")).toBe(count - flat);
      }),
    );
  });

  it("counts a running streak in full", () => {
    fc.assert(
      fc.property(values, (all) => {
        const streak = ask(daily(all), { statistic: "streak", of: "rising" });
        if (streak?.state !== "running" || streak.value < 2) return;
        const found = ask(daily(all), { statistic: "tally", of: "rising", in: streak.value });
        expect(found).toMatchObject({ value: streak.value, state: "all" });
      }),
    );
  });

  it("counts one among the readings of which it is the first", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 20, max: 60 }), (all, threshold) => {
        const kind = { of: "above", threshold };
        const first = { statistic: "first-since", ...kind, least: 2 };
        const periods = ask(daily(all), first, "periods");
        if (periods === null) return;
        const found = ask(daily(all), { statistic: "tally", ...kind, in: periods.value });
        expect(found).toMatchObject({ value: 1, state: "with latest" });
      }),
    );
  });

  it("finds no longer streak than the longest of all", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 20, max: 60 }), (all, threshold) => {
        const asked = { statistic: "streak", of: "above", threshold };
        const found = ask(daily(all), asked);
        const rank = ask(daily(all), asked, "rank");
        const longest = ask(daily(all), asked, "longest");
        if (found === null || rank === null || longest === null) return;
        expect(rank.value === 1).toBe(longest.value <= found.value);
      }),
    );
  });
});

describe("the laws of ranges, averages and distances", () => {
  it("lies between the low and the high, as far from them as it says", () => {
    fc.assert(
      fc.property(values, (all) => {
        const asked = { statistic: "year-range", over: "6 sessions" };
        const part = (name: string): number => ask(daily(all), asked, name)?.value ?? Number.NaN;
        const [high, low, last] = [part("high"), part("low"), part("last")];
        expect(high).toBe(Math.max(...all.slice(-6)));
        expect(low).toBe(Math.min(...all.slice(-6)));
        expect(high * (1 + part("from-high"))).toBeCloseTo(last, 10);
        expect(low * (1 + part("from-low"))).toBeCloseTo(last, 10);
      }),
    );
  });

  it("has the distance, the share and the score of an average on one side", () => {
    fc.assert(
      fc.property(values, (all) => {
        const asked = { statistic: "against-average", of: 6 };
        const share = ask(daily(all), asked);
        const distance = ask(daily(all), asked, "distance");
        const score = ask(daily(all), asked, "score");
        if (share === null || distance === null) throw new Error("withheld");
        expect(distance.value).toBeCloseTo(share.value - 1, 12);
        if (score !== null) expect(Math.sign(score.value)).toBe(Math.sign(distance.value));
      }),
    );
  });

  it("never comes nearer than its extreme, nor stays further away than asked", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 30 }), (all, percent) => {
        const asked = { statistic: "near-extreme", within: percent / 100 };
        const series = daily([...Array.from({ length: 60 }, () => 30), ...all]);
        const found = ask(series, asked);
        if (found === null) return;
        expect(found.value).toBeLessThan(0);
        expect(found.value).toBeGreaterThanOrEqual(-percent / 100);
        expect(ask(series, asked, "extreme")?.value).toBe(Math.max(30, ...all));
      }),
    );
  });

  it("leads there and back again", () => {
    fc.assert(
      fc.property(values, (all) => {
        const facts = {
          last: { statistic: "last", series: "x" },
          first: { statistic: "last", series: "x", on: START },
        };
        const context = contextOf([daily(all)], ASOF, { facts });
        const asked = { statistic: "distance", from: "last", to: "first" };
        const there = one(asked, context).value;
        expect((1 + there) * (1 + one(asked, context, "back").value)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("says in a row of horizons what each change says alone", () => {
    fc.assert(
      fc.property(values, (all) => {
        for (const [part, over] of [
          ["day", "1 session"],
          ["week", "1 week"],
          ["month", "1 month"],
          ["month-to-date", "month to date"],
        ] as const) {
          const row = ask(daily(all), { statistic: "horizons" }, part);
          expect(row).toEqual(ask(daily(all), { statistic: "change", over }));
        }
      }),
    );
  });

  it("ranks peaks among peaks that are as high", () => {
    fc.assert(
      fc.property(values, (all) => {
        const asked = { statistic: "peak-rank", least: 1 };
        const latest = ask(daily(all), asked);
        const since = ask(daily(all), asked, "since");
        if (latest === null || since === null) return;
        expect(since.value).toBeGreaterThanOrEqual(latest.value);
        expect(since.day < latest.day).toBe(true);
      }),
    );
  });
});
