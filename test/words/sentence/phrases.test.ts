import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact, Outcome, Withheld } from "../../../src/model/index.ts";
import { addDays, day } from "../../../src/model/index.ts";
import type { Phrase, Unsaid } from "../../../src/words/index.ts";
import {
  agreeing,
  betweenThe,
  comparedWith,
  countOf,
  fromTo,
  isUnsaid,
  movedTogether,
  oddsOf,
  rankOf,
  runOf,
  sayZone,
  stateOf,
  superlativeOf,
  tallyOf,
  textOf,
} from "../../../src/words/index.ts";
import { voice } from "../house.ts";
import { fact, speech } from "./speech.ts";

const said = (phrase: Phrase | Unsaid): string => (isUnsaid(phrase) ? "—" : textOf(phrase));
const count = (id: string, value: number, more: Partial<Fact> = {}): Fact =>
  fact(id, value, { unit: "count", digits: 0, ...more });
const level = (id: string, value: number): Fact => fact(id, value, { unit: "index", digits: 2 });
const gone = (id: string): Withheld => ({ kind: "withheld", id, statistic: "x", reason: "not so" });
/** Rows so many days apart. */
const rows = (step: number, length = 5): Fact["cites"] =>
  Array.from({ length }, (_, at) => ({
    series: "rut.close",
    file: "r.csv",
    line: at + 2,
    day: addDays(day("2025-05-23"), -step * at),
    value: 1,
  }));

describe("several changes", () => {
  const fell = fact("a", -0.012);
  const more = fact("b", -0.034);
  const rose = fact("c", 0.034);
  const still = fact("d", 0.00001);

  it("share a verb of their direction and a unit", () => {
    expect(textOf(movedTogether([fell, more], speech()))).toBe(
      "lost 1.2 and 3.4 percent, respectively",
    );
  });

  it("have a verb without size where their sizes differ", () => {
    const large = { ...more, rank: 0.99 };
    expect(textOf(movedTogether([fell, large], speech()))).toMatch(/^fell 1\.2 and 3\.4 percent/);
  });

  it("have each their own where their directions differ, none twice", () => {
    expect(textOf(movedTogether([fell, rose], speech()))).toBe(
      "lost 1.2 percent and gained 3.4 percent, respectively",
    );
    expect(textOf(movedTogether([fell, still], speech()))).toMatch(/^lost 1\.2 percent and held/);
  });

  it("say no size where nothing moved", () => {
    expect(textOf(movedTogether([still, still], speech()))).toBe("held steady");
    const ends = [level("d.to", 2040), level("e.to", 5803)];
    expect(textOf(movedTogether([still, still], speech(), ends))).toBe(
      "held steady at 2040 and 5803, respectively",
    );
  });

  it("never say a direction that a printed figure has not", () => {
    const move = fc.double({ min: -0.1, max: 0.1, noNaN: true }).map((value) => fact("x", value));
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 4 }), (facts) => {
        const text = textOf(movedTogether(facts, speech()));
        expect(text).not.toMatch(/\b0\.0\b/);
        const signs = new Set(facts.map((each) => Math.sign(Math.round(each.value * 1000))));
        if (!signs.has(1)) expect(text).not.toMatch(/gained|rose|added/);
        if (!signs.has(-1)) expect(text).not.toMatch(/lost|fell|retreated/);
      }),
    );
  });
});

describe("a change by its ends", () => {
  const shares = (id: string, value: number): Fact =>
    fact(id, value, { unit: "contracts", digits: 0 });

  it.each([
    [800, 10_900, "rose from 800 to 10,900"],
    [0, 12, "rose from 0 to 12"],
    [12, -5, "fell from 12 to −5"],
    [7, 7, "held steady at 7"],
  ])("from %d to %d %s", (from, to, text) => {
    expect(textOf(fromTo(shares("f", from), shares("t", to), speech()))).toBe(text);
  });
});

