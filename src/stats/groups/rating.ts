import { z } from "zod";
import type { Recipe } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { count, factRef, overOption } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { countOf, taking, TAKING } from "./changes.ts";
import type { Measured } from "./gauge.ts";
import { groupAsked, groupShape, memberAs } from "./group.ts";
import { atPlace, descending, memberAsked, memberPlace } from "./order.ts";
import { given } from "./rows.ts";
import { scaleOf, SCALES } from "./scales.ts";
import { common, ofGroup } from "./summary.ts";

const options = z
  .strictObject({
    ...groupShape,
    by: z
      .enum(SCALES)
      .default("growth")
      .describe(
        "Growth of the close, growth in volume, calm (small daily changes), trend (distance from the average), profit-risk (profit against risk), valuation (earnings by price), pe-growth (growth of the price-earnings ratio) or smr (sales, margin, return on equity).",
      ),
    over: overOption.optional(),
    sessions: count
      .min(10)
      .max(520)
      .optional()
      .describe(
        "Sessions of calm, usually 60, of the average, usually 50, or of profit against risk, usually 252.",
      ),
    member: z
      .string()
      .min(1)
      .max(120)
      .optional()
      .describe("The member that is rated, by its name in the group."),
    of: factRef.optional().describe("The member that another fact is about."),
    place: z
      .int()
      .min(-5000)
      .max(5000)
      .refine((each) => each !== 0, { message: "the best is 1, the worst is -1" })
      .optional()
      .describe("The member at this place: 1 is the best, -1 the worst."),
  })
  .refine((each) => [each.member, each.of, each.place].filter(Boolean).length <= 1, {
    message: "name a member, a fact about one, or a place",
    path: ["place"],
  })
  .refine((each) => each.over === undefined || isGrowth(each.by), {
    message: "`over` is for growth and volume; calm, trend and profit-risk: give `sessions`",
    path: ["over"],
  })
  .refine((each) => each.sessions === undefined || ofSessions(each.by), {
    message: "`sessions` is for calm, trend and profit-risk; growth and volume: give `over`",
    path: ["sessions"],
  });

type Options = z.infer<typeof options>;

function isGrowth(by: string): boolean {
  return by === "growth" || by === "volume";
}

function ofSessions(by: string): boolean {
  return by === "calm" || by === "trend" || by === "profit-risk";
}

/** A member's standing in its group from 1, the best, to 100, the worst. */
export const rating: Statistic<Options> = {
  name: "rating",
  summary: "A member's rating from 1, the best of its group, to 100, the worst.",
  method:
    "The rating is 100 − 99 × s. Here s is the member's place as a share: the number of members with a lesser figure, those with an equal one counted half, divided by the number of all others. So the best alone is rated 1 and the worst alone 100. It says how a member stands beside the others and nothing about how far it is ahead, and nothing about what will come. The figure is the change of the close over `over` (three months where nothing is said), the growth in volume of `group-volume` over that time, for calm the standard deviation of the daily changes of the last `sessions` (60), where the least is best, for trend the distance of the close from the mean of the last `sessions` (50), for profit-risk the change over the last `sessions` (252) divided by the standard deviation of the daily changes in them. Three scales rest on figures that the members report, which the catalogue names: `earnings` of a share, `sales`, `margin` and `equity-return`. A figure counts from its release day on, and no longer than 200 days after its own; who has reported none is left out. Valuation is earnings of a share divided by the close: the price-earnings ratio turned over, so that a loss ranks below every profit; the best is the cheapest. Growth of the price-earnings ratio is its change over a year, each end by the earnings known on its own day; who had a loss at either end is left out. SMR is the mean of three standings, by growth of sales over a year, by margin and by return on equity, each the share of members with less, itself counted half. `measure` tells the figure itself. The mean of all ratings in a group is 50.5 whatever the group does, and is therefore no part.",
  definition: "Percentile rank (mid-rank) among the members, turned so that 1 is the best.",
  options,
  parts: {
    "": "The rating, 1 to 100; state best, worst or between.",
    measure: "The figure that is rated: a ratio, or for profit-risk and smr a number.",
    median: "The median of that figure among the members.",
    rank: "The member's place, 1 being the best, a count.",
    ...TAKING,
  },
  example: "rated: { statistic: rating, group: stocks, by: growth, over: 3 months, place: 1 }",
  find: (chosen, context) => {
    const group = groupAsked(chosen, context);
    const { measured, measure, told, better } = scaleOf(chosen, group);
    const { window } = measured;
    const member = memberAsked(chosen, group.panel, context);
    const place = placeOf({ ...chosen, member }, measured, better);
    const { cites, values } = measured;
    const about = {
      series: memberAs(group, window.takers[place]?.at ?? -1),
      cites,
      ...common(window, { unit: "score", digits: 0 }),
    };
    const own = values[place] ?? Number.NaN;
    const before = values.filter((each) => (each - own) * better > 0).length;
    const last = values.filter((each) => (each - own) * better < 0).length === 0;
    const state = before === 0 ? "best" : last ? "worst" : "between";
    return {
      "": finding({ ...about, recipe: ratingOf(measured, place, better), state }),
      measure: measure(place),
      median: ofGroup(measured, { op: "of all", take: "median", each: measured.each }, told),
      rank: finding({ ...about, recipe: rankOf(measured, place, better), unit: "count" }),
      ...taking(window),
    };
  },
};

/** Place of the member among the takers. */
function placeOf(
  { member, place = 1 }: Pick<Options, "place"> & { readonly member: string | undefined },
  measured: Measured,
  better: 1 | -1,
): number {
  const { window, values } = measured;
  const { panel, series } = window.group;
  if (member === undefined) {
    const signed = values.map((each) => each * better);
    return atPlace(descending(panel, window.takers, signed), place, `members of ${series.name}`);
  }
  return memberPlace(panel, window.takers, member);
}

/** 100 − 99 × s; where the least is best, 1 + 99 × s. */
function ratingOf({ each, window }: Measured, place: number, better: 1 | -1): Recipe {
  const members = window.takers.length;
  const rank: Recipe = { op: "rank", of: ownOf(each, place), each };
  const under: Recipe = {
    op: "difference",
    from: given(0.5, "itself, counted half"),
    to: { op: "product", of: countOf(members), by: rank },
  };
  const share: Recipe = { op: "quotient", of: under, by: given(members - 1, "others") };
  const steps: Recipe = {
    op: "product",
    of: given(99 * better, "steps from best to worst"),
    by: share,
  };
  return {
    op: "difference",
    from: steps,
    to: given(better === 1 ? 100 : 1, "where nobody is worse"),
  };
}

function rankOf({ each }: Measured, place: number, better: 1 | -1): Recipe {
  const own = each.map(() => ownOf(each, place));
  const ahead: Recipe =
    better === 1 ? { op: "greater", each, than: own } : { op: "greater", each: own, than: each };
  return { op: "of all", take: "sum", each: [ahead, given(1, "itself")] };
}

function ownOf(each: readonly Recipe[], place: number): Recipe {
  return each[place] ?? given(Number.NaN, "no such member");
}
