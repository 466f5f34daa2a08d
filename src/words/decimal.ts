import { roundText } from "../model/index.ts";

/**
 * The number times a power of ten, rounded as text: decimal(0.2815, 1, 2) is "28.2". The point is
 * moved in the text, never by multiplying, so that 0.2815 and 28.15 round alike. Negative digits
 * round before the point: decimal(640_123, -5, 0) is "600000". Never minus zero.
 */
export function decimal(value: number, digits: number, power: number): string {
  const rounded = roundText(value, digits + power);
  const negative = rounded.startsWith("-");
  const units = BigInt(rounded.replace(/[-.]/g, ""));
  const whole = units / 10n ** BigInt(Math.max(-(digits + power), 0));
  const text = place(whole, digits);
  return negative ? `-${text}` : text;
}

/** The value that decimal() prints, in the unit it was given in. */
export function decimalValue(value: number, digits: number, power: number): number {
  return Number(roundText(value, digits + power));
}

function place(whole: bigint, digits: number): string {
  if (digits <= 0) return (whole * 10n ** BigInt(-digits)).toString();
  const text = whole.toString().padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Thousands marks in the whole part of an unsigned number, from a size on. */
export function group(text: string, mark: string, from: number): string {
  const [whole = "", fraction] = text.split(".");
  if (mark === "" || Number(whole) < from) return text;
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, mark);
  return fraction === undefined ? marked : `${marked}.${fraction}`;
}
