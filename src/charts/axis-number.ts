import type { Unit } from "../model/index.ts";
import { roundText } from "../model/index.ts";

/** Labels of a value axis. Only the topmost carries the unit: "120m", "90", "60". */
export function axisLabels(ticks: readonly number[], unit: Unit): readonly string[] {
  const most = Math.max(...ticks.map(Math.abs), 0);
  const { divisor, mark } = magnitude(most, unit);
  const scaled = ticks.map((each) => each / divisor);
  const digits = Math.max(0, ...scaled.map(decimals));
  const top = Math.max(...scaled);
  return scaled.map((each) => {
    const body = grouped(roundText(Math.abs(each), digits), unit === "money" ? 3 : 4);
    const sign = each < 0 ? "\u2212" : "";
    return each === top ? `${sign}${before(unit)}${body}${mark}` : `${sign}${body}`;
  });
}

function magnitude(most: number, unit: Unit): { readonly divisor: number; readonly mark: string } {
  if (unit === "ratio") return { divisor: 0.01, mark: "%" };
  if (unit === "net percent" || unit === "yield") return { divisor: 1, mark: "%" };
  if (most >= 2e12) return { divisor: 1e12, mark: "tn" };
  if (most >= 2e9) return { divisor: 1e9, mark: "bn" };
  return most >= 2e6 ? { divisor: 1e6, mark: "m" } : { divisor: 1, mark: "" };
}

function before(unit: Unit): string {
  return unit === "money" || unit === "price" ? "$" : "";
}

/** Fewest decimals that print the tick truly; ticks are round numbers. */
function decimals(value: number): number {
  for (let digits = 0; digits < 6; digits++) {
    if (Math.abs(Number(roundText(value, digits)) - value) <= Math.abs(value) * 1e-9) return digits;
  }
  return 6;
}

/** Levels of four digits stand without a mark, as in the sentences: 2400, but 12,000 and $1,000bn. */
function grouped(text: string, longest: number): string {
  const [whole = "", fraction] = text.split(".");
  const marked = whole.length > longest ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return fraction === undefined ? marked : `${marked}.${fraction}`;
}
