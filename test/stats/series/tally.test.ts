import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addSessions, day } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const START = day("2024-01-02");
const daily = (id: string, values: readonly number[], shape: Shape = {}): Series =>
  seriesOf(
    id,
    values.map((each, at) => [addSessions(START, at), each] as const),
    shape,
  );
const rising = { statistic: "tally", series: "x", of: "rising" };

describe("tally", () => {
  it("finds five rises in six sessions, the latest among them", () => {
    const context = contextOf([daily("x", [9, 5, 6, 7, 6.5, 8, 9, 10])], "2025-01-01");
    const six = { ...rising, in: 6 };
    expect(one(six, context)).toMatchObject({ value: 5, state: "with latest" });
    expect(one(six, context, "readings").value).toBe(6);
    expect(one(six, context, "since")).toMatchObject({ value: 6, day: addSessions(START, 2) });
    // The reading before the first of the six is cited too: its rise starts there.
    expect(one(six, context).cites).toHaveLength(7);
    expect(one(six, context).day).toBe(addSessions(START, 7));
  });

  it("does not count a change of zero as a rise or as a fall", () => {
    const context = contextOf([daily("x", [5, 5, 5, 4])], "2025-01-01");
    expect(one({ ...rising, in: 3 }, context)).toMatchObject({ value: 0, state: "none" });
    const falls = one({ ...rising, of: "falling", in: 3 }, context);
    expect(falls).toMatchObject({ value: 1, state: "with latest" });
    expect(unsaid({ ...rising, in: 3 }, context, "latest")).toContain("none of them");
  });

  it("counts readings at or above a level", () => {
    const context = contextOf([daily("x", [99, 100, 101, 99.9])], "2025-01-01");
    const asked = { statistic: "tally", series: "x", of: "above", threshold: 100, in: 4 };
    expect(one(asked, context)).toMatchObject({
      value: 2,
      state: "without latest",
      named: { threshold: 100 },
    });
    expect(one(asked, context, "latest").value).toBe(101);
  });

  it("counts readings above another series, day by day", () => {
    const context = contextOf(
      [daily("x", [1, 5, 3, 8]), daily("y", [2, 4, 4, 4], { unit: "index" })],
      "2025-01-01",
    );
    const asked = { statistic: "tally", series: "x", of: "above", than: "y", in: 4 };
    expect(one(asked, context)).toMatchObject({ value: 2, state: "with latest" });
    expect(one(asked, context).cites).toHaveLength(8);
    const short = contextOf([daily("x", [1, 5, 3]), daily("y", [2, 4])], "2025-01-01");
    expect(() => run({ ...asked, in: 3 }, short)).toThrow("to hold x against are missing");
  });

  it("tells weeks of a daily series", () => {
    // Thursday, 28 March 2024, ended its week: Good Friday was no session.
    const rows = [
      ["2024-03-15", 10],
      ["2024-03-22", 12],
      ["2024-03-28", 11],
      ["2024-04-05", 13],
      ["2024-04-08", 1],
    ] as const;
    const context = contextOf([seriesOf("x", rows)], "2024-04-08");
    const asked = { ...rising, at: "week-end", in: 3 };
    expect(one(asked, context)).toMatchObject({ value: 2, state: "with latest" });
  });

  it("is withheld across a hole and with too few readings", () => {
    const rows = [...months("2024-01", [1, 2]), ...months("2024-05", [3, 4])];
    const holed = contextOf([seriesOf("x", rows, { every: "month" })], "2025-01-01");
    expect(() => run({ ...rising, in: 3 }, holed)).toThrow("no figures between");
    expect(() => run({ ...rising, in: 4 }, holed)).toThrow("too few to count 4");
  });

  it("wants one thing to be above of, and none to rise", () => {
    const context = contextOf([daily("x", [1, 2, 3])], "2025-01-01");
    expect(() => run({ ...rising, of: "above", in: 2 }, context)).toThrow("threshold");
    expect(() => run({ ...rising, than: "x", in: 2 }, context)).toThrow("threshold");
    const both = { ...rising, of: "above", threshold: 1, than: "x", in: 2 };
    expect(() => run(both, context)).toThrow("threshold");
  });

  it("counts what is above and what is below to all of them", () => {
    const values = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 5 }), (all, count) => {
        const context = contextOf([daily("x", all)], "2025-01-01");
        const asked = { statistic: "tally", series: "x", threshold: 5, in: count };
        const above = one({ ...asked, of: "above" }, context).value;
        const below = one({ ...asked, of: "below" }, context).value;
        expect(above).toBe(all.slice(-count).filter((each) => each >= 5).length);
        expect(above + below).toBe(count);
      }),
    );
  });
});
