import { describe, expect, it } from "vitest";
import { addSessions, day } from "../../../src/model/index.ts";
import {
  between,
  lastHole,
  lastSessionOfWeek,
  own,
  placeOnOrBefore,
  pointInSlot,
  pointTelling,
  unbroken,
} from "../../../src/stats/tools/find.ts";
import { slotOf } from "../../../src/model/index.ts";
import { months, seriesOf } from "../support.ts";

const rows = [...months("2025-01", [1, 2]), ...months("2025-04", [4, 5])];
const series = seriesOf("x", rows, { every: "month" });

describe("finding points", () => {
  it("finds the point on or before a day", () => {
    expect(placeOnOrBefore(series.points, day("2025-01-30"))).toBe(-1);
    expect(placeOnOrBefore(series.points, day("2025-01-31"))).toBe(0);
    expect(placeOnOrBefore(series.points, day("2025-04-29"))).toBe(1);
    expect(placeOnOrBefore(series.points, day("2030-01-01"))).toBe(3);
  });

  it("finds the points between two days, both included", () => {
    const found = between(series.points, day("2025-02-28"), day("2025-04-30"));
    expect(found.map((each) => each.value)).toEqual([2, 4]);
    expect(between(series.points, day("2025-03-01"), day("2025-03-31"))).toEqual([]);
  });

  it("finds a period's point, and none for a missing period", () => {
    const slot = slotOf(day("2025-02-10"), "month");
    expect(pointInSlot(own(series), slot)?.value).toBe(2);
    expect(pointInSlot(own(series), slot + 1)).toBeNull();
  });

  it("finds the newest hole, and the run of points behind it", () => {
    expect(lastHole(series.points, "month")).toEqual({ after: "2025-02-28", before: "2025-04-30" });
    expect(unbroken(series.points, "month").map((each) => each.value)).toEqual([4, 5]);
    expect(lastHole(series.points.slice(2), "month")).toBeNull();
  });

  it("sees no hole in a weekend, a holiday or the days of September 2001", () => {
    const start = day("2001-09-06");
    const daily = Array.from({ length: 9 }, (_, at) => [addSessions(start, at), at] as const);
    expect(lastHole(seriesOf("y", daily).points, "day")).toBeNull();
  });

  it("tells the state on a Sunday by Friday's close, and not by Thursday's", () => {
    const close = seriesOf("y", [
      ["2025-05-22", 1],
      ["2025-05-23", 2],
    ]);
    expect(pointTelling(own(close), day("2025-05-25"))?.value).toBe(2);
    const short = seriesOf("y", [["2025-05-22", 1]]);
    expect(pointTelling(own(short), day("2025-05-25"))).toBeNull();
  });

  it("ends a week on Thursday where Good Friday is closed", () => {
    expect(lastSessionOfWeek(day("2025-04-15"))).toBe("2025-04-17");
    expect(lastSessionOfWeek(day("2025-05-25"))).toBe("2025-05-23");
  });
});
