import type { Fact, Facts, Problem, Unit } from "../../model/index.ts";
import { figuresOf } from "./figures.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

const UNIT = /^[ \u00A0](percent|percentage points?|points?|million|billion|trillion)\b/iu;

const PERCENT: readonly Unit[] = ["ratio", "net percent", "percentile"];
const POINTS: readonly Unit[] = ["points", "index", "score", "net percent", "price"];
const SIZES: ReadonlyMap<string, number> = new Map([
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

/** A unit typed behind a figure must be the fact's own: points are not percent, millions not billions. */
export function unitProblems(passage: Passage, facts: Facts): readonly Problem[] {
  return figuresOf(passage).flatMap(({ start, end, inline: { said } }) => {
    const fact = facts.get(said.fact);
    const unit = UNIT.exec(passage.text.slice(end))?.[1]?.toLowerCase();
    const number = Number(said.text.replaceAll(/[^\p{N}.]/gu, ""));
    if (fact?.kind !== "fact" || unit === undefined || !/\p{N}$/u.test(said.text)) return [];
    if (fits(fact, unit, number)) return [];
    const message = `the fact "${fact.id}" is no figure in ${unit}; leave the unit to the helper`;
    return [objection("unit", passage, start, `${said.text} ${unit}`, message)];
  });
}

/** Numbers that a fact names beside its value ("ten sessions") are no sums of money. */
function fits(fact: Fact, unit: string, number: number): boolean {
  const size = SIZES.get(unit);
  if (size !== undefined) {
    const ratio = (number * size) / Math.abs(fact.value);
    return ratio > 0.5 && ratio < 2;
  }
  return (unit === "percent" ? PERCENT : POINTS).includes(fact.unit);
}
