import { describe, expect, it } from "vitest";
import { one, run } from "../support.ts";
import type { MemberMade } from "./made.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

const DAYS = sessionsFrom("2025-05-12", 10); // Monday 12 to Friday 23 May 2025
const week = (friday: number, now: number): MemberMade => ({
  closes: [friday, friday, friday, friday, friday, now, now, now, now, now],
});
const fallen = groupOf(DAYS, {
  a: week(100, 92),
  b: week(50, 49.5),
  c: week(20, 19),
  d: week(10, 5),
});
const context = contextWith(fallen);
const asked = { statistic: "ranking", group: "g", over: "1 week" };

describe("ranking", () => {
  it("finds the best, the second best and the worst, each under its own name", () => {
    // −8, −1, −5 and −50 percent.
    expect(one(asked, context)).toMatchObject({ series: "g.b.close", state: "down" });
    expect(one(asked, context).value).toBeCloseTo(-0.01, 12);
    expect(one({ ...asked, place: 2 }, context)).toMatchObject({ series: "g.c.close" });
    expect(one({ ...asked, place: -1 }, context)).toMatchObject({
      series: "g.d.close",
      value: -0.5,
    });
    expect(one(asked, context, "members").value).toBe(4);
  });

  it("says of the best of a falling group that it fell", () => {
    expect(one(asked, context).state).toBe("down");
    const still = groupOf(DAYS, { a: week(1000, 1000.2), b: week(10, 9), c: week(10, 8) });
    expect(one(asked, contextWith(still)).state).toBe("unchanged");
  });

  it("is the change of the member itself, with its ends and its rows", () => {
    const change = { statistic: "change", series: "g.c.close", over: "1 week" };
    const { state: _, ...own } = one(change, context);
    expect(one({ ...asked, place: 2 }, context)).toMatchObject(own);
    expect(one({ ...asked, place: 2 }, context, "from").value).toBe(20);
    expect(one({ ...asked, place: 2 }, context, "to").value).toBe(19);
  });

  it("proves its place from the rows of all", () => {
    const rank = one({ ...asked, place: 3 }, context, "rank");
    expect(rank).toMatchObject({ value: 3, series: "g.a.close" });
    expect(rank.cites).toHaveLength(8);
  });

  it("names whose figure prints the same", () => {
    // 2.04 and 1.96 percent are both 2.0.
    const close = groupOf(DAYS, { a: week(100, 102.04), b: week(100, 101.96), c: week(10, 9) });
    expect(one(asked, contextWith(close), "tie")).toMatchObject({ series: "g.b.close" });
    expect(one({ ...asked, place: 2 }, contextWith(close), "tie").series).toBe("g.a.close");
    expect(run(asked, context)).not.toHaveProperty("tie");
  });

  it("gives the rows of an ordered table", () => {
    const rows = [1, 2, 3, 4].map((place) => one({ ...asked, place }, context));
    expect(rows.map((each) => each.series)).toEqual(
      ["b", "c", "a", "d"].map((each) => `g.${each}.close`),
    );
    expect(new Set(rows.map((each) => each.window.from))).toEqual(new Set(["2025-05-16"]));
    expect(one(asked, context, "day").value).toBe(0);
  });

  it("refuses to rank without a time", () => {
    expect(() => one({ statistic: "ranking", group: "g" }, context)).toThrow("say over what time");
    expect(() => one({ ...asked, place: 0 }, context)).toThrow("the best is 1");
    expect(() => one({ ...asked, place: 5 }, context)).toThrow("there are only 4 members");
  });

  it("orders by share of the size, where it needs no time", () => {
    const sized = groupOf(
      DAYS,
      {
        a: { ...week(1, 1), weight: 500 },
        b: { ...week(1, 1), weight: 300 },
        c: { ...week(1, 1), weight: 200 },
      },
      { list: true },
    );
    const by = { statistic: "ranking", group: "g", by: "weight" };
    expect(one(by, contextWith(sized))).toMatchObject({ value: 0.5, series: "g.a.close" });
    expect(one(by, contextWith(sized)).state).toBeUndefined();
    expect(one({ ...by, place: -1 }, contextWith(sized)).value).toBe(0.2);
    expect(one(by, contextWith(sized)).cites[1]).toEqual({
      series: "g.b.weight",
      file: "list.csv",
      line: 3,
      day: "2025-05-23",
      value: 300,
    });
  });

  it("orders by growth in volume", () => {
    const busy = (last: number): MemberMade => ({
      closes: DAYS.map(() => 10),
      volumes: [100, 100, 100, 100, 100, last, last, last, last, last],
    });
    const traded = groupOf(DAYS, { a: busy(150), b: busy(80), c: busy(200) });
    const by = { ...asked, by: "volume" };
    expect(one(by, contextWith(traded))).toMatchObject({
      value: 1,
      series: "g.c.close",
      state: "up",
      digits: 0,
    });
    expect(one({ ...by, place: -1 }, contextWith(traded))).toMatchObject({ state: "down" });
  });
});
