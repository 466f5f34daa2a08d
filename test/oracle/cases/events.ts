import type { Group } from "./group.ts";
import { every, WHOLE } from "./group.ts";

const FEW = ["rut", "spy", "vix"];
const BARS = WHOLE ? [...FEW, "gspc", "tsla"] : FEW;

const EVENTS = [
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
];

/** Indicators, and events told on the day or however old they are. */
export const events: Group = {
  name: "events",
  days: [
    "2018-02-09",
    "2018-12-24",
    "2019-07-05",
    "2020-03-20",
    "2020-11-27",
    "2021-11-19",
    "2022-06-17",
    "2023-01-18",
    "2023-10-31",
    "2024-04-19",
    "2025-05-02",
    "2025-05-23",
  ],
  requests: {
    ...every("indicator", "indicator", {
      bars: [...FEW, "gspc", "iwm", "spx", "xlf", "aapl"],
      of: ["rsi", "macd", "stochastic", "bollinger", "aroon", "atr", "momentum"],
    }),
    ...every("event", "event", { bars: BARS, of: EVENTS, within: [undefined, 21] }),
    ...every("event-far", "event", {
      bars: ["iwm"],
      of: EVENTS,
      within: [21],
      horizon: [5, 63],
      least: [10],
    }),
    ...every("run", "event", {
      bars: ["iwm", "spy"],
      of: ["advance", "decline"],
      days: [2, 4, 5],
      within: [21],
    }),
    ...every("row", "event", {
      bars: FEW,
      nth: [undefined, 2, 3, 5],
      side: [undefined, "bullish", "bearish"],
    }),
    ...every("row-odds", "event", { bars: FEW, by: ["odds"], nth: [1, 2], least: [10] }),
    ...every("stance", "stance", {
      bars: BARS,
      horizon: [undefined, 5],
      least: [undefined, 10],
    }),
    ...every("stance-runs", "stance", { bars: ["iwm"], days: [2, 5] }),
  },
};
