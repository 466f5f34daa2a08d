import type { Group } from "./group.ts";
import { every } from "./group.ts";

const SURVEYS = ["sentiment", "nfib.optimism", "nfib.capex", "aaii.spread"];
const POSITIONS = ["cot.russell.net", "cot.russell.share", "iwm.short-interest", "margin-debt"];
const DAILY = ["spx.close", "iwm.close", "ust10", "vix", "put-call.average", "iwm.volume"];
const ALL = [...SURVEYS, ...POSITIONS, ...DAILY];

/** On the sample data, which have what the real ones lack: total returns, first prints, a yield. */
export const sample: Group = {
  name: "sample data",
  days: [
    "2018-02-05",
    "2018-12-31",
    "2019-09-30",
    "2020-03-20",
    "2020-11-27",
    "2021-11-19",
    "2022-06-17",
    "2023-03-31",
    "2023-07-05",
    "2024-02-29",
    "2024-12-31",
    "2025-05-23",
  ],
  requests: {
    ...every("total", "total-return", {
      series: ["spx.close"],
      total: ["spx-total"],
      over: ["period", "1 week", "1 month", "1 quarter", "1 year", "5 years", "year to date"],
    }),
    ...every("total-from", "total-return", {
      series: ["spx.close"],
      total: ["spx-total"],
      from: ["2012-12-31", "2017-06-30"],
      to: [undefined, "2017-12-29"],
    }),
    ...every("total-wrong", "total-return", {
      series: ["spx.close"],
      total: ["iwm.close"],
      over: ["1 week", "1 month"],
    }),
    ...every("revision", "revision", {
      series: ["sentiment"],
      first: ["sentiment.first", "nfib.optimism"],
      as: [undefined, "points", "percent", "amount"],
      on: [undefined, "2017-10-15"],
    }),
    ...every("horizons", "horizons", { series: [...ALL, "spx-total", "sentiment.first"] }),
    ...every("change-rank", "change-rank", {
      series: ALL,
      over: [undefined, "1 month", "1 quarter", "1 year"],
      least: [undefined, 1],
    }),
    ...every("peak-rank", "peak-rank", {
      series: ALL,
      of: ["peak", "trough"],
      least: [undefined, 1],
    }),
    ...every("run", "streak", { series: ALL, of: ["rising", "falling"] }),
    ...every("run-than", "streak", {
      series: ["put-call"],
      of: ["above", "below"],
      than: ["put-call.average"],
    }),
    ...every("tally", "tally", { series: ALL, of: ["rising", "falling"], in: [6] }),
    ...every("first", "first-since", { series: ALL, of: ["rising", "falling"], least: [1, 3] }),
    ...every("first-than", "first-since", {
      series: ["put-call", "vix"],
      of: ["above", "below"],
      than: ["put-call.average", "vix3m"],
      least: [2],
    }),
    ...every("year-range", "year-range", { series: ALL }),
    ...every("year-range-bars", "year-range", {
      bars: ["rut", "spx", "iwm"],
      basis: ["intraday", "close"],
      over: [undefined, "3 years"],
    }),
    ...every("near", "near-extreme", {
      series: ALL,
      side: ["high", "low"],
      over: [undefined, "1 year"],
      of: [undefined, 5],
    }),
    ...every("against-average", "against-average", {
      series: ALL,
      window: [undefined, "before"],
    }),
    ...every("position", "position", {
      series: ["cot.russell.net", "cot.russell.share"],
      over: [undefined, "4 weeks", "1 quarter"],
    }),
    ...every("cover", "days-to-cover", {
      series: ["iwm.short-interest"],
      volume: ["iwm.volume"],
      sessions: [undefined, 30],
    }),
    curve: { statistic: "term-structure", tenors: ["vix", "vix3m"] },
    ...every("rolling", "rolling-correlation", {
      series: ["ust10", "cot.russell.share"],
      with: ["spx.close", "vix"],
      readings: [20],
    }),
    ...every("advanced", "correlation", {
      series: ["sentiment", "margin-debt"],
      with: ["rut.close", "nfib.optimism"],
      advanced: [0, 3, 12],
    }),
    ...every("cycles", "lead-lag", {
      series: ["margin-debt", "nfib.optimism"],
      with: ["rut.high", "spx.close"],
    }),
    ...every("relative", "relative-performance", {
      series: ["iwm.close"],
      with: ["spx.close"],
      over: ["1 week", "1 month", "year to date"],
    }),
    ...every("divergence", "divergence", {
      series: ["spx.close", "ust10"],
      with: ["vix", "cot.russell.net"],
      readings: [5, 20],
    }),
    ...every("release", "release", {
      series: ["sentiment", "cot.russell.net", "iwm.short-share", "margin-debt"],
      within: [undefined, "3 weeks"],
    }),
  },
};
