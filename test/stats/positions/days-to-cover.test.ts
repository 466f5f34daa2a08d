import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Series } from "../../../src/model/index.ts";
import { addSessions, day, nextSession } from "../../../src/model/index.ts";
import { contextOf, one, run, seriesOf, unsaid } from "../support.ts";

const shorts = (...values: readonly (readonly [string, number])[]): Series =>
  seriesOf("si", values, { unit: "shares", every: "half-month", basis: "reported", precision: 0 });

/** The same volume every session from the first day to the last, but for those said otherwise. */
function volume(each: number, more: Readonly<Record<string, number>> = {}): Series {
  const rows: (readonly [string, number])[] = [];
  for (let at = day("2025-04-01"); at <= "2025-05-20"; at = nextSession(at)) {
    rows.push([at, more[at] ?? each]);
  }
  return seriesOf("volume", rows, { unit: "shares", basis: "reported", precision: 0 });
}

const asked = { statistic: "days-to-cover", series: "si", volume: "volume" };
const of = (si: Series, traded: Series) => contextOf([si, traded], "2025-05-23");

describe("days-to-cover", () => {
  it("divides by the mean volume since the settlement before", () => {
    // 1 to 15 May 2025 are eleven sessions: ten of 20 million and one of 42 million, 22 million a day.
    const context = of(
      shorts(["2025-04-30", 90e6], ["2025-05-15", 110e6]),
      volume(20e6, { "2025-05-07": 42e6, "2025-04-30": 900e6 }),
    );
    expect(one(asked, context)).toMatchObject({
      value: 5,
      unit: "days",
      digits: 1,
      day: "2025-05-15",
    });
    expect(one(asked, context, "volume")).toMatchObject({ value: 22e6, named: { sessions: 11 } });
    expect(one(asked, context, "shorts").value).toBe(110e6);
  });

  it("holds it against the report before", () => {
    const three = shorts(["2025-04-15", 50e6], ["2025-04-30", 100e6], ["2025-05-15", 110e6]);
    const context = of(three, volume(20e6));
    expect(one(asked, context, "before").value).toBe(5);
    expect(one(asked, context, "change")).toMatchObject({ value: 0.5, state: "up" });
    const first = of(shorts(["2025-04-30", 90e6], ["2025-05-15", 110e6]), volume(20e6));
    expect(unsaid(asked, first, "change")).toContain("before 2025-04-30 is not known");
  });

  it("takes as many sessions as it is told to", () => {
    const alone = of(
      shorts(["2025-05-15", 110e6]),
      volume(20e6, { "2025-05-15": 24e6, "2025-05-14": 20e6 }),
    );
    expect(one({ ...asked, sessions: 2 }, alone).value).toBe(5);
    expect(() => run(asked, alone)).toThrow("the settlement of si before 2025-05-15 is not known");
  });

  it("is withheld at FINRA's floor and cap, and where a hundred shares a day change hands", () => {
    const both = (si: number) => shorts(["2025-04-30", si], ["2025-05-15", si]);
    expect(unsaid(asked, of(both(5e6), volume(20e6)), "")).toContain("in less than a day");
    expect(unsaid(asked, of(both(20e9), volume(20e6)), "")).toContain("more than 999.99 days");
    // A stock whose short interest ratio was published as 87,364.0 days: 8,736,400 shares over 100 a day.
    const thin = of(both(8_736_400), volume(100));
    expect(unsaid(asked, thin, "")).toContain("100 shares a day are too few");
    expect(unsaid({ ...asked, "least-volume": 1 }, thin, "")).toContain("999.99");
  });

  it("says short interest and volume where their quotient cannot be said", () => {
    const quick = of(shorts(["2025-04-30", 5e6], ["2025-05-15", 5e6]), volume(20e6));
    expect(one(asked, quick, "volume").value).toBe(20e6);
    expect(one(asked, quick, "shorts").value).toBe(5e6);
    expect(unsaid(asked, quick, "")).toContain("in less than a day");
  });

  it("is told of an earlier settlement too", () => {
    const three = shorts(["2025-04-15", 50e6], ["2025-04-30", 100e6], ["2025-05-15", 110e6]);
    const context = of(three, volume(20e6));
    expect(one({ ...asked, on: "2025-04-30" }, context)).toMatchObject({
      value: 5,
      day: "2025-04-30",
      named: { sessions: 10 },
    });
    expect(() => run({ ...asked, on: "2025-06-30" }, context)).toThrow("after the as-of day");
  });

  it("is withheld where the volume of a session is missing", () => {
    const whole = volume(20e6);
    const holed = { ...whole, points: whole.points.filter((each) => each.day !== "2025-05-08") };
    const two = shorts(["2025-04-30", 90e6], ["2025-05-15", 110e6]);
    expect(() => run(asked, of(two, holed))).toThrow("lacks some of the 11 sessions");
  });

  it("doubles with the short interest and halves with the volume", () => {
    const size = fc.integer({ min: 40e6, max: 400e6 });
    fc.assert(
      fc.property(size, (si) => {
        const ask = (held: number, traded: number) =>
          one({ ...asked, sessions: 5 }, of(shorts(["2025-05-15", held]), volume(traded))).value;
        expect(ask(2 * si, 20e6)).toBeCloseTo(2 * ask(si, 20e6), 9);
        expect(ask(si, 10e6)).toBeCloseTo(2 * ask(si, 20e6), 9);
      }),
    );
  });

  it("counts the sessions of the exchange, not of the week", () => {
    // Good Friday 2025 is the 18th of April: from the 15th to the 30th there are ten sessions.
    const context = of(shorts(["2025-04-15", 90e6], ["2025-04-30", 110e6]), volume(20e6));
    expect(one(asked, context).named).toEqual({ sessions: 10 });
    expect(addSessions(day("2025-04-15"), 10)).toBe("2025-04-30");
  });
});
