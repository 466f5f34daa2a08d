import { doubleStatistic } from "./double.ts";

/** Two highs at one height. */
export const doubleTop = doubleStatistic("top");
