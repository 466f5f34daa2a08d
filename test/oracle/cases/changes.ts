import type { Group } from "./group.ts";
import { every } from "./group.ts";

const DAILY = [
  "rut.close",
  "iwm.close",
  "vix.close",
  "put-call.total.average",
  "vix.yield",
  "rut.volume",
];
const WEEKLY = ["cot.sp500", "cot.russell", "aaii.spread", "naaim", "cot-share.russell"];
const SHORTS = ["spy.short-interest", "tsla.short-interest", "iwm.short-interest"];
const MONTHLY = ["margin-debt", "nfib.optimism", "margin-debt.growth"];
const ALL = [...DAILY, ...WEEKLY, ...SHORTS, ...MONTHLY];
const STEPS = ["rising", "falling"];
const SIDES = ["above", "below"];

/** The week of a crash, holiday weeks, options expiry, the ends of months, quarters and years. */
const DAYS = [
  "2018-02-05",
  "2018-11-21",
  "2018-12-31",
  "2019-06-28",
  "2020-03-20",
  "2020-11-27",
  "2021-11-19",
  "2022-06-17",
  "2023-07-05",
  "2024-03-28",
  "2024-12-31",
  "2025-05-23",
];

/** Changes of every length, ranked, counted and held against the past. */
export const changes: Group = {
  name: "changes and counts",
  days: DAYS,
  requests: {
    ...every("horizons", "horizons", { series: ALL }),
    ...every("horizons-as", "horizons", {
      series: ["rut.close", "cot.sp500", "margin-debt", "naaim", "vix.yield"],
      as: ["points", "amount", "percent"],
    }),
    ...every("horizons-at", "horizons", {
      series: ["rut.close", "cot.russell", "spy.short-interest"],
      at: ["week-end", "month-end"],
    }),
    ...every("horizons-mid", "horizons", { series: SHORTS, at: ["mid-month"] }),
    ...every("horizons-to", "horizons", {
      series: ["rut.close", "aaii.spread", "margin-debt"],
      to: ["2017-11-24", "2018-01-02"],
    }),
    ...every("total", "total-return", {
      series: ["gspc.close", "spx.close"],
      total: ["spy.close", "iwm.close"],
      over: ["period", "1 week", "1 month", "1 year", "year to date", "quarter to date"],
    }),
    ...every("total-from", "total-return", {
      series: ["gspc.close"],
      total: ["spy.close"],
      from: ["2016-12-31", "2018-01-03"],
      to: [undefined, "2018-01-31"],
    }),
    ...every("change-rank", "change-rank", { series: ALL, least: [undefined, 1] }),
    ...every("change-rank-over", "change-rank", {
      series: ["rut.close", "vix.close", "iwm.close", "vix.yield"],
      over: ["4 sessions", "1 week", "3 weeks", "1 month", "1 quarter", "1 year"],
      least: [2],
    }),
    ...every("change-rank-slow", "change-rank", {
      series: ["spy.short-interest", "margin-debt", "aaii.spread", "cot.sp500"],
      over: ["1 month", "1 quarter", "1 year"],
      as: [undefined, "amount"],
      least: [undefined, 1],
    }),
    ...every("change-rank-points", "change-rank", {
      series: ["rut.close", "naaim"],
      as: ["points"],
      least: [undefined, 3],
    }),
    ...every("peak-rank", "peak-rank", {
      series: ALL,
      of: ["peak", "trough"],
      times: [undefined, 10],
    }),
    ...every("peak-rank-side", "peak-rank", {
      series: ["rut.close", "margin-debt", "spy.short-interest", "aaii.spread"],
      of: ["peak", "trough"],
      side: ["high", "low"],
      least: [1, 5],
    }),
    ...every("peak-rank-at", "peak-rank", {
      series: ["rut.close", "cot.sp500", "spy.short-interest"],
      at: ["week-end", "month-end"],
      times: [1, 5],
    }),
    ...every("tally", "tally", { series: ALL, of: STEPS, in: [6] }),
    ...every("tally-at", "tally", {
      series: ["rut.close", "cot.sp500", "spy.short-interest"],
      at: ["week-end", "month-end"],
      of: STEPS,
      in: [5],
    }),
    ...every("tally-side", "tally", {
      series: ["rut.close", "vix.close", "naaim"],
      of: SIDES,
      threshold: [20, 60, 1800],
      in: [8, 200],
    }),
    ...every("tally-than", "tally", {
      series: ["rut.close"],
      of: SIDES,
      than: ["rut.average", "spx.close"],
      in: [8, 60],
    }),
    ...every("first-since", "first-since", { series: ALL, of: STEPS, least: [undefined, 1] }),
    ...every("first-since-at", "first-since", {
      series: ["rut.close", "cot.sp500"],
      at: ["week-end", "month-end"],
      of: STEPS,
      least: [2],
    }),
    ...every("first-since-side", "first-since", {
      series: ["rut.close", "vix.close", "naaim", "aaii.spread"],
      of: SIDES,
      threshold: [0, 20, 80, 1600],
      least: [undefined, 1],
    }),
    ...every("first-since-than", "first-since", {
      series: ["rut.close"],
      of: SIDES,
      than: ["rut.average", "spx.close"],
      least: [undefined, 1],
    }),
    ...every("run", "streak", { series: ALL, of: STEPS }),
    ...every("run-side", "streak", {
      series: ["vix.close", "naaim", "aaii.spread", "cot.sp500"],
      of: SIDES,
      threshold: [0, 20, 60],
    }),
    ...every("run-than", "streak", {
      series: ["rut.close"],
      of: SIDES,
      than: ["rut.average", "spx.close"],
    }),
    ...every("run-at", "streak", {
      series: ["rut.close", "vix.close", "iwm.close"],
      at: ["week-end", "month-end"],
      of: STEPS,
    }),
    ...every("year-range", "year-range", {
      series: ALL,
      over: [undefined, "60 sessions", "year to date"],
    }),
    ...every("year-range-bars", "year-range", {
      bars: ["rut", "iwm", "vix", "spx"],
      basis: ["intraday", "close"],
      over: [undefined, "1 year", "6 months", "20 sessions"],
    }),
    ...every("near", "near-extreme", {
      series: ALL,
      side: ["high", "low"],
      over: ["1 year", "all"],
      of: [undefined, 4],
    }),
    ...every("near-bars", "near-extreme", {
      bars: ["rut", "iwm", "gspc"],
      basis: ["intraday", "close"],
      side: ["high", "low"],
      over: ["all", "3 years", "60 sessions"],
      of: [undefined, 10],
      within: [undefined, 0.05],
    }),
    ...every("against-average", "against-average", {
      series: ALL,
      of: [undefined, 60],
      window: [undefined, "before"],
    }),
    rut: { statistic: "year-range", bars: "rut" },
    iwm: { statistic: "year-range", bars: "iwm", basis: "close" },
    survey: { statistic: "year-range", series: "aaii.spread" },
    rate: { statistic: "year-range", series: "vix.yield" },
    mean: { statistic: "average", series: "rut.close", of: 50 },
    debt: { statistic: "superlative", series: "margin-debt", least: 1 },
    ...every("distance", "distance", {
      from: ["rut.last", "rut.high", "iwm.last", "mean"],
      to: ["rut.high", "rut.low", "rut.last", "iwm.high", "mean", "survey.low"],
    }),
    ...every("distance-slow", "distance", {
      from: ["survey.last", "rate.last", "debt", "debt.since"],
      to: ["survey.high", "survey.low", "rate.high", "debt.since", "debt"],
    }),
  },
};
