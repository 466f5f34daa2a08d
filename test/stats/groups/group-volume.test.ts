import { describe, expect, it } from "vitest";
import { one } from "../support.ts";
import type { MemberMade } from "./made.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

const DAYS = sessionsFrom("2025-05-12", 10); // Monday 12 to Friday 23 May 2025
const traded = (volumes: readonly number[]): MemberMade => ({
  closes: volumes.map(() => 10),
  volumes,
});
const halves = (before: number, after: number): MemberMade =>
  traded([...Array<number>(5).fill(before), ...Array<number>(5).fill(after)]);
const asked = { statistic: "group-volume", group: "g", over: "1 week" };

describe("group-volume", () => {
  it("holds five sessions against the five that ended a week before", () => {
    // 1 to 5 and 2, 4, 6, 8, 10: means 3 and 6, growth 100 percent; then −20 and +10 percent.
    const made = groupOf(DAYS, {
      a: traded([1, 2, 3, 4, 5, 2, 4, 6, 8, 10]),
      b: halves(100, 80),
      c: halves(200, 220),
    });
    const context = contextWith(made);
    expect(one(asked, context).value).toBeCloseTo(0.3, 12);
    expect(one(asked, context)).toMatchObject({
      unit: "ratio",
      basis: "reported",
      window: { from: "2025-05-12", to: "2025-05-23" },
    });
    expect(one(asked, context, "median").value).toBeCloseTo(0.1, 12);
    expect(one(asked, context, "greatest")).toMatchObject({ series: "g.a.close", value: 1 });
    expect(one(asked, context, "least").series).toBe("g.b.close");
    expect(one(asked, context).cites).toHaveLength(30);
  });

  it("counts no session on both sides in a short week", () => {
    // Memorial Day, 26 May 2025: a week before Friday the 30th is the 23rd, four sessions ago.
    const days = sessionsFrom("2025-05-12", 14);
    const volumes = days.map((_, at) => at + 1);
    const made = groupOf(days, { a: traded(volumes), b: traded(volumes), c: traded(volumes) });
    const found = one(asked, contextWith(made));
    const own = found.cites
      .filter((each) => each.series === "g.a.volume")
      .map((each) => each.value);
    expect(own).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(found.value).toBeCloseTo(12 / 7 - 1, 12);
  });

  it.each([
    ["a missing volume", traded([1, 1, Number.NaN, 1, 1, 1, 1, 1, 1, 1])],
    ["nothing traded before", halves(0, 500)],
    ["a base next to nothing", halves(10, 200)],
    ["a row in doubt", { ...halves(10, 20), suspect: ["2025-05-14"] }],
    ["a missing row", { ...halves(10, 20), closes: [10, 10, 10, 10, 10, 10, null, 10, 10, 10] }],
  ])("leaves out a member with %s", (_, member) => {
    const made = groupOf(DAYS, { a: halves(1, 2), b: halves(1, 2), c: halves(1, 2), d: member });
    expect(one(asked, contextWith(made)).value).toBe(1);
    expect(one(asked, contextWith(made), "left-out").value).toBe(1);
  });

  it("is told over weeks and longer times, of files that have volumes", () => {
    const made = groupOf(DAYS, { a: halves(1, 2), b: halves(1, 2), c: halves(1, 2) });
    const daily = { ...asked, over: "1 session" };
    expect(() => one(daily, contextWith(made))).toThrow("over weeks, months, quarters or years");
    expect(() => one({ ...asked, over: "1 month" }, contextWith(made))).toThrow("has no figures");
    const bare = { ...made, heads: { close: "close" } };
    expect(() => one(asked, contextWith(bare))).toThrow("have no volume");
  });
});
