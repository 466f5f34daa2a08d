import type { Fact } from "../../model/index.ts";
import { sayElapsed, sayReach } from "../elapsed.ts";
import { sayOrdinal } from "../ordinal.ts";
import { pick } from "../verb.ts";
import { filled, partOf, words } from "./part.ts";
import type { Phrase, Speech, Unsaid } from "./part.ts";
import { date, figureOf, named } from "./say.ts";

/** The shortest reach that is told as one: "a two-month high" is none. */
const LEAST_MONTHS = 3;

/**
 * What a superlative says in one go, the strongest thing that holds: "a record", "matching the high
 * of August 2022", "the highest since August 2022", in every other turn "a six-month low" where the
 * series is told by months; of changes and peaks "the largest since March", "the second highest peak
 * since May". A noun phrase, but for a tie. Never a record unless the series is declared complete: the
 * statistic has no such part otherwise.
 */
export function superlativeOf(fact: Fact, speech: Speech): Phrase | Unsaid {
  const name = RANKED.get(fact.statistic === "change-rank" ? "change" : (fact.state ?? ""));
  if (name !== undefined) return rankedOf(fact, name, speech);
  const side = fact.state === "high" || fact.state === "low" ? fact.state : null;
  return side === null
    ? { unsaid: `${fact.id} is neither a high nor a low` }
    : extremeOf(fact, side, speech);
}

const RANKED: ReadonlyMap<string, "large" | "peak" | "trough"> = new Map([
  ["change", "large"],
  ["peak", "peak"],
  ["trough", "trough"],
]);

function extremeOf(fact: Fact, side: "high" | "low", speech: Speech): Phrase | Unsaid {
  const { turn } = speech;
  const { superlatives } = speech.voice;
  if (partOf(fact, "record", speech) !== null) {
    return words(pick(superlatives[`record ${side}`], turn));
  }
  const tie = partOf(fact, "tie", speech);
  if (tie !== null) return matching(tie, `the ${side} of`, speech);
  const months = partOf(fact, "months", speech);
  if (months !== null && months.value >= LEAST_MONTHS && turn % 2 !== 0) {
    return reachOf(months, side, speech);
  }
  const since = partOf(fact, "since", speech);
  if (since !== null) {
    const text = pick(superlatives[`${side} since`], turn);
    return [...words(text), ...date(since, "since", speech)];
  }
  const start = partOf(fact, "start", speech);
  if (start === null) return nothing(fact);
  return filled(pick(superlatives[`data ${side}`], turn), { since: date(start, "since", speech) });
}

/** Changes and peaks have places: the largest since, or else the second or third largest since. */
function rankedOf(fact: Fact, name: "large" | "peak" | "trough", speech: Speech): Phrase | Unsaid {
  const { turn, voice } = speech;
  const { superlatives } = voice;
  const tie = partOf(fact, "tie", speech);
  if (tie !== null) return matching(tie, "the one of", speech);
  const called = words(superlatives.names[name]);
  for (const [place, part] of ["since", "second", "third"].entries()) {
    const since = partOf(fact, part, speech);
    if (since === null) continue;
    return filled(pick(superlatives["ranked since"], turn), {
      nth: place === 0 ? [] : words(sayOrdinal(place + 1, voice)),
      name: called,
      since: date(since, "since", speech),
    });
  }
  const start = partOf(fact, "start", speech);
  if (start === null) return nothing(fact);
  return filled(pick(superlatives["ranked data"], turn), {
    name: called,
    since: date(start, "since", speech),
  });
}

function nothing(fact: Fact): Unsaid {
  return { unsaid: `since when ${fact.id} is the furthest is not known` };
}

/** "matching the high of August 2022". */
function matching(tie: Fact, of: string, speech: Speech): Phrase {
  const { turn, voice } = speech;
  return [...words(pick(voice.superlatives.matching, turn)), ...words(of), ...ofDay(tie, speech)];
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
