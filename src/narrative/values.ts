import type { Day, Fact, Frequency, Said } from "../model/index.ts";
import type { DayForm, Speech, ValueForm, VerbForm } from "../words/index.ts";
import {
  agreeing,
  countOf,
  keysIn,
  moved as movedPhrase,
  printedSign,
  qualifier,
  sayDay,
  sayElapsed,
  sayValue,
  sayWeek,
  sayWhen,
  sayZone,
  strength,
  textOf as textOfPhrase,
} from "../words/index.ts";
import { daysBetween } from "../model/index.ts";
import { helperNamed } from "./helpers.ts";
import { countAsked } from "./counts.ts";
import type { Entry, Stage } from "./stage.ts";
import { outcome } from "./stage.ts";
import { described, holiday, name, report, word } from "./subjects.ts";
import { titled } from "./titled.ts";
import type { Call } from "./template.ts";
import { pathOf, textOf } from "./template.ts";

/** What a value helper says. A withheld fact is said by nothing. */
export function valueOf(call: Call, stage: Stage): Entry {
  const { published, asOf } = stage.scene;
  if (call.helper === "published") return ownDay("published", published, stage);
  if (call.helper === "as-of") return ownDay("as-of", asOf, stage);
  if (call.helper === "chart") {
    return { kind: "chart", chart: textOf(call.args[0]) ?? "", place: call.at };
  }
  if (call.helper === "voice") return { kind: "slot", slot: textOf(call.args[0]) ?? "" };
  if (call.helper === "highlights") {
    const form = textOf(call.options.get("as")) === "paragraph" ? "paragraph" : "list";
    return { kind: "highlights", count: countAsked(call), form };
  }
  const found = outcome(pathOf(call.args[0]) ?? "", stage);
  if (found.kind === "withheld") return { kind: "withheld", because: [found], place: call.at };
  checkUnit(call, found, stage);
  return factSaid(call, found, stage);
}

function factSaid(call: Call, fact: Fact, stage: Stage): Entry {
  const { voice, published, series } = stage.scene;
  const naming = series.get(fact.series);
  switch (call.helper) {
    case "figure":
    case "size":
      return figure(fact, formOf(call), stage);
    case "moved":
      return word(moved(call, fact, stage));
    case "direction":
      return word(directionOf(call, fact, stage));
    case "named":
      return named(call, fact, stage);
    case "name":
      return name(titled(naming?.name ?? fact.series, call));
    case "ticker":
    case "about":
      return described(call, fact, stage);
    case "noun":
      return word(titled(naming?.noun ?? fact.series, call));
    case "ago":
      return dated(fact, sayElapsed(daysBetween(fact.day, published), voice));
    case "span": {
      const days = fact.unit === "weeks" ? fact.value * 7 : fact.value;
      return valued(fact, sayElapsed(days, voice), fact.value);
    }
    case "when":
      return dated(fact, sayWhen(fact.day, published, voice));
    case "holiday":
      return holiday(call, fact, stage);
    case "week":
      return dated(fact, sayWeek(fact.day, published, voice));
    case "qualifier":
      return word(qualifier(fact.value, voice, stage.scene.ordinal + call.slot));
    case "was":
      return word(agreed(call, fact, stage));
    case "zone":
      return zoned(call, fact, stage);
    case "strength":
      return word(strength(fact.value, voice, stage.scene.ordinal + call.slot));
    default: {
      const form = dayForm(call.helper);
      if (form === null) throw new Error(`the template was not linted: no helper "${call.helper}"`);
      return dated(fact, sayDay(fact.day, form, published, naming?.every ?? "day", voice));
    }
  }
}

function valued(fact: Fact, text: string, value: number): Entry {
  return { kind: "figure", said: { fact: fact.id, kind: "value", text }, value };
}

function dated(fact: Fact, text: string): Entry {
  const said: Said = { fact: fact.id, kind: "day", text };
  return { kind: "date", said, day: fact.day };
}

function figure(fact: Fact, form: ValueForm, stage: Stage): Entry {
  const text = sayValue(fact.value, fact.unit, fact.digits, form, stage.scene.voice);
  return valued(fact, text, fact.value);
}

/** The edition's own days are no facts of the report; they are said under these two names. */
function ownDay(id: "published" | "as-of", day: Day, stage: Stage): Entry {
  const every: Frequency = "day";
  const text = sayDay(day, "full", stage.scene.published, every, stage.scene.voice);
  return { kind: "date", said: { fact: id, kind: "day", text }, day };
}

