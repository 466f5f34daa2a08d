import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addSessions, day } from "../../../src/model/index.ts";
import { Withholding } from "../../../src/stats/index.ts";
import type { Shape } from "../support.ts";
import {
  contextOf,
  hasRealData,
  months,
  one,
  realPath,
  run,
  seriesOf,
  unsaid,
} from "../support.ts";

const START = day("2024-01-02");
const daily = (values: readonly number[], shape: Shape = {}): Series =>
  seriesOf(
    "x",
    values.map((each, at) => [addSessions(START, at), each] as const),
    shape,
  );
/** Levels that start at 1000 and move by these points. */
function moving(steps: readonly number[]): readonly number[] {
  const found = [1000];
  for (const step of steps) found.push((found.at(-1) ?? 0) + step);
  return found;
}
const asked = { statistic: "change-rank", series: "x", as: "points", least: 2 };

describe("change-rank", () => {
  it("finds the last earlier change that is as large, and the ones before", () => {
    const context = contextOf([daily(moving([9, 3, -20, 8, 2, 7, 1, -1, 5]))], "2025-01-01");
    expect(one(asked, context)).toMatchObject({ value: 5, state: "up", named: { sessions: 1 } });
    // Larger rises: 7 on the sixth day, 8 on the fourth, 9 on the first; the fall of 20 is none.
    expect(one(asked, context, "since")).toMatchObject({ value: 7, day: addSessions(START, 6) });
    expect(one(asked, context, "second")).toMatchObject({ value: 8, day: addSessions(START, 4) });
    expect(one(asked, context, "third").value).toBe(9);
    expect(one(asked, context, "rank").value).toBe(4);
    expect(one(asked, context, "periods").value).toBe(3);
    expect(one(asked, context, "rank").cites).toHaveLength(8);
    expect(unsaid(asked, context, "tie")).toBe("there is no tie");
  });

  it("finds falls among falls", () => {
    const context = contextOf([daily(moving([-9, 30, -2, 4, -5]))], "2025-01-01");
    expect(one(asked, context)).toMatchObject({ value: -5, state: "down" });
    expect(one(asked, context, "since").value).toBe(-9);
  });

  it("calls what prints alike a tie", () => {
    const context = contextOf([daily(moving([5.2, 1, 1, 4.9]), { precision: 1 })], "2025-01-01");
    // Points of an index are printed whole: 5.2 and 4.9 are both 5.
    expect(one(asked, context, "tie").value).toBeCloseTo(5.2, 10);
    expect(one(asked, context, "rank").value).toBe(1);
  });

  it("says from when on the data know none as large", () => {
    const context = contextOf([daily(moving([1, 2, 3, 9]))], "2025-01-01");
    expect(unsaid(asked, context, "since")).toBe(`no change since ${START} is as large`);
    expect(one(asked, context, "start").day).toBe(START);
    expect(one(asked, context, "periods").value).toBe(4);
  });

  it("does not call a four-day gain the largest since a day inside of it", () => {
    // Rises of 10, 10, 10, 10 and 2: the four days to yesterday gained 40, those to today 32.
    const steps = [...Array.from({ length: 20 }, () => 1), 10, 10, 10, 10, 2];
    const context = contextOf([daily(moving(steps))], "2025-01-01");
    const four = { ...asked, over: "4 sessions" };
    expect(one(four, context)).toMatchObject({ value: 32, named: { sessions: 4 } });
    expect(unsaid(four, context, "since")).toContain("no change since");
    const twice = [40, ...Array.from({ length: 4 }, () => 0), ...steps];
    const since = one(four, contextOf([daily(moving(twice))], "2025-01-01"), "since");
    // 40 came on the first day: the last four days that hold it end on the fourth.
    expect(since).toMatchObject({ value: 40, day: addSessions(START, 4) });
  });

  it("counts of changes that overlap each other one", () => {
    // The rise of 50 lies in four windows of four days, and is one larger change.
    const steps = [0, 0, 0, 0, 50, 0, 0, 0, 0, 0, 5, 5, 5, 5];
    const context = contextOf([daily(moving(steps))], "2025-01-01");
    expect(one({ ...asked, over: "4 sessions" }, context, "rank").value).toBe(2);
  });

  it("takes full weeks only", () => {
    // Fridays 5, 12, 19 and 26 January 2024; Monday the 29th belongs to a week that has not ended.
    const rows = [
      ["2024-01-05", 100],
      ["2024-01-12", 109],
      ["2024-01-19", 110],
      ["2024-01-26", 115],
      ["2024-01-29", 900],
    ] as const;
    const context = contextOf([seriesOf("x", rows)], "2024-01-29");
    const week = { ...asked, over: "1 week" };
    expect(one(week, context)).toMatchObject({ value: 5, day: "2024-01-26", named: { weeks: 1 } });
    expect(one(week, context, "since")).toMatchObject({ value: 9, day: "2024-01-12" });
    expect(one(week, context, "elapsed").value).toBe(14);
  });

  it("takes full quarters of the calendar", () => {
    const values = [100, 100, 150, 150, 150, 152, 152, 152, 160, 160];
    const series = seriesOf("x", months("2023-10", values), { every: "month" });
    const context = contextOf([series], "2025-01-01");
    // Ends of quarters: December 150, March 152, June 160; July belongs to none yet.
    const quarter = { ...asked, over: "1 quarter", least: 1 };
    expect(one(quarter, context)).toMatchObject({ value: 8, day: "2024-06-30" });
    expect(one(quarter, context, "periods").value).toBe(2);
  });

  it("is withheld where it reaches back too little", () => {
    const calm = Array.from({ length: 80 }, (_, at) => (at % 2 === 0 ? 3 : -3));
    const context = contextOf([daily(moving([...calm, 3]))], "2025-01-01");
    expect(() => run({ statistic: "change-rank", series: "x", as: "points" }, context)).toThrow(
      "reaches back over too few sessions",
    );
  });

  it("lets the second largest stand where the largest was last week", () => {
    const calm = Array.from({ length: 150 }, () => 1);
    const context = contextOf([daily(moving([50, ...calm, 40, 1, 1, 30]))], "2025-01-01");
    const usual = { statistic: "change-rank", series: "x", as: "points" };
    expect(unsaid(usual, context, "since")).toContain("too few periods");
    expect(one(usual, context, "second").value).toBe(50);
  });

  it("says nothing of a change that prints as nothing", () => {
    const context = contextOf([daily(moving([5, 4, 0.2]))], "2025-01-01");
    expect(() => run(asked, context)).toThrow("has hardly moved");
  });

  it("stops at a suspect row, and cites it", () => {
    const values = moving([1, 1, 1, 1, 5]);
    const series = daily(values, { suspect: [addSessions(START, 2)] });
    const found = one(asked, contextOf([series], "2025-01-01"), "since");
    expect(found.cites.map((each) => each.day)).toContain(addSessions(START, 2));
  });

  it("looks back to the newest hole", () => {
    const rows = moving([9, 1, 1, 1, 5]).map((each, at) => [addSessions(START, at), each] as const);
    const context = contextOf([seriesOf("x", rows.toSpliced(2, 1))], "2025-01-01");
    expect(one(asked, context, "start").day).toBe(addSessions(START, 3));
  });

  it.each([
    [{ over: "month to date" }, "has no rank"],
    [{ over: "4 days" }, "write sessions instead of days"],
  ])("refuses %o", (more, text) => {
    const context = contextOf([daily([1, 2])], "2025-01-01");
    expect(() => run({ ...asked, ...more }, context)).toThrow(text);
  });

  it("names a change that none since is as large as, whatever the history", () => {
    const steps = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(steps, (all) => {
        const latest = all.at(-1) ?? 0;
        const place = all
          .slice(0, -1)
          .findLastIndex(
            (each) => Math.sign(each) === Math.sign(latest) && Math.abs(each) >= Math.abs(latest),
          );
        const context = contextOf([daily(moving(all))], "2025-01-01");
        try {
          const periods = one({ ...asked, least: 1 }, context, "periods").value;
          expect(periods).toBe(all.length - 1 - place);
          const larger = all.filter(
            (each) => Math.sign(each) === Math.sign(latest) && Math.abs(each) > Math.abs(latest),
          );
          if (larger.length < 20) {
            expect(one({ ...asked, least: 1 }, context, "rank").value).toBe(larger.length + 1);
          }
        } catch (error) {
          if (!(error instanceof Withholding)) throw error;
          expect(latest === 0 || all.length < 2).toBe(true);
        }
      }),
    );
  });
});

