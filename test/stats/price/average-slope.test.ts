import { describe, expect, it } from "vitest";
import { addSessions, day } from "../../../src/model/index.ts";
import type { Context } from "../../../src/stats/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, one, run, unsaid } from "../support.ts";

function closes(values: readonly number[], shape: Shape = {}): Context {
  const rows = values.map(
    (value, place) => [addSessions(day("2020-01-02"), place), value] as const,
  );
  return contextOf([series(rows, shape)], rows.at(-1)?.[0] ?? "2020-01-02");
}
import { seriesOf } from "../support.ts";
const series = (rows: readonly (readonly [string, number])[], shape: Shape) =>
  seriesOf("x", rows, shape);

const slope = { statistic: "average-slope", series: "x", of: 2, over: 1 };

describe("average-slope", () => {
  it("is the change of the average, with the average then and now", () => {
    // (100 + 100) / 2 = 100 to (100 + 102) / 2 = 101
    const context = closes([100, 100, 100, 100, 102]);
    expect(one(slope, context).value).toBeCloseTo(0.01, 12);
    expect(one(slope, context)).toMatchObject({ state: "rising", named: { of: 2, over: 1 } });
    expect(one(slope, context, "from")).toMatchObject({ value: 100, day: "2020-01-07" });
    expect(one(slope, context, "to")).toMatchObject({ value: 101, day: "2020-01-08" });
  });

  it("ranks equal sizes as equal, whatever dust their means leave", () => {
    // A yield that climbs by a hundredth each day: every change of its twelve-day mean in two days is 0.02.
    const climb = Array.from({ length: 120 }, (_, place) => Math.round(300 + place) / 100);
    const asked = { ...slope, of: 12, over: 2 };
    expect(one(asked, closes(climb, { unit: "yield" })).rank).toBe(0.5);
  });

  it("counts on how many readings in a row the average rose", () => {
    // Each of the last two is higher than the one two before it; 100 is not.
    const context = closes([100, 100, 100, 100, 102, 101]);
    expect(one(slope, context, "run")).toMatchObject({ value: 2, state: "rising" });
    expect(unsaid(slope, closes([100, 101, 102, 103]), "run")).toContain("start of the data");
    expect(unsaid(slope, closes([100, 100, 100, 100]), "run")).toContain("did not move");
  });

  it("is flat where it prints as zero, as long as little is known of its past", () => {
    expect(one(slope, closes([100, 100, 100, 100.08])).state).toBe("flat");
    expect(one(slope, closes([100, 100, 100, 99.8])).state).toBe("falling");
  });

  it("is flat where it is smaller than four of five of its own changes", () => {
    // Forty changes of one point, then one of 0.3: 0.3 percent of 130, under all of them.
    const steady = Array.from({ length: 42 }, (_, place) => 100 + place);
    const found = one(slope, closes([...steady, 140.6]));
    // (141 + 140.6) / 2 against (140 + 141) / 2
    expect(found.value).toBeCloseTo(140.8 / 140.5 - 1, 12);
    expect(found).toMatchObject({ state: "flat", ranked: 40 });
    expect(found.rank).toBeCloseTo(0.5 / 41, 12);
  });

  it("tells a yield in basis points", () => {
    // (4.00 + 4.00) / 2 to (4.00 + 4.10) / 2: five basis points
    const found = one(slope, closes([4, 4, 4, 4.1], { unit: "yield" }));
    expect(found.value).toBeCloseTo(5, 9);
    expect(found).toMatchObject({ unit: "basis points", state: "rising" });
  });

  it("withholds with too few readings", () => {
    expect(() => run(slope, closes([100, 101]))).toThrow("too few for an average of 3");
  });
});
