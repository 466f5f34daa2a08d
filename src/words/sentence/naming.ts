import type { Fact } from "../../model/index.ts";
import { sayValue } from "../value.ts";
import { pick } from "../verb.ts";
import type { Voice } from "../voice.ts";
import { filled, proper, words } from "./part.ts";
import type { Phrase, Speech } from "./part.ts";
import { figureOf, named } from "./say.ts";

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
  fact: Pick<Fact, "id" | "named" | "statistic" | "state">,
  { voice, turn }: Pick<Speech, "voice" | "turn">,
  style: "text" | "compact" = "text",
): Phrase | null {
  const { statistic, state } = fact;
  if (state === undefined) return null;
  const shared: readonly (readonly [string, unknown])[] = [
    ...Object.entries(voice.levels),
    ...Object.entries(voice.comparisons),
  ];
  const common: unknown = shared.find(([name]) => name === state)?.[1];
  const own = voice.states[statistic]?.[state];
  const chosen =
    own === undefined || isList(own) ? own : style === "compact" ? [own.compact] : own.text;
  const list: unknown = chosen ?? common;
  if (!isList(list)) return words(state.replaceAll("-", " "));
  return filled(pick(list, turn), numbersOf(fact, voice));
}

/** The numbers that a fact names, for the words of its state: "{slow}-day average", "{days in words} days". */
function numbersOf(
  fact: Pick<Fact, "id" | "named">,
  voice: Voice,
): Readonly<Record<string, Phrase>> {
  return Object.fromEntries(
    Object.entries(fact.named ?? {}).flatMap(([name, value]) => {
      const say = (inWords: boolean): Phrase =>
        figureOf(fact, sayValue(value, "count", 0, { words: inWords }, voice), value);
      return [
        [name, say(false)],
        [`${name} in words`, say(true)],
      ];
    }),
  );
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
