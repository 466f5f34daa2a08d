import { count } from "../tools/options.ts";

export const horizon = count
  .max(260)
  .default(21)
  .describe("Sessions after which the outcome of past events is looked at; 21 are a month.");

export const least = count
  .min(10)
  .default(30)
  .describe("Past cases with a known outcome that odds need at least.");

export const days = count
  .min(2)
  .max(20)
  .default(3)
  .describe("Sessions in a row of an advance or a decline.");
