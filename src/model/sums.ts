/** The sums behind recipes: plain numbers in, a number out. */

/** Compensated (Neumaier) and clamped: a mean never lies outside its own values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("no values to average");
  const found = sum(values) / values.length;
  return Math.min(Math.max(found, Math.min(...values)), Math.max(...values));
}

/** Compensated (Neumaier): the order of the values does not show in the sum. */
export function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Weighted by weights of which none is negative and one at least is not zero. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const whole = sum(weights);
  if (values.length !== weights.length || !(whole > 0)) throw new RangeError("no weights");
  const found = sum(values.map((value, index) => value * (weights[index] ?? 0))) / whole;
  return Math.min(Math.max(found, Math.min(...values)), Math.max(...values));
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >>> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

/** Standard deviation of a sample: divisor n − 1, two passes. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
}

/** Share of the values under one of them, equal ones and itself counted half (mid-rank). */
export function rankIn(value: number, values: readonly number[]): number {
  let rank = 0;
  for (const each of values) {
    if (each < value) rank += 1;
    else if (each === value) rank += 0.5;
  }
  return rank / values.length;
}

/** Least-squares slope of the first list on the second; NaN where the second does not vary. */
export function beta(of: readonly number[], on: readonly number[]): number {
  const one = mean(of);
  const two = mean(on);
  const products = of.map((value, index) => (value - one) * ((on[index] ?? Number.NaN) - two));
  return sum(products) / sum(on.map((value) => (value - two) ** 2));
}

/**
 * The 95 % interval of a share, k of n cases (Wilson, Journal of the American Statistical
 * Association 22, 1927). Never outside 0 to 1, and honest with few cases.
 */
export function wilson(k: number, n: number): { readonly low: number; readonly high: number } {
  const z = 1.959963984540054;
  const share = k / n;
  const middle = share + z ** 2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return {
    low: k === 0 ? 0 : Math.max(0, (middle - half) / scale),
    high: k === n ? 1 : Math.min(1, (middle + half) / scale),
  };
}

/** Share of the values at or under the last one, values equal to it counted half (mid-rank). */
export function percentile(values: readonly number[]): number {
  const last = values.at(-1);
  if (last === undefined) throw new RangeError("no values to rank");
  return rankIn(last, values);
}

/** How many standard deviations (divisor n − 1, two passes) the last value stands from the mean. */
export function standardScore(values: readonly number[]): number {
  const last = values.at(-1);
  if (last === undefined) throw new RangeError("no values to score");
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return (last - middle) / Math.sqrt(squares / (values.length - 1));
}

/** Pearson's correlation of two equally long lists, never past 1 or −1; NaN where one of them does not vary. */
export function correlation(first: readonly number[], second: readonly number[]): number {
  if (first.length !== second.length) throw new RangeError("lists of unequal length");
  const one = mean(first);
  const two = mean(second);
  let product = 0;
  let squareOne = 0;
  let squareTwo = 0;
  first.forEach((value, index) => {
    const a = value - one;
    const b = (second[index] ?? Number.NaN) - two;
    product += a * b;
    squareOne += a * a;
    squareTwo += b * b;
  });
  return Math.max(-1, Math.min(1, product / Math.sqrt(squareOne * squareTwo)));
}
