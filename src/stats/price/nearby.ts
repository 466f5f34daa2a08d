import type { Citation, Finding, Recipe } from "../../model/index.ts";
import { moved } from "../tools/combine.ts";
import { finding } from "../tools/finding.ts";
import type { Measure } from "../tools/measure.ts";
import { apart } from "./apart.ts";
import type { Context } from "../statistic.ts";
import { Withholding, cite } from "../statistic.ts";
import type { Prices } from "./prices.ts";

/** A fact that is a level, with its name in the report. */
export interface Named {
  readonly id: string;
  readonly fact: Finding;
}

/** Those of the named facts that can be said. */
export function sayable(ids: readonly string[], context: Context): readonly Named[] {
  return ids.flatMap((id) => {
    try {
      return [{ id, fact: context.fact(id) }];
    } catch (error) {
      if (error instanceof Withholding) return [];
      throw error;
    }
  });
}

/** The distance of a level from the last close, as a ratio: negative where the level lies lower. */
export function distanceTo(prices: Prices, { fact }: Named): Finding {
  const close = cite(prices.bars.close, prices.last.close);
  return finding({
    series: prices.bars.close,
    ...between(prices, { value: prices.last.close.value, recipe: LAST, cites: [close] }, fact),
    day: prices.last.day,
    basis: prices.bars.close.basis,
    state: fact.value > prices.last.close.value ? "above" : "below",
  });
}

const LAST: Recipe = { op: "value", of: 0 };

interface Proof {
  readonly value: number;
  readonly recipe: Recipe;
  readonly cites: readonly Citation[];
}

/** From one level to another, in one list of citations. */
export function between(
  { bars }: Prices,
  from: Proof,
  to: Proof,
): Measure & { readonly cites: readonly Citation[] } {
  const end = moved(to.recipe, from.cites.length);
  return {
    ...apart(bars.close, from.recipe, end, from.value),
    cites: [...from.cites, ...to.cites],
  };
}
