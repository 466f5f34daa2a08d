import type { Citation, Finding, Recipe } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { digitsOf } from "../tools/precision.ts";
import { cite } from "../statistic.ts";
import type { Level } from "./levels.ts";
import type { Pivot } from "./pivots.ts";
import type { Prices } from "./prices.ts";

/** The citation of a pivot: a high from the highs, a low from the lows. */
export function citePivot({ bars }: Prices, pivot: Pivot): Citation {
  return cite(pivot.kind === "high" ? bars.high : bars.low, pivot.point);
}

/**
 * The level itself, on the day of its last touch. A cluster is the mean of its members; a round or
 * pinned number follows from no row and cites its touches, or the last close where it has none.
 */
export function levelFinding(prices: Prices, level: Level, state?: string): Finding {
  const { close } = prices.bars;
  const { members } = level;
  const others = level.touches.filter((each) => !members.includes(each));
  const touching = [...members, ...others].map((each) => citePivot(prices, each));
  const cites = touching.length === 0 ? [cite(close, prices.last.close)] : touching;
  return finding({
    series: close,
    recipe: recipeOf(level),
    cites,
    unit: close.unit,
    digits: digitsOf(close),
    day: (level.touches.at(-1)?.session ?? prices.last).day,
    basis: prices.bars.high.basis,
    ...(state === undefined ? {} : { state }),
  });
}

function recipeOf({ price, kind, members, touches }: Level): Recipe {
  if (kind === "cluster") return { op: "mean", first: 0, last: members.length - 1 };
  const turned = touches.length === 1 ? "one turn" : `${touches.length} turns`;
  const what = kind === "round" ? "a round number" : "a level the report gives";
  return { op: "given", value: price, how: `${what}, with ${turned} at it` };
}
