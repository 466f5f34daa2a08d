import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Series } from "../../src/model/index.ts";
import { addDays, addSessions, day, endOfMonth } from "../../src/model/index.ts";
import { Withholding } from "../../src/stats/index.ts";
import type { Request, Shape } from "./support.ts";
import { contextOf, months, one, seriesOf } from "./support.ts";

/** Values in cents, so that nothing is lost in the making of them. */
const cents = fc.integer({ min: 1000, max: 200_000 }).map((each) => each / 100);
const history = fc.array(cents, { minLength: 8, maxLength: 60 });
const ASOF = "2060-12-31";

function monthly(values: readonly number[], shape: Shape = {}): Series {
  return seriesOf("x", months("2010-01", values), { every: "month", unit: "score", ...shape });
}

function ask(series: Series, request: Record<string, unknown> & Request, part = "") {
  try {
    return one({ ...request, series: "x" }, contextOf([series], ASOF), part);
  } catch (error) {
    if (error instanceof Withholding) return null;
    throw error;
  }
}

const percent = { statistic: "change", over: "period", as: "percent" };

describe("the laws of change", () => {
  it("has the sign of the difference", () => {
    fc.assert(
      fc.property(history, (values) => {
        const found = ask(monthly(values), percent);
        const moved = (values.at(-1) ?? 0) - (values.at(-2) ?? 0);
        if (found !== null) expect(Math.sign(found.value)).toBe(Math.sign(moved));
      }),
    );
  });

  it("stays the same where all values are ten times as large", () => {
    fc.assert(
      fc.property(history, (values) => {
        const small = ask(monthly(values), percent);
        const large = ask(monthly(values.map((each) => each * 10)), percent);
        if (small !== null) expect(large?.value).toBeCloseTo(small.value, 12);
      }),
    );
  });

  it("stays the same where an older row is added", () => {
    fc.assert(
      fc.property(history, cents, (values, older) => {
        const without = ask(monthly(values), { statistic: "change", over: "1 month" });
        const rows = months("2009-12", [older, ...values]);
        const more = seriesOf("x", rows, { every: "month", unit: "score" });
        expect(ask(more, { statistic: "change", over: "1 month" })?.value).toBe(without?.value);
      }),
    );
  });

  it("goes from a value to itself by nothing", () => {
    fc.assert(
      fc.property(history, (values) => {
        const same = [...values, values.at(-1) ?? 1];
        expect(ask(monthly(same), percent)?.value ?? 0).toBe(0);
      }),
    );
  });

  it("compounds over two months to the change over both", () => {
    fc.assert(
      fc.property(history, (values) => {
        const both = ask(monthly(values), { ...percent, over: "2 months" });
        const second = ask(monthly(values), percent);
        const first = ask(monthly(values.slice(0, -1)), percent);
        if (both === null || first === null || second === null) return;
        expect((1 + first.value) * (1 + second.value)).toBeCloseTo(1 + both.value, 10);
      }),
    );
  });

  it("ranks the largest change of all above one half and under one", () => {
    fc.assert(
      fc.property(history, (values) => {
        const calm = values.map((_, index) => 100 + (index % 2));
        const found = ask(monthly([...calm, 200]), percent);
        if (found?.rank !== null && found !== null) {
          expect(found.rank).toBe((found.ranked + 0.5) / (found.ranked + 1));
        }
      }),
    );
  });

  it("is no other a week later, where no holiday lies between", () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 12, maxLength: 12 }), (values) => {
        const weekly = (start: string): Series => {
          const rows = values.map((each, at) => [addSessions(day(start), at), each] as const);
          return seriesOf("x", rows, { unit: "index" });
        };
        const request = { statistic: "change", over: "1 week" };
        const first = ask(weekly("2023-03-06"), request);
        expect(ask(weekly("2023-03-13"), request)?.value).toBe(first?.value);
      }),
    );
  });
});

