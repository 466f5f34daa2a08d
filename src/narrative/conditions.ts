import type { Fact, Outcome, Withheld } from "../model/index.ts";
import { parseSpan, spanBefore } from "../model/index.ts";
import type { Stage } from "./stage.ts";
import { outcome } from "./stage.ts";
import type { Call } from "./template.ts";
import { pathOf, textOf } from "./template.ts";
import { signOf } from "./values.ts";

/** Does the condition hold? Where a fact it asks about is withheld, nobody can say. */
export type Answer = boolean | { readonly because: readonly Withheld[] };

export function answer(call: Call, stage: Stage): Answer {
  if (call.helper === "advice") return stage.scene.compliance === "advice";
  const asked = call.args.flatMap((each) => pathOf(each) ?? []).map((id) => outcome(id, stage));
  const because = asked.filter((each): each is Withheld => each.kind === "withheld");
  if (call.helper === "has") return because.length === 0;
  if (because.length > 0) return { because };
  const [one, two] = asked.filter((each): each is Fact => isFact(each));
  if (one === undefined) throw new Error(`the template was not linted: {{#${call.helper}}}`);
  return holds(call, one, two ?? one, stage);
}

function isFact(each: Outcome): each is Fact {
  return each.kind === "fact";
}

function holds(call: Call, one: Fact, two: Fact, stage: Stage): boolean {
  switch (call.helper) {
    case "rose":
      return signOf(call, one, stage) > 0;
    case "fell":
      return signOf(call, one, stage) < 0;
    case "flat":
      return signOf(call, one, stage) === 0;
    case "is":
      return one.state === textOf(call.args[1]);
    case "above":
      return one.value > two.value;
    case "below":
      return one.value < two.value;
    case "after":
      return one.day > two.day;
    case "before":
      return one.day < two.day;
    case "within":
      return isWithin(call, one, stage);
    case "atleast":
      return one.value >= limitOf(call);
    case "atmost":
      return one.value <= limitOf(call);
    default:
      throw new Error(`the template was not linted: no block "${call.helper}"`);
  }
}

/** Zero is a number like any other; only a withheld fact is absent. */
function limitOf(call: Call): number {
  const found = call.args[1];
  if (found?.kind !== "number") throw new Error("the template was not linted: no number");
  return found.number;
}

/** Does the fact's day lie at most that long before the published day, and not after it? */
function isWithin(call: Call, fact: Fact, stage: Stage): boolean {
  const span = parseSpan(textOf(call.args[1]) ?? "");
  if (span === null) throw new Error("the template was not linted: no span");
  const { published } = stage.scene;
  return fact.day <= published && fact.day >= spanBefore(published, span);
}
