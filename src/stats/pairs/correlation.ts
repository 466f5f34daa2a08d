import { z } from "zod";
import type { Finding, Point, Series } from "../../model/index.ts";
import { correlation as pearson, slotOf, spanBefore } from "../../model/index.ts";
import { unbroken } from "../tools/find.ts";
import { countFinding, finding, pointFinding } from "../tools/finding.ts";
import { count, dayOrFact, seriesRef, spanOption } from "../tools/options.ts";
import { relativeChanges } from "../tools/paired.ts";
import type { Context, Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import { monthly } from "../tools/views.ts";
import { dayFor } from "../tools/when.ts";

const options = z
  .strictObject({
    series: seriesRef,
    with: seriesRef,
    from: dayOrFact.optional(),
    over: spanOption.optional(),
    advanced: z
      .int()
      .min(0)
      .max(60)
      .default(0)
      .describe("Months by which the second series is moved ahead: 6 of 'advanced six months'."),
    least: count.min(3).default(36).describe("Months without which no correlation is told."),
  })
  .refine((each) => each.from === undefined || each.over === undefined, {
    message: "give `from` or `over`, not both",
    path: ["over"],
  })
  .refine((each) => each.over?.unit !== "session", {
    message: "give `over` in months or years",
    path: ["over"],
  });

type Options = z.infer<typeof options>;

/** Levels and changes tell different tales where their correlations lie further apart than this. */
const APART = 0.2;

/** From this many months on three decimals mean something. */
const MANY = 300;

/** How closely two series have moved together. */
export const correlation: Statistic<Options> = {
  name: "correlation",
  summary: "How closely two series have moved together, month by month, in levels and in changes.",
  method:
    "Both series are taken at the end of each full month (the last reading that the month can have), without filling in: the window is the longest run of months without a gap that ends with the latest month both know, shortened by `from` or `over`. Told on levels and on relative changes from month to month, since two series that merely both rise correlate on levels. The state is disagree where the two differ by more than 0.2 or in sign, otherwise agree; where a value is not above zero, there are neither changes nor a state. Fewer than `least` months (36) are withheld. `advanced: 6` sets the second series' month of half a year before beside the first one's month. An inverted series has the same correlation with the other sign.",
  definition: "Pearson's product-moment correlation.",
  options,
  parts: {
    "": "Correlation of the levels, −1 to 1; state agree or disagree.",
    changes: "Correlation of the relative changes from month to month; the same state.",
    count: "Months in the window, a count.",
    from: "The first month of the window: value and day of the first series.",
    to: "The last month of the window: value and day of the first series.",
  },
  example: "tied: { statistic: correlation, series: margin-debt, with: rut.close }",
  find: (chosen, context) => {
    const series = context.series(chosen.series);
    const other = context.series(chosen.with);
    const pairs = pairsOf(series, other, chosen, context);
    if (pairs.length < chosen.least) {
      withhold(
        `${series.name} and ${other.name} share ${pairs.length} months, fewer than ${chosen.least}`,
      );
    }
    return findings(series, other, pairs, chosen.advanced);
  },
};

interface Pair {
  readonly one: Point;
  readonly two: Point;
}

function pairsOf(
  series: Series,
  other: Series,
  chosen: Options,
  context: Context,
): readonly Pair[] {
  const byMonth = new Map(
    monthly(other).points.map((each) => [slotOf(each.day, "month") + chosen.advanced, each]),
  );
  const shared = monthly(series).points.filter((each) => byMonth.has(slotOf(each.day, "month")));
  const run = unbroken(shared, "month");
  const last = run.at(-1);
  const asked = chosen.from === undefined ? null : dayFor(chosen.from, context);
  const start =
    chosen.over === undefined || last === undefined ? asked : spanBefore(last.day, chosen.over);
  if (start !== null && last !== undefined && (run[0]?.day ?? start) > start) {
    const before = shared.some((each) => each.day <= start);
    if (before) withhold(`${series.name} and ${other.name} lack a month in common since ${start}`);
  }
  return run.flatMap((one) => {
    const two = byMonth.get(slotOf(one.day, "month"));
    return two === undefined || (start !== null && one.day < start) ? [] : [{ one, two }];
  });
}

function findings(
  series: Series,
  other: Series,
  pairs: readonly Pair[],
  advanced: number,
): Findings {
  const ones = pairs.map((each) => each.one);
  const twos = pairs.map((each) => each.two);
  const positive = [...ones, ...twos].every((each) => each.value > 0);
  const state = positive ? stateOf(ones, twos) : null;
  const cites = [
    ...ones.map((each) => cite(series, each)),
    ...twos.map((each) => cite(other, each)),
  ];
  const digits = pairs.length > MANY ? 3 : 2;
  const [first] = ones;
  const last = ones.at(-1);
  const told = (of: "levels" | "relative changes"): Finding =>
    finding({
      series,
      recipe: { op: "correlation", of },
      cites,
      unit: "correlation",
      digits,
      named: { months: pairs.length, ...(advanced === 0 ? {} : { advanced }) },
      ...(last === undefined ? {} : { day: last.day }),
      ...(state === null ? {} : { state }),
    });
  const none: Unsaid = { unsaid: "there is no month in common" };
  return {
    "": told("levels"),
    changes: positive
      ? told("relative changes")
      : { unsaid: "relative changes need values above zero" },
    count: countFinding(series, ones, "months in common", {}),
    from: first === undefined ? none : pointFinding(series, first),
    to: last === undefined ? none : pointFinding(series, last),
  };
}

function stateOf(ones: readonly Point[], twos: readonly Point[]): "agree" | "disagree" | null {
  const one = ones.map((each) => each.value);
  const two = twos.map((each) => each.value);
  const levels = pearson(one, two);
  const changes = pearson(relativeChanges(one), relativeChanges(two));
  if (!Number.isFinite(levels) || !Number.isFinite(changes)) return null;
  const apart = Math.abs(levels - changes) > APART || Math.sign(levels) !== Math.sign(changes);
  return apart ? "disagree" : "agree";
}
