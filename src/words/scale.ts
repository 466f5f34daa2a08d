import type { Unit } from "../model/index.ts";
import { decimalValue } from "./decimal.ts";
import type { ValueForm } from "./value.ts";
import type { Voice } from "./voice.ts";

/** In which unit a figure is printed, and with how many decimals of it. */
export interface Scale {
  /** Power of ten from plain units to the printed one: 2 for percent, -6 for millions. */
  readonly power: number;
  readonly digits: number;
  readonly name: "thousand" | "million" | "billion" | "trillion" | null;
}

/** Positions in futures are told in thousands where room is short, as traders write them: "85.9k". */
const THOUSAND = { name: "thousand", power: -3 } as const;

const STEPS = [
  { name: null, power: 0 },
  { name: "million", power: -6 },
  { name: "billion", power: -9 },
  { name: "trillion", power: -12 },
] as const;

/** The unit in which the decimals that the inputs allow are counted: billions of money, millions of shares. */
const COUNTED_IN: Partial<Record<Unit, number>> = { money: -9, shares: -6, contracts: 0 };

/**
 * Sums of money, shares and contracts are printed in the largest of ones, millions, billions and
 * trillions that they fill; the size as rounded decides, so that 999.96 million is "1.0 billion".
 * One that the inputs know no whole number of stays larger: "$0.6 billion", not "$600 million".
 */
export function scaleOf(
  value: number,
  unit: Unit,
  allowed: number,
  form: ValueForm,
  voice: Voice,
): Scale {
  const counted = COUNTED_IN[unit];
  if (counted === undefined) {
    const power = unit === "ratio" || unit === "percentile" ? 2 : 0;
    const wanted = form.digits ?? usual(value, unit, voice);
    return { power, digits: Math.min(wanted, allowed), name: null };
  }
  const steps = unit === "contracts" && form.style === "compact" ? [STEPS[0], THOUSAND] : STEPS;
  const scales = steps.flatMap((step) => {
    const most = allowed + counted - step.power;
    if (step.power > counted && most < 0) return [];
    const digits = Math.min(Math.max(most, 0), wantedAt(step.name, value, unit, form, voice));
    return [{ ...step, digits }];
  });
  return fitting(value, scales);
}

/**
 * Small indices, such as volatility, are told as finely as scores where the inputs allow it, and
 * scores under ten, such as a put-call ratio, with a decimal more.
 */
function usual(value: number, unit: Unit, { figures: { decimals } }: Voice): number {
  if (unit === "score" && Math.abs(value) < 10) return decimals.score + 1;
  return unit === "index" && Math.abs(value) < 100 ? decimals.score : decimals[unit];
}

/** The largest scale that the size fills, or the next one where it rounds up to a thousand. */
function fitting(value: number, scales: readonly Scale[]): Scale {
  const filled = scales.findLastIndex((each) => Math.abs(value) >= 10 ** -each.power);
  const place = Math.max(filled, 0);
  const found = scales[place];
  if (found === undefined) throw new RangeError("no scale to print a figure in");
  const next = scales[place + 1];
  if (next === undefined) return found;
  const printed = Math.abs(decimalValue(value, found.digits, found.power));
  return printed >= 10 ** -next.power ? next : found;
}

/** Ones are whole, except cents of small sums; a trillion takes decimals of its own. */
function wantedAt(
  name: Scale["name"],
  value: number,
  unit: Unit,
  form: ValueForm,
  voice: Voice,
): number {
  const { decimals } = voice.figures;
  if (name === null) return unit === "money" && Math.abs(value) < 1000 ? decimals.price : 0;
  return form.digits ?? (name === "trillion" ? decimals.trillion : decimals[unit]);
}
