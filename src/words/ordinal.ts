import type { Voice } from "./voice.ts";

const RULES = new Intl.PluralRules("en-US", { type: "ordinal" });
const ENDINGS: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };

/** "second", "11th". */
export function sayOrdinal(value: number, voice: Voice): string {
  return voice.figures.ordinals[value - 1] ?? ordinal(value);
}

/** "2nd", "11th". */
export function ordinal(value: number): string {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`no rank: ${value}`);
  return `${value}${ENDINGS[RULES.select(value)] ?? "th"}`;
}
