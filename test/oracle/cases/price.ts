import type { Group } from "./group.ts";
import { every } from "./group.ts";

const BARS = ["rut", "spx", "iwm", "vix"];

/** Swings, levels, ranges and lines. */
export const price: Group = {
  name: "price action",
  days: [
    "2018-02-09",
    "2018-12-24",
    "2019-06-28",
    "2020-03-20",
    "2020-11-06",
    "2021-11-19",
    "2022-08-12",
    "2024-02-16",
    "2025-05-23",
  ],
  requests: {
    ...every("low", "swing-low", {
      bars: BARS,
      reversal: [undefined, 0.05, 0.4],
      basis: ["intraday", "close"],
    }),
    ...every("high", "swing-high", {
      bars: BARS,
      reversal: [undefined, 0.05, 0.4],
      basis: ["intraday", "close"],
    }),
    ...every("pinned", "swing-low", { bars: ["rut"], on: ["2018-02-09", "2020-03-18"] }),
    ...every("rally", "rally", {
      bars: BARS,
      reversal: [undefined, 0.05],
      basis: ["intraday", "close"],
    }),
    ...every("rally-from", "rally", { bars: ["rut", "spx"], from: ["2018-02-09", "2020-03-23"] }),
    ...every("drawdown", "drawdown", {
      bars: BARS,
      basis: ["intraday", "close"],
      over: [undefined, "1 year", "6 months"],
      least: [undefined, 0.02],
    }),
    ...every("level", "level", { bars: BARS, side: ["above", "below", "in play"] }),
    ...every("level-at", "level", { bars: ["rut"], at: [1500, 1700, 2100] }),
    ...every("level-near", "level", { bars: ["rut"], near: ["low-1", "drawdown-1.peak"] }),
    ...every("range", "range", { bars: BARS, over: [undefined, "3 years"] }),
    ...every("range-between", "range", {
      bars: ["rut"],
      between: [
        [1450, 1600],
        [1700, 1900],
      ],
    }),
    ...every("range-bound", "range", { bars: ["rut"], bound: ["level-1", "level-2"] }),
    ...every("line", "trend-line", { bars: BARS, from: ["record", "swing"] }),
    ...every("line-rising", "trend-line", { bars: BARS, trend: ["rising"], from: ["swing"] }),
    ...every("line-from", "trend-line", { bars: ["rut"], from: ["2018-01-24", "drawdown-1.peak"] }),
    ...every("crossings", "crossings", {
      bars: ["rut"],
      level: [1500, "level-3", "average"],
      sessions: [undefined, 25],
    }),
    average: { statistic: "average", series: "rut.close" },
    ...every("confluence", "confluence", {
      bars: ["rut"],
      of: [
        ["level-1", "line-1"],
        ["level-2", "average"],
        ["level-3", "average", "line-1"],
      ],
    }),
    ...every("near", "near-level", {
      bars: ["rut"],
      of: [["level-1", "level-2", "average", "line-1"]],
      side: [undefined, "above", "below"],
    }),
    ...every("pace", "momentum-fade", {
      bars: BARS,
      sessions: [undefined, 5],
      reversal: [undefined, 0.05],
    }),
    ...every("pace-to", "momentum-fade", { bars: ["rut"], to: ["2018-09-05", "2019-02-25"] }),
  },
};
