import type { Group } from "./group.ts";
import { every, WHOLE } from "./group.ts";

const GROUPS = ["largecaps", "sectors", "universe"];
const SPANS = ["1 week", "1 month", "year to date", ...(WHOLE ? ["3 months", "1 year"] : [])];

/** What groups do: sector funds, large companies, and the stocks of an index up to March 2024. */
export const collections: Group = {
  name: "groups",
  days: [
    "2018-12-24",
    "2019-07-05",
    "2020-03-20",
    "2020-11-27",
    "2021-11-19",
    "2022-06-17",
    "2023-01-18",
    "2023-10-31",
    "2024-03-01",
    "2024-12-24",
    "2025-05-02",
    "2025-05-23",
  ],
  requests: {
    ...every("breadth", "breadth", {
      group: GROUPS,
      of: [undefined, "fell"],
      over: [undefined, "1 day", "1 month", "year to date"],
    }),
    ...every("breadth-average", "breadth", {
      group: GROUPS,
      of: ["above-average", "below-average"],
      sessions: [undefined, 200],
    }),
    ...every("breadth-high", "breadth", {
      group: GROUPS,
      of: ["new-high", "new-low"],
      sessions: [undefined, 20],
    }),
    ...every("breadth-sector", "breadth", {
      group: ["universe", "largecaps"],
      sector: ["Financials", "Health Care"],
    }),
    ...every("ranking", "ranking", {
      group: GROUPS,
      over: SPANS,
      place: WHOLE ? [undefined, 2, -1] : [undefined, -2],
    }),
    ...every("ranking-volume", "ranking", {
      group: ["universe", "largecaps"],
      by: ["volume"],
      over: ["1 month"],
      place: [undefined, -1],
    }),
    ...every("ranking-weight", "ranking", {
      group: ["universe"],
      by: ["weight"],
      place: [undefined, 10, -1],
    }),
    ...every("group-change", "group-change", {
      group: GROUPS,
      over: SPANS,
      against: WHOLE ? [undefined, "spy.close"] : ["spy.close"],
    }),
    ...every("group-change-size", "group-change", {
      group: ["universe", "sectors"],
      over: ["1 week", "1 year"],
      weighting: ["size"],
      against: ["iwm.close"],
    }),
    ...every("contribution", "contribution", {
      group: ["universe"],
      over: WHOLE ? SPANS : ["1 week", "year to date"],
      by: [undefined, "sector"],
      place: [undefined, -1],
    }),
    ...every("volume", "group-volume", {
      group: GROUPS,
      over: ["1 week", "1 month", "1 year"],
    }),
    ...every("size", "group-size", { group: ["universe"], in: [undefined, "dollars"] }),
    ...every("size-sector", "group-size", {
      group: ["universe"],
      sector: ["Financials", "Health Care", "Energy"],
    }),
    ...every("turnover", "group-turnover", {
      group: GROUPS,
      sessions: [undefined, 5],
    }),
    ...every("concentration", "concentration", {
      group: ["universe"],
      by: [undefined, "member"],
      place: [undefined, 3, -1],
    }),
    ...every("seasons", "group-seasonality", {
      group: ["largecaps", "sectors"],
      month: [undefined, "this"],
      place: [undefined, -1],
    }),
    ...every("season", "seasonality", {
      series: ["iwm.close", "spy.close", "rut.close"],
      month: [undefined, "this"],
    }),
    ...every("rating", "rating", {
      group: GROUPS,
      by: [undefined, "volume", "calm", "trend", "profit-risk"],
      place: WHOLE ? [1, 3, -1] : [2],
    }),
    ...every("rating-of", "rating", {
      group: ["largecaps"],
      by: [undefined, "calm"],
      member: ["aapl", "nvda"],
    }),
    ...every("rating-more", "rating", {
      group: ["largecaps"],
      by: ["calm", "trend"],
      sessions: [20, 200],
      place: [1],
    }),
  },
};
