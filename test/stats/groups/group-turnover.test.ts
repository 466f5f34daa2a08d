import { describe, expect, it } from "vitest";
import { one } from "../support.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

const DAYS = sessionsFrom("2025-05-16", 5);
const made = groupOf(DAYS, {
  // 10 × (100 + 200 + 300 + 400 + 500) / 5 = 3,000 a day
  a: { closes: [10, 10, 10, 10, 10], volumes: [100, 200, 300, 400, 500] },
  // (1 + 2 + 3 + 4 + 5) × 1,000 / 5 = 3,000 a day
  b: { closes: [1, 2, 3, 4, 5], volumes: [1000, 1000, 1000, 1000, 1000] },
  // 50 × 240 = 12,000 a day
  c: { closes: [50, 50, 50, 50, 50], volumes: [240, 240, 240, 240, 240] },
  d: { closes: [9, 9, 9, 9, 9] },
});
const context = contextWith(made);
const asked = { statistic: "group-turnover", group: "g", sessions: 5 };

describe("group-turnover", () => {
  it("is close times volume, session by session, on average", () => {
    expect(one(asked, context)).toMatchObject({ unit: "money", named: { sessions: 5 } });
    expect(one(asked, context).value).toBeCloseTo(6000, 9);
    expect(one(asked, context, "median").value).toBeCloseTo(3000, 9);
    expect(one(asked, context, "sum").value).toBeCloseTo(18_000, 9);
    expect(one(asked, context, "greatest")).toMatchObject({ series: "g.c.close" });
    expect(one(asked, context, "greatest").value).toBeCloseTo(12_000, 9);
  });

  it("leaves out whose volume is not told, and cites closes and volumes of the others", () => {
    expect(one(asked, context, "left-out").value).toBe(1);
    expect(one(asked, context).cites).toHaveLength(30);
  });

  it("is withheld without volumes", () => {
    const bare = { closes: [1, 1, 1, 1, 1] };
    const none = contextWith(groupOf(DAYS, { a: bare, b: bare, c: bare }));
    expect(() => one(asked, none)).toThrow("only 0 of the 3 members");
  });
});
