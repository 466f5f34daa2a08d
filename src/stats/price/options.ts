import { z } from "zod";
import { factRef } from "../tools/options.ts";

/** How far price must come back before a turn counts as a major swing. */
export const reversal = z
  .number()
  .min(0.01)
  .max(0.9)
  .default(0.1)
  .describe(
    "How far the price must come back before a turn counts, as a ratio: 0.1 is ten percent.",
  );

export const basis = z
  .enum(["intraday", "close"])
  .default("intraday")
  .describe("Highs and lows of the session, or closes alone.");

/** A level as the author writes it: a number, or a fact whose value is meant. */
export const levelOrFact = z
  .union([z.number().positive(), factRef])
  .describe("A number, or another fact whose value is the level.");

/** Facts that are levels: lines, averages, horizontal levels. */
export const levelFacts = z.array(factRef);