function named(call: Call, fact: Fact, stage: Stage): Entry {
  const key = textOf(call.args[1]) ?? "";
  const value = new Map(Object.entries(fact.named ?? {})).get(key);
  if (value === undefined) {
    const names = Object.keys(fact.named ?? {}).join(", ");
    const hint = names === "" ? `"${fact.id}" names no numbers` : `it names: ${names}`;
    report("unknown-name", call.at, `"${fact.id}" has no number "${key}"`, hint, stage);
    return word("");
  }
  const digits = Number.isInteger(value) ? 0 : fact.digits;
  const form: ValueForm = { ...formOf(call), words: flag(call, "words") ?? false };
  return valued(fact, sayValue(value, "count", digits, form, stage.scene.voice), value);
}

/** How the tag wants the figure. After a word of direction it is absolute: the sign is in the word. */
export function formOf(call: Call): ValueForm {
  const digits = call.options.get("digits");
  const style = textOf(call.options.get("style"));
  const sign = call.helper === "size" ? "absolute" : textOf(call.options.get("sign"));
  const unit = flag(call, "unit");
  const words = flag(call, "words");
  return {
    ...(digits?.kind === "number" ? { digits: digits.number } : {}),
    ...(style === "compact" || style === "text" ? { style } : {}),
    ...(sign === "absolute" || sign === "signed" || sign === "plain" ? { sign } : {}),
    ...(unit === null ? {} : { unit }),
    ...(words === null ? {} : { words }),
  };
}

export function flag(call: Call, name: string): boolean | null {
  const found = call.options.get(name);
  return found?.kind === "flag" ? found.flag : null;
}

/** Direction of the figure as it is printed, so that nothing rises by 0.0 percent. */
export function signOf(call: Call, fact: Fact, stage: Stage): -1 | 0 | 1 {
  return printedSign(fact.value, fact.unit, fact.digits, formOf(call), stage.scene.voice);
}

/** The verb whose turn it is, or the next one of its list that this note has not used. */
function moved(call: Call, fact: Fact, stage: Stage): string {
  const asked = textOf(call.options.get("form")) ?? "past";
  const many = isMany(call, fact, stage);
  const form = asked === "present" && many ? "present plural" : asked;
  const said = movedPhrase(fact, speechOf(call, stage), isForm(form) ? form : "past", formOf(call));
  stage.used = new Set([...stage.used, ...keysIn(said)]);
  const text = textOfPhrase(said);
  return form === "perfect" ? `${agreeing("has", many ? "other" : "one")} ${text}` : text;
}

function isForm(form: string): form is VerbForm {
  return ["past", "participle", "noun", "present", "present plural", "perfect"].includes(form);
}

/** Is the subject several? By the option, else by what the catalogue calls the series. */
function isMany(call: Call, fact: Fact, { scene: { series, voice } }: Stage): boolean {
  const noun = series.get(fact.series)?.noun ?? fact.series;
  return flag(call, "many") ?? countOf(noun, voice) === "other";
}

/** "was" of one thing, "were" of several. */
function agreed(call: Call, fact: Fact, stage: Stage): string {
  const form = textOf(call.options.get("form")) ?? "was";
  const found = FORMS.find((each) => each === form) ?? "was";
  return agreeing(found, isMany(call, fact, stage) ? "other" : "one");
}

const FORMS = ["was", "is", "has", "has been", "does", "stands", "lies"] as const;

/** "the 2540s"; at or below zero, where there are none, the figure. */
function zoned(call: Call, fact: Fact, stage: Stage): Entry {
  const step = call.options.get("step");
  const asked = {
    third: flag(call, "third") ?? false,
    ...(step?.kind === "number" ? { step: step.number } : {}),
  };
  const text = sayZone(fact.value, fact.unit, fact.digits, asked, stage.scene.voice);
  return text === null ? figure(fact, {}, stage) : valued(fact, text, fact.value);
}

/** What the words need to know to speak of facts here. */
export function speechOf(call: Call, stage: Stage): Speech {
  const { voice, published, facts, series, ordinal } = stage.scene;
  return { voice, published, facts, series, turn: ordinal + call.slot, used: stage.used };
}

function directionOf(call: Call, fact: Fact, stage: Stage): string {
  const sign = signOf(call, fact, stage);
  const side = sign > 0 ? "up" : "down";
  return textOf(call.options.get(sign === 0 ? "flat" : side)) ?? "";
}

function dayForm(helper: string): DayForm | null {
  switch (helper) {
    case "date":
    case "month":
    case "period":
    case "full":
    case "year":
    case "since":
    case "in":
    case "at":
      return helper;
    default:
      return null;
  }
}

function checkUnit(call: Call, fact: Fact, stage: Stage): void {
  const units = helperNamed(call.helper)?.units ?? [];
  if (units.length === 0 || units.includes(fact.unit)) return;
  const message = `{{${call.helper}}} says ${units.join(" or ")}, and "${fact.id}" is in ${fact.unit}`;
  report("wrong-kind", call.at, message, "say it with {{figure}}, or name another fact", stage);
}
