import { swingStatistic } from "./swing.ts";

/** Where a major rise ended. */
export const swingHigh = swingStatistic("high");
