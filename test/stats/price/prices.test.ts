import { describe, expect, it } from "vitest";
import { pricesOf, sessionOn, trustedPrices } from "../../../src/stats/price/prices.ts";
import { day } from "../../../src/model/index.ts";
import type { Bar } from "./made.ts";
import { flat, madeBars, nth } from "./made.ts";

describe("prices", () => {
  it("takes half the mean true range of the fourteen sessions before as noise", () => {
    // Thirteen ranges of 2; the fourteenth gaps from 100 up to a low of 104 and a high of 108: its
    // true range is 108 − 100 = 8. (13 × 2 + 8) / 14 / 2 = 34 / 28.
    const bars: readonly Bar[] = [...flat(100, 13), [108, 104, 106], [107, 105, 106]];
    const found = pricesOf(madeBars(bars));
    expect(found.last.noise).toBeCloseTo(34 / 28, 12);
    expect(found.sessions[13]?.noise).toBeNaN();
  });

  it("leaves a session out of its own noise", () => {
    const bars: readonly Bar[] = [...flat(100, 14), [150, 50, 100]];
    expect(pricesOf(madeBars(bars)).last.noise).toBe(1);
  });

  it("leaves suspect sessions out of the trusted ones, and their ranges too", () => {
    const bars: readonly Bar[] = [...flat(100, 10), [200, 50, 100], ...flat(100, 10)];
    const trusted = trustedPrices(madeBars(bars, [nth(10)]));
    expect(trusted.sessions).toHaveLength(20);
    expect(trusted.last.noise).toBe(1);
    expect(pricesOf(madeBars(bars, [nth(10)])).sessions).toHaveLength(21);
  });

  it("withholds where the last session is suspect", () => {
    expect(() => trustedPrices(madeBars(flat(100, 20), [nth(19)]))).toThrow(
      "the last session of x, 2020-01-30, is suspect",
    );
  });

  it("withholds prices that are not above zero", () => {
    const bars: readonly Bar[] = [...flat(10, 5), [1, -2, 1]];
    expect(() => pricesOf(madeBars(bars))).toThrow("not all above zero");
  });

  it("withholds a day without a session", () => {
    const found = pricesOf(madeBars(flat(10, 5)));
    expect(() => sessionOn(found, day("2020-01-04"))).toThrow("x did not trade on 2020-01-04");
  });
});
