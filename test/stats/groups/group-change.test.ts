import { describe, expect, it } from "vitest";
import { day, weekdayOf } from "../../../src/model/index.ts";
import type { Context } from "../../../src/stats/index.ts";
import { one, seriesOf, unsaid } from "../support.ts";
import type { MemberMade } from "./made.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

const DAYS = ["2025-05-16", "2025-05-19", "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-23"];
const week = (from: number, to: number, weight?: number): MemberMade => ({
  closes: [from, from, from, from, from, to],
  ...(weight === undefined ? {} : { weight }),
});
// +10, −4, +1 and +5 percent, weighing 1, 5, 2 and 2.
const members = {
  a: week(100, 110, 1),
  b: week(50, 48, 5),
  c: week(200, 202, 2),
  d: week(20, 21, 2),
};
const asked = { statistic: "group-change", group: "g", over: "1 week" };

describe("group-change", () => {
  const context = contextWith(groupOf(DAYS, members, { list: true }));

  it("finds mean, median, least and greatest", () => {
    // (10 − 4 + 1 + 5) / 4 = 3; the middle of −4, 1, 5, 10 is (1 + 5) / 2 = 3.
    expect(one(asked, context)).toMatchObject({
      unit: "ratio",
      state: "equally weighted",
      series: "g",
      named: { weeks: 1 },
    });
    expect(one(asked, context).value).toBeCloseTo(0.03, 12);
    expect(one(asked, context, "median").value).toBeCloseTo(0.03, 12);
    expect(one(asked, context, "least")).toMatchObject({ series: "g.b.close", state: "down" });
    expect(one(asked, context, "least").value).toBeCloseTo(-0.04, 12);
    expect(one(asked, context, "greatest")).toMatchObject({ series: "g.a.close", state: "up" });
    expect(one(asked, context, "greatest").value).toBeCloseTo(0.1, 12);
  });

  it("weighs by the list, whose lines it cites", () => {
    // (1 × 10 + 5 × −4 + 2 × 1 + 2 × 5) / 10 = 0.2
    const found = one({ ...asked, weighting: "size" }, context);
    expect(found.value).toBeCloseTo(0.002, 12);
    expect(found.state).toBe("weighted by size");
    const list = found.cites.filter((each) => each.file === "list.csv");
    expect(list.map((each) => [each.series, each.line, each.value])).toEqual([
      ["g.a.weight", 2, 1],
      ["g.b.weight", 3, 5],
      ["g.c.weight", 4, 2],
      ["g.d.weight", 5, 2],
    ]);
  });

  it("weighs by the catalogue, which gives what no row holds", () => {
    const given = contextWith(groupOf(DAYS, members));
    const found = one(asked, given, "weighted");
    expect(found.value).toBeCloseTo(0.002, 12);
    expect(found.cites).toHaveLength(8);
    expect(JSON.stringify(found.recipe)).toContain("weight of B in the catalogue");
  });

  it("weighs those alone whose size is known, and not where that is less than half", () => {
    const { weight: _, ...unknown } = members.b;
    const some = contextWith(groupOf(DAYS, { ...members, b: unknown }, { list: true }));
    // (1 × 10 + 2 × 1 + 2 × 5) / 5 = 4.4
    expect(one(asked, some, "weighted").value).toBeCloseTo(0.044, 12);
    const few = contextWith(
      groupOf(DAYS, { a: members.a, b: unknown, c: week(1, 1), d: week(1, 1) }),
    );
    expect(unsaid(asked, few, "weighted")).toContain("only 1 of the 4 members");
  });

  it("holds the mean against an index over the very same days", () => {
    const index = seriesOf("i", [
      ["2025-05-15", 900],
      ["2025-05-16", 1000],
      ["2025-05-23", 990],
    ]);
    const beside = contextWith(groupOf(DAYS, members), undefined, [index]);
    const against = { ...asked, against: "i" };
    expect(one(against, beside, "index").value).toBeCloseTo(-0.01, 12);
    // 3 − (−1) = 4 points
    expect(one(against, beside, "difference")).toMatchObject({ unit: "points", state: "above" });
    expect(one(against, beside, "difference").value).toBeCloseTo(4, 10);
    const late = seriesOf("i", [
      ["2025-05-15", 900],
      ["2025-05-23", 990],
    ]);
    const without = contextWith(groupOf(DAYS, members), undefined, [late]);
    expect(unsaid(against, without, "difference")).toBe("i has no figure for 2025-05-16");
  });

  it("tells no index of a group that is stale", () => {
    const index = seriesOf("i", [
      ["2025-05-16", 1000],
      ["2025-05-23", 990],
      ["2025-05-30", 1010],
    ]);
    const against = { ...asked, against: "i" };
    const later = (asOf: string): Context => contextWith(groupOf(DAYS, members), asOf, [index]);
    // Three sessions on, with Memorial Day between; and four.
    expect(one(against, later("2025-05-29"), "index").value).toBeCloseTo(-0.01, 12);
    expect(unsaid(against, later("2025-05-30"), "index")).toContain("is stale");
  });

  it("leaves out who rose more than tenfold: no such percentage is told", () => {
    const wild = contextWith(groupOf(DAYS, { ...members, e: week(1, 12) }));
    expect(one(asked, wild, "greatest").series).toBe("g.a.close");
    expect(one(asked, wild, "left-out").value).toBe(1);
  });

  it("ranks the mean among its own past ones", () => {
    // Eleven Fridays: the mean of the three moves by 1, 2, … 9 percent, and now by 5.5.
    const fridays = sessionsFrom("2024-09-06", 51).filter((each) => weekdayOf(day(each)) === 5);
    const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 5.5];
    const closes = steps.reduce<number[]>(
      (all, each) => [...all, (all.at(-1) ?? 100) * (1 + each / 100)],
      [100],
    );
    const made = groupOf(fridays, {
      a: { closes },
      b: { closes: closes.map((each) => each / 2) },
      c: { closes: closes.map((each) => each * 3) },
    });
    const found = one(asked, contextWith(made));
    expect(found.value).toBeCloseTo(0.055, 10);
    // Of the nine before it five are less; itself counts half, of ten.
    expect(found.ranked).toBe(9);
    expect(found.rank).toBeCloseTo(5.5 / 10, 10);
  });

  it("needs a time", () => {
    expect(() => one({ statistic: "group-change", group: "g" }, context)).toThrow();
  });
});