describe("a superlative", () => {
  const low = count("low", 18, { state: "low", series: "hiring", unit: "net percent" });
  const part = (name: string, more: Partial<Fact> = {}): Fact =>
    count(`low.${name}`, 18, { series: "hiring", day: day("2020-04-30"), ...more });
  const say = (turn: number, ...parts: readonly Outcome[]): string =>
    said(superlativeOf(low, speech([low, ...parts], { turn })));

  it("is a record only where the statistic says so", () => {
    expect(say(0, part("record"))).toBe("a record low");
    expect(say(0, gone("low.record"), part("start"))).toBe(
      "the lowest in figures that go back to April 2020",
    );
  });

  it("matches where an earlier one is equal, whatever else holds", () => {
    expect(say(0, part("tie"), part("since"))).toBe("matching the low of April 2020");
  });

  it("tells since when, and in every other turn over how long", () => {
    const months = part("months", { unit: "months", value: 6 });
    expect(say(0, part("since"), months)).toBe("the lowest since April 2020");
    expect(say(1, part("since"), months)).toBe("a six-month low");
    expect(say(3, part("since"), months)).toBe("the lowest in six months");
  });

  it("of changes and peaks tells their place", () => {
    const loss = fact("loss", -0.035, { statistic: "change-rank", state: "down" });
    const at = (name: string, on: string): Fact =>
      fact(`loss.${name}`, -0.04, { statistic: "change-rank", day: day(on) });
    const told = (...parts: readonly Fact[]): string =>
      said(superlativeOf(loss, speech([loss, ...parts])));
    expect(told(at("since", "2025-04-04"), at("second", "2024-03-08"))).toBe(
      "the largest since 4 April",
    );
    expect(told(at("second", "2022-06-17"))).toBe("the second largest since June 2022");
    expect(told(at("start", "1997-01-10"))).toBe(
      "the largest in figures that go back to January 1997",
    );
    expect(told(at("tie", "2022-06-17"), at("since", "2022-06-17"))).toBe(
      "matching the one of June 2022",
    );
    const peak = count("p", 5, { statistic: "peak-rank", state: "trough" });
    const since = count("p.third", 4, { day: day("2020-03-23") });
    expect(said(superlativeOf(peak, speech([peak, since])))).toBe(
      "the third lowest trough since March 2020",
    );
  });

  it("is none of what is neither high nor low, and where nobody knows since when", () => {
    expect(said(superlativeOf(fact("x", 1), speech()))).toBe("—");
    expect(said(superlativeOf(fact("x", 1, { state: "high" }), speech()))).toBe("—");
  });

  it("never claims more time than there is", () => {
    const months = part("months", { unit: "months", value: 31 });
    expect(say(1, part("since"), months)).toBe("a two-year low");
    expect(say(3, part("since"), months)).toBe("the lowest in two years");
    expect(say(1, part("since"), part("months", { unit: "months", value: 2 }))).toMatch(/since/);
  });
});

describe("a run", () => {
  it("is counted in sessions, weeks or months, as its rows are", () => {
    const run = (cites: Fact["cites"]): string =>
      said(runOf(count("r", 4, { state: "running", cites }), speech()));
    expect(run(rows(1))).toBe("for a fourth straight session");
    expect(run(rows(7))).toBe("for a fourth straight week");
    expect(run(rows(30))).toBe("for a fourth straight month");
  });

  it("of a long weekend is none of weeks", () => {
    const over = rows(4, 2);
    expect(said(runOf(count("r", 2, { cites: over }), speech()))).toContain("session");
  });

  it("that has ended says so", () => {
    const over = count("r", 4, { state: "ended", cites: rows(7) });
    expect(said(runOf(over, speech()))).toBe("after four straight weeks");
  });

  it("of one is none", () => {
    expect(said(runOf(count("r", 1), speech()))).toBe("—");
  });
});

describe("so many of so many", () => {
  const six = count("r", 6, { cites: rows(1, 6) });

  it.each([
    [5, "five of the past six sessions"],
    [0, "none of the past six sessions"],
    [7, "—"],
  ])("%d of six are %s", (some, text) => {
    expect(said(tallyOf(count("k", some), six, speech()))).toBe(text);
  });

  it("may be members of a group", () => {
    const all = count("n", 30);
    expect(said(tallyOf(count("k", 27), all, speech(), "stocks"))).toBe("27 of the 30 stocks");
  });
});

describe("a rank", () => {
  it.each([
    [1, "largest", "largest"],
    [2, "largest", "second largest"],
    [11, "largest", "11th largest"],
    [3, null, "third"],
  ])("%d of the %s is %s", (value, of, text) => {
    expect(said(rankOf(count("r", value), speech(), of))).toBe(text);
  });

  it("of zero is none", () => {
    expect(said(rankOf(count("r", 0), speech()))).toBe("—");
  });
});

describe("one fact held against another", () => {
  it.each([
    [2040, 2100, "below"],
    [2090, 2100, "just below"],
    [2100.3, 2100.4, "at"],
    [2110, 2100, "just above"],
    [2200, 2100, "above"],
  ])("%d lies to %d: %s", (one, two, text) => {
    expect(said(comparedWith(level("a", one), level("b", two), speech()))).toBe(text);
  });

  it.each([
    [-0.026, -0.035, "outperformed"],
    [0.01, 0.02, "lagged"],
    [0.0101, 0.0102, "matched"],
  ])("a change of %d against %d: %s", (one, two, text) => {
    expect(said(comparedWith(fact("a", one), fact("b", two), speech()))).toBe(text);
  });

  it("must have its unit", () => {
    expect(said(comparedWith(fact("a", 1), level("b", 1), speech()))).toBe("—");
  });

  it("lies between two others in either order, and not where it does not", () => {
    const [low, high] = [level("l", 1991), level("h", 2100)];
    const close = level("c", 2040);
    expect(said(betweenThe(close, [high, low], speech()))).toBe("between 1991 and 2100");
    expect(said(betweenThe(level("c", 2100.2), [low, high], speech()))).toBe("—");
  });
});

