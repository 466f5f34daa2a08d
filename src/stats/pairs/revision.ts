import { z } from "zod";
import { round, slotOf } from "../../model/index.ts";
import { finding, pointFinding } from "../tools/finding.ts";
import { measure, usualMeasure } from "../tools/measure.ts";
import { as, dayOrFact, seriesRef } from "../tools/options.ts";
import { paired } from "../tools/paired.ts";
import { comparePrinted } from "../tools/precision.ts";
import type { Statistic } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { dayFor } from "../tools/when.ts";

const options = z.strictObject({
  series: seriesRef.describe("The figures as they stand now."),
  first: seriesRef.describe("The figures as first printed."),
  on: dayOrFact.optional(),
  as: as.optional(),
});

/** What became of a first print. */
export const revision: Statistic<z.infer<typeof options>> = {
  name: "revision",
  summary: "By how much a figure was revised from its first print.",
  method:
    "The revised figure less the first print of the very same period, met by the calendar: the latest period that both series tell, or the one `on` lies in. In points for scores and percentages, otherwise in percent, unless `as` says otherwise. A period that has a first print only is not yet revised, and passed over. It is unchanged where the revision prints as zero. The two prints stand in two series of the same unit and rhythm, since a file that is overwritten with each print has lost the first.",
  definition: "Revised figure less first print.",
  options,
  parts: {
    "": "The revision, in points, as a ratio or an amount; state up, down or unchanged, as printed.",
    first: "The first print.",
    revised: "The figure as it stands now.",
  },
  example: "revised: { statistic: revision, series: sentiment, first: sentiment.first }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const prints = context.series(chosen.first);
    if (series.unit !== prints.unit || series.every !== prints.every) {
      withhold(`${prints.name} and ${series.name} are not told alike`);
    }
    const { pairs, every } = paired(series, prints, "own");
    const slot = chosen.on === undefined ? null : slotOf(dayFor(chosen.on, context), every);
    const pair =
      slot === null ? pairs.at(-1) : pairs.find(({ one }) => slotOf(one.day, every) === slot);
    if (pair === undefined) {
      return withhold(`${series.name} has no period with both a first print and a revised figure`);
    }
    const { one: revised, two: first } = pair;
    const told = measure(series, chosen.as ?? usualMeasure(series.unit), first, revised);
    const whole = finding({ series, ...told, cites: [cite(prints, first), cite(series, revised)] });
    const printed =
      told.unit === "money" || told.unit === "shares"
        ? comparePrinted(series, revised.value, first.value)
        : round(whole.value, told.digits + (told.unit === "ratio" ? 2 : 0));
    const state = printed > 0 ? "up" : "down";
    return {
      "": { ...whole, state: printed === 0 ? "unchanged" : state },
      first: pointFinding(prints, first),
      revised: pointFinding(series, revised),
    };
  },
};
