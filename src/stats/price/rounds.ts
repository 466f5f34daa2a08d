/**
 * Round numbers: multiples of the 1 or 5 times a power of ten that is nearest, as a ratio, to a
 * twentieth of the number itself. Hundreds about 2000, five hundreds about 5500, tens about 200.
 */
export function roundStep(value: number): number {
  const target = value / 20;
  const power = 10 ** Math.floor(Math.log10(target));
  const far = (step: number): number => Math.abs(Math.log(step / target));
  return [power, 5 * power, 10 * power].reduce((best, each) =>
    far(each) < far(best) ? each : best,
  );
}

/** The round numbers from the lower bound to the upper one, ascending. */
export function roundsBetween(low: number, high: number): readonly number[] {
  const found: number[] = [];
  if (low <= 0 || high < low) return found;
  const first = Math.floor(Math.log10(low / 20)) - 1;
  const last = Math.ceil(Math.log10(high / 20)) + 1;
  for (let power = first; power <= last; power++) {
    for (const step of [10 ** power, 5 * 10 ** power]) {
      // A step serves the numbers from about ten to fifty times its size.
      const from = Math.max(Math.ceil(low / step), 8);
      const to = Math.min(Math.floor(high / step), 50);
      for (let count = from; count <= to; count++) {
        const value = tidy(count * step);
        if (Math.abs(roundStep(value) / step - 1) < 1e-9) found.push(value);
      }
    }
  }
  return found.toSorted((a, b) => a - b);
}

/** Without the dust of binary fractions: 0.3, not 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
