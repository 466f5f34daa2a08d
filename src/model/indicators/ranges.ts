import { sma } from "./averages.ts";

/** Place of the highest of the last n readings, at a tie the latest; −1 before place n − 1. */
export function highestPlaces(values: Float64Array, n: number, out: Int32Array): void {
  let best = 0;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    if (value >= (values[best] ?? Number.NaN)) {
      best = place;
    } else if (best <= place - n) {
      best = place - n + 1;
      for (let each = best + 1; each <= place; each++) {
        if ((values[each] ?? Number.NaN) >= (values[best] ?? Number.NaN)) best = each;
      }
    }
    out[place] = place < n - 1 ? -1 : best;
  }
}

/** Place of the lowest of the last n readings, at a tie the latest; −1 before place n − 1. */
export function lowestPlaces(values: Float64Array, n: number, out: Int32Array): void {
  let best = 0;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    if (value <= (values[best] ?? Number.NaN)) {
      best = place;
    } else if (best <= place - n) {
      best = place - n + 1;
      for (let each = best + 1; each <= place; each++) {
        if ((values[each] ?? Number.NaN) <= (values[best] ?? Number.NaN)) best = each;
      }
    }
    out[place] = place < n - 1 ? -1 : best;
  }
}

/** What the stochastic oscillator works with and fills; all columns are of one length. */
export interface StochasticColumns {
  readonly k: Float64Array;
  readonly d: Float64Array;
}

/**
 * Stochastic oscillator (Lane), 0 to 100: %K is the place of the close between the lowest low and the
 * highest high of n sessions, %D the simple average of `smooth` readings of it. In a range of nothing
 * the place is the middle, 50. First at place n − 1, %D at n + smooth − 2.
 */
export function stochastic(
  highs: Float64Array,
  lows: Float64Array,
  closes: Float64Array,
  lengths: { readonly n: number; readonly smooth: number },
  out: StochasticColumns,
): void {
  const { n, smooth } = lengths;
  const { k, d } = out;
  const rows = closes.length;
  const tops = new Int32Array(rows);
  const bottoms = new Int32Array(rows);
  highestPlaces(highs, n, tops);
  lowestPlaces(lows, n, bottoms);
  for (let place = 0; place < rows; place++) {
    const high = highs[tops[place] ?? 0] ?? Number.NaN;
    const low = lows[bottoms[place] ?? 0] ?? Number.NaN;
    const share = high === low ? 0.5 : ((closes[place] ?? 0) - low) / (high - low);
    // A close outside its own bar is a fault of the data; it is not let out of the scale.
    k[place] = place < n - 1 ? Number.NaN : 100 * Math.min(1, Math.max(0, share));
  }
  const whole = k.subarray(Math.min(n - 1, rows));
  sma(whole, smooth, d.subarray(Math.min(n - 1, rows)));
  d.fill(Number.NaN, 0, Math.min(n - 1, rows));
}

/**
 * Aroon (Chande 1995), 0 to 100: how lately, within n sessions, the highest high (up) and the lowest
 * low (down) were made; 100 is today, 0 is n sessions ago, at a tie the later counts. The window has
 * n + 1 sessions. First at place n.
 */
export function aroon(
  highs: Float64Array,
  lows: Float64Array,
  n: number,
  up: Float64Array,
  down: Float64Array,
): void {
  const places = new Int32Array(highs.length);
  highestPlaces(highs, n + 1, places);
  since(places, n, up);
  lowestPlaces(lows, n + 1, places);
  since(places, n, down);
}

function since(places: Int32Array, n: number, out: Float64Array): void {
  for (let place = 0; place < places.length; place++) {
    const best = places[place] ?? -1;
    out[place] = best < 0 ? Number.NaN : (100 * (n - (place - best))) / n;
  }
}

/**
 * Rises in a row up to each place, counted positive, or falls, counted negative; 0 where the reading
 * has not moved. A run can only be told from the second reading on: the first is 0.
 */
export function runs(values: Float64Array, out: Int32Array): void {
  let run = 0;
  for (let place = 0; place < values.length; place++) {
    const change = place === 0 ? 0 : (values[place] ?? 0) - (values[place - 1] ?? 0);
    if (change > 0) run = run > 0 ? run + 1 : 1;
    else if (change < 0) run = run < 0 ? run - 1 : -1;
    else run = 0;
    out[place] = run;
  }
}
