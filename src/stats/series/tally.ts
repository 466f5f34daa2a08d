import { z } from "zod";
import type { Point } from "../../model/index.ts";
import type { Condition } from "../tools/condition.ts";
import { conditionOf, conditionShape, isMeasured, MEASURED } from "../tools/condition.ts";
import { refuseHoles } from "../tools/find.ts";
import { countFinding, finding, pointFinding } from "../tools/finding.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";

const options = z
  .strictObject({
    ...conditionShape,
    in: z.int().min(2).max(1000).describe("How many of the latest readings: 6 of five of six."),
  })
  .refine(isMeasured, MEASURED);

/** Five of the past six. */
export const tally: Statistic<z.infer<typeof options>> = {
  name: "tally",
  summary: "In how many of the latest readings a series rose or fell, or stood above or below.",
  method:
    "Counts the readings of the kind among the latest `in` ones, the latest included; none of them may be missing, and of a rising or falling tally the one before them may not be missing either. Above includes the threshold itself, as in `streak`; a change of zero is neither a rise nor a fall. The state tells whether all or none of them are of the kind, or else whether the latest is: only with the latest is it 'for the fifth time in six weeks'.",
  definition: "Count of readings for which the condition holds.",
  options,
  parts: {
    "": "How many of them, a count; state all, none, with latest or without latest.",
    readings: "The readings looked at, a count.",
    since: "The first of the readings looked at, in the unit of the series.",
    latest: "The last reading of the kind, in the unit of the series.",
  },
  example: "ups: { statistic: tally, series: rut.close, of: rising, at: week-end, in: 6 }",
  find: (chosen, context) => {
    const condition = conditionOf(chosen, context);
    const { series, points, every } = condition.readings;
    const back = chosen.in + (condition.moves ? 1 : 0);
    if (points.length < back) {
      withhold(
        `${series.name} has ${points.length} readings, too few to count ${chosen.in} of them`,
      );
    }
    refuseHoles(series, points.slice(-back), every);
    return findings(condition, chosen.in);
  },
};

function findings(condition: Condition, count: number): Findings {
  const { readings, holds, moves, words, named, other } = condition;
  const { series, points } = readings;
  const start = points.length - count;
  const window = points.slice(start);
  const kinds = window.map((_, index) => holds(start + index));
  if (kinds.includes(null)) withhold(`figures to hold ${series.name} against are missing`);
  const ours = window.filter((_, index) => kinds[index] === true);
  const rest = points.slice(moves ? start - 1 : start).filter((each) => !ours.includes(each));
  const beside = window.flatMap(other).map(([one, point]) => cite(one, point));
  const [first] = window;
  const newest = window.at(-1);
  const latest = ours.at(-1);
  return {
    "": finding({
      series,
      recipe: { op: "count", first: 0, last: ours.length - 1, how: `readings ${words}` },
      cites: [...[...ours, ...rest].map((each) => cite(series, each)), ...beside],
      unit: "count",
      digits: 0,
      ...(newest === undefined ? {} : { day: newest.day }),
      state: stateOf(ours, window),
      ...named,
    }),
    readings: countFinding(series, window, "readings looked at", {}),
    since: first === undefined ? { unsaid: "there is none" } : pointFinding(series, first),
    latest:
      latest === undefined
        ? { unsaid: "none of them is of the kind" }
        : pointFinding(series, latest),
  };
}

function stateOf(ours: readonly Point[], window: readonly Point[]): string {
  if (ours.length === window.length) return "all";
  if (ours.length === 0) return "none";
  return ours.at(-1) === window.at(-1) ? "with latest" : "without latest";
}
