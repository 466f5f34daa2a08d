import type { Condition } from "./conditions.ts";

/** The textbook's reading of an event. Whether it is any good, the odds say. */
export type Side = "bullish" | "bearish";

/** A kind of event: the day on which a condition begins or ends to hold. */
export interface Kind {
  readonly condition: Condition;
  readonly edge: "begins" | "ends";
  readonly side: Side;
  /** The event that undoes it: once it has come, this one is no longer told. */
  readonly undoneBy: EventName;
  /** Sessions for which the event may be told after its day. */
  readonly fresh: number;
  /** For a reason: "the MACD histogram turned positive"; DAYS stands for their number. */
  readonly told: string;
}

export type EventName = (typeof EVENT_NAMES)[number];

/** Ten sessions for what smooths over a quarter of a year, five for what swings within weeks. */
const SLOW = 10;
const QUICK = 5;

export const EVENT_NAMES = [
  "macd-positive",
  "macd-negative",
  "macd-line-positive",
  "macd-line-negative",
  "rsi-leaves-oversold",
  "rsi-enters-oversold",
  "rsi-leaves-overbought",
  "rsi-enters-overbought",
  "momentum-positive",
  "momentum-negative",
  "price-above-average",
  "price-below-average",
  "averages-cross-up",
  "averages-cross-down",
  "back-above-lower-band",
  "breaks-lower-band",
  "back-below-upper-band",
  "breaks-upper-band",
  "stochastic-leaves-oversold",
  "stochastic-enters-oversold",
  "stochastic-leaves-overbought",
  "stochastic-enters-overbought",
  "aroon-up",
  "aroon-down",
  "advance",
  "decline",
] as const;

export const EVENT_KINDS: Readonly<Record<EventName, Kind>> = {
  ...pair(
    ["macd-positive", "macd-negative"],
    { condition: "histogram positive", fresh: SLOW },
    ["bullish", "bearish"],
    ["the MACD histogram turned positive", "the MACD histogram turned negative"],
  ),
  ...pair(
    ["macd-line-positive", "macd-line-negative"],
    { condition: "MACD positive", fresh: SLOW },
    ["bullish", "bearish"],
    ["the MACD rose above zero", "the MACD fell below zero"],
  ),
  ...pair(
    ["rsi-enters-oversold", "rsi-leaves-oversold"],
    { condition: "RSI oversold", fresh: QUICK },
    ["bullish", "bullish"],
    ["the RSI entered the oversold zone", "the RSI left the oversold zone"],
  ),
  ...pair(
    ["rsi-enters-overbought", "rsi-leaves-overbought"],
    { condition: "RSI overbought", fresh: QUICK },
    ["bearish", "bearish"],
    ["the RSI entered the overbought zone", "the RSI left the overbought zone"],
  ),
  ...pair(
    ["momentum-positive", "momentum-negative"],
    { condition: "momentum positive", fresh: SLOW },
    ["bullish", "bearish"],
    ["momentum rose above zero", "momentum fell below zero"],
  ),
  ...pair(
    ["price-above-average", "price-below-average"],
    { condition: "price above average", fresh: SLOW },
    ["bullish", "bearish"],
    ["the price rose above its 50-day average", "the price fell below its 50-day average"],
  ),
  ...pair(
    ["averages-cross-up", "averages-cross-down"],
    { condition: "averages crossed", fresh: SLOW },
    ["bullish", "bearish"],
    ["the 10-day average rose above the 50-day", "the 10-day average fell below the 50-day"],
  ),
  ...pair(
    ["breaks-lower-band", "back-above-lower-band"],
    { condition: "below lower band", fresh: QUICK },
    ["bullish", "bullish"],
    ["the price broke its lower Bollinger band", "the price came back above its lower band"],
  ),
  ...pair(
    ["breaks-upper-band", "back-below-upper-band"],
    { condition: "above upper band", fresh: QUICK },
    ["bearish", "bearish"],
    ["the price broke its upper Bollinger band", "the price came back below its upper band"],
  ),
  ...pair(
    ["stochastic-enters-oversold", "stochastic-leaves-oversold"],
    { condition: "stochastic oversold", fresh: QUICK },
    ["bullish", "bullish"],
    ["the stochastic entered the oversold zone", "the stochastic left the oversold zone"],
  ),
  ...pair(
    ["stochastic-enters-overbought", "stochastic-leaves-overbought"],
    { condition: "stochastic overbought", fresh: QUICK },
    ["bearish", "bearish"],
    ["the stochastic entered the overbought zone", "the stochastic left the overbought zone"],
  ),
  "aroon-up": {
    condition: "Aroon up",
    edge: "begins",
    side: "bullish",
    undoneBy: "aroon-down",
    fresh: SLOW,
    told: "the Aroon entered an uptrend",
  },
  "aroon-down": {
    condition: "Aroon down",
    edge: "begins",
    side: "bearish",
    undoneBy: "aroon-up",
    fresh: SLOW,
    told: "the Aroon entered a downtrend",
  },
  advance: {
    condition: "rising",
    edge: "begins",
    side: "bullish",
    undoneBy: "decline",
    fresh: QUICK,
    told: "the price rose DAYS sessions in a row",
  },
  decline: {
    condition: "falling",
    edge: "begins",
    side: "bearish",
    undoneBy: "advance",
    fresh: QUICK,
    told: "the price fell DAYS sessions in a row",
  },
};

/** Beginning and end of one condition: each undoes the other. */
function pair<First extends EventName, Second extends EventName>(
  [first, second]: readonly [First, Second],
  shared: Pick<Kind, "condition" | "fresh">,
  [firstSide, secondSide]: readonly [Side, Side],
  [firstTold, secondTold]: readonly [string, string],
): Readonly<Record<First | Second, Kind>> {
  const begins: Kind = {
    ...shared,
    edge: "begins",
    side: firstSide,
    undoneBy: second,
    told: firstTold,
  };
  const ends: Kind = {
    ...shared,
    edge: "ends",
    side: secondSide,
    undoneBy: first,
    told: secondTold,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly the two names
  return { [first]: begins, [second]: ends } as Record<First | Second, Kind>;
}

/** Is it of an indicator that smooths over a quarter of a year? */
export function isSlow({ kind }: { readonly kind: Kind }): boolean {
  return kind.fresh === SLOW;
}

/** What came about, in the words of a reason. */
export function toldOf({ told }: Kind, days: number): string {
  return told.replace("DAYS", String(days));
}

export function isEventName(name: string): name is EventName {
  return EVENT_NAMES.some((each) => each === name);
}
