import type { Group } from "./group.ts";
import { every } from "./group.ts";

const LEVELS = ["close", "week.from", "record", "record.prior", "average"];

/** What two facts make of each other. */
export const facts: Group = {
  name: "facts about facts",
  days: ["2018-06-29", "2020-03-20", "2021-12-31", "2024-02-16", "2025-05-23"],
  requests: {
    close: { statistic: "last", series: "rut.close" },
    week: { statistic: "change", series: "rut.close", over: "1 week" },
    record: { statistic: "record", series: "rut.close" },
    average: { statistic: "average", series: "rut.close", of: 50 },
    shorts: { statistic: "last", series: "spy.short-interest" },
    "shorts-change": { statistic: "change", series: "spy.short-interest", over: "period" },
    "shorts-high": { statistic: "superlative", series: "spy.short-interest", side: "high", of: 4 },
    survey: { statistic: "change", series: "nfib.optimism", over: "1 month" },
    position: { statistic: "last", series: "cot.sp500" },
    "position-before": { statistic: "last", series: "cot.sp500", on: "2018-03-06" },
    ...every("difference", "difference", { from: LEVELS, to: ["close", "average", "shorts"] }),
    ...every("difference-more", "difference", {
      from: ["shorts-change.from", "survey.from", "week", "position-before"],
      to: ["shorts", "survey.to", "shorts-change", "position"],
    }),
    ...every("ratio", "ratio-of", { of: LEVELS, by: ["close", "average", "shorts"] }),
    ...every("ratio-share", "ratio-of", {
      of: ["shorts", "position", "survey.to"],
      by: ["shorts-high.since", "position-before", "survey.from"],
      as: ["multiple", "share"],
    }),
    ...every("elapsed", "elapsed", {
      from: ["record.prior", "week.from", "shorts"],
      to: ["record", "close", "2025-05-01"],
    }),
    ...every("elapsed-since", "elapsed", { from: ["2020-01-02"], to: ["record", "close"] }),
    "shorts-place": { statistic: "place", series: "spy.short-interest", over: "5 years" },
    "survey-place": { statistic: "place", series: "nfib.optimism", over: "all" },
    "ratio-place": { statistic: "place", series: "put-call", over: "1 year" },
    ...every("band", "band", { of: ["shorts-place", "survey-place", "ratio-place", "close"] }),
    ...every("band-own", "band", {
      of: ["shorts-place", "survey-place", "ratio-place"],
      extreme: [0.1],
      strong: [0.25],
      mild: [0.3, 0.45],
    }),
    ...every("change-of", "change", {
      from: ["week.from", "record", "shorts-change.from"],
      to: ["close", "shorts", "average"],
    }),
    ...every("change-days", "change", {
      series: ["iwm.close"],
      from: ["record", "shorts-change.from"],
      to: [undefined, "close"],
    }),
  },
};
