import type { Group } from "./group.ts";
import { every } from "./group.ts";

/** How two series go together, on days of quiet and of panic. */
export const compare: Group = {
  name: "two series compared",
  days: [
    "2018-06-29",
    "2018-12-24",
    "2019-09-30",
    "2020-03-20",
    "2020-12-31",
    "2021-06-07",
    "2021-11-19",
    "2022-06-17",
    "2023-07-05",
    "2024-03-28",
    "2024-12-27",
    "2025-05-23",
  ],
  requests: {
    ...every("rolling", "rolling-correlation", {
      series: ["rut.close"],
      with: ["spx.close", "vix.close"],
      readings: [undefined, 20],
      of: [undefined, "levels"],
    }),
    ...every("rolling-slow", "rolling-correlation", {
      series: ["margin-debt", "cot.sp500", "spy.short-interest", "aaii.bulls"],
      with: ["gspc.close", "margin-debt", "cot.russell"],
      readings: [12],
      of: ["changes", "levels"],
    }),
    ...every("rolling-every", "rolling-correlation", {
      series: ["iwm.close"],
      with: ["vix.close", "aaii.bulls"],
      readings: [30],
      every: ["week", "month"],
      least: [undefined, 2],
    }),
    ...every("rolling-advanced", "rolling-correlation", {
      series: ["margin-debt", "iwm.close"],
      with: ["gspc.close"],
      readings: [24],
      advanced: [3, 6],
    }),
    ...every("relative", "relative-performance", {
      series: ["rut.close", "iwm.close"],
      with: ["spx.close", "spy.close"],
      over: [undefined, "1 week", "1 month", "1 year", "year to date", "quarter to date"],
    }),
    ...every("relative-from", "relative-performance", {
      series: ["rut.close", "margin-debt"],
      with: ["spy.close"],
      from: ["2017-12-29", "2018-02-08"],
      to: [undefined, "2018-03-29"],
      even: [undefined, 2],
    }),
    ...every("relative-slow", "relative-performance", {
      series: ["margin-debt", "spy.short-interest"],
      with: ["gspc.close", "aapl.short-interest"],
      over: ["period", "1 month", "1 year"],
    }),
    ...every("relative-every", "relative-performance", {
      series: ["iwm.close"],
      with: ["spy.close"],
      over: ["1 week", "1 month"],
      every: ["week", "month"],
    }),
    ...every("divergence", "divergence", {
      series: ["rut.close", "spx.close", "vix.close", "cot.sp500"],
      with: ["iwm.close", "put-call.total.average", "vix.yield", "aaii.spread"],
      readings: [undefined, 5],
      fresh: [undefined],
    }),
    ...every("divergence-fresh", "divergence", {
      series: ["spx.close"],
      with: ["iwm.close"],
      readings: [3, 10],
      fresh: [1, 3],
    }),
    ...every("divergence-every", "divergence", {
      series: ["iwm.close", "margin-debt"],
      with: ["spy.close", "aaii.bears"],
      readings: [4],
      every: ["week", "month"],
    }),
    ...every("beta", "beta", {
      series: ["rut.close", "iwm.close", "nvda.close"],
      with: ["spx.close", "vix.close"],
      over: [undefined, "60 sessions", "6 months"],
    }),
    ...every("beta-every", "beta", {
      series: ["iwm.close", "margin-debt"],
      with: ["spy.close"],
      every: ["week", "month"],
      over: ["3 years"],
    }),
    ...every("beta-from", "beta", {
      series: ["iwm.close", "aaii.bulls"],
      with: ["spy.close"],
      from: ["2018-01-02", "2017-06-30"],
      least: [undefined, 3],
    }),
    ...every("advanced", "correlation", {
      series: ["margin-debt", "vix.close", "aaii.spread"],
      with: ["gspc.close", "spy.short-interest"],
      advanced: [0, 1, 6],
      over: [undefined, "4 years"],
    }),
    ...every("cycles", "lead-lag", {
      series: ["margin-debt", "gspc.close"],
      with: ["gspc.high", "rut.close", "margin-debt"],
      stood: [undefined, "1 year", "1 month"],
      apart: [undefined, 3],
    }),
    ...every("revision", "revision", {
      series: ["vix.close", "put-call.total"],
      first: ["cboe.vix", "put-call.total-cboe"],
      as: [undefined, "points", "percent", "amount"],
      on: [undefined, "2018-02-05"],
    }),
  },
};
