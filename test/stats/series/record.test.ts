import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import type { Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (values: readonly number[], shape: Shape = {}): Series =>
  seriesOf("x", months("2020-01", values), { every: "month", unit: "score", ...shape });
const asked = { statistic: "record", series: "x" };

describe("record", () => {
  it("takes for prior the record that stood, not that of the month before", () => {
    const context = contextOf([monthly([5, 9, 6, 5, 7, 8, 10, 11, 9])], "2021-01-01");
    expect(one(asked, context)).toMatchObject({ value: 11, day: "2020-08-31", state: "below" });
    expect(one(asked, context, "prior")).toMatchObject({ value: 9, day: "2020-02-29" });
    // 11 / 9 − 1 and 9 / 11 − 1; 29 February to 31 August is 184 days, from there to 30 September 30.
    expect(one(asked, context, "margin").value).toBeCloseTo(2 / 9, 12);
    expect(one(asked, context, "distance").value).toBeCloseTo(-2 / 11, 12);
    expect(one(asked, context, "elapsed").value).toBe(184);
    expect(one(asked, context, "age").value).toBe(30);
  });

  it("finds lows the same way", () => {
    const context = contextOf([monthly([9, 5, 6, 7, 8, 4, 6])], "2021-01-01");
    const low = { ...asked, side: "low" };
    expect(one(low, context)).toMatchObject({ value: 4, state: "above" });
    expect(one(low, context, "prior").value).toBe(5);
  });

  it("keeps the first of two equal records", () => {
    const context = contextOf([monthly([5, 9, 6, 9, 7])], "2021-01-01");
    expect(one(asked, context).day).toBe("2020-02-29");
  });

  it("knows when it is being set", () => {
    const context = contextOf([monthly([5, 6, 7])], "2021-01-01");
    expect(one(asked, context).state).toBe("at-record");
    expect(unsaid(asked, context, "prior")).toContain("stood long enough");
  });

  it("wants a series declared complete, and without a hole", () => {
    const part = contextOf([monthly([5, 6, 7], { complete: false })], "2021-01-01");
    expect(() => run(asked, part)).toThrow("not declared complete");
    const rows = [...months("2020-01", [5, 6]), ...months("2020-05", [7])];
    const holed = contextOf([seriesOf("x", rows, { every: "month" })], "2021-01-01");
    expect(() => run(asked, holed)).toThrow("no figures between");
  });

  it("cites a suspect row near the record, so that it is withheld", () => {
    const series = monthly([5, 9.9, 10, 8], { suspect: ["2020-02-29"] });
    const found = one(asked, contextOf([series], "2021-01-01"));
    expect(found.cites.map((each) => each.day)).toContain("2020-02-29");
  });

  it("says nothing while the latest value is on another footing", () => {
    const series = monthly([5, 9, 10, 4], { suspect: ["2020-04-30"] });
    expect(() => run(asked, contextOf([series], "2021-01-01"))).toThrow("is suspect");
  });

  it("tells how far a yield went past its record in basis points", () => {
    const series = monthly([4, 4.2, 4.1, 4, 4.1, 4.15, 4.25], { unit: "yield" });
    const found = one(asked, contextOf([series], "2021-01-01"), "margin");
    expect(found.unit).toBe("basis points");
    expect(found.value).toBeCloseTo(5, 8);
  });

  it("asks for a series or for bars, not for both", () => {
    const context = contextOf([monthly([5])], "2021-01-01");
    expect(() => run({ ...asked, bars: "x" }, context)).toThrow("either a series or bars");
  });
});
