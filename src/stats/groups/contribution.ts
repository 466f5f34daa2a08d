import { z } from "zod";
import type { Citation, Finding, Recipe, Series } from "../../model/index.ts";
import { sectorId } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { PERCENT_POINT } from "../tools/measure.ts";
import { overOption } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { changesOf, taking, TAKING } from "./changes.ts";
import type { Measured, Told } from "./gauge.ts";
import { CHANGE } from "./gauge.ts";
import { groupAsked, groupShape, memberAs } from "./group.ts";
import { atPlace, sideOf } from "./order.ts";
import { sizedIn, sizeRecipes } from "./rows.ts";
import { placesBySector, sizedOnly } from "./sizes.ts";
import { common, ofGroup } from "./summary.ts";
import type { Window } from "./window.ts";
import { windowOver } from "./window.ts";

const options = z.strictObject({
  ...groupShape,
  over: overOption,
  by: z
    .enum(["member", "sector"])
    .default("member")
    .describe("Who contributes: each member, or the members of each sector together."),
  place: z
    .int()
    .min(-5000)
    .max(5000)
    .refine((each) => each !== 0, { message: "the largest is 1, the smallest is -1" })
    .default(1)
    .describe("1 is the largest contribution, -1 the smallest or most negative."),
});

const POINTS: Told = { unit: "points", digits: 2 };

/** Who carried a group, and who held it back. */
export const contribution: Statistic<z.infer<typeof options>> = {
  name: "contribution",
  summary: "How many points of a group's size-weighted change came from one member or one sector.",
  method:
    "A member contributes its share of the group's weights times its change, in percentage points; the contributions of all make the weighted change of the group. The window is that of `breadth`, and the time must be given. Weights are those of the list of members, which are of one day and not of the start of the window: the sum is the change of these weights, not of an index that is reckoned otherwise. Members without a weight are left out. With `by: sector` the members of a sector are taken together, and `{{name}}` says the sector.",
  definition: "Contribution to return: weight times return, summed to the return of the whole.",
  options,
  parts: {
    "": "The contribution at the `place`, in percentage points; state up, down or unchanged.",
    own: "What the same member or sector itself changed by, a ratio.",
    weight: "Its share of the weights, a ratio.",
    largest: "The largest contribution, under its name.",
    smallest: "The smallest or most negative contribution, under its name.",
    sum: "All contributions together, in percentage points.",
    change: "The weighted change of the group, a ratio.",
    ...TAKING,
  },
  example: "carried: { statistic: contribution, group: sectors, over: 1 month, place: 1 }",
  find: (chosen, context) => {
    const weighed = weighedOver(windowOver(groupAsked(chosen, context), chosen.over));
    const { window, cites } = weighed;
    const shares = chosen.by === "member" ? byMember(weighed) : bySector(weighed);
    const order = shares.toSorted(
      (a, b) => b.value - a.value || (a.series.id < b.series.id ? -1 : 1),
    );
    const noun = chosen.by === "member" ? `members of ${window.group.series.name}` : "sectors";
    const found = share(
      order,
      atPlace(
        order.map((_, at) => at),
        chosen.place,
        noun,
      ),
    );
    const say = (each: Share, recipe: Recipe, told: Told): Finding =>
      finding({ ...common(window, told), series: each.series, recipe, cites });
    const points = (each: Share): Finding => stated(say(each, each.recipe, POINTS));
    const mean: Recipe = { op: "weighted mean", each: weighed.changes.each, by: weighed.sizes };
    return {
      "": points(found),
      own: say(found, found.own, CHANGE),
      weight: say(found, found.weight, CHANGE),
      largest: points(share(order, 0)),
      smallest: points(share(order, order.length - 1)),
      sum: ofGroup(weighed, { op: "quotient", of: mean, by: PERCENT_POINT }, POINTS),
      change: ofGroup(weighed, mean, CHANGE, { state: "weighted by size" }),
      ...taking(window),
    };
  },
};

interface Weighed {
  readonly window: Window;
  readonly changes: Measured;
  readonly cites: readonly Citation[];
  readonly sizes: readonly Recipe[];
  readonly values: readonly number[];
}

function weighedOver(all: Window): Weighed {
  const { window, values } = sizedOnly(all);
  const changes = changesOf(window);
  const sized = sizedIn(window.group, window.takers);
  const sizes = sizeRecipes(window.group, sized, changes.cites.length);
  const cites = [...changes.cites, ...sizes.cites];
  return { window, changes, cites, sizes: sizes.each, values };
}

/** What one member or sector did to the group. */
interface Share {
  readonly series: Series;
  /** In percentage points. */
  readonly value: number;
  readonly recipe: Recipe;
  readonly own: Recipe;
  readonly weight: Recipe;
}

function byMember(weighed: Weighed): readonly Share[] {
  const { window } = weighed;
  return window.takers.map(({ at }, place) =>
    together(weighed, [place], memberAs(window.group, at)),
  );
}

function bySector(weighed: Weighed): readonly Share[] {
  const { panel, series } = weighed.window.group;
  return [...placesBySector(weighed.window)].map(([name, members]) =>
    together(weighed, members, { ...series, id: sectorId(panel, name), name }),
  );
}

function together(weighed: Weighed, places: readonly number[], series: Series): Share {
  const { changes, sizes, values } = weighed;
  const pick = (recipes: readonly Recipe[]): readonly Recipe[] =>
    places.flatMap((place) => recipes[place] ?? []);
  const own: Recipe = { op: "weighted mean", each: pick(changes.each), by: pick(sizes) };
  const weight: Recipe = { op: "quotient", of: sum(pick(sizes)), by: sum(sizes) };
  const carried = places.reduce(
    (all, place) => all + (changes.values[place] ?? 0) * (values[place] ?? 0),
    0,
  );
  return {
    series,
    value: carried,
    recipe: { op: "quotient", of: { op: "product", of: weight, by: own }, by: PERCENT_POINT },
    own,
    weight,
  };
}

function sum(each: readonly Recipe[]): Recipe {
  return { op: "of all", take: "sum", each };
}

function share(order: readonly Share[], at: number): Share {
  return order[at] ?? withhold("there is no such contribution");
}

function stated(found: Finding): Finding {
  return { ...found, state: sideOf(found.value / 100, found.digits) };
}
