import type { Citation, Recipe } from "../../model/index.ts";
import { changesOf } from "./changes.ts";
import { rowsBetween } from "./gauge.ts";
import { rowsOf, value } from "./rows.ts";
import type { Taker, Window } from "./window.ts";

/** A question put to every member, and its opposite, as counts over the same citations. */
export interface Tested {
  readonly window: Window;
  readonly cites: readonly Citation[];
  readonly is: Recipe;
  readonly against: Recipe;
}

export function moved(window: Window, up: boolean): Tested {
  const { cites } = changesOf(window);
  const from = window.takers.map((_, at) => value(2 * at));
  const to = window.takers.map((_, at) => value(2 * at + 1));
  return { window, cites, ...sides(to, from, up) };
}

/** The last close beside the mean of all of them. */
export function besideAverage(window: Window, above: boolean): Tested {
  const { takers, group, from, to } = window;
  const { cites, starts } = rowsOf(group.panel, takers, "close", rowsBetween);
  const sessions = to - from + 1;
  const last = starts.map((start) => value(start + sessions - 1));
  const means = starts.map((first): Recipe => ({ op: "mean", first, last: first + sessions - 1 }));
  return { window, cites, ...sides(last, means, above) };
}

/** The last close beside the highest and the lowest of those before it; these alone are cited. */
export function beyond(window: Window, high: boolean): Tested {
  const { takers, group } = window;
  const { cites } = rowsOf(group.panel, takers, "close", (each) => [
    furthest(each, 1),
    furthest(each, -1),
    each.to,
  ]);
  const [highs, lows, last] = [0, 1, 2].map((part) => takers.map((_, at) => value(3 * at + part)));
  const above: Recipe = { op: "greater", each: last ?? [], than: highs ?? [] };
  const below: Recipe = { op: "greater", each: lows ?? [], than: last ?? [] };
  return { window, cites, is: high ? above : below, against: high ? below : above };
}

function sides(
  each: readonly Recipe[],
  than: readonly Recipe[],
  up: boolean,
): Pick<Tested, "is" | "against"> {
  const more: Recipe = { op: "greater", each, than };
  const less: Recipe = { op: "greater", each: than, than: each };
  return up ? { is: more, against: less } : { is: less, against: more };
}

/** The row of the highest close before the last one, or of the lowest; of equal ones the earliest. */
function furthest({ columns: { close }, from, to }: Taker, side: 1 | -1): number {
  let best = from;
  for (let row = from + 1; row < to; row++) {
    if (((close[row] ?? 0) - (close[best] ?? 0)) * side > 0) best = row;
  }
  return best;
}
