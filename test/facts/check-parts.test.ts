import { describe, expect, it } from "vitest";
import { checkFacts } from "../../src/facts/index.ts";
import type { Fact } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import { factMade, factsMade } from "./made.ts";

const asOf = day("2025-05-23");
const locate = (id: string) => ({ file: `report.yaml of ${id}`, line: 1, column: 1 });
type Parts = Readonly<Record<string, Partial<Fact>>>;

/** What is said against a fact of the statistic with these parts; "" is the fact itself. */
function against(statistic: string, parts: Parts): readonly string[] {
  const facts = Object.entries(parts).map(([name, more]) =>
    factMade(name === "" ? "a" : `a.${name}`, { statistic, unit: "contracts", ...more }),
  );
  return checkFacts(factsMade(...facts), asOf, locate).map((each) => each.message);
}

describe("the guard over positions and pairs", () => {
  it.each<readonly [string, string, Parts]>([
    [
      "a net short that grew",
      "position",
      {
        "": { value: 450, state: "short" },
        before: { value: 400, state: "short" },
        change: { value: 50, state: "more" },
      },
    ],
    [
      "a side that changed",
      "position",
      {
        "": { value: 80, state: "short" },
        before: { value: 120, state: "long" },
        swing: { value: 200 },
      },
    ],
    [
      "days to cover",
      "days-to-cover",
      { "": { value: 5, unit: "days" }, shorts: { value: 110 }, volume: { value: 22 } },
    ],
    [
      "a better performance",
      "relative-performance",
      {
        "": { value: 19.05, unit: "points", state: "outperformed" },
        change: { value: 0.0977, unit: "ratio" },
        other: { value: -0.0928, unit: "ratio" },
      },
    ],
    [
      "a correlation in its range",
      "rolling-correlation",
      { "": { value: 0.5 }, low: { value: 0.1 }, high: { value: 0.5 } },
    ],
    ["a short week", "short-week", { "": { value: 4, unit: "sessions", state: "short" } }],
  ])("lets pass %s", (_, statistic, parts) => {
    expect(against(statistic, parts)).toEqual([]);
  });

  it.each<readonly [string, string, Parts, string]>([
    [
      "a net short that grew and fell",
      "position",
      { "": { value: 450 }, before: { value: 400 }, change: { value: -50 } },
      "a.change is -50, from 400 to 450",
    ],
    [
      "a swing to the same side",
      "position",
      {
        "": { value: 80, state: "short" },
        before: { value: 120, state: "short" },
        swing: { value: 200 },
      },
      "a was short before and is so now",
    ],
    [
      "days no publisher prints",
      "days-to-cover",
      {
        "": { value: 87_364, unit: "days" },
        shorts: { value: 8_736_400 },
        volume: { value: 100 },
      },
      "a is 87364 days, where no publisher prints under 1 or over 999.99",
    ],
    [
      "days that do not follow",
      "days-to-cover",
      { "": { value: 6, unit: "days" }, shorts: { value: 110 }, volume: { value: 22 } },
      "a is 6 days of 22, which do not make 110",
    ],
    [
      "a lag by more",
      "relative-performance",
      {
        "": { value: 5, unit: "points", state: "lagged" },
        change: { value: 0.1, unit: "ratio" },
        other: { value: 0.05, unit: "ratio" },
      },
      "a lagged by 5 points",
    ],
    [
      "a difference of other changes",
      "relative-performance",
      {
        "": { value: 5, unit: "points" },
        change: { value: 0.1, unit: "ratio" },
        other: { value: 0.02, unit: "ratio" },
      },
      "a is 5 points, of 0.1 against 0.02",
    ],
    [
      "a revision up that goes down",
      "revision",
      { "": { value: -1, state: "up" }, first: { value: 73 }, revised: { value: 72 } },
      "a is up although it goes from 73 to 72",
    ],
    [
      "a contango upside down",
      "term-structure",
      { "": { value: 1.1, state: "contango" }, near: { value: 22 }, far: { value: 20 } },
      "a is in contango with 22 near and 20 far",
    ],
    [
      "a correlation outside its range",
      "rolling-correlation",
      { "": { value: 0.6 }, low: { value: 0.1 }, high: { value: 0.5 } },
      "a is 0.6, outside its own range from 0.1 to 0.5",
    ],
    [
      "a week of six sessions",
      "short-week",
      { "": { value: 6, unit: "sessions" } },
      "a has 6 sessions, which no week has",
    ],
  ])("refuses %s", (_, statistic, parts, text) => {
    expect(against(statistic, parts)[0]).toContain(text);
  });
});
