import type { Day, Fact, Facts, Frequency, Instrument, Unit } from "../../model/index.ts";
import type { Voice } from "../voice.ts";

/** A piece of a sentence: words of the house, or what a fact says. */
export type Part =
  /** `proper`: a name, which keeps its own capitals. `key`: not to be said again nearby. */
  | {
      readonly kind: "words";
      readonly text: string;
      readonly proper: boolean;
      readonly key: string | null;
    }
  | {
      readonly kind: "figure";
      readonly fact: string;
      readonly text: string;
      readonly value: number;
    }
  | { readonly kind: "date"; readonly fact: string; readonly text: string; readonly day: Day };

/** Parts in the order of the sentence; spaces between them are made when it is set. */
export type Phrase = readonly Part[];

/** What cannot be said truly of these facts, and why. */
export interface Unsaid {
  readonly unsaid: string;
}

/** What sentences need to know of a series. */
export interface Named {
  readonly name: string;
  readonly noun: string;
  readonly unit: Unit;
  readonly every: Frequency;
  readonly instrument?: Instrument;
}

/** Who speaks, of what, and when. */
export interface Speech {
  readonly voice: Voice;
  readonly published: Day;
  readonly facts: Facts;
  readonly series: ReadonlyMap<string, Named>;
  /** The edition's ordinal and the place of the words in the note: it turns every list. */
  readonly turn: number;
  /** What was said nearby and should not return: the keys of phrases. */
  readonly used: ReadonlySet<string>;
}

export function words(text: string, key: string | null = null): Phrase {
  return text === "" ? [] : [{ kind: "words", text, proper: false, key }];
}

/** A name, which keeps its capitals where a sentence begins. */
export function proper(text: string, key: string | null = null): Phrase {
  return text === "" ? [] : [{ kind: "words", text, proper: true, key }];
}

/** A verb: the next one nearby is another. */
export function verbWord(text: string): Phrase {
  return words(text, text);
}

/** The fact of a part of another, "since" of a superlative, or null where it is not to be said. */
export function partOf(fact: Fact, part: string, { facts }: Pick<Speech, "facts">): Fact | null {
  const found = facts.get(part === "" ? fact.id : `${fact.id}.${part}`);
  return found?.kind === "fact" ? found : null;
}

/** What a phrase says that should not return nearby: its verbs, and what it calls things. */
export function keysIn(phrase: Phrase): readonly string[] {
  return phrase.flatMap((each) => (each.kind === "words" && each.key !== null ? [each.key] : []));
}

/** A pattern of the voice, "a {reach} high", with its places filled. */
export function filled(pattern: string, places: Readonly<Record<string, Phrase>>): Phrase {
  return pattern.split(/(\{[^{}]*\})/).flatMap((piece) => {
    if (!piece.startsWith("{")) return words(piece.trim());
    return places[piece.slice(1, -1)] ?? [];
  });
}

export function isUnsaid(said: Phrase | Unsaid): said is Unsaid {
  return "unsaid" in said;
}
