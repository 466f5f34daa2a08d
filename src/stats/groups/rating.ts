import { z } from "zod";
import type { Recipe } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { finding } from "../tools/finding.ts";
import { count, overOption } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { UnknownName, withhold } from "../statistic.ts";
import { countOf, taking, TAKING } from "./changes.ts";
import type { Gauge, Measured } from "./gauge.ts";
import { alone, CHANGE, DISTANCE, measuredBy, RESTLESSNESS } from "./gauge.ts";
import type { Group } from "./group.ts";
import { groupAsked, groupShape, memberAs } from "./group.ts";
import { GROWTH, windowOfVolume } from "./growth.ts";
import { atPlace, descending } from "./order.ts";
import { given } from "./rows.ts";
import { common } from "./summary.ts";
import type { Window } from "./window.ts";
import { windowOfSessions, windowOver } from "./window.ts";

const options = z
  .strictObject({
    ...groupShape,
    by: z
      .enum(["growth", "volume", "calm", "trend"])
      .default("growth")
      .describe(
        "Growth of the close, growth in volume, calm (small daily changes), or trend (distance from the average).",
      ),
    over: overOption.optional(),
    sessions: count
      .min(10)
      .max(520)
      .optional()
      .describe("Sessions of calm, usually 60, or of the average, usually 50."),
    member: z
      .string()
      .min(1)
      .max(120)
      .optional()
      .describe("The member that is rated, by its name in the group."),
    place: z
      .int()
      .min(-5000)
      .max(5000)
      .refine((each) => each !== 0, { message: "the best is 1, the worst is -1" })
      .optional()
      .describe("The member at this place: 1 is the best, -1 the worst."),
  })
  .refine((each) => each.member === undefined || each.place === undefined, {
    message: "name a member or a place, not both",
    path: ["place"],
  })
  .refine((each) => each.over === undefined || isGrowth(each.by), {
    message: "`over` is for growth; give `sessions`",
    path: ["over"],
  })
  .refine((each) => each.sessions === undefined || !isGrowth(each.by), {
    message: "`sessions` is for calm and trend; give `over`",
    path: ["sessions"],
  });

type Options = z.infer<typeof options>;

function isGrowth(by: string): boolean {
  return by === "growth" || by === "volume";
}

const QUARTER: Over = { kind: "span", span: { count: 3, unit: "month" } };

/** A member's standing in its group from 1, the best, to 100, the worst. */
export const rating: Statistic<Options> = {
  name: "rating",
  summary: "A member's rating from 1, the best of its group, to 100, the worst.",
  method:
    "The rating is 100 − 99 × s. Here s is the member's place as a share: the number of members with a lesser figure, those with an equal one counted half, divided by the number of all others. So the best alone is rated 1 and the worst alone 100. It says how a member stands beside the others and nothing about how far it is ahead, and nothing about what will come. The figure is the change of the close over `over` (three months where nothing is said), the growth in volume of `group-volume` over that time, for calm the standard deviation of the daily changes of the last `sessions` (60), where the least is best, or for trend the distance of the close from the mean of the last `sessions` (50). `measure` tells the figure itself.",
  definition: "Percentile rank (mid-rank) among the members, turned so that 1 is the best.",
  options,
  parts: {
    "": "The rating, 1 to 100; state best, worst or between.",
    measure: "The figure that is rated, a ratio.",
    rank: "The member's place, 1 being the best, a count.",
    ...TAKING,
  },
  example: "rated: { statistic: rating, group: stocks, by: growth, over: 3 months, place: 1 }",
  find: (chosen, context) => {
    const group = groupAsked(chosen, context);
    const { window, gauge, better } = scaleOf(chosen, group);
    const measured = measuredBy(window, gauge);
    const place = placeOf(chosen, measured, better);
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
      measure: alone(window, gauge, place),
      rank: finding({ ...about, recipe: rankOf(measured, place, better), unit: "count" }),
      ...taking(window),
    };
  },
};

interface Scale {
  readonly window: Window;
  readonly gauge: Gauge;
  /** 1: the greatest is best; −1: the least. */
  readonly better: 1 | -1;
}

function scaleOf({ by, over = QUARTER, sessions }: Options, group: Group): Scale {
  switch (by) {
    case "growth":
      return { window: windowOver(group, over), gauge: CHANGE, better: 1 };
    case "volume":
      return { window: windowOfVolume(group, over), gauge: GROWTH, better: 1 };
    case "calm": {
      const called = sessions ?? 60;
      const window = { ...windowOfSessions(group, called + 1), called };
      return { window, gauge: RESTLESSNESS, better: -1 };
    }
    case "trend":
      return { window: windowOfSessions(group, sessions ?? 50), gauge: DISTANCE, better: 1 };
  }
}

/** Place of the member among the takers. */
function placeOf({ member, place = 1 }: Options, measured: Measured, better: 1 | -1): number {
  const { window, values } = measured;
  const { panel, series } = window.group;
  if (member === undefined) {
    const signed = values.map((each) => each * better);
    return atPlace(descending(panel, window.takers, signed), place, `members of ${series.name}`);
  }
  const id = member.toLowerCase();
  const at = panel.members.findIndex((each) => each.id === id);
  if (at < 0)
    throw new UnknownName(
      "member",
      member,
      panel.members.map((each) => each.id),
    );
  const found = window.takers.findIndex((each) => each.at === at);
  return found < 0 ? withhold(`${panel.members[at]?.name ?? id} lacks sound figures`) : found;
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
