import { describe, expect, it } from "vitest";
import { checkFacts } from "../../src/facts/index.ts";
import type { Fact } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { factMade, factsMade } from "./made.ts";

const asOf = day("2025-05-23");
const locate = (id: string) => ({ file: `report.yaml of ${id}`, line: 1, column: 1 });

/** What is said against a fact "a" of a statistic, with these parts. */
function against(
  statistic: string,
  fact: Partial<Fact>,
  parts: Readonly<Record<string, Partial<Fact>>>,
): readonly string[] {
  const made = Object.entries(parts).map(([name, more]) => factMade(`a.${name}`, more));
  const facts = factsMade(factMade("a", { statistic, ...fact }), ...made);
  return checkFacts(facts, asOf, locate).map((each) => each.message);
}

const ratio = (value: number): Partial<Fact> => ({ unit: "ratio", value, digits: 1 });
const count = (value: number): Partial<Fact> => ({ unit: "count", value });
const before = day("2025-01-02");

describe("the guard over the facts of one series", () => {
  it.each<
    readonly [string, string, Partial<Fact>, Readonly<Record<string, Partial<Fact>>>, string]
  >([
    ["more than all", "tally", count(6), { readings: count(5) }, "6 of 5 readings"],
    ["a place outside", "year-range", ratio(1.2), {}, "outside of its range"],
    [
      "a close above its high",
      "year-range",
      ratio(1),
      { last: { value: 120 }, high: { value: 110 } },
      "stands at 120, beyond its high of 110",
    ],
    [
      "a close below its low",
      "year-range",
      ratio(0),
      { last: { value: 90 }, low: { value: 95 } },
      "stands at 90, beyond its low of 95",
    ],
    [
      "dividends below nothing",
      "total-return",
      ratio(0.1),
      { price: ratio(0.11) },
      "less than 0.11 without dividends",
    ],
    [
      "a largest gain since a smaller one",
      "change-rank",
      ratio(0.05),
      { since: { ...ratio(0.02), day: before } },
      "not as large as the 0.05 of a",
    ],
    [
      "a largest gain since a loss",
      "change-rank",
      ratio(0.05),
      { second: { ...ratio(-0.2), day: before } },
      "a.second is -0.2",
    ],
    [
      "a longest streak since a shorter one",
      "streak",
      count(5),
      { since: { ...count(3), day: before } },
      "counts 3, fewer than the 5 of a",
    ],
    [
      "the longest of all next to a longer one",
      "streak",
      count(5),
      { rank: count(1), longest: { ...count(9), day: before } },
      "although a with 5 is the longest",
    ],
    [
      "horizons of two days",
      "horizons",
      {},
      { week: { ...ratio(0.01), day: before } },
      "ends on 2025-01-02, and a on 2025-05-23",
    ],
    [
      "a near-miss on the wrong side",
      "near-extreme",
      { ...ratio(0.01), state: "below" },
      {},
      "told to lie below",
    ],
    ["a level on the wrong side", "distance", { ...ratio(-0.1), state: "above" }, {}, "above"],
    [
      "a look back to a later day",
      "first-since",
      { day: before },
      { since: { day: day("2025-02-03") } },
      "looks back to 2025-02-03",
    ],
  ])("refuses %s", (_, statistic, fact, parts, text) => {
    const found = against(statistic, fact, parts);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(text);
  });

  it.each<readonly [string, string, Partial<Fact>, Readonly<Record<string, Partial<Fact>>>]>([
    ["five of six", "tally", count(5), { readings: count(6) }],
    [
      "a reading at its high",
      "year-range",
      ratio(1),
      { last: { value: 110 }, high: { value: 110 }, low: { value: 90 } },
    ],
    [
      "a total return lower in rounding alone",
      "total-return",
      ratio(0.1),
      { price: ratio(0.1003) },
    ],
    [
      "a gain as large as printed",
      "change-rank",
      ratio(0.0512),
      { since: { ...ratio(0.0508), day: before } },
    ],
    [
      "a sum as large as printed",
      "change-rank",
      { unit: "money", value: 3.04e9, digits: 9 },
      { since: { unit: "money", value: 3.02e9, day: before } },
    ],
    [
      "a fall since a deeper one",
      "change-rank",
      ratio(-0.05),
      { since: { ...ratio(-0.08), day: before } },
    ],
    ["a level at the reading", "distance", { ...ratio(0), state: "equal" }, {}],
    [
      "a price that differs by less than nothing",
      "distance",
      {
        unit: "price",
        value: -0.34,
        recipe: { op: "difference", from: { op: "value", of: 0 }, to: { op: "value", of: 0 } },
      },
      {},
    ],
  ])("lets pass %s", (_, statistic, fact, parts) => {
    expect(against(statistic, fact, parts)).toEqual([]);
  });
});

describe("a part of a 52-week range", () => {
  it("is no place in it", () => {
    const high = factMade("a.high", { statistic: "year-range", value: 2466 });
    const away = factMade("a.from-high", { statistic: "year-range", unit: "ratio", value: -0.17 });
    expect(checkFacts(factsMade(high, away), asOf, locate)).toEqual([]);
  });
});
