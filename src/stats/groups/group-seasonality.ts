import { z } from "zod";
import type { Finding, Recipe, Series } from "../../model/index.ts";
import { memberSeriesId, reckon, yearOf } from "../../model/index.ts";
import type { Turn } from "../series/seasons.ts";
import {
  LEAST_YEARS,
  monthAhead,
  monthOption,
  monthsIn,
  roseRecipe,
  scoreRecipe,
  turnsOf,
} from "../series/seasons.ts";
import { finding } from "../tools/finding.ts";
import { factRef } from "../tools/options.ts";
import type { Context, Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { taking, TAKING } from "./changes.ts";
import type { Measured, Told } from "./gauge.ts";
import type { Group } from "./group.ts";
import { dayAt, groupAsked, groupShape, memberAs } from "./group.ts";
import { atPlace, descending, memberAsked, memberPlace } from "./order.ts";
import { common, ofEnd, ofGroup } from "./summary.ts";
import type { Taker } from "./window.ts";
import { enough, windowOfToday } from "./window.ts";

const options = z
  .strictObject({
    ...groupShape,
    month: monthOption,
    member: z.string().min(1).max(120).optional().describe("The member, by its name in the group."),
    of: factRef.optional().describe("The member that another fact is about."),
    place: z
      .int()
      .min(-5000)
      .max(5000)
      .refine((each) => each !== 0, { message: "the best is 1, the worst is -1" })
      .optional()
      .describe("The member at this place: 1 has the highest score, -1 the lowest."),
  })
  .refine((each) => [each.member, each.of, each.place].filter(Boolean).length <= 1, {
    message: "name a member, a fact about one, or a place",
    path: ["place"],
  });

const SCORE: Told = { unit: "score", digits: 0 };

/** What a month of the calendar has done to the members of a group in past years. */
export const groupSeasonality: Statistic<z.infer<typeof options>> = {
  name: "group-seasonality",
  summary: "How often a calendar month rose for the members of a group, from −100 to +100.",
  method:
    "Each member's score is that of `seasonality`: 200 × k / n − 100, with k of n past years in which the month rose. Members with fewer than ten years of it, or with a row in doubt among their ends of months, are left out. Members of one group rise and fall together, so their scores are no independent witnesses: a mean of thirty scores is worth little more than the score of the index.",
  definition: "Share of years in which the calendar month rose, mapped to −100 to +100.",
  options,
  parts: {
    "": "The member's score, −100 to +100.",
    rose: "In how many years the month rose for it, a count.",
    years: "Of how many years, a count.",
    mean: "The mean score of the members.",
    median: "The median score.",
    least: "The least score, under its member's name.",
    greatest: "The greatest score, under its member's name.",
    ahead: "The member's score under the first day of the month it speaks of.",
    ...TAKING,
  },
  example: "seasons: { statistic: group-seasonality, group: stock-history, place: 1 }",
  find: (chosen, context) => {
    const ahead = monthAhead(context.asOf, chosen.month);
    const group = groupAsked(chosen, context);
    const seasons = seasonsOf(group, (series) => turnsOf(monthsIn(series.points), ahead), context);
    const { window, values, each } = seasons.scores;
    const member = memberAsked(chosen, group.panel, context);
    const place =
      member === undefined
        ? atPlace(
            descending(group.panel, window.takers, values),
            chosen.place ?? 1,
            `members of ${group.series.name}`,
          )
        : memberPlace(group.panel, window.takers, member);
    const { series, turns } = seasons.of(place);
    const say = (recipe: Recipe, unit: Finding["unit"]): Finding =>
      finding({
        ...common(window, { ...SCORE, unit }),
        series: memberAs(group, window.takers[place]?.at ?? -1),
        recipe,
        cites: turns.flat().map((point) => cite(series, point)),
      });
    const score = say(scoreRecipe(turns.length), "score");
    const years: Recipe = { op: "count", first: 0, last: turns.length - 1, how: "years" };
    return overTheYears({
      "": score,
      rose: say(roseRecipe(turns.length), "count"),
      years: say(years, "count"),
      mean: ofGroup(seasons.scores, { op: "of all", take: "mean", each }, SCORE),
      median: ofGroup(seasons.scores, { op: "of all", take: "median", each }, SCORE),
      least: ofEnd(seasons.scores, "least", SCORE),
      greatest: ofEnd(seasons.scores, "greatest", SCORE),
      ahead: { ...score, day: ahead },
      ...taking(window),
    });
  },
};

/** A season reaches back to the first end of a month that it cites. */
function overTheYears(found: Findings): Findings {
  return Object.fromEntries(
    Object.entries(found).map(([part, each]) => {
      if ("unsaid" in each) return [part, each];
      const from = each.cites.reduce(
        (first, { day }) => (day < first ? day : first),
        each.window.from,
      );
      return [part, { ...each, window: { from, to: each.window.to } }];
    }),
  );
}

interface Season {
  readonly taker: Taker;
  readonly series: Series;
  readonly turns: readonly Turn[];
}

function seasonsOf(
  group: Group,
  turnsIn: (series: Series) => readonly Turn[],
  context: Context,
): { readonly scores: Measured; readonly of: (place: number) => Season } {
  const { panel, to } = group;
  const short = (): never =>
    withhold(`${group.series.name} has too few years: ${LEAST_YEARS} of a month are needed`);
  // So that the series of a thousand members are not made for nothing.
  if (yearOf(dayAt(panel, to)) - yearOf(dayAt(panel, 0)) < LEAST_YEARS - 1) short();
  const window = windowOfToday(group);
  const seasons = window.takers.flatMap((taker): readonly Season[] => {
    const series = context.series(memberSeriesId(panel, taker.at, "close"));
    const turns = turnsIn(series);
    const doubtful = turns.flat().some((each) => each.suspect !== undefined);
    return turns.length < LEAST_YEARS || doubtful ? [] : [{ taker, series, turns }];
  });
  if (seasons.length === 0) short();
  const cites = seasons.flatMap(({ series, turns }) =>
    turns.flat().map((each) => cite(series, each)),
  );
  let start = 0;
  const each = seasons.map(({ turns }) => {
    const recipe = scoreRecipe(turns.length, start);
    start += 2 * turns.length;
    return recipe;
  });
  const scores: Measured = {
    window: enough({ ...window, takers: seasons.map(({ taker }) => taker) }),
    cites,
    each,
    values: each.map((recipe) => reckon(recipe, cites)),
  };
  return {
    scores,
    of: (place) => seasons[place] ?? withhold("there is no such member"),
  };
}
