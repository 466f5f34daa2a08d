import { z } from "zod";
import { INSTRUMENTS } from "../../model/index.ts";
import { word } from "./base.ts";

const kind = z.strictObject({
  first: word
    .default("{name}")
    .refine((text) => text.includes("{name}"), "it must hold {name}")
    .describe('The first mention in a note: "the {name}".'),
  later: z
    .array(word)
    .min(1)
    .describe("Later mentions, which take turns; true of every such instrument."),
});

/** What instruments are called, by their kind. */
export const nouns = z
  .record(z.enum(INSTRUMENTS), kind)
  .describe("What instruments are called, by their kind: a fund is never the stock.");
