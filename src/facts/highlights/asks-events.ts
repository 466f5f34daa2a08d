import type { EventName } from "../../stats/index.ts";
import type { Ask } from "./ask.ts";
import { ask, bars, happening, PRICES } from "./ask.ts";
import type { Subject } from "./subject.ts";

/**
 * Kinds of events, and what each is worth: crossings of averages come from elsewhere, and so do runs
 * of days. One whose odds are better or worse than any other day's is worth more: see `news.ts`.
 */
const EVENTS: readonly (readonly [EventName, number])[] = [
  ["macd-positive", 0.4],
  ["macd-negative", 0.4],
  ["macd-line-positive", 0.4],
  ["macd-line-negative", 0.4],
  ["rsi-enters-overbought", 0.6],
  ["rsi-leaves-overbought", 0.5],
  ["rsi-enters-oversold", 0.6],
  ["rsi-leaves-oversold", 0.5],
  ["momentum-positive", 0.3],
  ["momentum-negative", 0.3],
  ["averages-cross-up", 0.4],
  ["averages-cross-down", 0.4],
  ["breaks-upper-band", 0.4],
  ["back-below-upper-band", 0.3],
  ["breaks-lower-band", 0.4],
  ["back-above-lower-band", 0.3],
  ["stochastic-enters-overbought", 0.3],
  ["stochastic-leaves-overbought", 0.3],
  ["stochastic-enters-oversold", 0.3],
  ["stochastic-leaves-oversold", 0.3],
  ["aroon-up", 0.4],
  ["aroon-down", 0.4],
];

const happened = (of: EventName) => (about: Subject) => ({ bars: about.bars, of });
const state = (of: string) => (about: Subject) => ({ bars: about.bars, of });
const run = (least: number, states: readonly string[]): Partial<Ask> => ({
  ...happening("indicator state"),
  lead: "run",
  least,
  states,
});

/** What indicators tell: every event, all of them together, and states that have lasted. */
export const eventAsks: readonly Ask[] = [
  ...EVENTS.map(([of, worth]) =>
    ask(of, "event", PRICES, happened(of), "cases", worth, {
      ...happening("indicator"),
      as: "event",
    }),
  ),
  ask("stance", "stance", PRICES, bars, "editions", 0.5, {
    ...happening("stance"),
    states: ["bullish", "bearish"],
    least: 5,
  }),
  ask("rsi-state", "indicator", PRICES, state("rsi"), "editions", 0.6, {
    ...run(3, ["overbought", "oversold"]),
  }),
  ask("bands-state", "indicator", PRICES, state("bollinger"), "editions", 0.5, {
    ...run(3, ["above the bands", "below the bands"]),
  }),
  ask("stochastic-state", "indicator", PRICES, state("stochastic"), "editions", 0.4, {
    ...run(8, ["overbought", "oversold"]),
  }),
  ask("aroon-state", "indicator", PRICES, state("aroon"), "editions", 0.4, {
    ...run(20, ["uptrend", "downtrend"]),
  }),
  ask("momentum-state", "indicator", PRICES, state("momentum"), "editions", 0.35, {
    ...run(20, ["positive", "negative"]),
  }),
  ask("macd-state", "indicator", PRICES, state("macd"), "editions", 0.4, {
    ...run(20, ["positive", "negative"]),
  }),
];
