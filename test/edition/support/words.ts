import type { Edition } from "../../../src/model/index.ts";
import type { Materials } from "../../../src/edition/index.ts";
import type { DayForm, ValueForm } from "../../../src/words/index.ts";
import { sayDay, sayElapsed, sayValue, sayWhen } from "../../../src/words/index.ts";
import { factOf } from "./make.ts";

/** What the house prints of an edition's facts, whatever sentence the week's rotation puts it in. */
export interface Sayer {
  readonly value: (id: string, form?: ValueForm) => string;
  readonly size: (id: string, form?: ValueForm) => string;
  readonly day: (id: string, form: DayForm) => string;
  readonly span: (id: string) => string;
  readonly when: (id: string) => string;
}

export function sayerOf({ voice, library }: Materials, edition: Edition): Sayer {
  const { published } = edition.article;
  const value = (id: string, form: ValueForm = {}): string => {
    const fact = factOf(edition, id);
    return sayValue(fact.value, fact.unit, fact.digits, form, voice);
  };
  return {
    value,
    size: (id, form = {}) => value(id, { ...form, sign: "absolute" }),
    day: (id, form) => {
      const fact = factOf(edition, id);
      const every = library.series.get(fact.series)?.every ?? "day";
      return sayDay(fact.day, form, published, every, voice);
    },
    span: (id) => sayElapsed(factOf(edition, id).value, voice),
    when: (id) => sayWhen(factOf(edition, id).day, published, voice),
  };
}
