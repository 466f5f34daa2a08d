import type { Fact, Place } from "../model/index.ts";
import { earlyCloseOn, holidayOn, problem } from "../model/index.ts";
import type { Entry, Stage } from "./stage.ts";
import { harmless } from "./stage.ts";
import type { Call } from "./template.ts";
import { textOf } from "./template.ts";

export function word(text: string): Entry {
  return { kind: "word", text: harmless(text), proper: false };
}

export function name(text: string): Entry {
  return { kind: "word", text: harmless(text), proper: true };
}

/** What the catalogue says of the fact's subject: under what it trades, or what it is. */
export function described(call: Call, fact: Fact, stage: Stage): Entry {
  const { ticker, about } = stage.scene.series.get(fact.series) ?? {};
  const say = textOf(call.options.get("say")) === "source" ? about?.source : about?.text;
  const found = call.helper === "ticker" ? ticker : say;
  if (found !== undefined) return name(found);
  const message = `the catalogue gives no ${call.helper} of what "${fact.id}" is about`;
  const hint =
    call.helper === "ticker" ? "members of a group have one" : "say it under about: of the group";
  report("wrong-kind", call.at, message, hint, stage);
  return word("");
}

/** Why the exchange is closed on the fact's day, or why its session ends early. */
export function holiday(call: Call, fact: Fact, stage: Stage): Entry {
  const found = holidayOn(fact.day) ?? earlyCloseOn(fact.day);
  if (found !== null) return name(found);
  const message = `{{holiday}} says why the exchange is closed, and on ${fact.day} of "${fact.id}" it is open`;
  const hint = "name the part .holiday or .early of a short-week";
  report("wrong-kind", call.at, message, hint, stage);
  return word("");
}

export function report(rule: string, at: Place, message: string, hint: string, stage: Stage): void {
  stage.problems.push(problem(rule, at, message, hint));
}
