import { describe, expect, it } from "vitest";
import { view } from "../../../src/stats/tools/views.ts";
import { seriesOf } from "../support.ts";

const days = (found: ReturnType<typeof view>): readonly string[] =>
  found.points.map((each) => each.day);

const daily = seriesOf("x", [
  ["2025-04-16", 1],
  ["2025-04-17", 2],
  ["2025-04-21", 3],
  ["2025-04-30", 4],
  ["2025-05-29", 5],
  ["2025-06-03", 6],
]);

describe("views", () => {
  it("keep the last session of each full week", () => {
    // 18 April 2025 was Good Friday; the weeks of 21 April to 3 June lack their Fridays.
    expect(days(view(daily, "week-end"))).toEqual(["2025-04-17"]);
  });

  it("keep the last session of each full month, and fill nothing in", () => {
    // May 2025 ended with the session of the 30th, which is missing here.
    expect(days(view(daily, "month-end"))).toEqual(["2025-04-30"]);
  });

  it("leave a series as it is that is told less often than every week", () => {
    const shorts = seriesOf("si", [["2025-04-15", 1]], { every: "half-month" });
    expect(view(shorts, "week-end")).toMatchObject({ every: "half-month", points: shorts.points });
  });

  it("keep the points themselves, with their lines", () => {
    const [point] = view(daily, "month-end").points;
    expect(point).toBe(daily.points[3]);
  });

  it("take a half-month series apart into middles and ends", () => {
    const shorts = seriesOf(
      "si",
      [
        ["2025-03-14", 1],
        ["2025-03-31", 2],
        ["2025-04-15", 3],
      ],
      { every: "half-month" },
    );
    expect(days(view(shorts, "mid-month"))).toEqual(["2025-03-14", "2025-04-15"]);
    expect(days(view(shorts, "month-end"))).toEqual(["2025-03-31"]);
  });

  it("end a month of weeks with the last week of it", () => {
    const weekly = seriesOf(
      "w",
      [
        ["2025-04-23", 1],
        ["2025-04-30", 2],
        ["2025-05-21", 3],
      ],
      { every: "week" },
    );
    expect(days(view(weekly, "month-end"))).toEqual(["2025-04-30"]);
  });
});
