import { z } from "zod";
import type { Day, Finding, Point, Recipe, Series } from "../../model/index.ts";
import { mean, reckon, round, sessionsBetween, weightedMean } from "../../model/index.ts";
import { joined } from "../tools/combine.ts";
import { own, pointOnOrBefore } from "../tools/find.ts";
import { said } from "../tools/finding.ts";
import { PERCENT_POINT } from "../tools/measure.ts";
import { overOption, seriesRef } from "../tools/options.ts";
import { moveBetween, told } from "../series/moves.ts";
import type { Context, Statistic, Unsaid } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import type { History } from "./changes.ts";
import { changesOf, historyOf, rankOfMean, taking, TAKING } from "./changes.ts";
import type { Measured } from "./gauge.ts";
import { CHANGE } from "./gauge.ts";
import { groupAsked, groupShape } from "./group.ts";
import { sideOf } from "./order.ts";
import { sizedIn, sizeRecipes } from "./rows.ts";
import { sizedOnly } from "./sizes.ts";
import { ofEnd, ofGroup } from "./summary.ts";
import type { Window } from "./window.ts";
import { spanOf, windowOver } from "./window.ts";

const options = z.strictObject({
  ...groupShape,
  over: overOption,
  weighting: z
    .enum(["equal", "size"])
    .default("equal")
    .describe("Does every member count the same, or by its size?"),
  against: seriesRef.optional(),
});

type Options = z.infer<typeof options>;

/** What the members of a group did on average, and how far they lie apart. */
export const groupChange: Statistic<Options> = {
  name: "group-change",
  summary: "The mean, median, least and greatest change of the members of a group.",
  method:
    "Members are measured over the same days as in `breadth`; the time must be given. The fact is the mean, in which every member counts the same, or with `weighting: size` the mean weighted by the weights of the list of members: its state says which, and a sentence should. Weights are those of one day (`membersAsOf` of the group), not of the start of the window. `against` holds it against an index or a fund over the same two days, `difference` in percentage points. A member that rose more than tenfold is left out. The mean's rank is its place among the group's own past changes of the same length that do not overlap, of today's members. A guard refuses a mean that the least and greatest change cannot have, and one of a size that no group of instruments shows.",
  definition: "Arithmetic mean, weighted mean and median of simple changes, to / from − 1.",
  options,
  parts: {
    "": "The mean change, a ratio; state equally weighted or weighted by size.",
    mean: "The mean in which every member counts the same.",
    weighted: "The mean weighted by size.",
    median: "The median change.",
    least: "The least change, under its member's name; state up, down or unchanged.",
    greatest: "The greatest change, under its member's name; state up, down or unchanged.",
    index: "The change of the other series over the same days.",
    difference: "The mean less that change, in percentage points; state above, below or equal.",
    ...TAKING,
  },
  example:
    "average-stock: { statistic: group-change, group: stocks, over: 1 month, against: rut.close }",
  find: (chosen, context) => {
    const changes = changesOf(windowOver(groupAsked(chosen, context), chosen.over));
    const { each, window } = changes;
    const history = historyOf(window);
    const equal = equally(changes, history);
    const bySize = said(() => weighted(window, history));
    const main = chosen.weighting === "size" ? bySize : equal;
    const index = said(() => indexOver(chosen.against ?? null, window, context));
    return {
      "": main,
      mean: equal,
      weighted: bySize,
      median: ofGroup(changes, { op: "of all", take: "median", each }, CHANGE),
      least: ends(changes, "least"),
      greatest: ends(changes, "greatest"),
      ...(chosen.against === undefined ? {} : { index, difference: apart(main, index) }),
      ...taking(window),
    };
  },
};

function equally(changes: Measured, history: History) {
  const { each, values, window } = changes;
  const rank = rankOfMean(history, window.takers, mean(values), null);
  const recipe: Recipe = { op: "of all", take: "mean", each };
  return ofGroup(changes, recipe, CHANGE, { rank, state: "equally weighted" });
}

/** By size: of those members whose size is known. */
function weighted(all: Window, history: History) {
  const { window, values: sizes } = sizedOnly(all);
  const changes = changesOf(window);
  const by = sizeRecipes(window.group, sizedIn(window.group, window.takers), changes.cites.length);
  const rank = rankOfMean(history, window.takers, weightedMean(changes.values, sizes), sizes);
  const recipe: Recipe = { op: "weighted mean", each: changes.each, by: by.each };
  const cites = [...changes.cites, ...by.cites];
  return ofGroup({ window, cites }, recipe, CHANGE, { rank, state: "weighted by size" });
}

function ends(changes: Measured, take: "least" | "greatest") {
  const found = ofEnd(changes, take, CHANGE);
  return { ...found, state: sideOf(found.value, found.digits) };
}

/** Sessions after which a group is stale, and so is what another series did over its days. */
const LATE = 3;

/** The other series between the very days of the window. */
function indexOver(id: string | null, window: Window, context: Context): Finding {
  if (id === null) return withhold("no series is named to hold it against");
  const series = context.series(id);
  const { from, to } = spanOf(window);
  if (sessionsBetween(to, context.asOf) > LATE) {
    withhold(`${window.group.series.name} is stale: ${series.name} would be told of long ago`);
  }
  return told(moveBetween(own(series), on(series, from), on(series, to), window.over), "percent");
}

function on(series: Series, day: Day): Point {
  const found = pointOnOrBefore(series.points, day);
  return found?.day === day ? found : withhold(`${series.name} has no figure for ${day}`);
}

function apart(main: Finding | Unsaid, index: Finding | Unsaid): Finding | Unsaid {
  if ("unsaid" in main) return main;
  if ("unsaid" in index) return index;
  return said(() => {
    const { from, to, cites } = joined(index, main, "compared");
    const of: Recipe = { op: "difference", from, to };
    const recipe: Recipe = { op: "quotient", of, by: PERCENT_POINT };
    const value = reckon(recipe, cites);
    return stated({ ...main, value, recipe, cites, unit: "points", rank: null, ranked: 0 });
  });
}

function stated(found: Finding): Finding {
  const printed = round(found.value, found.digits);
  return { ...found, state: printed > 0 ? "above" : printed < 0 ? "below" : "equal" };
}
