import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beta,
  correlation,
  deviation,
  mean,
  median,
  percentile,
  rankIn,
  standardScore,
  sum,
  weightedMean,
  wilson,
} from "../../src/model/index.ts";

const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((each) => each / 100);
const values = fc.array(value, { minLength: 1, maxLength: 60 });
const several = fc.array(value, { minLength: 3, maxLength: 60 });

describe("the laws of means", () => {
  it("puts mean and median between the least and the greatest", () => {
    fc.assert(
      fc.property(values, (all) => {
        for (const found of [mean(all), median(all)]) {
          expect(found).toBeGreaterThanOrEqual(Math.min(...all));
          expect(found).toBeLessThanOrEqual(Math.max(...all));
        }
      }),
    );
  });

  it("does not ask in which order the values come", () => {
    fc.assert(
      fc.property(several, (all) => {
        const turned = all.toReversed();
        expect(median(turned)).toBe(median(all));
        expect(mean(turned)).toBeCloseTo(mean(all), 9);
        expect(deviation(turned)).toBeCloseTo(deviation(all), 7);
      }),
    );
  });

  it("adds ten thousand cents to the cent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -99_999, max: 99_999 }), { maxLength: 500 }),
        (all) => {
          const exact = all.reduce((total, each) => total + each, 0);
          expect(Math.round(sum(all.map((each) => each / 100)) * 100)).toBe(exact);
        },
      ),
    );
  });

  it("weights: equal weights make the plain mean, one weight alone its own value", () => {
    fc.assert(
      fc.property(values, fc.nat(), (all, pick) => {
        const same = all.map(() => 3);
        expect(weightedMean(all, same)).toBeCloseTo(mean(all), 9);
        const at = pick % all.length;
        const alone = all.map((_, index) => (index === at ? 1 : 0));
        expect(weightedMean(all, alone)).toBe(all[at]);
      }),
    );
  });
});

describe("the laws of spread", () => {
  it("is never negative, and zero only where all values are equal", () => {
    fc.assert(
      fc.property(several, (all) => {
        const found = deviation(all);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found === 0).toBe(all.every((each) => each === all[0]));
      }),
    );
  });

  it("stays the same where all values are shifted, and grows with their scale", () => {
    fc.assert(
      fc.property(several, (all) => {
        expect(deviation(all.map((each) => each + 1000))).toBeCloseTo(deviation(all), 6);
        expect(deviation(all.map((each) => each * 10))).toBeCloseTo(10 * deviation(all), 5);
      }),
    );
  });

  it("scores the mean itself nought, and one deviation above it one", () => {
    // 2, 4, 4, 4, 5, 5, 7, 9 has the mean 5 and a sum of squares of 32; 32 / 7 = 4.5714…
    const known = [2, 4, 4, 4, 5, 7, 9, 5];
    expect(deviation(known)).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(standardScore(known)).toBe(0);
  });
});

describe("the laws of ranks", () => {
  it("lies inside 0 and 1, and rises with the value", () => {
    fc.assert(
      fc.property(several, (all) => {
        const sorted = all.toSorted((a, b) => a - b);
        const ranks = sorted.map((each) => rankIn(each, sorted));
        for (const each of ranks) expect(each > 0 && each < 1).toBe(true);
        expect(ranks.toSorted((a, b) => a - b)).toEqual(ranks);
      }),
    );
  });

  it("means one half over all values together", () => {
    fc.assert(
      fc.property(several, (all) => {
        expect(mean(all.map((each) => rankIn(each, all)))).toBeCloseTo(0.5, 10);
      }),
    );
  });

  it("ranks the last value as the percentile does", () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(percentile(all)).toBe(rankIn(all.at(-1) ?? 0, all));
      }),
    );
  });
});

describe("the laws of going together", () => {
  const pairs = fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 60 });

  it("lies between −1 and 1, the same both ways round", () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const one = all.map(([each]) => each);
        const two = all.map(([, each]) => each);
        const found = correlation(one, two);
        if (Number.isNaN(found)) return;
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(correlation(two, one)).toBeCloseTo(found, 10);
      }),
    );
  });

  it("has a slope of two against half of itself", () => {
    fc.assert(
      fc.property(several, (all) => {
        fc.pre(new Set(all).size > 1);
        expect(
          beta(
            all,
            all.map((each) => each / 2),
          ),
        ).toBeCloseTo(2, 6);
      }),
    );
  });
});

describe("the interval of a share", () => {
  const cases = fc
    .integer({ min: 1, max: 2000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it("holds the share itself and stays inside 0 and 1", () => {
    fc.assert(
      fc.property(cases, ([k, n]) => {
        const { low, high } = wilson(k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low <= k / n && k / n <= high).toBe(true);
      }),
    );
  });

  it("is the mirror of the interval of those that did not", () => {
    fc.assert(
      fc.property(cases, ([k, n]) => {
        expect(wilson(n - k, n).low).toBeCloseTo(1 - wilson(k, n).high, 12);
      }),
    );
  });

  it("narrows as the cases grow", () => {
    fc.assert(
      fc.property(cases, ([k, n]) => {
        const width = ({ low, high }: { low: number; high: number }): number => high - low;
        expect(width(wilson(k * 4, n * 4))).toBeLessThan(width(wilson(k, n)));
      }),
    );
  });

  // Published odds with the intervals worked out for them: 26/37 = 70 % [54, 83] and so on.
  it.each([
    [26, 37, 54, 83],
    [66, 106, 53, 71],
    [28, 53, 40, 66],
    [32, 66, 37, 60],
    [9, 14, 39, 84],
    [2, 7, 8, 64],
  ])("of %i in %i cases runs from %i to %i percent", (k, n, from, to) => {
    const { low, high } = wilson(k, n);
    expect([Math.round(low * 100), Math.round(high * 100)]).toEqual([from, to]);
  });
});
