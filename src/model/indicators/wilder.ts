/**
 * Relative strength index (Wilder 1978), 0 to 100: the smoothed rises as a share of smoothed rises
 * and falls, each seeded with the plain mean of the first n changes. First at place n. Where nothing
 * has moved at all it is 50.
 */
export function rsi(closes: Float64Array, n: number, out: Float64Array): void {
  const weight = 1 / n;
  let up = 0;
  let down = 0;
  let before = closes[0] ?? Number.NaN;
  for (let place = 0; place < closes.length; place++) {
    const close = closes[place] ?? Number.NaN;
    const change = close - before;
    before = close;
    const rise = change > 0 ? change : 0;
    const fall = change > 0 ? 0 : -change;
    if (place <= n) {
      up += rise * weight;
      down += fall * weight;
    } else {
      up += (rise - up) * weight;
      down += (fall - down) * weight;
    }
    const both = up + down;
    out[place] = place < n ? Number.NaN : both === 0 ? 50 : (100 * up) / both;
  }
}

/**
 * Average true range (Wilder 1978), in the unit of the prices: seeded with the plain mean of the
 * first n true ranges, smoothed from there on. First at place n − 1. The first bar's range is high
 * less low.
 */
export function atr(
  highs: Float64Array,
  lows: Float64Array,
  closes: Float64Array,
  n: number,
  out: Float64Array,
): void {
  let average = 0;
  for (let place = 0; place < closes.length; place++) {
    let high = highs[place] ?? Number.NaN;
    let low = lows[place] ?? Number.NaN;
    if (place > 0) {
      const before = closes[place - 1] ?? Number.NaN;
      if (before > high) high = before;
      if (before < low) low = before;
    }
    if (place < n) average += (high - low) / n;
    else average += (high - low - average) / n;
    out[place] = place < n - 1 ? Number.NaN : average;
  }
}

/** Momentum: the reading less the one n places before, in its unit. First at place n. */
export function momentum(closes: Float64Array, n: number, out: Float64Array): void {
  for (let place = 0; place < closes.length; place++) {
    out[place] = place < n ? Number.NaN : (closes[place] ?? 0) - (closes[place - n] ?? 0);
  }
}
