import { doubleStatistic } from "./double.ts";

/** Two lows at one height. */
export const doubleBottom = doubleStatistic("bottom");
