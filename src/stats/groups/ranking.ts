import { z } from "zod";
import type { Finding, Recipe, Series } from "../../model/index.ts";
import { memberSeriesId, sum } from "../../model/index.ts";
import { own, pointOnOrBefore } from "../tools/find.ts";
import { finding, pointFinding, said } from "../tools/finding.ts";
import { overOption } from "../tools/options.ts";
import { HORIZONS } from "../series/horizons.ts";
import { moveOver, told } from "../series/moves.ts";
import type { Context, Findings, Statistic, Unsaid } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { changesOf, taking, TAKING } from "./changes.ts";
import type { Measured } from "./gauge.ts";
import { alone, measuredBy } from "./gauge.ts";
import type { Group } from "./group.ts";
import { dayAt, groupAsked, groupShape, memberAs } from "./group.ts";
import { GROWTH, windowOfVolume } from "./growth.ts";
import { atPlace, descending, sideOf, tiedWith } from "./order.ts";
import { given } from "./rows.ts";
import { shareDigits, shareFinding, sizesOf } from "./sizes.ts";
import { spanOf, windowOver } from "./window.ts";

const options = z
  .strictObject({
    ...groupShape,
    by: z
      .enum(["change", "volume", "weight"])
      .default("change")
      .describe("Change of the close, growth in volume, or share of the group's size."),
    over: overOption.optional(),
    place: z
      .int()
      .min(-5000)
      .max(5000)
      .refine((each) => each !== 0, { message: "the best is 1, the worst is -1" })
      .default(1)
      .describe("1 is the best, 2 the second best; -1 the worst."),
  })
  .refine((each) => each.by === "weight" || each.over !== undefined, {
    message: "say over what time: a best mover without a horizon says nothing",
    path: ["over"],
  });

type Options = z.infer<typeof options>;

/** The n-th of a group. */
export const ranking: Statistic<Options> = {
  name: "ranking",
  summary: "The best, the worst or the n-th member of a group by change, volume growth or size.",
  method:
    "Members are measured over the same days as in `breadth`, and ordered by the exact figure, equal ones by their names. The time must be given: nobody is a best mover without one. The fact is that of `change` for the member itself and follows its rules, so that `{{name}}` says who it is; the horizons beside it end on the same day. With `place: 1`, `place: 2` and so on the facts are the rows of an ordered table. The state says on which side of zero the figure prints: the best of a falling group is down. `rank` is one more than the number of members with a greater figure. Where a neighbour's figure prints the same, `tie` names it, and neither is the best alone. Growth in volume is that of `group-volume`, size the member's share of the weights of the list.",
  definition: "Order of the members by simple change, to / from − 1; leaders and laggards.",
  options,
  parts: {
    "": "The member's figure, a ratio; of a change or growth state up, down or unchanged.",
    from: "Its close that the change starts from.",
    to: "Its latest close.",
    day: "Its change since the session before.",
    week: "Its change since the last session of the week before.",
    month: "Its change since the same date a month before.",
    quarter: "Its change since the same date three months before.",
    year: "Its change since the same date a year before.",
    "year-to-date": "Its change since the end of the year before.",
    rank: "Its place counted from the greatest figure, a count.",
    tie: "A member whose figure prints the same, if there is one.",
    ...TAKING,
  },
  example: "leader: { statistic: ranking, group: sectors, by: change, over: 1 week, place: 1 }",
  find: (chosen, context) => {
    const group = groupAsked(chosen, context);
    const measured = orderedBy(chosen, group);
    const { window, values } = measured;
    const order = descending(group.panel, window.takers, values);
    const place = atPlace(order, chosen.place, `members of ${group.series.name}`);
    const at = window.takers[place]?.at ?? -1;
    const series = context.series(memberSeriesId(group.panel, at, "close"));
    const main = (each: number): Finding => mainOf(chosen, measured, each, context);
    const tied = tiedIn(chosen, measured, order, place);
    return {
      "": said(() => main(place)),
      ...ends(chosen, series, group),
      ...horizons(series, group),
      rank: rankFinding(measured, place),
      ...(tied === null ? {} : { tie: said(() => main(tied)) }),
      ...taking(window),
    };
  },
};

function orderedBy({ by, over }: Options, group: Group): Measured {
  if (by === "weight") return sizesOf(group);
  const span = over ?? withhold("no time is given to measure over");
  if (by === "change") return changesOf(windowOver(group, span));
  return measuredBy(windowOfVolume(group, span), GROWTH);
}

function mainOf(chosen: Options, measured: Measured, place: number, context: Context): Finding {
  const { window } = measured;
  if (chosen.by === "weight") return shareFinding(measured, place);
  if (chosen.by === "volume") return stated(alone(window, GROWTH, place));
  const { panel } = window.group;
  const series = context.series(memberSeriesId(panel, window.takers[place]?.at ?? -1, "close"));
  const over = chosen.over ?? withhold("no time is given to measure over");
  const { from } = spanOf(window);
  const move = moveOver(own(series), latestOf(series, window.group), over);
  // The member's own rows lead to the same day as the group's.
  if (move.from.day !== from) withhold(`${series.name} would be measured from another day`);
  return stated(told(move, "percent"));
}

/** A neighbour in the order whose figure prints the same. */
function tiedIn(
  { by }: Options,
  { values }: Measured,
  order: readonly number[],
  place: number,
): number | null {
  if (by !== "weight") return tiedWith(order, values, place, by === "volume" ? 0 : 1);
  const total = sum(values);
  const shares = values.map((each) => each / total);
  return tiedWith(order, shares, place, shareDigits(shares[place] ?? 0));
}

function stated(found: Finding): Finding {
  return { ...found, state: sideOf(found.value, found.digits) };
}

function latestOf(series: Series, { panel, to }: Group) {
  const day = dayAt(panel, to);
  const found = pointOnOrBefore(series.points, day);
  return found?.day === day ? found : withhold(`${series.name} has no figure for ${day}`);
}

function ends(chosen: Options, series: Series, group: Group): Findings {
  const to = said(() => pointFinding(series, latestOf(series, group)));
  if (chosen.by !== "change" || chosen.over === undefined) return { to };
  const { over } = chosen;
  return {
    from: said(() =>
      pointFinding(series, moveOver(own(series), latestOf(series, group), over).from),
    ),
    to,
  };
}

const SHOWN = ["day", "week", "month", "quarter", "year", "year-to-date"] as const;

function horizons(series: Series, group: Group): Findings {
  const parts = SHOWN.map((name): readonly [string, Finding | Unsaid] => {
    const over = HORIZONS[name];
    if (over === undefined) return [name, { unsaid: "there is no such horizon" }];
    return [
      name,
      said(() => told(moveOver(own(series), latestOf(series, group), over), "percent")),
    ];
  });
  return Object.fromEntries(parts);
}

/** Proved by all of them: one more than the number of greater ones. */
function rankFinding({ window, cites, each }: Measured, place: number): Finding {
  const own = each[place] ?? given(Number.NaN, "no such member");
  const more: Recipe = { op: "greater", each, than: each.map(() => own) };
  const recipe: Recipe = {
    op: "of all",
    take: "sum",
    each: [more, given(1, "itself")],
  };
  return finding({
    series: memberAs(window.group, window.takers[place]?.at ?? -1),
    recipe,
    cites,
    unit: "count",
    digits: 0,
    day: spanOf(window).to,
    window: spanOf(window),
  });
}
