import type { Basis, Finding, Indicator, Unit } from "../../model/index.ts";
import { BLOCKS, RESTS_ON } from "../../model/index.ts";
import type { Draft } from "../tools/finding.ts";
import { finding } from "../tools/finding.ts";
import { digitsOf } from "../tools/precision.ts";
import type { Track } from "./track.ts";
import { citesUpTo, closeOf } from "./track.ts";

/** An indicator's reading on a day, from the rows it rests on and no others. */
export function readingAt(
  track: Track,
  indicator: Indicator,
  place: number,
  more: Pick<Draft, "state" | "named"> = {},
): Finding {
  const sessions = RESTS_ON[indicator];
  return finding({
    series: closeOf(track),
    recipe: { op: "indicator", name: indicator, first: 0, sessions },
    cites: citesUpTo(track, place, sessions, BLOCKS[indicator]),
    ...manner(track, indicator),
    basis: basisOf(indicator),
    ...more,
  });
}

export function basisOf(indicator: Indicator): Basis {
  return BLOCKS[indicator].includes("high") ? "intraday" : "close";
}

/** In which unit a reading is told. What may be under zero is told in points and never as a price. */
function manner(
  track: Track,
  indicator: Indicator,
): { readonly unit: Unit; readonly digits: number } {
  const series = closeOf(track);
  switch (indicator) {
    case "RSI":
    case "stochastic %K":
    case "stochastic %D":
      return { unit: "score", digits: 1 };
    case "Aroon up":
    case "Aroon down":
      return { unit: "score", digits: 0 };
    case "MACD":
    case "MACD signal":
    case "MACD histogram":
      return { unit: "points", digits: 2 };
    case "ATR":
      return series.unit === "price"
        ? { unit: "price", digits: digitsOf(series) }
        : { unit: "points", digits: 1 };
    case "Bollinger %b":
      return { unit: "ratio", digits: 0 };
    case "lower Bollinger band":
    case "upper Bollinger band":
      return { unit: series.unit, digits: digitsOf(series) };
  }
}
