import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { contextOf, months, one, run, seriesOf, unsaid } from "../support.ts";

const monthly = (id: string, values: readonly number[]): Series =>
  seriesOf(id, months("2020-01", values), { every: "month", unit: "score" });
const X = [100, 103, 101, 106, 104, 109, 112, 110, 115, 113];
const Y = [50, 51, 50.5, 52, 52.5, 52, 54, 53.5, 54, 55];
const context = contextOf([monthly("x", X), monthly("y", Y)], "2021-01-01");
const asked = { statistic: "rolling-correlation", series: "x", with: "y", readings: 5 };

describe("rolling-correlation", () => {
  // numpy 1.24: np.corrcoef of the relative changes, five at a time.
  it("is Pearson's over the latest changes", () => {
    const found = one(asked, context);
    expect(found.value).toBeCloseTo(0.01999491812360697, 12);
    expect(found).toMatchObject({ unit: "correlation", state: "positive", day: "2020-10-31" });
    expect(found.window).toEqual({ from: "2020-05-31", to: "2020-10-31" });
    expect(found.named).toEqual({ readings: 5 });
  });

  it("is taken on levels where that is asked for", () => {
    expect(one({ ...asked, of: "levels" }, context).value).toBeCloseTo(0.7360421461680525, 12);
  });

  it("tells its range, and that it is the lowest of all there is", () => {
    expect(one(asked, context, "high").value).toBeCloseTo(0.371629298512679, 12);
    expect(one(asked, context, "high").day).toBe("2020-06-30");
    expect(one(asked, context, "low").day).toBe("2020-10-31");
    expect(one(asked, context, "record")).toMatchObject({ state: "low" });
    expect(unsaid(asked, context, "since")).toBe("no window in the data is as far out");
  });

  it("is the highest since the last window that was as high as printed", () => {
    // On levels the latest is 0.74; before it stand 0.75, 0.71, 0.84, 0.67, 0.88: lowest since the third last.
    const levels = { ...asked, of: "levels", least: 2 };
    expect(one(levels, context, "since")).toMatchObject({ state: "low", day: "2020-08-31" });
    expect(one(levels, context, "since").value).toBeCloseTo(0.7066865096598595, 12);
    expect(unsaid({ ...levels, least: 3 }, context, "since")).toContain("2 windows only");
  });

  it("takes equal ones in print for a tie", () => {
    const wave = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    const tied = contextOf([monthly("x", wave), monthly("y", wave)], "2021-01-01");
    expect(one({ ...asked, least: 1 }, tied, "since").day).toBe("2020-09-30");
  });

  it("holds it against the window before, which shares no change with it", () => {
    expect(unsaid(asked, context, "before")).toBe("there is no window before");
    const short = { ...asked, readings: 5, of: "levels" };
    expect(one(short, context, "before").day).toBe("2020-05-31");
  });

  it("moves the second series ahead", () => {
    // numpy: the correlation of x without its first month and y without its last.
    const ahead = { ...asked, of: "levels", readings: 9, advanced: 1 };
    expect(one(ahead, context).value).toBeCloseTo(0.7797920429525431, 12);
    expect(one(ahead, context).window.from).toBe("2020-01-31");
  });

  it("is withheld over a hole, with too few readings and where nothing varies", () => {
    const rows = months("2020-01", Y).filter((_, place) => place !== 5);
    const holed = seriesOf("y", rows, { every: "month", unit: "score" });
    const gap = contextOf([monthly("x", X), holed], "2021-01-01");
    expect(() => run(asked, gap)).toThrow("share 4 months in a row, fewer than 6");
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
    const below = contextOf(
      [
        monthly("x", X),
        monthly(
          "y",
          Y.map((each) => each - 52),
        ),
      ],
      "2021-01-01",
    );
    expect(() => run(asked, below)).toThrow("values above zero");
  });

  it("changes its sign where a series is turned upside down, and lies between its own extremes", () => {
    const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 12, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const turned = b.map((each) => -each);
        const levels = { ...asked, of: "levels" };
        const ask = (other: readonly number[]) => {
          const both = contextOf([monthly("x", a), monthly("y", other)], "2030-01-01");
          try {
            return run(levels, both);
          } catch {
            return null;
          }
        };
        const [up, down] = [ask(b)?.[""], ask(turned)?.[""]];
        if (up === undefined || "unsaid" in up || down === undefined || "unsaid" in down) return;
        expect(up.value).toBeCloseTo(-down.value, 9);
        const both = contextOf([monthly("x", a), monthly("y", b)], "2030-01-01");
        expect(one(levels, both, "high").value).toBeGreaterThanOrEqual(up.value);
        expect(one(levels, both, "low").value).toBeLessThanOrEqual(up.value);
      }),
    );
  });
});
