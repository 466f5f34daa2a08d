import { describe, expect, it } from "vitest";
import { addSessions, day } from "../../../src/model/index.ts";
import type { Context } from "../../../src/stats/index.ts";
import type { Request, Shape } from "../support.ts";
import { contextOf, months, one, run, seriesOf } from "../support.ts";

/** A yield told once a day: flat at 4.00, then to 4.40 and back to 4.20, a hundredth or two a day. */
const steps = [
  ...Array.from({ length: 20 }, (_, place) => 4 + (place % 2) / 50),
  ...Array.from({ length: 20 }, (_, place) => 4 + (place + 1) / 50),
  ...Array.from({ length: 20 }, (_, place) => 4.4 - (place + 1) / 100),
].map((each) => Math.round(each * 100) / 100);

function yields(shape: Shape = {}, facts: Facts = {}): Context {
  const rows = steps.map((value, place) => [addSessions(day("2020-01-02"), place), value] as const);
  const series = seriesOf("y", rows, { unit: "yield", basis: "reported", ...shape });
  return contextOf([series], rows.at(-1)?.[0] ?? "", { facts });
}

type Facts = Readonly<Record<string, Request>>;

describe("a daily series asked for as bars", () => {
  it("has its values for highs, lows and closes, on its own basis", () => {
    const high = one({ statistic: "drawdown", bars: "y", least: 0.01 }, yields(), "peak");
    expect(high).toMatchObject({ value: 4.4, unit: "yield", basis: "reported", series: "y" });
    const level = one({ statistic: "level", bars: "y", at: 4.4 }, yields());
    expect(level).toMatchObject({ value: 4.4, unit: "yield", basis: "reported" });
    expect(one({ statistic: "level", bars: "y", at: 4.4 }, yields(), "touches").value).toBe(1);
  });

  it("tells distances of a yield in basis points", () => {
    // 4.20 − 4.40 and 4.20 − 4.30
    const fall = one({ statistic: "drawdown", bars: "y", least: 0.01 }, yields());
    expect(fall.value).toBeCloseTo(-20, 9);
    expect(fall.unit).toBe("basis points");
    const far = one({ statistic: "decisive-close", bars: "y", level: 4.3 }, yields());
    expect(far.value).toBeCloseTo(-10, 9);
    expect(far).toMatchObject({ unit: "basis points", state: "decisively below" });
    expect(far.basis).toBe("reported");
  });

  it("tells the distance of a level on the basis of the series", () => {
    const top = { statistic: "swing-high", bars: "y", on: addSessions(day("2020-01-02"), 39) };
    const near = { statistic: "near-level", bars: "y", of: ["top"], side: "above" };
    const distance = one(near, yields({}, { top }), "distance");
    // 4.40 − 4.20
    expect(distance.value).toBeCloseTo(20, 9);
    expect(distance).toMatchObject({ unit: "basis points", basis: "reported" });
  });

  it("crosses its average", () => {
    // The mean of the last ten, 4.29 to 4.20, is 4.245; a fall from 4.40 by 0.01 a day takes four days to cross it.
    const found = one({ statistic: "average-cross", bars: "y", of: 10 }, yields(), "distance");
    expect(found.value).toBeCloseTo(-4.5, 9);
    expect(found).toMatchObject({ unit: "basis points", state: "below" });
  });

  it.each(["candle", "gap", "reversal"])("has no highs and lows for a %s", (statistic) => {
    expect(() => run({ statistic, bars: "y" }, yields())).toThrow("only daily values of y");
  });

  it("withholds what is not told every day", () => {
    const monthly = contextOf(
      [seriesOf("m", months("2020-01", [1, 2, 3]), { every: "month" })],
      "2020-03-31",
    );
    expect(() => run({ statistic: "level", bars: "m" }, monthly)).toThrow(
      "m is not told every day",
    );
  });

  it("does not hide a name that nothing bears", () => {
    expect(() => run({ statistic: "level", bars: "nothing" }, yields())).toThrow("there is no");
  });
});
