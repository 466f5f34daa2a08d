import type { Fact } from "../../model/index.ts";
import { sayDay } from "../day.ts";
import type { DayForm } from "../day.ts";
import { sayValue } from "../value.ts";
import type { ValueForm } from "../value.ts";
import { proper, words } from "./part.ts";
import type { Named, Phrase, Speech } from "./part.ts";

/** The fact's figure in its unit. */
export function figure(fact: Fact, speech: Speech, form: ValueForm = {}): Phrase {
  const text = sayValue(fact.value, fact.unit, fact.digits, form, speech.voice);
  return figureOf(fact, text, fact.value);
}

/** The figure without its sign, for use after a word of direction. */
export function size(fact: Fact, speech: Speech, form: ValueForm = {}): Phrase {
  return figure(fact, speech, { ...form, sign: "absolute" });
}

/** Words that say the fact's value: "six-month" of six months. */
export function figureOf(fact: Pick<Fact, "id">, text: string, value: number): Phrase {
  return [{ kind: "figure", fact: fact.id, text, value }];
}

/** The fact's day in a form that fits its series. */
export function date(fact: Fact, form: DayForm, speech: Speech): Phrase {
  const every = named(fact, speech)?.every ?? "day";
  const text = sayDay(fact.day, form, speech.published, every, speech.voice);
  return [{ kind: "date", fact: fact.id, text, day: fact.day }];
}

/** The name of the series that the fact is about. */
export function nameOf(fact: Fact, speech: Speech): Phrase {
  return proper(named(fact, speech)?.name ?? fact.series);
}

/** What a later sentence calls it, by the catalogue. */
export function nounOf(fact: Fact, speech: Speech): Phrase {
  return words(named(fact, speech)?.noun ?? fact.series);
}

export function named(fact: Fact, { series }: Pick<Speech, "series">): Named | null {
  return series.get(fact.series) ?? null;
}
