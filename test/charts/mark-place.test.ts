import { describe, expect, it } from "vitest";
import { findPlace } from "../../src/charts/mark-place.ts";
import { day } from "../../src/model/index.ts";
import { fact, mark } from "./support/make.ts";

const low = Object.freeze(fact({ id: "low", value: 1733, day: "2025-04-09" }));
const high = Object.freeze(fact({ id: "high", value: 2115, day: "2025-05-16" }));
const cite = (on: string, value: number) => ({
  series: "s",
  file: "s.csv",
  line: 2,
  day: day(on),
  value,
});
const rally = fact({
  id: "rally",
  value: 0.22,
  unit: "ratio",
  day: "2025-05-16",
  recipe: { op: "change", from: { op: "value", of: 0 }, to: { op: "value", of: 1 } },
  cites: [cite("2025-04-09", 1733), cite("2025-05-16", 2115)],
});

describe("the place of a mark", () => {
  it("is the day and value of a point's fact", () => {
    expect(findPlace(mark("point", [low], ""), ["index"])).toEqual({
      place: { kind: "point", at: { day: "2025-04-09", value: 1733 } },
    });
  });

  it("points each of many events to its side", () => {
    const bought = { ...low, state: "bought" };
    const bearish = { ...high, state: "bearish" };
    expect(findPlace(mark("events", [bought, bearish, low], ""), ["index"])).toEqual({
      place: {
        kind: "events",
        at: [
          { day: "2025-04-09", value: 1733, side: "up" },
          { day: "2025-05-16", value: 2115, side: "down" },
          { day: "2025-04-09", value: 1733, side: null },
        ],
      },
    });
  });

  it("is the later end of a change", () => {
    expect(findPlace(mark("point", [rally], ""), ["index"])).toMatchObject({
      place: { at: { day: "2025-05-16", value: 2115 } },
    });
  });

  it("begins a level where its window begins, or on a second fact's day", () => {
    const level = fact({ id: "level", value: 2100, day: "2025-05-23", from: "2024-09-19" });
    expect(findPlace(mark("level", [level], ""), ["index"])).toMatchObject({
      place: { from: "2024-09-19", value: 2100 },
    });
    const since = fact({ id: "since", value: 3, unit: "months", day: "2025-03-03" });
    expect(findPlace(mark("level", [level, since], ""), ["index"])).toMatchObject({
      place: { from: "2025-03-03" },
    });
  });

  it("spans a range from its low to its high over its window", () => {
    const window = { from: "2022-05-09", to: "2023-12-13" };
    const bottom = fact({ id: "bottom", value: 1700, day: "2023-12-13", ...window });
    const top = fact({ id: "top", value: 1900, day: "2023-12-13" });
    expect(findPlace(mark("range", [bottom, top], ""), ["index"])).toEqual({
      place: { kind: "range", ...window, low: 1700, high: 1900 },
    });
  });

  it("draws a trend line through the pivots of one fact", () => {
    const trend = fact({
      id: "trend",
      value: 2110,
      day: "2025-05-23",
      recipe: { op: "line", through: [0, 1], at: day("2025-05-23") },
      cites: [cite("2024-11-25", 2466), cite("2025-02-07", 2320)],
    });
    expect(findPlace(mark("line", [trend], ""), ["index"])).toMatchObject({
      place: { first: { value: 2466 }, second: { day: "2025-02-07", value: 2320 } },
    });
  });

  it("brackets two facts, or the ends of a change", () => {
    const two = findPlace(mark("bracket", [low, high], ""), ["index"]);
    const one = findPlace(mark("bracket", [rally], ""), ["index"]);
    for (const each of [two, one]) {
      expect(each).toMatchObject({ place: { first: { value: 1733 }, second: { value: 2115 } } });
    }
  });

  it("is refused to a fact of another unit than the panel's", () => {
    const shares = fact({ id: "si", value: 106.8e6, day: "2025-04-30", unit: "shares" });
    expect(findPlace(mark("point", [shares], ""), ["price"])).toEqual({
      why: 'the fact "si" is of the unit "shares", the panel shows "price"',
    });
  });

  it("is refused where a fact is lacking", () => {
    expect(findPlace(mark("range", [low], ""), ["index"])).toHaveProperty("why");
    expect(findPlace(mark("bracket", [low], ""), ["index"])).toHaveProperty("why");
  });
});
