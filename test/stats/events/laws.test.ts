import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PriceColumns } from "../../../src/model/index.ts";
import { columnOf, wilson } from "../../../src/model/index.ts";
import { EVENT_NAMES } from "../../../src/stats/events/kinds.ts";
import { baseRate, intervalOf, tally } from "../../../src/stats/events/odds.ts";
import { eventPlaces } from "../../../src/stats/events/scan.ts";

/** Bars from steps in cents: the close goes by the first, high and low lie outside by the others. */
const bars = (least: number): fc.Arbitrary<PriceColumns> =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: -120, max: 125 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
      ),
      { minLength: least, maxLength: least + 150 },
    )
    .map((steps) => {
      const columns = {
        high: new Float64Array(steps.length),
        low: new Float64Array(steps.length),
        close: new Float64Array(steps.length),
      };
      let cents = 100_000;
      steps.forEach(([step, over, under], place) => {
        const before = cents;
        cents += step;
        columns.high[place] = (Math.max(before, cents) + over) / 100;
        columns.low[place] = (Math.min(before, cents) - under) / 100;
        columns.close[place] = cents / 100;
      });
      return columns;
    });

const name = fc.constantFrom(...EVENT_NAMES);

function cut({ high, low, close }: PriceColumns, rows: number): PriceColumns {
  return {
    high: high.subarray(0, rows),
    low: low.subarray(0, rows),
    close: close.subarray(0, rows),
  };
}

function scaled({ high, low, close }: PriceColumns, by: number): PriceColumns {
  const times = (column: Float64Array): Float64Array => column.map((value) => value * by);
  return { high: times(high), low: times(low), close: times(close) };
}

describe("the laws of indicators", () => {
  it.each(["RSI", "stochastic %K", "stochastic %D", "Aroon up", "Aroon down"] as const)(
    "keep %s between 0 and 100",
    (indicator) => {
      fc.assert(
        fc.property(bars(40), (made) => {
          for (const value of columnOf(indicator, made)) {
            expect(Number.isNaN(value) || (value >= 0 && value <= 100)).toBe(true);
          }
        }),
      );
    },
  );

  it("keep the true range no smaller than nothing, and the lower band under the upper", () => {
    fc.assert(
      fc.property(bars(40), (made) => {
        const range = columnOf("ATR", made);
        const lower = columnOf("lower Bollinger band", made);
        const upper = columnOf("upper Bollinger band", made);
        for (let place = 20; place < range.length; place++) {
          expect(range[place]).toBeGreaterThanOrEqual(0);
          expect(lower[place]).toBeLessThanOrEqual(upper[place] ?? 0);
        }
      }),
    );
  });

  it("make of the RSI of mirrored prices what is left to 100", () => {
    fc.assert(
      fc.property(bars(40), ({ close }) => {
        const flat = (values: Float64Array) => ({ high: values, low: values, close: values });
        const here = columnOf("RSI", flat(close));
        const there = columnOf("RSI", flat(close.map((value) => 5000 - value)));
        for (let place = 14; place < here.length; place++) {
          expect((here[place] ?? 0) + (there[place] ?? 0)).toBeCloseTo(100, 6);
        }
      }),
    );
  });

  it("leave every reading as it was when later bars are added", () => {
    fc.assert(
      fc.property(bars(60), fc.integer({ min: 30, max: 59 }), (made, rows) => {
        for (const indicator of ["RSI", "MACD histogram", "stochastic %D", "Aroon up"] as const) {
          const all = columnOf(indicator, made).subarray(0, rows);
          expect(columnOf(indicator, cut(made, rows))).toEqual(all.slice());
        }
      }),
    );
  });
});

