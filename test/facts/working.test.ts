import { describe, expect, it } from "vitest";
import { workingOf } from "../../src/facts/working.ts";
import type { Citation, Recipe } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { cite, factMade } from "./made.ts";

const two = [cite(2, "2025-04-30", 83.3e6), cite(3, "2025-05-15", 106.8e6)];
const [first, second] = [
  { op: "value", of: 0 },
  { op: "value", of: 1 },
] as const;

describe("a working", () => {
  it.each<readonly [string, Recipe, string]>([
    ["a value", second, "106.8m"],
    ["a change", { op: "change", from: first, to: second }, "106.8m / 83.3m − 1"],
    ["a difference", { op: "difference", from: first, to: second }, "106.8m − 83.3m"],
    ["a quotient", { op: "quotient", of: first, by: second }, "83.3m / 106.8m"],
    [
      "a recipe inside another",
      { op: "difference", from: first, to: { op: "quotient", of: second, by: first } },
      "(106.8m / 83.3m) − 83.3m",
    ],
    [
      "a given number",
      { op: "given", value: 2100, how: "a round number" },
      "2100 (a round number)",
    ],
    [
      "a count of the greater",
      { op: "greater", each: [second, first], than: [first, second] },
      "how many of 2 values are greater than the one beside them",
    ],
    [
      "a deviation of changes",
      { op: "deviation", of: "relative changes", first: 0, last: 1 },
      "standard deviation of the changes between 2 values, 2025-04-30 to 2025-05-15",
    ],
    ["a mean", { op: "mean", first: 0, last: 1 }, "mean of 2 values, 2025-04-30 to 2025-05-15"],
    [
      "a count",
      { op: "count", first: 0, last: 1, how: "readings above 100" },
      "2 readings above 100",
    ],
    [
      "a percentile",
      { op: "percentile" },
      "share of 2 values at or under the last one, itself counted half",
    ],
    [
      "a standard score",
      { op: "standard score" },
      "(106.8m − mean) / standard deviation of 2 values",
    ],
    [
      "a correlation",
      { op: "correlation", of: "levels" },
      "Pearson's correlation of 1 pairs of levels",
    ],
    [
      "cases and what came of them",
      { op: "followed", by: "fall", first: 0, last: 0, ahead: 1 },
      "how many of 1 values were followed by a lower one",
    ],
    [
      "an indicator",
      { op: "indicator", name: "RSI", first: 0, sessions: 2 },
      "RSI over 2 sessions, 2025-04-30 to 2025-05-15",
    ],
    ["days between rows", { op: "days", from: 0, to: 1 }, "days from 2025-04-30 to 2025-05-15"],
    [
      "days up to a day",
      { op: "days", from: 0, to: day("2025-05-27") },
      "days from 2025-04-30 to 2025-05-27",
    ],
    ["months", { op: "months", from: 0, to: 1 }, "months from 2025-04-30 to 2025-05-15"],
    [
      "a line",
      { op: "line", through: [0, 1], at: day("2025-05-23") },
      "straight line through 83.3m of 2025-04-30 and 106.8m of 2025-05-15, at 2025-05-23",
    ],
  ])("is written out for %s", (_, recipe, text) => {
    expect(workingOf(factMade("a", { recipe, cites: two }))).toBe(text);
  });

  it.each<readonly [number, string]>([
    [850_558_000_000, "850.558bn"],
    [-29_758_000_000, "-29.758bn"],
    [106_812_345, "106.812345m"],
    [1732.99, "1732.99"],
    [0.61, "0.61"],
  ])("rounds nothing away: %d as %s", (value, text) => {
    const cites: readonly Citation[] = [cite(2, "2025-04-30", value)];
    expect(workingOf(factMade("a", { recipe: first, cites }))).toBe(text);
  });
});
