import type { Group } from "./group.ts";
import { every, WHOLE } from "./group.ts";

const FEW = ["rut", "iwm", "vix", "aapl"];
const BARS = WHOLE ? [...FEW, "spx", "spy", "xlf", "nvda"] : FEW;

/** Daily series without highs and lows. */
const PLAIN = ["vvix", "put-call"];

/** Averages crossed, channels, double tops, gaps, candles and turns. */
export const shapes: Group = {
  name: "shapes",
  days: [
    "2018-12-24",
    "2019-07-05",
    "2020-03-20",
    "2020-11-27",
    "2021-11-19",
    "2022-06-17",
    "2023-01-18",
    "2023-10-31",
    "2024-04-19",
    "2024-12-24",
    "2025-05-02",
    "2025-05-23",
  ],
  requests: {
    ...every("cross", "average-cross", {
      bars: BARS,
      of: WHOLE ? [undefined, 10, 200] : [undefined, 200],
      counts: [undefined, "clear"],
    }),
    ...every("slope", "average-slope", {
      series: ["rut.close", "iwm.volume", "vix.close", "vvix", "put-call", "cot.sp500.net"],
      of: [undefined, 13],
      over: [undefined, 5],
    }),
    ...every("slope-slow", "average-slope", {
      series: ["aaii.bulls", "nfib.optimism", "margin-debt", "spy.short-interest"],
      of: [4, 12],
      over: [undefined, 2],
    }),
    ...every("averages", "averages-cross", {
      series: ["rut.close", "spy.close", "vix.close", "aapl.close", "put-call", "gspc.low"],
      fast: [undefined, 10],
      slow: [undefined, 100],
    }),
    ...every("averages-slow", "averages-cross", {
      series: ["cot.sp500", "aaii.spread", "nfib.optimism", "margin-debt"],
      fast: [3],
      slow: [12],
    }),
    ...every("channel", "channel", { bars: BARS, over: [undefined, "6 months", "2 years"] }),
    ...every("channel-of", "channel", {
      bars: ["rut", "spy", "aapl"],
      trend: ["rising", "falling", "sideways"],
      over: WHOLE ? [undefined, "2 years"] : ["2 years"],
    }),
    ...every("top", "double-top", {
      bars: BARS,
      over: [undefined, "3 years"],
      depth: [undefined, 0.1],
    }),
    ...every("bottom", "double-bottom", {
      bars: BARS,
      over: [undefined, "3 years"],
      depth: [undefined, 0.1],
    }),
    ...every("gap", "gap", {
      bars: BARS,
      direction: [undefined, "up", "down"],
      by: [undefined, "open"],
      unfilled: [undefined, true],
    }),
    ...every("gap-least", "gap", { bars: BARS, by: [undefined, "open"], least: [0.005, 0.03] }),
    ...every("candle", "candle", {
      bars: BARS,
      every: [undefined, "week"],
      back: [undefined, 5, 26],
    }),
    ...every("turn", "reversal", {
      bars: BARS,
      every: [undefined, "week"],
      back: [undefined, 5, 60],
    }),
    average: { statistic: "average", series: "rut.close" },
    line: { statistic: "trend-line", bars: "rut" },
    ...every("decisive", "decisive-close", {
      bars: ["rut"],
      level: [1500, 1700, 2000, 2100, "average", "line"],
      margin: [undefined, 0.01],
      closes: [undefined, 3],
    }),
    ...every("plain-cross", "average-cross", {
      bars: PLAIN,
      of: [undefined, 20],
      counts: [undefined, "clear"],
    }),
    ...every("plain-channel", "channel", { bars: ["vvix"] }),
    ...every("plain-top", "double-top", { bars: PLAIN }),
    ...every("plain-bottom", "double-bottom", { bars: PLAIN }),
    ...every("plain-candle", "candle", { bars: ["vvix"] }),
    ...every("plain-gap", "gap", { bars: ["vvix"] }),
    ...every("plain-decisive", "decisive-close", { bars: PLAIN, level: [0.6, 100] }),
    ...every("decisive-more", "decisive-close", {
      bars: ["iwm", "vix"],
      level: [20, 150, 200],
      closes: [undefined, 1],
    }),
  },
};
