import type { Unit } from "../model/index.ts";
import { decimal, decimalValue, group } from "./decimal.ts";
import { ordinal } from "./ordinal.ts";
import { plural } from "./plural.ts";
import { scaleOf } from "./scale.ts";
import type { Scale } from "./scale.ts";
import type { Voice } from "./voice.ts";

export interface ValueForm {
  /** Decimals wanted; the inputs' own precision is never exceeded. */
  readonly digits?: number;
  /** "plain" shows a minus, "signed" a plus as well, "absolute" neither. */
  readonly sign?: "absolute" | "signed" | "plain";
  readonly style?: "text" | "compact";
  /** Is the unit said? "28.2 percent" or "28.2". Default true. */
  readonly unit?: boolean;
  /** Whole numbers up to ten in words. Default: counts, spans of time and points in running text. */
  readonly words?: boolean;
}

/**
 * The value as it is printed. `digits` are the decimals the inputs allow: of percent, of billions
 * of money, of millions of shares, else of the unit itself.
 */
export function sayValue(
  value: number,
  unit: Unit,
  digits: number,
  form: ValueForm,
  voice: Voice,
): string {
  const scale = scaleOf(value, unit, digits, form, voice);
  const printed = decimal(clamp(value, unit, scale), scale.digits, scale.power);
  const size = printed.replace("-", "");
  const sign = signOf(printed, form, voice);
  const words = wordsFor(size, sign, unit, form, voice);
  if (words !== null) return words;
  return sign + withUnit(marked(size, unit, voice), size, unit, scale, form, voice);
}

/** The number that the printed figure stands for, in plain units: 0.282 where "28.2 percent" is printed. */
export function printedValue(
  value: number,
  unit: Unit,
  digits: number,
  form: ValueForm,
  voice: Voice,
): number {
  const scale = scaleOf(value, unit, digits, form, voice);
  return decimalValue(clamp(value, unit, scale), scale.digits, scale.power);
}

/** Sign of the printed figure, so that nothing "rose 0.0 percent". */
export function printedSign(
  value: number,
  unit: Unit,
  digits: number,
  form: ValueForm,
  voice: Voice,
): -1 | 0 | 1 {
  const printed = printedValue(value, unit, digits, form, voice);
  if (printed === 0) return 0;
  return printed < 0 ? -1 : 1;
}

/** There is no 0th and no 100th percentile: a value always counts among those it is ranked with. */
function clamp(value: number, unit: Unit, scale: Scale): number {
  if (unit !== "percentile") return value;
  const step = 10 ** -(scale.power + scale.digits);
  return Math.min(Math.max(value, step), 1 - step);
}

function signOf(printed: string, form: ValueForm, voice: Voice): string {
  if (form.sign === "absolute" || Number(printed) === 0) return "";
  if (printed.startsWith("-")) return voice.figures.minus;
  return form.sign === "signed" ? voice.figures.plus : "";
}

function marked(size: string, unit: Unit, voice: Voice): string {
  const { mark, from, levels } = voice.figures.thousands;
  return group(size, mark, unit === "index" || unit === "score" ? levels : from);
}

/** "three points", "a point", "five"; null where the figure stands in digits. */
function wordsFor(
  size: string,
  sign: string,
  unit: Unit,
  form: ValueForm,
  voice: Voice,
): string | null {
  if (form.style === "compact" || sign !== "" || size.includes(".")) return null;
  if (!(form.words ?? COUNTED.has(unit)) || WORDLESS.has(unit)) return null;
  const word = voice.figures.words[Number(size)];
  if (word === undefined) return null;
  if (form.unit === false) return word;
  if (unit === "points" && Number(size) === 1) return `a ${voice.figures.points.text.one}`;
  const name = nameOf(size, unit, "text", voice);
  if (name === "") return word;
  return isSign(name) ? null : `${word} ${name}`;
}

const COUNTED: ReadonlySet<Unit> = new Set([
  "count",
  "points",
  "sessions",
  "days",
  "weeks",
  "months",
]);
/** Levels, sums of money and ranks are never spelled out. */
const WORDLESS: ReadonlySet<Unit> = new Set([
  "index",
  "price",
  "money",
  "shares",
  "contracts",
  "correlation",
  "percentile",
]);

function withUnit(
  text: string,
  size: string,
  unit: Unit,
  scale: Scale,
  form: ValueForm,
  voice: Voice,
): string {
  const style = form.style ?? "text";
  if (unit === "percentile") {
    const rank = scale.digits > 0 ? text : ordinal(Number(size));
    return form.unit === false ? rank : `${rank} ${nameOf(size, unit, style, voice)}`;
  }
  if (form.unit === false) return text;
  const before = unit === "money" || unit === "price" ? voice.figures.currency : "";
  const name =
    scale.name === null ? nameOf(size, unit, style, voice) : voice.figures[scale.name][style].other;
  if (name === "") return before + text;
  return before + text + (tight(unit, style, name) ? "" : " ") + name;
}

/** "28.2%", "106.8m" and "2.3×" stand without a space; "10 sessions" does not. */
function tight(unit: Unit, style: "text" | "compact", name: string): boolean {
  return isSign(name) || (style === "compact" && !COUNTED.has(unit));
}

/** "%", "×": what is no word stands tight, and behind digits only. */
function isSign(name: string): boolean {
  return !/^\p{L}/u.test(name);
}

function nameOf(size: string, unit: Unit, style: "text" | "compact", voice: Voice): string {
  switch (unit) {
    case "ratio":
      return voice.figures.percent[style];
    case "points":
    case "sessions":
    case "days":
    case "weeks":
    case "months":
    case "multiple":
    case "yield":
    case "basis points":
    case "percentile":
      return plural(size, voice.figures[unit][style]);
    case "index":
    case "price":
    case "money":
    case "shares":
    case "contracts":
    case "score":
    case "net percent":
    case "correlation":
    case "count":
      return "";
  }
}
