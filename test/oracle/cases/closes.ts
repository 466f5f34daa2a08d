import type { Group } from "./group.ts";
import { every } from "./group.ts";
import { sample } from "./sample.ts";

const BARS = ["ust10", "put-call"];
const SERIES = ["ust10", "put-call", "cot.russell.share", "sentiment"];

/** Daily series of closes alone, in basis points and points, on the sample data. */
export const closes: Group = {
  name: "closes alone",
  days: sample.days,
  requests: {
    ...every("cross", "average-cross", {
      bars: BARS,
      of: [undefined, 10],
      counts: [undefined, "clear"],
    }),
    ...every("averages", "averages-cross", {
      series: SERIES,
      fast: [3, 10],
      slow: [24],
    }),
    ...every("slope", "average-slope", { series: SERIES, of: [12], over: [undefined, 2] }),
    ...every("channel", "channel", { bars: ["ust10"], over: [undefined, "2 years", "4 years"] }),
    ...every("top", "double-top", {
      bars: BARS,
      over: [undefined, "2 years"],
      depth: [undefined, 0.01],
    }),
    ...every("bottom", "double-bottom", {
      bars: BARS,
      over: [undefined, "2 years"],
      depth: [undefined, 0.01],
    }),
    ...every("indicator", "indicator", {
      bars: ["vix"],
      of: ["rsi", "macd", "stochastic", "bollinger", "aroon", "atr", "momentum"],
    }),
    ...every("event", "event", {
      bars: ["vix"],
      of: ["macd-negative", "stochastic-enters-overbought", "aroon-up"],
      within: [21],
    }),
    ...every("row", "event", { bars: ["vix"], nth: [1, 4], side: [undefined, "bearish"] }),
    ...every("stance", "stance", { bars: ["vix"] }),
    ...every("decisive", "decisive-close", {
      bars: BARS,
      level: [0.7, 2, 4],
      margin: [undefined, 0.01],
    }),
  },
};