describe.runIf(hasRealData)("change-rank on the S&P 500", () => {
  const rows = hasRealData
    ? gunzipSync(readFileSync(realPath("etf-index-daily/GSPC_1985on.csv.gz"))).toString("utf8")
    : "";
  const closes = rows
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map((row) => [row[0] ?? "", Number(row[4])] as const);
  const index = seriesOf("x", closes);

  it("has 9 April 2025 as the best day since October 2008, and the third best since 1985", () => {
    // As published that day: +9.52 percent, the largest one-day gain since 28 October 2008.
    const context = contextOf([index], "2025-04-09");
    const found = { statistic: "change-rank", series: "x", over: "1 session" };
    expect(one(found, context).value).toBeCloseTo(0.0952, 4);
    expect(one(found, context, "since").day).toBe("2008-10-28");
    expect(one(found, context, "second").day).toBe("2008-10-13");
    expect(one(found, context, "rank").value).toBe(3);
  });

  it("has the week to 11 April 2025 as the best since November 2023", () => {
    // As published: +5.7 percent, the best week since November 2023.
    const context = contextOf([index], "2025-04-11");
    const found = { statistic: "change-rank", series: "x", over: "1 week" };
    expect(one(found, context).value).toBeCloseTo(0.057, 3);
    expect(one(found, context, "since").day.slice(0, 7)).toBe("2023-11");
  });
});
