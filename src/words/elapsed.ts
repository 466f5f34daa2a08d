import { article } from "./plural.ts";
import type { Voice } from "./voice.ts";

type Name = "days" | "weeks" | "months" | "years";

/** Calendar days in a mean month and a mean year. */
const MONTH = 30.4375;
const YEAR = 365.25;

/**
 * A length of time as a person says it, no more precise than is true. Up to 13 days: days. Up to
 * 58: weeks, to within a day or named as under, over or half. Up to two years: months, likewise.
 * From there: years and halves; from ten years on no halves. "Almost" and "just over" lie on the
 * side they name; a round number lies within a day of weeks, about five days of months (a month or a
 * year), fifteen of months above 12 and a month of years.
 */
export function sayElapsed(days: number, voice: Voice): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`no length of time: ${days} days`);
  if (days === 0) return voice.spans.none;
  if (days === 7) return amount(1, "weeks", voice);
  if (days < 14) return amount(days, "days", voice);
  if (days <= 58) return weeks(days, voice);
  return days < 2 * YEAR - 30 ? months(days / MONTH, voice) : years(days / YEAR, voice);
}

/**
 * The adjective of a low or high over so many whole months: "six-month", from twelve months on in
 * whole years, "two-year", which is never longer than the time it stands for.
 */
export function sayReach(months: number, voice: Voice): string {
  const [count, name] = months < 12 ? [months, "months"] : [Math.floor(months / 12), "years"];
  const word = voice.figures.words[count] ?? String(count);
  return `${word}-${voice.figures[name === "months" ? "months" : "years"].text.one}`;
}

function weeks(days: number, voice: Voice): string {
  const count = Math.floor(days / 7);
  const rest = days % 7;
  if (rest <= 1) return amount(count, "weeks", voice);
  if (rest === 2) return `${voice.spans.over} ${amount(count, "weeks", voice)}`;
  if (rest <= 4) return half(count, "weeks", voice);
  const next = amount(count + 1, "weeks", voice);
  return rest === 5 ? `${voice.spans.almost} ${next}` : next;
}

function months(length: number, voice: Voice): string {
  if (length >= 11.85) return overYear(length, voice);
  const count = Math.floor(length);
  const rest = length - count;
  if (rest < 0.15) return amount(count, "months", voice);
  if (rest < 0.35) return `${voice.spans.over} ${amount(count, "months", voice)}`;
  if (rest < 0.7) return half(count, "months", voice);
  const next = amount(count + 1, "months", voice);
  return rest < 0.85 ? `${voice.spans.almost} ${next}` : next;
}

/** From a year to two: the nearest month, a year and a half by its name. */
function overYear(length: number, voice: Voice): string {
  const count = Math.round(length);
  if (count === 12)
    return length < 12.15
      ? amount(1, "years", voice)
      : `${voice.spans.over} ${amount(1, "years", voice)}`;
  if (count === 18) return half(1, "years", voice);
  return amount(count, "months", voice);
}

function years(length: number, voice: Voice): string {
  const count = Math.floor(length);
  const rest = length - count;
  const whole = amount(count, "years", voice);
  const next = amount(count + 1, "years", voice);
  if (rest < 0.08) return whole;
  if (rest >= 0.92) return next;
  if (rest < 0.2) return `${voice.spans.over} ${whole}`;
  if (rest >= 0.7) return `${voice.spans.almost} ${next}`;
  if (count >= 10) return `${voice.spans.more} ${whole}`;
  if (rest < 0.4) return `${voice.spans.more} ${whole}`;
  return rest < 0.6
    ? half(count, "years", voice)
    : `${voice.spans.more} ${half(count, "years", voice)}`;
}

/** "a week", "three days", "14 months". */
function amount(count: number, name: Name, voice: Voice): string {
  const { one, other } = voice.figures[name].text;
  if (count === 1) return `${article(one)} ${one}`;
  return `${voice.figures.words[count] ?? String(count)} ${other}`;
}

/** "two and a half months", "a year and a half". */
function half(count: number, name: Name, voice: Voice): string {
  const { one, other } = voice.figures[name].text;
  if (count === 1) return `${article(one)} ${one} ${voice.spans.half}`;
  return `${voice.figures.words[count] ?? String(count)} ${voice.spans.half} ${other}`;
}
