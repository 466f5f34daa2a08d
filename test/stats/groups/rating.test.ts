import { describe, expect, it } from "vitest";
import { one } from "../support.ts";
import type { MemberMade } from "./made.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

const DAYS = sessionsFrom("2025-05-12", 10);
const week = (now: number): MemberMade => ({
  closes: [10, 10, 10, 10, 10, now, now, now, now, now],
  volumes: [100, 100, 100, 100, 100, now, now, now, now, now],
});
const context = contextWith(
  groupOf(DAYS, { a: week(11), b: week(12), c: week(9), d: week(11), e: week(8) }),
);
const asked = { statistic: "rating", group: "g", over: "1 week" };

describe("rating", () => {
  it("rates the best 1 and the worst 100", () => {
    expect(one(asked, context)).toMatchObject({
      series: "g.b.close",
      unit: "score",
      state: "best",
    });
    expect(one(asked, context).value).toBeCloseTo(1, 10);
    expect(one({ ...asked, place: -1 }, context)).toMatchObject({
      series: "g.e.close",
      state: "worst",
    });
    expect(one({ ...asked, place: -1 }, context).value).toBeCloseTo(100, 10);
  });

  it("counts equal ones half", () => {
    // c and e lie under a, d is its equal: s = 2.5 / 4, 100 − 99 × 0.625 = 38.125
    for (const member of ["a", "D"]) {
      expect(one({ ...asked, member }, context)).toMatchObject({ state: "between" });
      expect(one({ ...asked, member }, context).value).toBeCloseTo(38.125, 10);
      expect(one({ ...asked, member }, context, "rank").value).toBe(2);
    }
  });

  it("tells the figure that is rated, and over what time", () => {
    const measure = one({ ...asked, member: "c" }, context, "measure");
    expect(measure.value).toBeCloseTo(-0.1, 12);
    expect(measure).toMatchObject({ named: { weeks: 1 }, series: "g.c.close" });
    expect(measure.cites).toHaveLength(2);
  });

  it("rates growth in volume", () => {
    expect(one({ ...asked, by: "volume" }, context)).toMatchObject({ series: "g.b.close" });
    const measure = one({ ...asked, by: "volume", member: "e" }, context, "measure");
    expect(measure.value).toBeCloseTo(-0.92, 12);
  });

  it("rates the calmest best", () => {
    const wave = (size: number): MemberMade => ({
      closes: sessionsFrom("2025-05-12", 13).map((_, at) => 100 + (at % 2) * size),
    });
    const waves = contextWith(
      groupOf(sessionsFrom("2025-05-12", 13), { a: wave(3), b: wave(1), c: wave(2) }),
    );
    const calm = { statistic: "rating", group: "g", by: "calm", sessions: 12 };
    expect(one(calm, waves)).toMatchObject({ series: "g.b.close", named: { sessions: 12 } });
    expect(one(calm, waves).value).toBeCloseTo(1, 10);
    expect(one({ ...calm, member: "c" }, waves).value).toBeCloseTo(50.5, 10);
    // Changes of 1 % and −1/101, six of each: their deviation with divisor 11.
    const middle = (0.01 - 1 / 101) / 2;
    const expected = Math.sqrt((6 * (0.01 - middle) ** 2 + 6 * (-1 / 101 - middle) ** 2) / 11);
    expect(one(calm, waves, "measure").value).toBeCloseTo(expected, 12);
    expect(one({ ...calm, place: -1 }, waves, "rank").value).toBe(3);
  });

  it("rates by distance from the average", () => {
    const trend = { statistic: "rating", group: "g", by: "trend", sessions: 10 };
    // 12 against (5 × 10 + 5 × 12) / 10 = 11
    expect(one(trend, context, "measure").value).toBeCloseTo(12 / 11 - 1, 12);
    expect(one(trend, context)).toMatchObject({ series: "g.b.close", named: { sessions: 10 } });
  });

  it("asks what was meant, and refuses what does not go together", () => {
    expect(() => one({ ...asked, member: "x" }, context)).toThrow('there is no member "x"');
    expect(() => one({ ...asked, member: "a", place: 1 }, context)).toThrow(
      "name a member, a fact about one, or a place",
    );
    expect(() => one({ ...asked, by: "calm" }, context)).toThrow("give `sessions`");
    expect(() => one({ ...asked, sessions: 20 }, context)).toThrow("give `over`");
  });
});
