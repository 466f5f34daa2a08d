import { roundText } from "../model/index.ts";
import type { Unit } from "../model/index.ts";
import { sayValue } from "./value.ts";
import type { Voice } from "./voice.ts";

/**
 * A level as a zone: 2543 is in "the 2540s", 4.23 in "the 4.2s", $172.40 in "the $172s"; with its
 * third, "the low 4.2s". `step` is a power of ten; left out, the one that comes to between 0.3 and 3
 * percent of the level. `digits` are the decimals of the value. A level at or below zero has no zone:
 * null.
 */
export function sayZone(
  value: number,
  unit: Unit,
  digits: number,
  asked: { readonly step?: number | undefined; readonly third?: boolean | undefined },
  voice: Voice,
): string | null {
  if (value <= 0) return null;
  const power = Math.ceil(Math.log10(asked.step ?? value * 0.003) - 1e-9);
  const places = Math.max(digits, -power, 0);
  const units = BigInt(roundText(value, places).replace(".", ""));
  const step = 10n ** BigInt(power + places);
  const start = units - (units % step);
  const level = Number(start) / 10 ** places;
  const form = { digits: Math.max(-power, 0), unit: true };
  const text = sayValue(level, unit, form.digits, form, voice).replace(/[\s%\p{L}]+$/u, "");
  const third = asked.third === true ? thirdOf(Number(units - start) / Number(step)) : "whole";
  return voice.levels.zones[third].replace("{level}", text);
}

function thirdOf(share: number): "low" | "mid" | "high" {
  if (share < 1 / 3) return "low";
  return share < 2 / 3 ? "mid" : "high";
}
