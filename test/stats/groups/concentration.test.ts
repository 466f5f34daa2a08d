import { describe, expect, it } from "vitest";
import { one } from "../support.ts";
import type { MemberMade } from "./made.ts";
import { contextWith, groupOf } from "./made.ts";

const DAYS = ["2025-05-22", "2025-05-23"];
const of = (weight: number, sector?: string): MemberMade => ({
  closes: [10, 10],
  weight,
  ...(sector === undefined ? {} : { sector }),
});
// 50, 20, 15, 10 and 5 percent: Technology holds 60, Energy 35, and 5 belong to no sector.
const made = groupOf(
  DAYS,
  {
    a: of(500, "Technology"),
    b: of(200, "Energy"),
    c: of(150, "Energy"),
    d: of(100, "Technology"),
    e: of(50),
  },
  { list: true, membersAsOf: "2026-05-05" },
);
const context = contextWith(made);
const asked = { statistic: "concentration", group: "g" };

describe("concentration", () => {
  it("tells the share of the sector at a place, and all up to it together", () => {
    expect(one(asked, context)).toMatchObject({ series: "g#Technology", unit: "ratio" });
    expect(one(asked, context).value).toBeCloseTo(0.6, 12);
    const second = { ...asked, place: 2 };
    expect(one(second, context).value).toBeCloseTo(0.35, 12);
    expect(one(second, context, "together").value).toBeCloseTo(0.95, 12);
    expect(one(second, context, "held")).toMatchObject({ value: 2, series: "g#Energy" });
    expect(one(second, context, "count").value).toBe(2);
    expect(one(second, context, "smallest").series).toBe("g#Energy");
  });

  it("tells how many equal ones would be as concentrated", () => {
    // (600 + 350)² / (600² + 350²) = 902,500 / 482,500
    expect(one(asked, context, "effective").value).toBeCloseTo(1.870466, 6);
    // 1000² / (500² + 200² + 150² + 100² + 50²) = 1,000,000 / 325,000
    const member = { ...asked, by: "member" };
    expect(one(member, context, "effective").value).toBeCloseTo(3.076923, 6);
  });

  it("weighs members one by one, under their names", () => {
    const member = { ...asked, by: "member", place: 3 };
    expect(one(member, context)).toMatchObject({ series: "g.c.close" });
    expect(one(member, context).value).toBeCloseTo(0.15, 12);
    expect(one(member, context, "together").value).toBeCloseTo(0.85, 12);
    expect(one({ ...member, place: -1 }, context).series).toBe("g.e.close");
    expect(() => one({ ...member, place: 6 }, context)).toThrow("there are only 5 members");
  });

  it("says of which day the weights are", () => {
    expect(one(asked, context, "listed")).toMatchObject({ day: "2026-05-05" });
  });

  it("is withheld where nobody has a sector", () => {
    const bare = contextWith(groupOf(DAYS, { a: of(1), b: of(2), c: of(3) }, { list: true }));
    expect(() => one(asked, bare)).toThrow("the sectors of the members of The group are not known");
  });
});
