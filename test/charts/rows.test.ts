import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/charts/rows.ts";
import type { ChartSet } from "../../src/charts/index.ts";
import { addDays, day } from "../../src/model/index.ts";

function set(every: ChartSet["every"], points: readonly (readonly [string, number])[]): ChartSet {
  return Object.freeze({
    name: "s",
    label: "S",
    unit: "index",
    every,
    digits: 0,
    points: points.map(([on, value]) => ({ day: day(on), value })),
  });
}

const values = (of: ChartSet, width = 600) =>
  rowsOf(of, width, 2.4).rows.map((each) => each["value"]);

describe("rows", () => {
  it("hold an empty one where a month is missing", () => {
    const months = set("month", [
      ["2025-01-31", 1],
      ["2025-02-28", 2],
      ["2025-04-30", 3],
    ]);
    expect(values(months)).toEqual([1, 2, null, 3]);
  });

  it("hold none between half-months next to each other", () => {
    const halves = set("half-month", [
      ["2025-03-31", 1],
      ["2025-04-15", 2],
      ["2025-04-30", 3],
    ]);
    expect(values(halves)).toEqual([1, 2, 3]);
  });

  it("bridge a long week-end of a daily series, but no fortnight", () => {
    expect(
      values(
        set("day", [
          ["2025-04-17", 1],
          ["2025-04-22", 2],
        ]),
      ),
    ).toEqual([1, 2]);
    expect(
      values(
        set("day", [
          ["2025-04-03", 1],
          ["2025-04-22", 2],
        ]),
      ),
    ).toEqual([1, null, 2]);
  });

  it("turn a value that is no number into a hole", () => {
    expect(
      values(
        set("month", [
          ["2025-01-31", Number.NaN],
          ["2025-02-28", 2],
        ]),
      ),
    ).toEqual([null, 2]);
  });

  it("keep ends, peak, trough and holes of a series too long to be drawn whole", () => {
    const points = Array.from({ length: 4000 }, (_, index): readonly [string, number] => [
      addDays(day("2010-01-01"), index + (index > 2000 ? 40 : 0)),
      index === 1234 ? 500 : index === 3210 ? -500 : Math.sin(index / 30) * 100,
    ]);
    const found = values(set("day", points), 300);
    expect(found.length).toBeLessThan(305);
    expect(found).toContain(500);
    expect(found).toContain(-500);
    expect(found.filter((each) => each === null)).toHaveLength(1);
    expect([found[0], found.at(-1)]).toEqual([points[0]?.[1], points.at(-1)?.[1]]);
  });

  it("never turn the strips of a long daily series into holes", () => {
    const points = Array.from({ length: 9000 }, (_, index): readonly [string, number] => [
      addDays(day("2000-01-01"), index),
      index % 7,
    ]);
    expect(values(set("day", points), 300)).not.toContain(null);
  });
});
