import type { Group } from "./group.ts";
import { every } from "./group.ts";

const NETS = ["sp500", "russell", "tnote10", "bond30", "gold", "crude", "usdx", "eur"];
const STOCKS = ["aapl", "nvda", "tsla"];

/** Positions, short interest and the curve of volatility. */
export const positions: Group = {
  name: "positions",
  days: [
    "2018-01-05",
    "2018-07-06",
    "2018-12-31",
    "2019-10-15",
    "2020-03-20",
    "2020-09-11",
    "2021-11-19",
    "2022-06-17",
    "2023-07-05",
    "2024-06-28",
    "2025-01-10",
    "2025-05-23",
  ],
  requests: {
    ...every("position", "position", {
      series: [...NETS.map((each) => `cot.${each}`), "cot.sp500.net", "cot-share.russell", "naaim"],
      over: [undefined, "4 weeks", "1 month", "1 year"],
    }),
    ...every("position-day", "position", {
      series: ["aaii.spread"],
      over: ["period", "1 week", "26 weeks"],
    }),
    ...every("cover", "days-to-cover", {
      series: ["spy.short-interest"],
      volume: ["spy.volume"],
      sessions: [undefined, 10, 60],
    }),
    ...Object.assign(
      {},
      ...STOCKS.map((each) =>
        every(`cover-${each}`, "days-to-cover", {
          series: [`${each}.short-interest`],
          volume: [`${each}.volume`],
          sessions: [undefined, 20],
        }),
      ),
    ),
    ...every("cover-then", "days-to-cover", {
      series: ["spy.short-interest"],
      volume: ["spy.volume"],
      on: ["2024-12-31", "2025-01-15"],
    }),
    ...every("cover-least", "days-to-cover", {
      series: ["spy.short-interest", "iwm.short-interest"],
      volume: ["spy.volume", "iwm.volume"],
      "least-volume": [50_000_000, 90_000_000],
    }),
    ...every("curve", "term-structure", {
      tenors: [
        ["cboe.vix", "vix3m"],
        ["vix.nine", "cboe.vix", "vix3m"],
        ["vix.nine", "cboe.vix", "vix3m", "vix.half"],
        ["cboe.vix", "vxn"],
        ["vix.close", "vix3m"],
      ],
    }),
  },
};
