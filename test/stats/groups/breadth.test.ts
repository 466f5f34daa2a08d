import { describe, expect, it } from "vitest";
import { reckon } from "../../../src/model/index.ts";
import { one, unsaid } from "../support.ts";
import { contextWith, groupOf, sessionsFrom } from "./made.ts";

// Friday to Friday; 26 May 2025 was Memorial Day.
const WEEK = ["2025-05-16", "2025-05-19", "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-23"];
const flat = (from: number, to: number): readonly number[] => [from, from, from, from, from, to];

// Four rose, four fell, two were unchanged; one more has no row of the Friday before.
const ten = groupOf(WEEK, {
  a: { closes: flat(10, 11) },
  b: { closes: flat(10, 10.01) },
  c: { closes: flat(10, 12) },
  d: { closes: flat(10, 13) },
  e: { closes: flat(10, 9) },
  f: { closes: flat(10, 9.99) },
  g: { closes: flat(10, 5) },
  h: { closes: flat(10, 8) },
  i: { closes: flat(10, 10) },
  j: { closes: flat(25, 25) },
  k: { closes: [null, 10, 10, 10, 10, 30] },
});
const context = contextWith(ten);
const asked = { statistic: "breadth", group: "g", of: "rose", over: "1 week" };

describe("breadth", () => {
  it("counts who rose, who fell and who did neither", () => {
    expect(one(asked, context)).toMatchObject({
      value: 4,
      unit: "count",
      state: "fewer than half",
      series: "g",
      day: "2025-05-23",
      window: { from: "2025-05-16", to: "2025-05-23" },
      named: { weeks: 1 },
    });
    expect(one(asked, context, "members").value).toBe(10);
    expect(one(asked, context, "against").value).toBe(4);
    expect(one(asked, context, "unchanged").value).toBe(2);
    expect(one(asked, context, "share").value).toBe(0.4);
    expect(one(asked, context, "left-out").value).toBe(1);
  });

  it("is found again from the rows it cites, whatever stands in them", () => {
    const { recipe, cites } = one(asked, context);
    expect(cites.slice(0, 2)).toMatchObject([
      { series: "g.a.close", file: "g.csv", line: 2, day: "2025-05-16", value: 10 },
      { series: "g.a.close", file: "g.csv", line: 7, day: "2025-05-23", value: 11 },
    ]);
    const lower = cites.map((each) => ({ ...each, value: each.value === 11 ? 9 : each.value }));
    expect(reckon(recipe, lower)).toBe(3);
  });

  it("takes a week where nothing is said", () => {
    expect(one({ statistic: "breadth", group: "g" }, context)).toEqual(one(asked, context));
  });

  it.each([
    [[11, 11, 11, 11], "all"],
    [[11, 11, 11, 9], "most"],
    [[11, 11, 9, 9], "half"],
    [[11, 9, 9, 9], "few"],
    [[9, 9, 9, 9], "none"],
  ])("says of %j that %s rose", (ends, state) => {
    const made = groupOf(
      WEEK,
      Object.fromEntries(ends.map((end, at) => [`m${at}`, { closes: flat(10, end) }])),
    );
    expect(one(asked, contextWith(made)).state).toBe(state);
  });

  it("leaves out who has a row in doubt between the two days", () => {
    const made = groupOf(WEEK, {
      a: { closes: flat(10, 11), suspect: ["2025-05-20"] },
      b: { closes: flat(10, 11) },
      c: { closes: flat(10, 11) },
      d: { closes: flat(10, 9) },
    });
    expect(one(asked, contextWith(made)).value).toBe(2);
    expect(one(asked, contextWith(made), "left-out").value).toBe(1);
  });

  it("looks at the last day of the half, not at that of one early member", () => {
    const early = groupOf([...WEEK, "2025-05-27"], {
      a: { closes: [...flat(10, 11), 12] },
      b: { closes: flat(10, 11) },
      c: { closes: flat(10, 9) },
    });
    const found = one(asked, contextWith(early));
    expect(found).toMatchObject({ value: 2, day: "2025-05-23" });
  });

  it("says nothing of two, nor of less than half", () => {
    const two = groupOf(WEEK, { a: { closes: flat(10, 11) }, b: { closes: flat(10, 11) } });
    expect(() => one(asked, contextWith(two))).toThrow("too few to speak of a group");
    const most = Object.fromEntries(
      ["a", "b", "c", "d", "e"].map((id) => [id, { closes: [null, 1, 1, 1, 1, 1] }]),
    );
    const gone = groupOf(WEEK, { ...most, x: { closes: flat(1, 2) }, y: { closes: flat(1, 2) } });
    expect(() => one(asked, contextWith(gone))).toThrow(
      "only 2 of the 7 members of The group have sound figures from 2025-05-16 to 2025-05-23",
    );
  });

  it("counts closes above their own average, the last one included in it", () => {
    // Means of the last three: a (1 + 2 + 6) / 3 = 3 < 6; b (3 + 2 + 1) / 3 = 2 > 1; c 2 = 2.
    const made = groupOf(WEEK.slice(0, 4), {
      a: { closes: [9, 1, 2, 6] },
      b: { closes: [9, 3, 2, 1] },
      c: { closes: [9, 2, 2, 2] },
      d: { closes: [9, null, 2, 6] },
    });
    const above = { statistic: "breadth", group: "g", of: "above-average", sessions: 3 };
    const all = contextWith(made);
    expect(one(above, all)).toMatchObject({ value: 1, named: { sessions: 3 } });
    expect(one(above, all, "against").value).toBe(1);
    expect(one(above, all, "unchanged").value).toBe(1);
    expect(one(above, all, "members").value).toBe(3);
    expect(one(above, all, "left-out").value).toBe(1);
    expect(one({ ...above, of: "below-average" }, all).value).toBe(1);
  });

  it("counts new highs, and no equal one", () => {
    const made = groupOf(WEEK.slice(0, 4), {
      a: { closes: [20, 1, 2, 6] },
      b: { closes: [1, 6, 2, 6] },
      c: { closes: [1, 3, 2, 1] },
      d: { closes: [1, 2, 4, 3] },
    });
    const high = { statistic: "breadth", group: "g", of: "new-high", sessions: 3 };
    expect(one(high, contextWith(made)).value).toBe(1);
    expect(one(high, contextWith(made), "against").value).toBe(1);
    expect(one(high, contextWith(made), "unchanged").value).toBe(2);
  });

  it("does not step over a session that the whole group lacks", () => {
    const days = sessionsFrom("2025-05-01", 8).filter((each) => each !== "2025-05-06");
    const closes = [1, 2, 3, 4, 5, 6, 7];
    const made = groupOf(days, { a: { closes }, b: { closes }, c: { closes } });
    const above = { statistic: "breadth", group: "g", of: "above-average", sessions: 7 };
    expect(() => one(above, contextWith(made))).toThrow("has no figures for some of the last 7");
  });

  it("dates its members by their list where that is of another day", () => {
    const made = groupOf(
      WEEK,
      { a: { closes: flat(1, 2) }, b: { closes: flat(1, 2) }, c: { closes: flat(1, 2) } },
      { list: true, membersAsOf: "2026-05-05" },
    );
    expect(one(asked, contextWith(made), "listed")).toMatchObject({ value: 3, day: "2026-05-05" });
    expect(unsaid(asked, context, "listed")).toContain("of the data's own time");
  });

  it("narrows to a sector, and knows what was meant", () => {
    const sector = (name: string, end: number) => ({ closes: flat(10, end), sector: name });
    const made = groupOf(WEEK, {
      a: sector("Energy", 11),
      b: sector("Energy", 9),
      c: sector("Energy", 12),
      d: sector("Health", 8),
    });
    const found = one({ ...asked, sector: "Energy" }, contextWith(made));
    expect(found).toMatchObject({ value: 2, series: "g#Energy" });
    expect(() => one({ ...asked, sector: "Enrgy" }, contextWith(made))).toThrow(
      'there is no sector "Enrgy"',
    );
  });

  it("refuses a span for averages and sessions for moves", () => {
    const of = "above-average";
    expect(() => one({ ...asked, of }, context)).toThrow("give `sessions`");
    expect(() => one({ statistic: "breadth", group: "g", sessions: 5 }, context)).toThrow(
      "give `over`",
    );
  });
});
