import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { contextOf, months, one, run, seriesOf } from "../support.ts";

const monthly = (id: string, values: readonly number[]): Series =>
  seriesOf(id, months("2020-01", values), { every: "month" });
const X = [100, 103, 101, 106, 104, 109, 112, 110, 115, 113];
const Y = [50, 51, 50.5, 52, 52.5, 52, 54, 53.5, 54, 55];
const asked = { statistic: "beta", series: "x", with: "y", from: "2020-01-31", least: 5 };
const context = contextOf([monthly("x", X), monthly("y", Y)], "2021-01-01");

describe("beta", () => {
  it("is the slope of the changes on the other's changes, with its fit", () => {
    // numpy 1.24: np.polyfit(changes of y, changes of x, 1)[0], np.corrcoef squared.
    expect(one(asked, context).value).toBeCloseTo(0.6287707004391193, 12);
    expect(one(asked, context)).toMatchObject({ unit: "multiple", digits: 2, state: "below" });
    expect(one(asked, context, "fit").value).toBeCloseTo(0.12332100466233273, 12);
    expect(one(asked, context, "count").value).toBe(9);
  });

  it("takes the window asked for, counted in changes", () => {
    const days = ["2025-05-19", "2025-05-20", "2025-05-21", "2025-05-22", "2025-05-23"];
    const daily = (id: string, values: readonly number[]) =>
      seriesOf(
        id,
        days.map((each, place) => [each, values[place] ?? 0] as const),
      );
    const both = contextOf(
      [daily("x", [1, 100, 102, 99, 101]), daily("y", [1, 100, 101, 99.5, 100.5])],
      "2025-05-23",
    );
    const sessions = { statistic: "beta", series: "x", with: "y", over: "3 sessions", least: 3 };
    expect(one(sessions, both, "count").value).toBe(3);
    expect(one(sessions, both).window.from).toBe("2025-05-20");
  });

  it("is withheld with few changes, over a hole, and before the data begin", () => {
    expect(() => run({ ...asked, least: 10 }, context)).toThrow(
      "share 9 changes in the window, fewer than 10",
    );
    expect(() => run({ ...asked, from: "2019-01-31" }, context)).toThrow("do not reach back");
    const rows = months("2020-01", Y).filter((_, place) => place !== 5);
    const holed = contextOf(
      [monthly("x", X), seriesOf("y", rows, { every: "month" })],
      "2021-01-01",
    );
    expect(() => run(asked, holed)).toThrow("lacks months in the window");
    const flat = contextOf(
      [
        monthly("x", X),
        monthly(
          "y",
          Y.map(() => 5),
        ),
      ],
      "2021-01-01",
    );
    expect(() => run(asked, flat)).toThrow("no number follows");
  });

  it("is one with itself, and the same where prices are told in another currency", () => {
    const values = fc.array(fc.integer({ min: 100, max: 900 }), { minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(values, values, fc.integer({ min: 2, max: 50 }), (a, b, times) => {
        if (new Set(a).size < 4) return;
        const ask = (x: readonly number[], y: readonly number[]) =>
          one(asked, contextOf([monthly("x", x), monthly("y", y)], "2030-01-01")).value;
        const size = Math.min(a.length, b.length);
        expect(ask(a, a)).toBeCloseTo(1, 9);
        const [x, y] = [b.slice(0, size), a.slice(0, size)];
        if (new Set(y).size < 4) return;
        expect(
          ask(
            x.map((each) => each * times),
            y,
          ),
        ).toBeCloseTo(ask(x, y), 9);
      }),
    );
  });
});