describe("odds", () => {
  const share = (id: string, value: number): Fact => fact(id, value, { digits: 0 });
  const event = fact("e", 1);
  /** 26 of 37: 70 percent, interval 54 to 83 (statements.md 3e). */
  const at = (base: number): string =>
    said(
      oddsOf(
        event,
        speech([
          event,
          count("e.followed", 26),
          count("e.cases", 37),
          share("e.low", 0.54),
          share("e.high", 0.83),
          share("e.base", base),
        ]),
      ),
    );

  it("are no better while the base rate lies within the interval, ends included", () => {
    for (const base of [0.54, 0.61, 0.704, 0.83, 0.834]) {
      expect(at(base)).toMatch(/^in 26 of 37 cases, no better than after any other day, at \d\d/);
    }
  });

  it("are better above it, and worse below it, as printed", () => {
    expect(at(0.5)).toBe("in 26 of 37 cases, better than the 50 percent after any day at all");
    expect(at(0.9)).toBe("in 26 of 37 cases, worse than the 90 percent after any day at all");
    expect(at(0.536)).toContain("no better");
  });

  it("are not told where a part is withheld", () => {
    expect(said(oddsOf(event, speech([event, count("e.cases", 7)])))).toBe("—");
  });
});

describe("a state", () => {
  it("is said in the words of its statistic, of levels, or as it is", () => {
    const say = (statistic: string, state: string): string =>
      said(stateOf({ id: "x", statistic, state }, { voice, turn: 0 }) ?? []);
    expect(say("position", "short")).toBe("net short");
    expect(say("candle", "doji")).toBe("a doji");
    expect(say("average-cross", "reclaimed")).toBe("reclaimed");
    expect(say("relative-performance", "lagged")).toBe("lagged");
    expect(say("level", "still-in")).toBe("still in");
    expect(stateOf({ id: "x", statistic: "last" }, { voice, turn: 0 })).toBeNull();
  });
});

describe("a zone", () => {
  // The first four are real: lexicon.md section 3, "rounded levels written as a zone".
  it.each([
    [2543, "index", 2, {}, "the 2540s"],
    [4.23, "yield", 2, { third: true }, "the low 4.2s"],
    [172.4, "price", 2, {}, "the $172s"],
    [174.9, "price", 2, { third: true, step: 10 }, "the mid-$170s"],
    [2039.85, "index", 2, { third: true, step: 100 }, "the mid-2000s"],
    [2070, "index", 2, { third: true, step: 100 }, "the high 2000s"],
    [4.3, "yield", 2, {}, "the 4.3s"],
    [95.8, "score", 1, {}, "the 95s"],
    [11_250, "index", 2, {}, "the 11,200s"],
  ] as const)("of %d (%s) is told as one", (value, unit, digits, asked, text) => {
    expect(sayZone(value, unit, digits, asked, voice)).toBe(text);
  });

  it("holds its level", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (cents) => {
        const text = sayZone(cents / 100, "index", 2, {}, voice) ?? "";
        const start = Number(text.replaceAll(/[^\d.]/g, ""));
        expect(start).toBeLessThanOrEqual(cents / 100);
        expect(start).toBeGreaterThan((cents / 100) * 0.96 - 0.011);
      }),
    );
  });

  it("has none at zero and below", () => {
    expect(sayZone(0, "yield", 2, {}, voice)).toBeNull();
    expect(sayZone(-0.3, "yield", 2, {}, voice)).toBeNull();
  });
});

describe("a subject", () => {
  it.each([
    ["the shares", "other"],
    ["plans to hire", "other"],
    ["hiring plans", "other"],
    ["speculators", "other"],
    ["short interest", "one"],
    ["the index", "one"],
    ["the share of bulls", "one"],
    ["news", "one"],
    ["the process", "one"],
    ["Barclays", "one"],
    ["people", "other"],
  ])("%s is %s", (subject, number) => {
    expect(countOf(subject, voice)).toBe(number);
  });

  it("has verbs that agree", () => {
    expect(
      ["was", "is", "has", "has been"].map((each) => agreeing(each as "was", "other")),
    ).toEqual(["were", "are", "have", "have been"]);
  });
});
