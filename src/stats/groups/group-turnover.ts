import { z } from "zod";
import { mean } from "../../model/index.ts";
import { count } from "../tools/options.ts";
import { digitsFor } from "../tools/precision.ts";
import type { Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";
import { taking, TAKING } from "./changes.ts";
import type { Gauge } from "./gauge.ts";
import { measuredBy, rowsBetween } from "./gauge.ts";
import type { Group } from "./group.ts";
import { groupAsked, groupShape } from "./group.ts";
import { value } from "./rows.ts";
import { ofEnd, ofGroup } from "./summary.ts";
import type { Taker, Window } from "./window.ts";
import { enough, windowOfSessions } from "./window.ts";

const options = z.strictObject({
  ...groupShape,
  sessions: count.min(5).max(260).default(20).describe("Sessions that are averaged."),
});

/** How much money changes hands in the members: how easily one gets in and out. */
export const groupTurnover: Statistic<z.infer<typeof options>> = {
  name: "group-turnover",
  summary: "How much money a day changes hands in the members of a group: their liquidity.",
  method:
    "A member's turnover is the mean of close times volume over the last `sessions`, the latest included. The close stands for all prices of its day, so the figure is near the money that changed hands and not equal to it. A member takes part that has a close and a volume on each of these sessions and no row in doubt. Every member counts the same. A few large members draw the mean upwards: the median is what one of them in the middle trades.",
  definition: "Average daily dollar volume, close times shares traded.",
  options,
  parts: {
    "": "The mean turnover of the members a day, in money.",
    median: "The median turnover a day.",
    least: "The least turnover a day, under its member's name.",
    greatest: "The greatest turnover a day, under its member's name.",
    sum: "All members together, a day.",
    ...TAKING,
  },
  example: "liquid: { statistic: group-turnover, group: stocks, sessions: 20 }",
  find: (chosen, context) => {
    const window = traded(groupAsked(chosen, context), chosen.sessions);
    const turnover = measuredBy(window, TURNOVER);
    const { each } = turnover;
    return {
      "": ofGroup(turnover, { op: "of all", take: "mean", each }, TURNOVER),
      median: ofGroup(turnover, { op: "of all", take: "median", each }, TURNOVER),
      least: ofEnd(turnover, "least", TURNOVER),
      greatest: ofEnd(turnover, "greatest", TURNOVER),
      sum: ofGroup(turnover, { op: "of all", take: "sum", each }, TURNOVER),
      ...taking(window),
    };
  },
};

/** The mean of close times volume; the closes are cited before the volumes. */
const TURNOVER: Gauge = {
  column: "close",
  second: "volume",
  unit: "money",
  digits: digitsFor("money", 0),
  basis: "reported",
  rows: rowsBetween,
  recipe: (start, all) => {
    const sessions = all / 2;
    const each = Array.from(
      { length: sessions },
      (_, at) =>
        ({ op: "product", of: value(start + at), by: value(start + sessions + at) }) as const,
    );
    return { op: "of all", take: "mean", each };
  },
  value: turnoverOf,
};

function turnoverOf(taker: Taker): number {
  const { close, volume } = taker.columns;
  return mean(
    rowsBetween(taker).map((row) => (close[row] ?? Number.NaN) * (volume[row] ?? Number.NaN)),
  );
}

function traded(group: Group, sessions: number): Window {
  const { heads, name } = group.panel;
  if (heads !== undefined && heads.volume === undefined) {
    withhold(`the files of ${name} have no volume`);
  }
  const window = windowOfSessions(group, sessions);
  return enough({ ...window, takers: window.takers.filter((each) => turnoverOf(each) > 0) });
}
