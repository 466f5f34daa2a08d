import type { Group } from "./group.ts";
import { every } from "./group.ts";

const DAILY = ["rut.close", "spx.high", "iwm.close", "vix.close", "vvix", "put-call"];
const WEEKLY = ["cot.sp500", "cot.russell", "aaii.bulls", "naaim", "rut-weekly.close"];
const SHORTS = ["spy.short-interest", "nvda.short-interest", "iwm.short-interest"];
const MONTHLY = ["margin-debt", "nfib.optimism", "nfib.capex"];
const DERIVED = [
  "cot.sp500.net",
  "aaii.spread",
  "vix.term",
  "put-call.total.average",
  "spy.short-money",
  "rut.weekly-sum",
  "margin-debt.growth",
];
const ALL = [...DAILY, ...WEEKLY, ...SHORTS, ...MONTHLY, ...DERIVED];
const SLOW = [...SHORTS, ...MONTHLY];

/** What a series says of itself, for series of every rhythm and unit. */
export const series: Group = {
  name: "one series",
  days: [
    "2018-01-05",
    "2018-12-24",
    "2020-03-20",
    "2020-11-09",
    "2021-11-08",
    "2022-06-20",
    "2024-02-23",
    "2025-01-10",
    "2025-05-23",
  ],
  requests: {
    ...every("last", "last", { series: ALL }),
    ...every("last-at", "last", {
      series: ["rut.close", "cot.sp500", "spy.short-interest", "margin-debt"],
      at: ["week-end", "month-end"],
    }),
    ...every("last-mid", "last", { series: SHORTS, at: ["mid-month", "month-end"] }),
    ...every("last-of", "last", { series: SLOW, of: ["last month"] }),
    ...every("last-on", "last", {
      series: ["rut.close", "cot.sp500", "margin-debt", "spy.short-interest"],
      on: ["2018-05-27", "2020-03-23", "2024-02-16"],
    }),
    ...every("change", "change", { series: ALL, over: ["period"] }),
    ...every("change-over", "change", {
      series: [
        "rut.close",
        "iwm.close",
        "vix.close",
        "spy.short-interest",
        "put-call.total.average",
      ],
      over: [
        "1 day",
        "5 sessions",
        "1 week",
        "3 weeks",
        "1 month",
        "1 year",
        "month to date",
        "quarter to date",
        "year to date",
      ],
    }),
    ...every("change-slow", "change", {
      series: [...WEEKLY, ...SLOW, "cot.sp500.net", "aaii.spread"],
      over: ["1 week", "1 month", "1 year"],
      as: [undefined, "amount"],
    }),
    ...every("change-points", "change", {
      series: ["rut.close", "nfib.optimism", "naaim", "vix.close"],
      over: ["1 month"],
      as: ["points", "percent"],
    }),
    ...every("change-at", "change", {
      series: SHORTS,
      at: ["month-end", "mid-month"],
      over: ["1 month", "1 year"],
    }),
    ...every("change-between", "change", {
      series: ["rut.close", "margin-debt", "spy.short-interest"],
      from: ["2017-12-31", "2018-02-08"],
      to: ["2018-01-03", "2024-02-16", "2025-04-09"],
    }),
    ...every("superlative", "superlative", { series: ALL, side: [undefined, "high", "low"] }),
    ...every("superlative-of", "superlative", {
      series: ["rut.close", "spy.short-interest", "margin-debt", "aaii.spread"],
      side: ["high", "low"],
      of: [2, 5],
      least: [undefined, 2],
    }),
    ...every("superlative-point", "superlative", {
      series: ["rut.close", "vix.close", "margin-debt"],
      point: ["2018-02-08", "2020-03-18", "2020-08-31"],
    }),
    ...every("record", "record", {
      series: [
        "rut.close",
        "spx.high",
        "margin-debt",
        "iwm.close",
        "gspc.low",
        "aaii.spread",
        "put-call.total.average",
        "margin-debt.growth",
      ],
      side: ["high", "low"],
      stood: [undefined, "1 year"],
    }),
    ...every("record-bars", "record", {
      bars: ["rut", "spx", "gspc"],
      basis: ["intraday", "close"],
      side: ["high", "low"],
    }),
    ...every("streak", "streak", { series: ALL, of: ["rising", "falling"] }),
    ...every("streak-rut", "streak", {
      series: ["rut.close"],
      of: ["above", "below"],
      threshold: [1500, 2000],
    }),
    ...every("streak-more", "streak", {
      series: ["nfib.optimism", "vix.close", "naaim"],
      of: ["above", "below"],
      threshold: [20, 100],
    }),
    ...every("streak-at", "streak", {
      series: ["rut.close", "cot.sp500", "vix.close"],
      at: ["week-end", "month-end"],
      of: ["rising", "falling"],
    }),
    ...every("place", "place", {
      series: ALL,
      over: [undefined, "1 year", "all", "60 sessions"],
    }),
    ...every("place-at", "place", {
      series: ["rut.close", "spy.short-interest"],
      at: ["month-end"],
      over: ["3 years"],
      least: [undefined, 12, 40],
    }),
    ...every("average", "average", { series: ALL, of: [undefined, 10, 200] }),
    ...every("turning-point", "turning-point", { series: ALL, times: [undefined, 2] }),
    ...every("turning-point-at", "turning-point", {
      series: ["rut.close", "spy.short-interest"],
      at: ["month-end"],
    }),
    ...every("release", "release", { series: ALL }),
  },
};
