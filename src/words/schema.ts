import { z } from "zod";
import { checkWords } from "./check.ts";
import { word } from "./pack/base.ts";
import { dates, spans } from "./pack/dates.ts";
import { figures } from "./pack/figures.ts";
import { nouns } from "./pack/nouns.ts";
import {
  comparisons,
  hedges,
  levels,
  odds,
  qualifiers,
  runs,
  states,
  strengths,
  superlatives,
  wordings,
} from "./pack/phrases.ts";
import { sentences } from "./pack/sentences.ts";
import { bands, moves } from "./pack/verbs.ts";

/** A voice pack as YAML may say it. Word lists must be given; ways of writing figures need not. */
export const voiceSchema = z
  .strictObject({
    name: word.describe("The pack's name, as its file is called."),
    figures,
    dates,
    spans,
    sentences,
    nouns,
    verbs: moves,
    bands,
    qualifiers,
    strengths,
    inverse: word.default("inverse").describe("After the word for a correlation below zero."),
    superlatives,
    levels,
    runs,
    comparisons,
    odds,
    states,
    hedges,
    ...wordings,
  })
  .superRefine(checkWords);
