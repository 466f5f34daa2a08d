import { WARM_UP } from "../../model/index.ts";
import type { Condition } from "./conditions.ts";
import { FAILS, HOLDS } from "./conditions.ts";
import type { Track } from "./track.ts";
import { wholeIn } from "./track.ts";

export const INDICATOR_NAMES = [
  "rsi",
  "macd",
  "stochastic",
  "bollinger",
  "aroon",
  "atr",
  "momentum",
] as const;

export type IndicatorName = (typeof INDICATOR_NAMES)[number];

/** Which condition makes which state; the third word is for the days on which none does. */
interface Zones {
  readonly up: readonly [Condition, string];
  /** Left out: the day on which the first condition fails. */
  readonly down: readonly [Condition | null, string];
  readonly neither: string;
}

const ZONES_OF: Readonly<Record<Exclude<IndicatorName, "atr">, Zones>> = {
  rsi: {
    up: ["RSI overbought", "overbought"],
    down: ["RSI oversold", "oversold"],
    neither: "neutral",
  },
  macd: { up: ["histogram positive", "positive"], down: [null, "negative"], neither: "at zero" },
  stochastic: {
    up: ["stochastic overbought", "overbought"],
    down: ["stochastic oversold", "oversold"],
    neither: "neutral",
  },
  bollinger: {
    up: ["above upper band", "above the bands"],
    down: ["below lower band", "below the bands"],
    neither: "between the bands",
  },
  aroon: { up: ["Aroon up", "uptrend"], down: ["Aroon down", "downtrend"], neither: "no trend" },
  momentum: { up: ["momentum positive", "positive"], down: [null, "negative"], neither: "at zero" },
};

/** The state of the last session, and how far back it reaches. */
export interface State {
  readonly now: string;
  /** Place of the first session in this state; null where it cannot be known. */
  readonly from: number | null;
}

/** Null for an indicator that has no zones. */
export function stateOf(track: Track, name: IndicatorName): State | null {
  if (name === "atr") return null;
  const { up, down, neither } = ZONES_OF[name];
  const above = track.held(up[0], 0);
  const below = down[0] === null ? null : track.held(down[0], 0);
  const at = (place: number): string => {
    if (above[place] === HOLDS) return up[1];
    if (below === null) return above[place] === FAILS ? down[1] : neither;
    return below[place] === HOLDS ? down[1] : neither;
  };
  const last = above.length - 1;
  const now = at(last);
  let from = last;
  while (from > WARM_UP && at(from - 1) === now) from -= 1;
  const known = from > WARM_UP && wholeIn(track)(from - 1, last);
  return { now, from: known ? from : null };
}
