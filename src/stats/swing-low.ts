import { swingStatistic } from "./price/swing.ts";

/** Where a major fall ended. */
export const swingLow = swingStatistic("low");
