import type { Fact, Withheld } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Phrase, Speech, Unsaid } from "../words/index.ts";
import {
  betweenThe,
  changed,
  comparedWith,
  date,
  figure,
  fromTo,
  happenedOf,
  isUnsaid,
  keysIn,
  listed,
  mentionOf,
  movedTogether,
  nameOf,
  nounOf,
  oddsOf,
  partOf,
  phrase,
  rankOf,
  respectively,
  runOf,
  sharingUnit,
  size,
  spaced,
  stateOf,
  superlativeOf,
  tallyOf,
  words,
} from "../words/index.ts";
import type { Entry, Stage } from "./stage.ts";
import { outcome, token } from "./stage.ts";
import type { Call } from "./template.ts";
import { pathOf, textOf } from "./template.ts";
import { flag, formOf, speechOf } from "./values.ts";

/** Helpers that say several things in one go: words of the pack with figures and days among them. */
export const PHRASES: ReadonlySet<string> = new Set([
  "between",
  "change",
  "events",
  "list",
  "mention",
  "odds",
  "of",
  "ordinal",
  "pair",
  "phrase",
  "run",
  "state",
  "superlative",
  "vs",
]);

/** The tokens of what the helper says, spaces between them; one token where it cannot be said. */
export function sayPhrase(call: Call, stage: Stage): string {
  const speech = speechOf(call, stage);
  const said = sayable(call, speech, stage);
  if (!("because" in said)) {
    stage.used = new Set([...stage.used, ...keysIn(said)]);
    return tokens(said, stage);
  }
  return token({ kind: "withheld", because: said.because, place: call.at }, stage);
}

interface Lost {
  readonly because: readonly Withheld[];
}

function sayable(call: Call, speech: Speech, stage: Stage): Phrase | Lost {
  const asked = call.args.flatMap((each) => pathOf(each) ?? []).map((id) => outcome(id, stage));
  const because = asked.filter((each): each is Withheld => each.kind === "withheld");
  const facts = asked.filter((each): each is Fact => each.kind === "fact");
  if (because.length > 0 && !(call.helper === "events" && facts.length > 0)) {
    return byItsEnds(call, because, speech) ?? { because };
  }
  const [one] = facts;
  const said =
    one === undefined
      ? hedged(call, speech)
      : phraseOf(call, [one, ...facts.slice(1)], speech, stage);
  if (!isUnsaid(said)) return said;
  const id = one?.id ?? call.helper;
  return {
    because: [{ kind: "withheld", id, statistic: one?.statistic ?? "", reason: said.unsaid }],
  };
}

/** A change without a percentage, from zero or a tiny base, is told by its ends if they are known. */
function byItsEnds(call: Call, [lost]: readonly Withheld[], speech: Speech): Phrase | null {
  if (call.helper !== "change" || lost === undefined) return null;
  const [from, to] = ["from", "to"].map((each) => speech.facts.get(`${lost.id}.${each}`));
  return from?.kind === "fact" && to?.kind === "fact" ? fromTo(from, to, speech) : null;
}

function hedged(call: Call, { turn, voice }: Speech): Phrase {
  return words(phrase(textOf(call.args[0]) ?? "", turn, voice) ?? "");
}

type Facts = readonly [Fact, ...Fact[]];

function phraseOf(call: Call, facts: Facts, speech: Speech, stage: Stage): Phrase | Unsaid {
  const [one, two, three] = facts;
  switch (call.helper) {
    case "between":
      return two && three ? betweenThe(one, [two, three], speech) : missing(call);
    case "change":
      return changed(one, speech);
    case "events":
      return happenedOf(facts, speech);
    case "list":
      return listOf(call, facts, speech);
    case "mention":
      return mentionOf(one, speech);
    case "odds":
      return oddsOf(one, speech);
    case "of": {
      const all = two ?? partOf(one, "readings", speech);
      const noun = textOf(call.options.get("noun"));
      return all === null
        ? { unsaid: `of how many is not known` }
        : tallyOf(one, all, speech, noun);
    }
    case "ordinal":
      return rankOf(one, speech, textOf(call.options.get("of")));
    case "pair":
      return pairOf(call, facts, speech);
    case "run":
      return runOf(one, speech);
    case "state":
      return stateOf(one, speech, styleOf(call)) ?? stateless(call, one, stage);
    case "superlative":
      return superlativeOf(one, speech);
    case "vs":
      return two ? comparedWith(one, two, speech) : missing(call);
    default:
      return missing(call);
  }
}

function missing(call: Call): never {
  throw new Error(`the template was not linted: {{${call.helper}}}`);
}

function listOf(call: Call, facts: Facts, speech: Speech): Phrase {
  const of = textOf(call.options.get("say")) ?? "figure";
  const say = (fact: Fact): Phrase => {
    switch (of) {
      case "size":
        return size(fact, speech, formOf(call));
      case "name":
        return nameOf(fact, speech);
      case "noun":
        return nounOf(fact, speech);
      case "date":
      case "month":
        return date(fact, of, speech);
      default:
        return figure(fact, speech, formOf(call));
    }
  };
  const items = facts.map(say);
  if (flag(call, "respectively") === true) return respectively(items, speech);
  const last = textOf(call.options.get("last"));
  return listed(sharingUnit(items), speech, last === "or" || last === "but" ? last : "and");
}

function pairOf(call: Call, facts: Facts, speech: Speech): Phrase | Unsaid {
  if (flag(call, "to") !== true) return movedTogether(facts, speech);
  const ends = facts.map((each) => partOf(each, "to", speech));
  const known = ends.filter((each) => each !== null);
  if (known.length < facts.length) return { unsaid: "not all of them have a level" };
  return movedTogether(facts, speech, known);
}

function styleOf(call: Call): "text" | "compact" {
  return textOf(call.options.get("style")) === "compact" ? "compact" : "text";
}

function stateless(call: Call, fact: Fact, stage: Stage): Phrase {
  const message = `"${fact.id}" has no state`;
  const hint = "its entry in the manual tells which facts have one";
  stage.problems.push(problem("wrong-kind", call.at, message, hint));
  return [];
}

/** Figures, days and words as tokens; marks and the spaces between them as they are. */
function tokens(phrase: Phrase, stage: Stage): string {
  return spaced(phrase)
    .map((part) => {
      const space = part.text.startsWith(" ") ? " " : "";
      const text = part.text.slice(space.length);
      if (part.kind === "words" && /^[,;:]$/.test(text)) return space + text;
      return space + token(entryFor(part, text), stage);
    })
    .join("");
}

function entryFor(part: Phrase[number], text: string): Entry {
  switch (part.kind) {
    case "words":
      return { kind: "word", text, proper: part.proper };
    case "figure": {
      const { fact, value } = part;
      return { kind: "figure", said: { fact, kind: "value", text }, value };
    }
    case "date":
      return { kind: "date", said: { fact: part.fact, kind: "day", text }, day: part.day };
  }
}
