import type { Finding, Recipe } from "../../model/index.ts";
import type { Draft } from "../tools/finding.ts";
import { finding } from "../tools/finding.ts";
import type { Measured, Told } from "./gauge.ts";
import { memberAs } from "./group.ts";

import { descending } from "./order.ts";
import { namedBy, spanOf } from "./window.ts";

/** A figure of the whole group that follows from those of its members. */
export function ofGroup(
  { window, cites }: Pick<Measured, "window" | "cites">,
  recipe: Recipe,
  told: Told,
  more: Pick<Draft, "rank" | "state"> = {},
): Finding {
  return finding({
    ...common(window, told),
    series: window.group.series,
    recipe,
    cites,
    ...more,
  });
}

/** The greatest of the members' figures or the least, proved by all of them, under the member's name. */
export function ofEnd(
  measured: Measured,
  take: "greatest" | "least",
  told: Told,
  scaled: (recipe: Recipe) => Recipe = (recipe) => recipe,
): Finding {
  const { window, cites, each, values } = measured;
  const order = descending(window.group.panel, window.takers, values);
  const place = order.at(take === "greatest" ? 0 : -1) ?? 0;
  return finding({
    ...common(window, told),
    series: memberAs(window.group, window.takers[place]?.at ?? -1),
    recipe: scaled({ op: "of all", take, each }),
    cites,
  });
}

export function common(window: Measured["window"], { unit, digits, basis = "close" }: Told) {
  const span = spanOf(window);
  return { unit, digits, basis, window: span, day: span.to, named: namedBy(window) };
}
