import type { Finding, Recipe } from "../../model/index.ts";
import { sum } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { withhold } from "../statistic.ts";
import type { Measured } from "./gauge.ts";
import type { Group } from "./group.ts";
import { memberAs } from "./group.ts";
import { rowsOf, sizedIn, sizeRecipes } from "./rows.ts";
import type { Window } from "./window.ts";
import { enough, spanOf, windowOfToday } from "./window.ts";

/** The window with those members alone whose size is known. Withheld where that is less than half. */
export function sizedOnly(window: Window): {
  readonly window: Window;
  readonly values: readonly number[];
} {
  const { group } = window;
  const sized = sizedIn(group, window.takers);
  if (sized.length === 0)
    withhold(`the sizes of the members of ${group.series.name} are not known`);
  const values = sized.map((each) => each.size);
  return { window: enough({ ...window, takers: sized.map((each) => each.taker) }), values };
}

/** Sizes of the members that have a row on the latest day: these rows are cited where no list is. */
export function sizesOf(group: Group): Measured {
  const { window, values } = sizedOnly(windowOfToday(group));
  const sized = sizedIn(group, window.takers);
  const { cites, each } = sizeRecipes(group, sized, 0);
  if (cites.length > 0) return { window, cites, each, values };
  const rows = rowsOf(group.panel, window.takers, "close", (taker) => [taker.to]);
  return { window, cites: rows.cites, each, values };
}

/** The sum of all sizes, which shares are shares of. */
export function wholeOf({ each }: Pick<Measured, "each">): Recipe {
  return { op: "of all", take: "sum", each };
}

/** One member's share of all sizes, with as many decimals as it takes to be more than nothing. */
export function shareFinding(sizes: Measured, place: number): Finding {
  const { window, cites, each, values } = sizes;
  const recipe = each[place];
  if (recipe === undefined) throw new RangeError(`no member ${place}`);
  return finding({
    series: memberAs(window.group, window.takers[place]?.at ?? -1),
    recipe: { op: "quotient", of: recipe, by: wholeOf(sizes) },
    cites,
    unit: "ratio",
    digits: shareDigits((values[place] ?? 0) / sum(values)),
    basis: "reported",
    day: spanOf(window).to,
    window: spanOf(window),
  });
}

export function shareDigits(share: number): number {
  return share >= 0.001 ? 1 : share >= 0.0001 ? 2 : 3;
}

/** Places of the takers by the sector they belong to, in the order in which sectors are met. */
export function placesBySector({ group, takers }: Window): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  takers.forEach(({ at }, place) => {
    const sector = group.panel.members[at]?.sector ?? null;
    if (sector !== null) places.set(sector, [...(places.get(sector) ?? []), place]);
  });
  if (places.size === 0) {
    withhold(`the sectors of the members of ${group.series.name} are not known`);
  }
  return places;
}