describe("the laws of the superlative", () => {
  const asked = { statistic: "superlative", side: "high", least: 1 };

  it("names the last earlier day with a value at least as high, and none between", () => {
    fc.assert(
      fc.property(history, (values) => {
        const found = ask(monthly(values), asked);
        const latest = values.at(-1) ?? 0;
        const place = values.slice(0, -1).findLastIndex((each) => each >= latest);
        if (found === null) throw new Error("withheld");
        const from = months("2010-01", values)[place]?.[0] ?? months("2010-01", values)[0]?.[0];
        expect(found.window.from).toBe(from);
        expect(values.slice(place + 1, -1).every((each) => each < latest)).toBe(true);
      }),
    );
  });

  it("counts the readings after that day", () => {
    fc.assert(
      fc.property(history, (values) => {
        const latest = values.at(-1) ?? 0;
        const place = values.slice(0, -1).findLastIndex((each) => each >= latest);
        expect(ask(monthly(values), asked, "periods")?.value).toBe(values.length - 1 - place);
      }),
    );
  });

  it("is a low of the mirrored series where it is a high of this one", () => {
    fc.assert(
      fc.property(history, (values) => {
        const mirrored = values.map((each) => 5000 - each);
        const low = ask(monthly(mirrored), { ...asked, side: "low" }, "periods");
        expect(low?.value).toBe(ask(monthly(values), asked, "periods")?.value);
      }),
    );
  });

  it("says nothing across a missing reading", () => {
    fc.assert(
      fc.property(history, (values) => {
        const rows = months("2010-01", [...values, 9000]);
        const holed = seriesOf("x", rows.toSpliced(4, 1), { every: "month", unit: "score" });
        expect(ask(holed, asked)).toBeNull();
      }),
    );
  });
});

describe("the laws of the record", () => {
  it("is never passed by any value, and passed all before it", () => {
    fc.assert(
      fc.property(history, (values) => {
        const found = ask(monthly(values), { statistic: "record" });
        expect(found?.value).toBe(Math.max(...values));
        expect(found?.day).toBe(
          months("2010-01", values)[values.indexOf(Math.max(...values))]?.[0],
        );
      }),
    );
  });

  it("lies beyond the prior one, which stood for three months at least", () => {
    fc.assert(
      fc.property(history, (values) => {
        const series = monthly(values);
        const prior = seriesPart(series, "prior");
        const found = ask(series, { statistic: "record" });
        if (prior === null || found === null) return;
        expect(prior.value).toBeLessThan(found.value);
        const end = addDays(endOfMonth(addDays(prior.day, 62)), 0);
        const until = series.points.filter((each) => each.day <= end && each.day > prior.day);
        expect(until.slice(0, 2).every((each) => each.value <= prior.value)).toBe(true);
      }),
    );
  });
});

function seriesPart(series: Series, part: string) {
  const context = contextOf([series], ASOF);
  try {
    return one({ statistic: "record", series: "x" }, context, part);
  } catch {
    return null;
  }
}

describe("the laws of the streak", () => {
  it("grows by one with one more rise", () => {
    fc.assert(
      fc.property(history, (values) => {
        const down = [100_000, ...values];
        const latest = down.at(-1) ?? 0;
        const before = ask(monthly(down), { statistic: "streak", of: "rising" });
        const after = ask(monthly([...down, latest + 1]), { statistic: "streak", of: "rising" });
        const length = before?.state === "running" ? before.value : 0;
        expect(after?.value).toBe(length + 1);
      }),
    );
  });

  it("ends with a change of zero", () => {
    fc.assert(
      fc.property(history, (values) => {
        const rising = [100_000, ...values, values.at(-1) ?? 0];
        const found = ask(monthly(rising), { statistic: "streak", of: "rising" });
        expect(found?.state ?? "ended").toBe("ended");
      }),
    );
  });
});

describe("the laws of averages, places and correlations", () => {
  it("keeps the average between the least and the largest value", () => {
    fc.assert(
      fc.property(history, (values) => {
        const found = ask(monthly(values), { statistic: "average", of: 5 });
        const window = values.slice(-5);
        if (found === null) throw new Error("withheld");
        expect(found.value).toBeGreaterThanOrEqual(Math.min(...window));
        expect(found.value).toBeLessThanOrEqual(Math.max(...window));
      }),
    );
  });

  it("gives a value and its mirror image places that add up to one", () => {
    fc.assert(
      fc.property(history, (values) => {
        const asked = { statistic: "place", over: "all", least: 2 };
        const here = ask(monthly(values), asked)?.value ?? Number.NaN;
        const there = ask(monthly(values.map((each) => 5000 - each)), asked)?.value ?? Number.NaN;
        expect(here + there).toBeCloseTo(1, 12);
      }),
    );
  });

  it("keeps a correlation between −1 and 1, whichever series stands first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, cents), { minLength: 8, maxLength: 40 }), (pairs) => {
        const make = (id: string, at: 0 | 1): Series =>
          seriesOf(
            id,
            months(
              "2010-01",
              pairs.map((each) => each[at]),
            ),
            { every: "month" },
          );
        const context = contextOf([make("x", 0), make("y", 1)], ASOF);
        const asked = (series: string, other: string): number | null => {
          try {
            return one({ statistic: "correlation", series, with: other, least: 3 }, context).value;
          } catch (error) {
            if (error instanceof Withholding) return null;
            throw error;
          }
        };
        const found = asked("x", "y");
        if (found === null) return;
        expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-12);
        expect(asked("y", "x")).toBeCloseTo(found, 12);
      }),
    );
  });
});
