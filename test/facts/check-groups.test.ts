import { describe, expect, it } from "vitest";
import { checkFacts } from "../../src/facts/index.ts";
import type { Fact } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { factMade, factsMade } from "./made.ts";

type Parts = Readonly<Record<string, Partial<Fact>>>;

const window = { from: day("2025-05-16"), to: day("2025-05-23") };
const members: Partial<Fact> = { value: 30, unit: "count" };

const RATIO: Partial<Fact> = { unit: "ratio" };

/** What is said against a fact of the group with these parts; "" is the fact itself. */
function against(statistic: string, parts: Parts): readonly string[] {
  const facts = Object.entries({ members, ...parts }).map(([name, more]) =>
    factMade(name === "" ? "a" : `a.${name}`, {
      ...RATIO,
      statistic,
      window,
      day: window.to,
      ...more,
    }),
  );
  const locate = (id: string) => ({ file: `report.yaml of ${id}`, line: 1, column: 1 });
  return checkFacts(factsMade(...facts), window.to, locate).map((each) => each.message);
}

const count = (value: number) => ({ value, unit: "count" }) as const;

describe("the guard over groups", () => {
  it.each<readonly [string, string, Parts]>([
    ["27 of 30", "breadth", { "": { ...count(27), state: "most" }, against: count(3) }],
    ["a leader", "ranking", { "": { value: 0.02, state: "up" }, rank: count(1) }],
    [
      "a mean in its range",
      "group-change",
      {
        "": { value: 0.02 },
        median: { value: 0.01 },
        least: { value: -0.41 },
        greatest: { value: 1.25 },
        difference: { value: 1.5, unit: "points" },
      },
    ],
    [
      "members that are all the same",
      "group-size",
      { "": { value: 0.1 }, smallest: { value: 0.1 }, largest: { value: 0.1 } },
    ],
    [
      "contributions",
      "contribution",
      {
        "": { value: 2, unit: "points", state: "up" },
        largest: { value: 2, unit: "points" },
        smallest: { value: -0.3, unit: "points" },
        sum: { value: 2.7, unit: "points" },
        change: { value: 0.027 },
      },
    ],
    ["a rating", "rating", { "": { value: 1, unit: "score" }, rank: count(1) }],
  ])("lets pass %s", (_, statistic, parts) => {
    expect(against(statistic, parts)).toEqual([]);
  });

  it.each<readonly [string, string, Parts, string]>([
    // statements.md D3: "average weekly growth 133 %", the best of them 125 %.
    [
      "a mean above the greatest",
      "group-change",
      { "": { value: 0.4 }, greatest: { value: 0.3 } },
      "a is 0.4, above the greatest, 0.3",
    ],
    [
      "a median below the least",
      "group-volume",
      { "": { value: 0.1 }, median: { value: -0.5 }, least: { value: -0.4 } },
      "a.median is -0.5, below the least, -0.4",
    ],
    // D4: 133 percent in a week while the index moved by a few.
    [
      "a mean that no group shows",
      "group-change",
      { "": { value: 1.33 } },
      "a is a mean change of 1.33 in 7 days, which no group shows",
    ],
    [
      "a mean far from its index",
      "group-change",
      { "": { value: 0.3 }, difference: { value: 31, unit: "points" } },
      "a.difference: the mean lies 31 points from the index",
    ],
    [
      "a greatest of another time",
      "group-change",
      {
        "": { value: 0.1 },
        greatest: { value: 0.2, window: { ...window, from: day("2025-04-23") } },
      },
      "a.greatest is of another time than a",
    ],
    // 3e: "highest price growth at -1%" for a one-member group.
    [
      "a group of one",
      "ranking",
      { "": { value: -0.01, state: "down" }, members: count(1) },
      "a speaks of 1 members as of a group",
    ],
    ["a gain that is a fall", "ranking", { "": { value: -0.01, state: "up" } }, "a is up at -0.01"],
    [
      "a place beyond the last",
      "ranking",
      { "": { value: 0.01 }, rank: count(31) },
      "a.rank is place 31 of 30",
    ],
    [
      "more counted than there are",
      "breadth",
      { "": { ...count(27), state: "most" }, against: count(4) },
      "a counts 31 members in all, of 30",
    ],
    [
      "all, but one",
      "breadth",
      { "": { ...count(29), state: "all" }, against: count(1) },
      "a says all of 29 among 30",
    ],
    [
      "a rating of none",
      "rating",
      { "": { value: 0, unit: "score" } },
      "a is 0, where ratings go from 1 to 100",
    ],
    [
      "more than the largest",
      "contribution",
      { "": { value: 3, unit: "points" }, largest: { value: 2, unit: "points" } },
      "a is 3, and the largest 2",
    ],
    [
      "less than the smallest",
      "contribution",
      { "": { value: -3, unit: "points" }, smallest: { value: -2, unit: "points" } },
      "a is -3, and the smallest -2",
    ],
    [
      "parts that do not make the whole",
      "contribution",
      {
        "": { value: 1, unit: "points" },
        sum: { value: 3, unit: "points" },
        change: { value: 0.02 },
      },
      "a.sum is 3 points, of a change of 0.02",
    ],
  ])("objects to %s", (_, statistic, parts, message) => {
    expect(against(statistic, parts)).toEqual([message]);
  });
});
