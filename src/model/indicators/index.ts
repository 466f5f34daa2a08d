/** Indicators over columns of readings: one set of functions for a single series and for a universe. */
export * from "./averages.ts";
export * from "./ranges.ts";
export * from "./wilder.ts";
export * from "./read.ts";
