import { z } from "zod";
import type { Finding, Recipe, Series } from "../../model/index.ts";
import { sectorId, sum } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import type { Statistic } from "../statistic.ts";
import { taking, TAKING } from "./changes.ts";
import type { Measured } from "./gauge.ts";
import { groupAsked, groupShape, memberAs } from "./group.ts";
import { atPlace } from "./order.ts";
import { given } from "./rows.ts";
import { placesBySector, shareDigits, sizesOf, wholeOf } from "./sizes.ts";
import { common, ofGroup } from "./summary.ts";

const options = z.strictObject({
  ...groupShape,
  by: z
    .enum(["sector", "member"])
    .default("sector")
    .describe("What is weighed: the members of each sector together, or each member."),
  place: z
    .int()
    .min(-5000)
    .max(5000)
    .refine((each) => each !== 0, { message: "the largest is 1, the smallest is -1" })
    .default(1)
    .describe("1 is the largest share, -1 the smallest."),
});

/** How much of a group lies in few hands. */
export const concentration: Statistic<z.infer<typeof options>> = {
  name: "concentration",
  summary: "Which sector or member weighs how much in a group, and how concentrated the group is.",
  method:
    "Sizes are the weights of the list of members, as in `group-size`: looked at are members that have a row without doubt on the group's latest day and a weight. A share is a part of the sum of all of them. Members without a sector count in that sum and in no sector. `together` adds up the shares from the largest to this place, so that `place: 3` tells the third largest and the three largest together. `effective` is the number of equal sectors (or members) that would be as concentrated: one divided by the sum of the squared shares of all that have a name. `listed` carries the day of the list where that is another one.",
  definition:
    "Share of the whole; effective number as the inverse of the Herfindahl-Hirschman index.",
  options,
  parts: {
    "": "The share at the `place`, a ratio, under its sector's or member's name.",
    together: "The shares from the largest to this place together, a ratio.",
    largest: "The largest share, under its name.",
    smallest: "The smallest share, under its name.",
    held: "How many members stand behind the share at the `place`, a count.",
    count: "How many sectors or members there are.",
    effective: "How many equal ones would be as concentrated, a number.",
    ...TAKING,
  },
  example: "heaviest: { statistic: concentration, group: stocks, by: sector, place: 3 }",
  find: (chosen, context) => {
    const sizes = sizesOf(groupAsked(chosen, context));
    const heaps = heapsOf(chosen.by, sizes);
    const noun =
      chosen.by === "sector" ? "sectors" : `members of ${sizes.window.group.series.name}`;
    const places = heaps.map((_, at) => at);
    const at = atPlace(places, chosen.place, noun);
    const [largest, smallest] = [atPlace(places, 1, noun), atPlace(places, -1, noun)];
    return {
      "": shareOf(sizes, heaps, at),
      together: togetherOf(sizes, heaps.slice(0, at + 1)),
      largest: shareOf(sizes, heaps, largest),
      smallest: shareOf(sizes, heaps, smallest),
      held: counted(sizes, heaps[at]?.each ?? [], heaps[at]?.series),
      count: counted(
        sizes,
        heaps.map((heap) => sumOf(heap.each)),
      ),
      effective: effectiveOf(sizes, heaps),
      ...taking(sizes.window),
    };
  },
};

/** What is weighed as one: a sector with its members' sizes, or a member with its own. */
interface Heap {
  readonly series: Series;
  readonly each: readonly Recipe[];
  readonly size: number;
}

/** The largest first; equal ones by their names. */
function heapsOf(by: "sector" | "member", sizes: Measured): readonly Heap[] {
  const { group, takers } = sizes.window;
  const heap = (series: Series, places: readonly number[]): Heap => ({
    series,
    each: places.flatMap((place) => sizes.each[place] ?? []),
    size: sum(places.map((place) => sizes.values[place] ?? 0)),
  });
  const heaps =
    by === "member"
      ? takers.map((each, place) => heap(memberAs(group, each.at), [place]))
      : [...placesBySector(sizes.window)].map(([name, places]) =>
          heap({ ...group.series, id: sectorId(group.panel, name), name }, places),
        );
  return heaps.toSorted((a, b) => b.size - a.size || (a.series.id < b.series.id ? -1 : 1));
}

function sumOf(each: readonly Recipe[]): Recipe {
  return { op: "of all", take: "sum", each };
}

function shareOf(sizes: Measured, heaps: readonly Heap[], at: number): Finding {
  const heap = heaps[at];
  if (heap === undefined) throw new RangeError(`no share ${at}`);
  const told = { unit: "ratio", digits: shareDigits(heap.size / sum(sizes.values)) } as const;
  return finding({
    ...common(sizes.window, { ...told, basis: "reported" }),
    series: heap.series,
    recipe: { op: "quotient", of: sumOf(heap.each), by: wholeOf(sizes) },
    cites: sizes.cites,
  });
}

function togetherOf(sizes: Measured, heaps: readonly Heap[]): Finding {
  const of = sumOf(heaps.flatMap((heap) => heap.each));
  const recipe: Recipe = { op: "quotient", of, by: wholeOf(sizes) };
  const share = sum(heaps.map((heap) => heap.size)) / sum(sizes.values);
  return ofGroup(sizes, recipe, { unit: "ratio", digits: shareDigits(share), basis: "reported" });
}

/** The square of the sum by the sum of the squares. */
function effectiveOf(sizes: Measured, heaps: readonly Heap[]): Finding {
  const sums = heaps.map((heap) => sumOf(heap.each));
  const whole = sumOf(sums);
  const squares = sums.map((each): Recipe => ({ op: "product", of: each, by: each }));
  const recipe: Recipe = {
    op: "quotient",
    of: { op: "product", of: whole, by: whole },
    by: sumOf(squares),
  };
  return ofGroup(sizes, recipe, { unit: "score", digits: 1, basis: "reported" });
}

/** How many of them weigh something: all do, and each is proved by its rows. */
function counted(
  { window, cites }: Measured,
  each: readonly Recipe[],
  series: Series = window.group.series,
): Finding {
  return finding({
    ...common(window, { unit: "count", digits: 0, basis: "reported" }),
    series,
    recipe: { op: "greater", each, than: each.map(() => given(0, "nothing")) },
    cites,
  });
}
