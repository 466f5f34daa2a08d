import { describe, expect, it } from "vitest";
import { one, unsaid } from "../support.ts";
import type { MemberMade } from "./made.ts";
import { contextWith, groupOf } from "./made.ts";

const DAYS = ["2025-05-16", "2025-05-19", "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-23"];
const week = (from: number, to: number, weight: number, sector: string): MemberMade => ({
  closes: [from, from, from, from, from, to],
  weight,
  sector,
});
// Weights 50, 30 and 20 percent; +2, −1 and +10 percent: 1.0, −0.3 and 2.0 points.
const made = groupOf(
  DAYS,
  {
    a: week(100, 102, 500, "Technology"),
    b: week(100, 99, 300, "Energy"),
    c: week(10, 11, 200, "Technology"),
  },
  { list: true },
);
const context = contextWith(made);
const asked = { statistic: "contribution", group: "g", over: "1 week" };

describe("contribution", () => {
  it("is weight times change, in points", () => {
    expect(one(asked, context)).toMatchObject({ series: "g.c.close", unit: "points", state: "up" });
    expect(one(asked, context).value).toBeCloseTo(2, 10);
    expect(one({ ...asked, place: 2 }, context).value).toBeCloseTo(1, 10);
    expect(one(asked, context, "smallest")).toMatchObject({ series: "g.b.close", state: "down" });
    expect(one(asked, context, "smallest").value).toBeCloseTo(-0.3, 10);
    expect(one(asked, context, "own").value).toBeCloseTo(0.1, 12);
    expect(one(asked, context, "weight").value).toBeCloseTo(0.2, 12);
  });

  it("adds up to the weighted change", () => {
    expect(one(asked, context, "sum").value).toBeCloseTo(2.7, 10);
    expect(one(asked, context, "change")).toMatchObject({ unit: "ratio", series: "g" });
    expect(one(asked, context, "change").value).toBeCloseTo(0.027, 12);
  });

  it("takes sectors together, each under its own name", () => {
    const sectors = { ...asked, by: "sector" };
    expect(one(sectors, context)).toMatchObject({ series: "g#Technology" });
    expect(one(sectors, context).value).toBeCloseTo(3, 10);
    expect(one(sectors, context, "weight").value).toBeCloseTo(0.7, 12);
    // (500 × 2 + 200 × 10) / 700 = 4.2857
    expect(one(sectors, context, "own").value).toBeCloseTo(0.042857, 6);
    expect(one({ ...sectors, place: -1 }, context)).toMatchObject({ series: "g#Energy" });
    expect(() => one({ ...sectors, place: 3 }, context)).toThrow("there are only 2 sectors");
  });

  it("is withheld without weights", () => {
    const bare = { closes: [1, 1, 1, 1, 1, 2] };
    const none = contextWith(groupOf(DAYS, { a: bare, b: bare, c: bare }));
    expect(() => one(asked, none)).toThrow("the sizes of the members of The group are not known");
    expect(unsaid({ ...asked, statistic: "group-change" }, none, "weighted")).toContain(
      "not known",
    );
  });
});
