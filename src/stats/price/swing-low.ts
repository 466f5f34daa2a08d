import { swingStatistic } from "./swing.ts";

/** Where a major fall ended. */
export const swingLow = swingStatistic("low");
