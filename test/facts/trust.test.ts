import { describe, expect, it } from "vitest";
import { staleness, trustIn } from "../../src/facts/index.ts";
import type { Finding, Release } from "../../src/model/index.ts";
import { addDays, day } from "../../src/model/index.ts";
import { contextOf, months, one, seriesOf } from "../stats/support.ts";

const fifteenth: Release = {
  rule: { kind: "session of next month", session: 15 },
  exceptions: new Map(),
};

describe("a suspect row", () => {
  const rows = months("2020-01", [1, 2, 3, 4]);
  const series = seriesOf("x", rows, { every: "month", suspect: ["2020-02-29"] });
  const book = contextOf([series], "2020-05-05");
  const trust = trustIn(book);
  const on = (text: string): Finding => one({ statistic: "last", series: "x", on: text }, book);

  it("takes the word from what cites it, and tells where it stands", () => {
    expect(trust(on("2020-02-29"))).toBe(
      "the row of 2020-02-29 in x.csv:3 is suspect: another source differs",
    );
  });

  it("leaves everything else alone", () => {
    expect(["2020-01-31", "2020-03-31"].map((each) => trust(on(each)))).toEqual([null, null]);
  });

  it("takes the word from a change that starts at it", () => {
    const change = { statistic: "change", series: "x", from: "2020-02-29", to: "2020-04-30" };
    expect(trust(one(change, book))).toContain("2020-02-29");
  });
});

describe("staleness", () => {
  const daily = seriesOf("p", [
    ["2025-05-20", 1],
    ["2025-05-21", 2],
  ]);

  // Thursday 22 May is the first session without a price, Tuesday 27 May the third: Monday is a holiday.
  it.each([
    ["2025-05-21", false],
    ["2025-05-23", false],
    ["2025-05-27", false],
    ["2025-05-28", true],
  ])("forgives three sessions of a daily series: %s", (asOf, stale) => {
    expect(staleness(daily, day(asOf)) !== null).toBe(stale);
  });

  // Figures of May come out on the 15th session of June 2025: the 23rd, after the holiday of the 19th.
  it.each([
    ["2025-06-22", false],
    ["2025-07-03", false],
    ["2025-07-04", true],
  ])("forgives ten days after the day on which a month is due: %s", (asOf, stale) => {
    const debt = seriesOf("debt", months("2025-01", [1, 2, 3, 4]), {
      every: "month",
      release: fifteenth,
    });
    expect(staleness(debt, day(asOf)) !== null).toBe(stale);
  });

  it("tells the newest day and when it was known", () => {
    const weekly = seriesOf("survey", [["2025-01-10", 1]], {
      every: "week",
      release: { rule: { kind: "weekday after", weekday: 5 }, exceptions: new Map() },
    });
    expect(staleness(weekly, day("2025-06-01"))).toBe(
      "survey is stale: nothing has come since 2025-01-10, which was known on 2025-01-17",
    );
  });

  it("says of an empty series that nothing was known", () => {
    expect(staleness(seriesOf("x", []), day("2020-01-01"))).toBe(
      "nothing of x was known by 2020-01-01",
    );
  });

  it("withholds every fact of the series, also those of its past", () => {
    const series = seriesOf("x", months("2020-01", [1, 2, 3]), { every: "month" });
    const late = contextOf([series], addDays(day("2020-04-30"), 11));
    const past = one({ statistic: "last", series: "x", on: "2020-01-31" }, late);
    expect(trustIn(late)(past)).toContain("x is stale");
  });
});
