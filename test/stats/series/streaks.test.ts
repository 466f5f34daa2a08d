import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addSessions, day } from "../../../src/model/index.ts";
import { contextOf, months, one, seriesOf, unsaid } from "../support.ts";

const monthly = (values: readonly number[]): Series =>
  seriesOf("x", months("2018-01", values), { every: "month", unit: "score" });
const above = { statistic: "streak", series: "x", of: "above", threshold: 5 };

describe("a streak among others", () => {
  // Five above (February to June 2018), two (August, September), three (November to January 2019).
  const context = contextOf([monthly([1, 9, 9, 9, 9, 9, 1, 9, 9, 1, 9, 9, 9])], "2025-01-01");

  it("is the longest since the last one at least as long ended", () => {
    expect(one(above, context)).toMatchObject({ value: 3, state: "running" });
    expect(one(above, context, "since")).toMatchObject({
      value: 5,
      day: "2018-06-30",
      state: "ended",
    });
    expect(one(above, context, "longest")).toMatchObject({ value: 5, day: "2018-06-30" });
    expect(one(above, context, "rank").value).toBe(2);
    expect(unsaid(above, context, "start")).toBe("an earlier streak is as long");
  });

  it("that ends as the longest of all tells since when", () => {
    const record = contextOf([monthly([1, 9, 9, 1, 9, 9, 9, 9, 1])], "2025-01-01");
    expect(one(above, record)).toMatchObject({ value: 4, state: "ended" });
    expect(one(above, record, "after").value).toBe(1);
    expect(one(above, record, "rank").value).toBe(1);
    expect(unsaid(above, record, "since")).toContain("no earlier streak");
    expect(one(above, record, "longest").value).toBe(2);
    expect(one(above, record, "start").day).toBe("2018-01-31");
  });

  it("is not held against one whose start nobody knows", () => {
    // The data start within a streak: it may have lasted longer than the four seen of it.
    const cut = contextOf([monthly([9, 9, 9, 9, 1, 9, 9, 1, 9, 9, 9])], "2025-01-01");
    expect(unsaid(above, cut, "since")).toContain("no earlier streak");
    expect(one(above, cut, "start").day).toBe("2018-05-31");
    expect(one(above, cut, "rank").value).toBe(1);
  });

  it("looks back to the newest hole", () => {
    const rows = [...months("2018-01", [1, 9, 9, 9, 9, 1]), ...months("2018-08", [1, 9, 9, 9])];
    const holed = contextOf([seriesOf("x", rows, { every: "month", unit: "score" })], "2025-01-01");
    expect(unsaid(above, holed, "since")).toContain("no earlier streak");
    expect(one(above, holed, "start").day).toBe("2018-08-31");
  });

  it("of two is nothing to look back from", () => {
    const short = contextOf([monthly([9, 1, 9, 9])], "2025-01-01");
    expect(unsaid(above, short, "since")).toContain("too short");
    expect(unsaid(above, short, "rank")).toContain("too short");
  });

  it("is not the longest since a few days ago", () => {
    const values = [1, 9, 9, 9, 1, 9, 9, 9];
    const rows = values.map((each, at) => [addSessions(day("2024-01-02"), at), each] as const);
    const daily = contextOf([seriesOf("x", rows)], "2025-01-01");
    expect(unsaid(above, daily, "since")).toContain("one as long ended on 2024-01-05 only");
    expect(one(above, daily, "rank").value).toBe(1);
  });

  it("counts rises, and weeks", () => {
    // Fridays from 5 January 2024 on: a fall, three rises, a fall, two rises and Monday's.
    const values = [10, 9, 10, 11, 12, 11, 12, 13];
    const fridays = values.map((each, at) => [addSessions(day("2024-01-05"), at), each] as const);
    const rising = { statistic: "streak", series: "x", of: "rising" };
    const context = contextOf([seriesOf("x", fridays)], "2025-01-01");
    expect(one(rising, context).value).toBe(2);
    const weeks = values.map((each, at) => {
      const week = ["05", "12", "19", "26"][at % 4] ?? "";
      return [
        `2024-${at < 4 ? "01" : "02"}-${at < 4 ? week : (["02", "09", "16", "23"][at - 4] ?? "")}`,
        each,
      ] as const;
    });
    const weekly = contextOf([seriesOf("x", weeks)], "2025-01-01");
    expect(one({ ...rising, at: "week-end" }, weekly)).toMatchObject({ value: 2 });
  });

  it("stands below another series, day by day", () => {
    const line = (id: string, values: readonly number[]): Series =>
      seriesOf(
        id,
        values.map((each, at) => [addSessions(day("2024-01-02"), at), each] as const),
      );
    const context = contextOf([line("x", [6, 4, 4, 4]), line("y", [5, 5, 5, 5])], "2025-01-01");
    const asked = { statistic: "streak", series: "x", of: "below", than: "y" };
    expect(one(asked, context)).toMatchObject({ value: 3, state: "running" });
    expect(one(asked, context).cites).toHaveLength(6);
  });
});
