import type { Fact } from "../../model/index.ts";
import { pick } from "../verb.ts";
import { filled, partOf, words } from "./part.ts";
import type { Phrase, Speech, Unsaid } from "./part.ts";
import { figure, figureOf } from "./say.ts";
import { sayValue } from "../value.ts";

/** The verdict of an interval on its base rate. */
type Verdict = "better" | "no better" | "worse";

/**
 * Odds in one go: "in 26 of 37 cases, no better than any other month, at 61 percent". The fact is a
 * share; its parts say how many cases there were and how many held, the base rate over all spans, and
 * the ends of the interval around the share. The words follow the interval: where the base rate lies
 * within it, nothing was found.
 */
export function oddsOf(fact: Fact, speech: Speech, span: string): Phrase | Unsaid {
  const [k, n, base, low, high] = ["of", "cases", "base", "low", "high"].map((each) =>
    partOf(fact, each, speech),
  );
  if (!k || !n || !base || !low || !high) return { unsaid: `${fact.id} has not all parts of odds` };
  const { voice, turn } = speech;
  const count = (each: Fact): Phrase =>
    figureOf(each, sayValue(each.value, "count", 0, { words: false }, voice), each.value);
  const cases = filled(pick(voice.odds.cases, turn), { k: count(k), n: count(n) });
  const verdict = filled(pick(voice.odds[verdictOf(base, low, high)], turn), {
    base: figure(base, speech, { digits: 0 }),
    span: words(span),
  });
  return [...cases, ...words(","), ...verdict];
}

/** Where the base rate lies to the interval; its ends belong to it. */
function verdictOf(base: Fact, low: Fact, high: Fact): Verdict {
  if (low.value > base.value) return "better";
  return high.value < base.value ? "worse" : "no better";
}
