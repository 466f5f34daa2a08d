import type { Group } from "./group.ts";
import { every } from "./group.ts";

/** Every kind of holiday and early close, releases before and after them. */
export const calendar: Group = {
  name: "calendar",
  days: [
    "2018-01-12",
    "2018-07-03",
    "2018-12-04",
    "2018-12-21",
    "2019-07-05",
    "2019-11-27",
    "2020-07-02",
    "2020-12-24",
    "2021-12-23",
    "2021-12-31",
    "2022-06-17",
    "2022-12-30",
    "2023-04-06",
    "2023-11-24",
    "2024-09-03",
    "2025-01-03",
    "2025-02-14",
    "2025-05-23",
  ],
  requests: {
    ...every("week", "short-week", {
      series: ["iwm.close", "rut.close", "vix.close"],
      week: [undefined, "next"],
    }),
    ...every("week-slow", "short-week", {
      series: ["cot.sp500", "margin-debt"],
      week: [undefined, "next"],
    }),
    ...every("release", "release", {
      series: [
        "rut.close",
        "cot.sp500",
        "aaii.spread",
        "spy.short-interest",
        "margin-debt",
        "margin-debt.growth",
        "spy.short-money",
        "nfib.optimism",
        "nfib.capex",
      ],
      within: [undefined, "1 day", "3 days", "2 weeks"],
    }),
  },
};
