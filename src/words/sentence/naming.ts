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

/** What a statistic found, in the words of the voice: "net short", "was turned back at". */
export function stateOf(state: string, { voice, turn }: Pick<Speech, "voice" | "turn">): Phrase {
  const lists: readonly (readonly [string, unknown])[] = Object.entries(voice.levels);
  const found = lists.find(([name]) => name === state)?.[1];
  const list = Array.isArray(found) ? found : voice.states[state];
  return words(list === undefined ? state.replaceAll("-", " ") : pick(list, turn));
}
