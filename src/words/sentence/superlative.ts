import type { Fact } from "../../model/index.ts";
import { sayElapsed, sayReach } from "../elapsed.ts";
import { pick } from "../verb.ts";
import { filled, partOf, words } from "./part.ts";
import type { Phrase, Speech } from "./part.ts";
import { date, figureOf, named } from "./say.ts";

/** The shortest reach that is told as one: "a two-month high" is none. */
const LEAST_MONTHS = 3;

/**
 * What a superlative says in one go, the strongest thing that holds: "a record", "matching the high
 * of August 2022", "the highest since August 2022", in every other turn "a six-month low" where the
 * series is told by months. A noun phrase, but for a tie. Never a record unless the series is
 * declared complete: the statistic has no such part otherwise.
 */
export function superlativeOf(fact: Fact, speech: Speech): Phrase {
  const side = fact.state === "low" ? "low" : "high";
  const { turn } = speech;
  const { superlatives } = speech.voice;
  if (partOf(fact, "record", speech) !== null) {
    return words(pick(superlatives[`record ${side}`], turn));
  }
  const tie = partOf(fact, "tie", speech);
  if (tie !== null) {
    const matching = words(pick(superlatives.matching, turn));
    return [...matching, ...words(`the ${side} of`), ...ofDay(tie, speech)];
  }
  const months = partOf(fact, "months", speech);
  if (months !== null && months.value >= LEAST_MONTHS && turn % 2 !== 0) {
    return reachOf(months, side, speech);
  }
  const since = partOf(fact, "since", speech);
  if (since !== null) {
    const text = pick(superlatives[`${side} since`], turn);
    return [...words(text), ...date(since, "since", speech)];
  }
  const start = partOf(fact, "start", speech) ?? fact;
  return filled(pick(superlatives[`data ${side}`], turn), {
    since: date(start, "since", speech),
  });
}

/** "a six-month low", "the lowest in six months". */
function reachOf(months: Fact, side: "high" | "low", speech: Speech): Phrase {
  const { voice, turn } = speech;
  const years = Math.floor(months.value / 12);
  const length = years > 0 ? years * 12 : months.value;
  const span = sayElapsed(Math.round(length * 30.4375), voice);
  return filled(pick(voice.superlatives[`${side} reach`], Math.floor(turn / 2)), {
    reach: figureOf(months, sayReach(months.value, voice), months.value),
    span: figureOf(months, span, months.value),
  });
}

/** "August 2022", "end-April", but "16 May" of a daily series. */
function ofDay(fact: Fact, speech: Speech): Phrase {
  const daily = (named(fact, speech)?.every ?? "day") === "day";
  return date(fact, daily ? "since" : "period", speech);
}
