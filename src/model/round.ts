/**
 * The one rounding of the house: half away from zero on the shortest decimal of the number, as a
 * reader rounds by hand. 28.15 is 28.2 and 1.005 is 1.01, where toFixed says 28.1 and 1.00.
 */
export function roundText(value: number, digits: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
  const shift = Math.max(digits, 0);
  const step = 10n ** BigInt(Math.max(-digits, 0));
  const { negative, units, scale } = decimal(value);
  const whole = scaleTo(units, scale, digits) * step;
  const text = whole.toString().padStart(shift + 1, "0");
  const body = shift === 0 ? text : `${text.slice(0, -shift)}.${text.slice(-shift)}`;
  return negative && whole !== 0n ? `-${body}` : body;
}

/** The rounded number itself. Never negative zero. */
export function round(value: number, digits: number): number {
  return Number(roundText(value, digits));
}

interface Decimal {
  readonly negative: boolean;
  readonly units: bigint;
  readonly scale: number;
}

/** The shortest decimal that reads back as the number: units times ten to the minus scale. */
function decimal(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toString().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return {
    negative: value < 0,
    units: BigInt(whole + fraction),
    scale: fraction.length - Number(exponent),
  };
}

/** Units at another scale, rounded half up (the sign is kept apart, so this is away from zero). */
function scaleTo(units: bigint, scale: number, wanted: number): bigint {
  if (scale <= wanted) return units * 10n ** BigInt(wanted - scale);
  const divisor = 10n ** BigInt(scale - wanted);
  return (units + divisor / 2n) / divisor;
}
