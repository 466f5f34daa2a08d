import type { Unit } from "../model/index.ts";
import { decimal } from "./decimal.ts";
import type { ValueForm } from "./value.ts";
import type { Voice } from "./voice.ts";

/** In which unit a figure is printed, and with how many decimals of it. */
export interface Scale {
  /** Power of ten from plain units to the printed one: 2 for percent, -6 for millions. */
  readonly power: number;
  readonly digits: number;
  readonly name: "million" | "billion" | "trillion" | null;
}

const STEPS = [
  { name: "million", power: -6 },
  { name: "billion", power: -9 },
  { name: "trillion", power: -12 },
] as const;

/**
 * Sums of money, shares and contracts are printed in millions, billions or trillions; the size as
 * rounded decides, so that 999.96 million is "1.0 billion".
 */
export function scaleOf(
  value: number,
  unit: Unit,
  allowed: number,
  form: ValueForm,
  voice: Voice,
): Scale {
  const wanted = form.digits ?? voice.figures.decimals[unit];
  if (unit === "ratio" || unit === "percentile") {
    return { power: 2, digits: Math.min(wanted, allowed), name: null };
  }
  const plain: Scale = { power: 0, digits: Math.min(wanted, allowed), name: null };
  if (unit !== "money" && unit !== "shares" && unit !== "contracts") return plain;
  return (
    scaled(value, wanted, allowed) ?? { ...plain, digits: smallDigits(value, unit, plain, voice) }
  );
}

function scaled(value: number, wanted: number, allowed: number): Scale | null {
  const first = firstStep(Math.abs(value));
  if (first === -1) return null;
  const step = STEPS[first] ?? STEPS[2];
  const digits = Math.min(wanted, allowed);
  const next = STEPS[first + 1];
  if (next !== undefined && Math.abs(Number(decimal(value, digits, step.power))) >= 1000) {
    return { power: next.power, digits: Math.min(wanted, allowed + 3), name: next.name };
  }
  return { power: step.power, digits, name: step.name };
}

/** Place of the largest step not above the size, -1 where it is under a million even when rounded to one. */
function firstStep(size: number): number {
  if (size >= 1e12) return 2;
  if (size >= 1e9) return 1;
  return size >= 999_999.5 ? 0 : -1;
}

/** Under a million whole units are printed, cents only where the sum is small. */
function smallDigits(value: number, unit: Unit, plain: Scale, voice: Voice): number {
  const cents = unit === "money" && Math.abs(value) < 1000;
  return Math.min(plain.digits, cents ? voice.figures.decimals.price : 0);
}
