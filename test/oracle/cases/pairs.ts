import type { Group } from "./group.ts";
import { every } from "./group.ts";

/** How two series go together. */
export const pairs: Group = {
  name: "two series",
  days: ["2018-06-29", "2020-03-20", "2021-12-31", "2024-02-23", "2025-05-23"],
  requests: {
    ...every("correlation", "correlation", {
      series: ["margin-debt", "aaii.spread", "vix.close", "cot.sp500"],
      with: ["rut.close", "iwm.close", "nfib.optimism", "spy.short-interest"],
      over: [undefined, "3 years"],
    }),
    ...every("correlation-from", "correlation", {
      series: ["margin-debt"],
      with: ["spx.close", "gspc.close"],
      from: ["2000-01-01", "2019-06-15"],
      least: [undefined, 12],
    }),
    ...every("lead-lag", "lead-lag", {
      series: ["margin-debt", "spx.close"],
      with: ["rut.high", "rut.close", "gspc.close"],
      stood: [undefined, "1 year"],
      apart: [undefined, 2],
    }),
    turn: { statistic: "turning-point", series: "spy.short-interest" },
    low: { statistic: "last", series: "rut.close", on: "2020-03-18" },
    ...every("verdict", "verdict", {
      series: ["rut.close", "spy.close"],
      side: ["short", "long"],
      after: ["2018-02-08", "2020-02-19", "turn", "low"],
      until: [undefined, "2025-04-08"],
    }),
  },
};
