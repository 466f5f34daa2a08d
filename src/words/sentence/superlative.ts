import type { Fact } from "../../model/index.ts";
import { sayReach } from "../elapsed.ts";
import { phrase } from "../verb.ts";
import { partOf, words } from "./part.ts";
import type { Phrase, Speech } from "./part.ts";
import { date, figureOf } from "./say.ts";

/**
 * What a superlative says in one go, the strongest that holds: "a record high", "matching the level
 * of August 2022", "the highest since August 2022", "a six-month low".
 */
export function superlativeOf(fact: Fact, speech: Speech): Phrase {
  const side = fact.state === "low" ? "low" : "high";
  const { voice, turn } = speech;
  const record = partOf(fact, "record", speech);
  if (record !== null) return words(`a record ${side}`);
  const tie = partOf(fact, "tie", speech);
  if (tie !== null) {
    return [
      ...words(phrase("matching", turn, voice) ?? "matching"),
      ...words("the level of"),
      ...date(tie, "since", speech),
    ];
  }
  const months = partOf(fact, "months", speech);
  if (months !== null && turn % 2 === 1 && months.value >= 2) {
    return [
      ...words("a"),
      ...figureOf(months, sayReach(months.value, voice), months.value),
      ...words(side),
    ];
  }
  const since = partOf(fact, "since", speech);
  if (since === null) return words(`the ${side === "high" ? "highest" : "lowest"} on record here`);
  return [
    ...words(phrase(`${side} since`, turn, voice) ?? "the most extreme since"),
    ...date(since, "since", speech),
  ];
}
