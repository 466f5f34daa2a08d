import type { Call, Template } from "./template.ts";
import { callsOf } from "./template.ts";

/** Sentences that {{highlights}} prints where it does not say how many. */
const USUAL = 3;

/** How many highlights a call asks for. */
export function countAsked({ options }: Call): number {
  const count = options.get("count");
  return count?.kind === "number" ? count.number : USUAL;
}

/** The most highlights that any place of the template asks for; none: it has no such place. */
export function highlightsAsked(template: Template): number {
  const calls = callsOf(template.nodes).filter(({ helper }) => helper === "highlights");
  return Math.max(0, ...calls.map(countAsked));
}
