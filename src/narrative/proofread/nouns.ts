import type { Article, Facts, Instrument, Problem } from "../../model/index.ts";
import type { Voice } from "../../words/index.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

/** A series of the catalogue, with what it may be called and what kind of thing it is. */
export interface Bearer {
  readonly id: string;
  readonly name?: string;
  readonly noun: string;
  readonly instrument?: Instrument | null | undefined;
}

/** What things may be called in this article. */
export interface Called {
  /** Nouns that the catalogue gives to what the article speaks of, in small letters. */
  readonly nouns: ReadonlySet<string>;
  /** Kinds of what the article speaks of; null where the catalogue does not say. */
  readonly kinds: ReadonlySet<Instrument> | null;
  readonly voice: Voice | null;
}

/**
 * Nouns of the series that the article says facts of, and of those that share their first name: a
 * note on `iwm.short-interest` speaks of the fund `iwm`. A series without a kind may be called
 * anything that the catalogue says.
 */
export function calledIn(
  article: Article,
  facts: Facts,
  bearers: readonly Bearer[],
  voice: Voice | null,
  passages: readonly Passage[],
): Called {
  const said = [
    ...passages.flatMap((each) => each.spans.flatMap(({ inline }) => factIn(inline))),
    ...article.charts.flatMap((each) => each.says.map((saying) => saying.fact)),
  ];
  const spoken = new Set(said.flatMap((id) => familyOf(facts, id)));
  const named = bearers.filter((each) => spoken.has(first(each.id)));
  const unkind = bearers.filter(({ instrument }) => !instrument);
  const kinds = named.flatMap(({ instrument }) => instrument ?? []);
  const all = kinds.length === 0 ? bearers : [...named, ...unkind];
  return {
    nouns: new Set(all.map((each) => each.noun.toLowerCase())),
    kinds: kinds.length === 0 ? null : new Set(kinds),
    voice,
  };
}

function factIn(inline: Passage["spans"][number]["inline"]): readonly string[] {
  return inline.kind === "figure" || inline.kind === "date" ? [inline.said.fact] : [];
}

function familyOf(facts: Facts, id: string): readonly string[] {
  const fact = facts.get(id);
  return fact?.kind === "fact" ? [first(fact.series)] : [];
}

function first(id: string): string {
  return id.split(/[.#]/)[0] ?? id;
}

const NOUNS =
  /\bthe (stock|fund|ETF|coin|token|bond|currency|commodity)(?![\p{L}-])(?! (?:market|exchange|rate))/giu;

/** "The stock" of an index, or of a fund. */
export function nounProblems(passage: Passage, called: Called): readonly Problem[] {
  if (passage.voice) return [];
  return [...passage.text.matchAll(NOUNS)]
    .filter(([found, noun = ""]) => !mayBeCalled(found.toLowerCase(), noun, called))
    .map((found) => objection("noun", passage, found.index, found[0], message(called), "warning"));
}

function mayBeCalled(noun: string, bare: string, { nouns, kinds, voice }: Called): boolean {
  if (nouns.has(noun)) return true;
  if (kinds === null) return nouns.size === 0 || !STRICT.has(bare.toLowerCase());
  return voice !== null && later(kinds, voice).some((each) => each.toLowerCase() === noun);
}

/** Said of an unknown kind of thing they are wrong more often than not. */
const STRICT = new Set(["stock", "coin", "token", "bond", "currency"]);

function later(kinds: ReadonlySet<Instrument>, voice: Voice): readonly string[] {
  return [...kinds].flatMap((kind) => voice.nouns[kind].later);
}

function message({ kinds, voice }: Called): string {
  if (kinds === null || voice === null) {
    return "no series of the catalogue is called so; let {{noun fact}} say it";
  }
  const names = [...new Set(later(kinds, voice))].join(", ");
  return `nothing that this note speaks of is one; its kinds are called: ${names}`;
}
