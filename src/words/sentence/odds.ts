import type { Fact } from "../../model/index.ts";
import { printedValue, sayValue } from "../value.ts";
import { pick } from "../verb.ts";
import { filled, partOf, words } from "./part.ts";
import type { Phrase, Speech, Unsaid } from "./part.ts";
import { figure, figureOf } from "./say.ts";

/** The verdict of an interval on its base rate. */
type Verdict = "better" | "no better" | "worse";

/**
 * Odds in one go: "in 26 of 37 cases, no better than after any other day, at 61 percent". The parts of
 * an event say how many cases there were and how many were followed, the ends of the interval around
 * that share, and the base rate. The words follow the interval as printed: where the base rate lies
 * within it, nothing was found.
 */
export function oddsOf(fact: Fact, speech: Speech): Phrase | Unsaid {
  const part = (name: string): Fact | null => partOf(fact, name, speech);
  const [k, n, base, low, high] = [
    part("followed"),
    part("cases"),
    part("base"),
    part("low"),
    part("high"),
  ];
  if (!k || !n || !base || !low || !high) return { unsaid: `${fact.id} has not all parts of odds` };
  const { voice, turn } = speech;
  const count = (each: Fact): Phrase =>
    figureOf(each, sayValue(each.value, "count", 0, { words: false }, voice), each.value);
  const cases = filled(pick(voice.odds.cases, turn), { k: count(k), n: count(n) });
  const verdict = filled(pick(voice.odds[verdictOn(base, low, high, speech)], turn), {
    base: figure(base, speech, { digits: 0 }),
  });
  return [...cases, ...words(","), ...verdict];
}

/** Where the base rate lies to the interval, in whole percent; its ends belong to it. */
function verdictOn(base: Fact, low: Fact, high: Fact, { voice }: Speech): Verdict {
  const [rate, least, most] = [base, low, high].map((each) =>
    printedValue(each.value, each.unit, each.digits, { digits: 0 }, voice),
  );
  if (rate === undefined || least === undefined || most === undefined) return "no better";
  if (least > rate) return "better";
  return most < rate ? "worse" : "no better";
}
