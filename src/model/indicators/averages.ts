/**
 * Indicators over columns: plain arrays of readings, ascending by day, one place a session. Each
 * function fills the arrays it is given, place for place, and returns nothing new; a place that has
 * no reading yet is NaN. A missing input (NaN) leaves every recursive indicator NaN from there on:
 * leave such rows out beforehand. Nothing at a place depends on a later place.
 */

/** Bars that must have gone before an indicator is told: by then its beginning no longer shows. */
export const WARM_UP = 250;

/** Simple moving average of n readings, the latest included. First at place n − 1. */
export function sma(values: Float64Array, n: number, out: Float64Array): void {
  let sum = 0;
  let anew = n - 1;
  for (let place = 0; place < values.length; place++) {
    // Added up anew every n places, so that what rounding leaves behind cannot gather.
    if (place === anew) {
      anew += n;
      sum = 0;
      for (let back = place - n + 1; back <= place; back++) sum += values[back] ?? 0;
    } else {
      sum += (values[place] ?? 0) - (place < n ? 0 : (values[place - n] ?? 0));
    }
    out[place] = place < n - 1 ? Number.NaN : sum / n;
  }
}

/** Exponential moving average: weight 2 / (n + 1), seeded with the first reading. */
export function ema(values: Float64Array, n: number, out: Float64Array): void {
  const weight = 2 / (n + 1);
  let average = values[0] ?? Number.NaN;
  for (let place = 0; place < values.length; place++) {
    average += weight * ((values[place] ?? 0) - average);
    out[place] = average;
  }
}

/** Lengths of a MACD: 12, 26 and 9 where nothing else is said. */
export interface MacdLengths {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

export const MACD_LENGTHS: MacdLengths = { fast: 12, slow: 26, signal: 9 };

/** What a MACD fills, in the unit of the prices. */
export interface MacdColumns {
  readonly line: Float64Array;
  readonly signal: Float64Array;
  readonly histogram: Float64Array;
}

/**
 * Moving average convergence divergence (Appel): the fast exponential average less the slow one, an
 * exponential average of that as its signal, and line less signal as histogram.
 */
export function macd(closes: Float64Array, lengths: MacdLengths, out: MacdColumns): void {
  const { line, signal, histogram } = out;
  const fastWeight = 2 / (lengths.fast + 1);
  const slowWeight = 2 / (lengths.slow + 1);
  const signalWeight = 2 / (lengths.signal + 1);
  let fast = closes[0] ?? Number.NaN;
  let slow = fast;
  let average = 0;
  for (let place = 0; place < closes.length; place++) {
    const close = closes[place] ?? 0;
    fast += fastWeight * (close - fast);
    slow += slowWeight * (close - slow);
    const between = fast - slow;
    average += signalWeight * (between - average);
    line[place] = between;
    signal[place] = average;
    histogram[place] = between - average;
  }
}

/**
 * Bollinger bands: the simple average of n closes, and `width` standard deviations (divisor n, two
 * passes) on each side of it. First at place n − 1.
 */
export function bollinger(
  closes: Float64Array,
  n: number,
  width: number,
  lower: Float64Array,
  upper: Float64Array,
): void {
  for (let place = 0; place < closes.length; place++) {
    if (place < n - 1) {
      lower[place] = upper[place] = Number.NaN;
      continue;
    }
    let sum = 0;
    for (let back = place - n + 1; back <= place; back++) sum += closes[back] ?? 0;
    const middle = sum / n;
    let squares = 0;
    for (let back = place - n + 1; back <= place; back++) {
      const off = (closes[back] ?? 0) - middle;
      squares += off * off;
    }
    const half = width * Math.sqrt(squares / n);
    lower[place] = middle - half;
    upper[place] = middle + half;
  }
}
