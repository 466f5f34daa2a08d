import type { Fact } from "../../model/index.ts";
import { listed } from "./join.ts";
import { stateOf } from "./naming.ts";
import { partOf, words } from "./part.ts";
import type { Phrase, Speech, Unsaid } from "./part.ts";
import { date } from "./say.ts";

/**
 * Events in a row, those of one day together and each with its day: "the MACD turned up and the close
 * rose above its 50-day average on 2 May, and momentum turned up on 24 April". What an event is called
 * is the state of its part "since", or else its own.
 */
export function happenedOf(facts: readonly Fact[], speech: Speech): Phrase | Unsaid {
  const days = [...new Set(facts.map((each) => each.day))];
  const groups = days.map((day) => facts.filter((each) => each.day === day));
  const told = groups.map((group) => groupOf(group, speech));
  if (told.length === 0 || told.some((each) => each === null))
    return { unsaid: "no event is told" };
  const phrases = told.flatMap((each) => (each === null ? [] : [each]));
  // An "and" inside a group would be read together with the one between groups.
  const several = groups.some((each) => each.length > 1) && groups.length > 1;
  if (!several) return listed(phrases, speech);
  return phrases.flatMap((each, at): Phrase => {
    if (at === 0) return each;
    const last = at === phrases.length - 1;
    return [...words(","), ...(last ? words(speech.voice.sentences.and) : []), ...each];
  });
}

function groupOf(group: readonly Fact[], speech: Speech): Phrase | null {
  const [first] = group;
  const clauses = group.map((each) => clauseOf(each, speech));
  if (first === undefined || clauses.includes(null)) return null;
  const told = clauses.flatMap((each) => (each === null ? [] : [each]));
  return [...listed(told, speech), ...words("on"), ...date(first, "date", speech)];
}

function clauseOf(fact: Fact, speech: Speech): Phrase | null {
  return stateOf(partOf(fact, "since", speech) ?? fact, speech);
}
