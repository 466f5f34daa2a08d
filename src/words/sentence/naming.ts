import type { Fact } from "../../model/index.ts";
import { pick } from "../verb.ts";
import { filled, proper, words } from "./part.ts";
import type { Phrase, Speech } from "./part.ts";
import { named } from "./say.ts";

/**
 * What the fact's series is called here: at its first mention by name ("the Russell 2000"), later by
 * the catalogue's noun and those that the voice has for its kind of instrument, in turn and none
 * twice while another is left: "the fund", "the ETF", never "the stock".
 */
export function mentionOf(fact: Fact, speech: Speech): Phrase {
  const series = named(fact, speech);
  if (series === null) return proper(fact.series);
  const { name, noun, instrument } = series;
  const { voice, turn, used } = speech;
  const kind = instrument === undefined ? null : voice.nouns[instrument];
  const first = `${name} is named`;
  if (!used.has(first)) {
    return filled(kind?.first ?? "{name}", { name: proper(name, first) });
  }
  const nouns = [...new Set([noun, ...(kind?.later ?? [])])];
  const key = (each: string): string => `${name} is called ${each}`;
  const fresh = nouns.find((each) => !used.has(key(each)));
  const chosen = fresh ?? pick(nouns, turn);
  return words(chosen, key(chosen));
}

/**
 * What a statistic found, in the words that the voice has for this state of it, or for levels and
 * comparisons; a state without words of its own is said as it is. Null: it found none.
 */
export function stateOf(
  { statistic, state }: Pick<Fact, "statistic" | "state">,
  { voice, turn }: Pick<Speech, "voice" | "turn">,
): Phrase | null {
  if (state === undefined) return null;
  const shared: readonly (readonly [string, unknown])[] = [
    ...Object.entries(voice.levels),
    ...Object.entries(voice.comparisons),
  ];
  const common: unknown = shared.find(([name]) => name === state)?.[1];
  const list: unknown = voice.states[statistic]?.[state] ?? common;
  return words(isList(list) ? pick(list, turn) : state.replaceAll("-", " "));
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
