import type { Citation, Indicator } from "../../model/index.ts";
import { BLOCKS, LENGTHS, RESTS_ON } from "../../model/index.ts";
import type { Condition } from "./conditions.ts";
import { AVERAGES, ZONES } from "./conditions.ts";
import type { Track } from "./track.ts";
import { citesUpTo } from "./track.ts";

/** What a condition is read from: an indicator, or closes alone over so many sessions. */
const READ_FROM: Readonly<Record<Exclude<Condition, "rising" | "falling">, Indicator | number>> = {
  "histogram positive": "MACD histogram",
  "MACD positive": "MACD",
  "RSI oversold": "RSI",
  "RSI overbought": "RSI",
  "momentum positive": LENGTHS.momentum + 1,
  "price above average": AVERAGES.long,
  "averages crossed": AVERAGES.long,
  "below lower band": "Bollinger %b",
  "above upper band": "Bollinger %b",
  "stochastic oversold": "stochastic %D",
  "stochastic overbought": "stochastic %D",
  "Aroon up": "Aroon up",
  "Aroon down": "Aroon down",
};

/** The indicator whose reading shows the condition; null where the price itself does. */
export function indicatorOf(condition: Condition): Indicator | null {
  if (condition === "rising" || condition === "falling") return null;
  const read = READ_FROM[condition];
  return typeof read === "number" ? null : read;
}

/** Is it read from highs and lows, and not from closes alone? */
export function needsRanges(condition: Condition): boolean {
  const indicator = indicatorOf(condition);
  return indicator !== null && BLOCKS[indicator].includes("high");
}

/** Rows of the readings between which an event came about. Closes stand last. */
export function restsOn(
  track: Track,
  condition: Condition,
  place: number,
  days: number,
): readonly Citation[] {
  if (condition === "rising" || condition === "falling") {
    return citesUpTo(track, place, days + 1, CLOSES);
  }
  const read = READ_FROM[condition];
  if (typeof read === "number") return citesUpTo(track, place, read + 1, CLOSES);
  // A trend of Aroon is three days long; every other crossing lies between two readings.
  const readings = read === "Aroon up" || read === "Aroon down" ? ZONES.aroon.sessions : 1;
  const columns = BLOCKS[read].includes("high") ? (["high", "low", "close"] as const) : CLOSES;
  return citesUpTo(track, place, RESTS_ON[read] + readings, columns);
}

const CLOSES = ["close"] as const;