describe("the laws of events", () => {
  it("change no event when later bars are added", () => {
    fc.assert(
      fc.property(bars(300), name, fc.integer({ min: 255, max: 300 }), (made, of, rows) => {
        const before = eventPlaces(of, cut(made, rows), 3);
        expect(eventPlaces(of, made, 3).filter((place) => place < rows)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it("change no event when prices are told in another unit", () => {
    fc.assert(
      fc.property(bars(300), name, fc.constantFrom(0.01, 0.5, 2, 10, 1000), (made, of, by) => {
        expect(eventPlaces(of, scaled(made, by), 3)).toEqual(eventPlaces(of, made, 3));
      }),
      { numRuns: 60 },
    );
  });

  it("let the two ends of a condition take turns", () => {
    fc.assert(
      fc.property(bars(350), (made) => {
        const up = eventPlaces("macd-positive", made, 3);
        const down = eventPlaces("macd-negative", made, 3);
        const both = [...up.map((place) => [place, 1]), ...down.map((place) => [place, -1])];
        const sides = both
          .toSorted(([one = 0], [other = 0]) => one - other)
          .map(([, side]) => side);
        for (let at = 1; at < sides.length; at++) expect(sides[at]).not.toBe(sides[at - 1]);
      }),
      { numRuns: 40 },
    );
  });

  it("mirror an advance into a decline", () => {
    fc.assert(
      fc.property(bars(300), ({ close }) => {
        const flat = (values: Float64Array) => ({ high: values, low: values, close: values });
        const mirrored = flat(close.map((value) => 5000 - value));
        expect(eventPlaces("decline", mirrored, 3)).toEqual(eventPlaces("advance", flat(close), 3));
      }),
      { numRuns: 40 },
    );
  });
});

describe("the laws of odds", () => {
  const closes = fc
    .array(fc.integer({ min: 90, max: 110 }), { minLength: 300, maxLength: 340 })
    .map((values) => Float64Array.from(values));
  const places = fc.uniqueArray(fc.integer({ min: 250, max: 339 }), { minLength: 1 });
  const whole = () => true;

  it("follow 0 to n of n cases, of which 1 to n do not overlap", () => {
    fc.assert(
      fc.property(closes, places, fc.integer({ min: 1, max: 30 }), (close, events, horizon) => {
        const sorted = events.toSorted((one, other) => one - other);
        const rises = tally(close, sorted, horizon, "rise", whole);
        const falls = tally(close, sorted, horizon, "fall", whole);
        const n = rises.cases.length;
        expect(rises.followed).toBeGreaterThanOrEqual(0);
        expect(rises.followed + falls.followed).toBeLessThanOrEqual(n);
        expect(rises.independent).toBeLessThanOrEqual(n);
        expect(rises.independent > 0).toBe(n > 0);
        for (const place of rises.cases) expect(place + horizon).toBeLessThan(close.length);
      }),
    );
  });

  it("hold their own share inside the interval, and never reach past 0 and 1", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 400 })
          .chain((n) =>
            fc.tuple(
              fc.constant(n),
              fc.integer({ min: 0, max: n }),
              fc.integer({ min: 1, max: n }),
            ),
          ),
        ([n, followed, independent]) => {
          const cases = Array.from({ length: n }, (_, place) => place);
          const { low, high } = intervalOf({ cases, followed, independent });
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low - 1e-12).toBeLessThanOrEqual(followed / n);
          expect(high + 1e-12).toBeGreaterThanOrEqual(followed / n);
          const plain = wilson(followed, n);
          expect(high - low + 1e-12).toBeGreaterThanOrEqual(plain.high - plain.low);
        },
      ),
    );
  });

  it("change nothing of what was known when later closes are added", () => {
    fc.assert(
      fc.property(closes, fc.integer({ min: 280, max: 299 }), (close, rows) => {
        const events = [251, 255, 262];
        const before = tally(close.subarray(0, rows), events, 15, "rise", whole);
        const after = tally(close, events, 15, "rise", whole);
        expect(after.cases).toEqual(before.cases);
        expect(after.followed).toBe(before.followed);
      }),
    );
  });

  it("let every day be followed as often as the base rate says", () => {
    fc.assert(
      fc.property(closes, fc.integer({ min: 1, max: 20 }), (close, horizon) => {
        const all = Array.from({ length: close.length - 250 }, (_, place) => 250 + place);
        const { days, followed } = baseRate(close, horizon, "fall", whole);
        const every = tally(close, all, horizon, "fall", whole);
        expect([every.cases.length, every.followed]).toEqual([days, followed]);
      }),
    );
  });
});
