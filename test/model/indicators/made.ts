import type { PriceColumns } from "../../../src/model/index.ts";

/** Where a linear congruential generator (the constants of the C standard's example) goes next. */
function next(state: number): number {
  return Number((BigInt(state) * 1103515245n + 12345n) % 2147483648n);
}

/**
 * Bars in whole cents from a walk that is quickly written down in any language: close plus
 * (n mod 301) − 149 cents, the high and the low up to 89 cents outside open and close, n the upper
 * bits of the generator. The expected numbers of the tests were reckoned from the same walk in Python.
 */
export function madeBars(rows: number): PriceColumns {
  let state = 12345;
  const draw = (of: number): number => {
    state = next(state);
    return (state >> 16) % of;
  };
  const high = new Float64Array(rows);
  const low = new Float64Array(rows);
  const close = new Float64Array(rows);
  let cents = 10_000;
  for (let place = 0; place < rows; place++) {
    const open = cents;
    cents = Math.max(2000, cents + draw(301) - 149);
    high[place] = (Math.max(open, cents) + draw(90)) / 100;
    low[place] = (Math.min(open, cents) - draw(90)) / 100;
    close[place] = cents / 100;
  }
  return { high, low, close };
}
