import { z } from "zod";
import { round } from "../../model/index.ts";
import { newest, own } from "../tools/find.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import { measure } from "../tools/measure.ts";
import { dayOrFact, seriesRef } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { pointAt } from "../tools/when.ts";

const options = z.strictObject({
  series: seriesRef,
  side: z.enum(["short", "long"]).default("short").describe("Which way the positions were laid."),
  after: dayOrFact,
  until: dayOrFact.optional(),
});

/** Whether those who took a position were right. */
export const verdict: Statistic<z.infer<typeof options>> = {
  name: "verdict",
  summary: "What a price did after positions turned, and whether those who took them were right.",
  method:
    "The change of the price series from the day positions turned (`after`, usually a turning point of another series) to another day (`until`, usually the day of a low; left out: the latest). Both prices come from the one series named, so closes are not mixed with lows. Shorts were right where the price fell, longs where it rose; a change that prints as zero is even. What positions the same holders had before, and at what cost, is not known.",
  definition: "Simple change between two days, read by the side of the position.",
  options,
  parts: {
    "": "Change of the price, a ratio; state right, wrong or even.",
    from: "The price on the day positions turned.",
    to: "The price at the end.",
  },
  example: "shorts: { statistic: verdict, series: rut.close, after: si-turn, side: short }",
  find: ({ series: id, side, after, until }, context) => {
    const series = context.series(id);
    const from = pointAt(series, after, context);
    const to = until === undefined ? newest(own(series)) : pointAt(series, until, context);
    if (from.day >= to.day) withhold(`the turn of ${from.day} does not lie before ${to.day}`);
    const change = finding({
      series,
      ...measure(series, "percent", from, to),
      cites: [cite(series, from), cite(series, to)],
    });
    const seen = round(change.value, change.digits + 2);
    const gain = side === "short" ? -seen : seen;
    const state = gain > 0 ? "right" : "wrong";
    return {
      "": { ...change, state: gain === 0 ? "even" : state },
      from: pointFinding(series, from),
      to: pointFinding(series, to),
    };
  },
};
