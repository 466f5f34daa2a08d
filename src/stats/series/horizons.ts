import { z } from "zod";
import type { Over } from "../tools/base.ts";
import { newest } from "../tools/find.ts";
import { pointFinding, said } from "../tools/finding.ts";
import { as, at, dayOrFact, seriesRef } from "../tools/options.ts";
import type { Findings, Statistic } from "../statistic.ts";
import { view } from "../tools/views.ts";
import { pointAt } from "../tools/when.ts";
import { moveOver, told } from "./moves.ts";

const options = z.strictObject({
  series: seriesRef,
  to: dayOrFact.optional(),
  at,
  as: as.optional(),
});

export const HORIZONS: Readonly<Record<string, Over>> = {
  day: { kind: "span", span: { count: 1, unit: "session" } },
  week: { kind: "span", span: { count: 1, unit: "week" } },
  "four-weeks": { kind: "span", span: { count: 4, unit: "week" } },
  month: { kind: "span", span: { count: 1, unit: "month" } },
  quarter: { kind: "span", span: { count: 1, unit: "quarter" } },
  year: { kind: "span", span: { count: 1, unit: "year" } },
  "month-to-date": { kind: "to date", of: "month" },
  "quarter-to-date": { kind: "to date", of: "quarter" },
  "year-to-date": { kind: "to date", of: "year" },
};

/** A row of the table that weekly notes open with. */
export const horizons: Statistic<z.infer<typeof options>> = {
  name: "horizons",
  summary: "The changes of a series over day, week, month, quarter and year, and to date.",
  method:
    "Each part is what `change` finds over that length of time, ends at the same reading and follows the same rules: a part whose base is missing, or whose percentage would mislead, is withheld alone. A length of time shorter than the rhythm of the series has no change: a monthly series has none over a week. A month, a quarter and a year go back to the same date, the parts to date to the last reading of the period before.",
  definition: "Simple change, to / from − 1, or to − from.",
  options,
  parts: {
    "": "The reading that all of the changes end at, in the unit of the series.",
    day: "Since the session before.",
    week: "Since the last session of the week before; state whole or to-date.",
    "four-weeks": "Since the last session four weeks before; state whole or to-date.",
    month: "Since the same date a month before.",
    quarter: "Since the same date three months before.",
    year: "Since the same date a year before.",
    "month-to-date": "Since the end of the month before.",
    "quarter-to-date": "Since the end of the quarter before.",
    "year-to-date": "Since the end of the year before.",
  },
  example: "spx-row: { statistic: horizons, series: spx.close }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const readings = view(series, chosen.at);
    const to = chosen.to === undefined ? newest(readings) : pointAt(series, chosen.to, context);
    const changes = Object.entries(HORIZONS).map(([part, over]) => [
      part,
      said(() => told(moveOver(readings, to, over), chosen.as)),
    ]);
    return { "": pointFinding(series, to), ...Object.fromEntries(changes) } satisfies Findings;
  },
};
