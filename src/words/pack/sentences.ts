import { z } from "zod";
import { word } from "./base.ts";

const heads = z.array(z.string().trim().toLowerCase().min(1));

/** How sentences are put together. */
export const sentences = z
  .strictObject({
    and: word.default("and").describe("Before the last of a list."),
    or: word.default("or").describe("Before the last of alternatives."),
    but: word.default("but").describe("Before the last of contrasts."),
    respectively: word
      .default("respectively")
      .describe("After figures in the order of their subjects."),
    serialComma: z
      .boolean()
      .default(false)
      .describe('A comma before the last of three or more: "a, b, and c".'),
    contractions: z
      .record(word, word)
      .default({})
      .describe('Short forms that stand for long ones in the text: "does not": "doesn\'t".'),
    singular: heads
      .default([])
      .describe("Last words of subjects that look like a plural and are one thing."),
    plural: heads
      .default(["people", "data"])
      .describe("Last words of subjects that look like one thing and are several."),
  })
  .prefault({})
  .describe("How sentences are put together.");
