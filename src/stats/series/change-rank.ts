import { z } from "zod";
import type { Finding } from "../../model/index.ts";
import { countFinding, daysFinding, finding, pointFinding, said } from "../tools/finding.ts";
import { rankAmong } from "../tools/measure.ts";
import { as, count, overOption, seriesRef } from "../tools/options.ts";
import { endsOf, leastPeriods, periodName, periodsIn } from "../tools/periods.ts";
import type { Findings, Statistic, Unsaid } from "../statistic.ts";
import { cite, withhold } from "../statistic.ts";
import type { Step, Steps } from "./steps.ts";
import { apart, larger, stepsOf } from "./steps.ts";

const options = z.strictObject({
  series: seriesRef,
  over: overOption
    .refine((each) => each.kind !== "to date", { message: "a change to date has no rank" })
    .refine((each) => each.kind !== "span" || each.span.unit !== "day" || each.span.count === 1, {
      message: 'write sessions instead of days: "4 sessions"',
    })
    .optional()
    .describe(
      'Length of the change in full periods: "1 session", "4 sessions", "1 week", "1 month", "1 quarter", "1 year". Left out: one period of the series.',
    ),
  as: as.optional(),
  least: count
    .optional()
    .describe(
      "Periods it must reach back over; left out: 60 sessions, 13 weeks, 6 months, 4 quarters or 3 years.",
    ),
});

/** Changes and readings that are cited one by one at most. */
const MOST_LARGER = 20;
const MOST_COUNTED = 1000;

/** The largest gain or loss since when. */
export const changeRank: Statistic<z.infer<typeof options>> = {
  name: "change-rank",
  summary: "Since when the latest change is the largest, the second or the third largest.",
  method:
    "The change over the last full session, week, month, quarter or year, or over several of them, held against every earlier one of the same length and direction. An earlier change counts only where it had ended by the day the latest one began, so that no gain is the largest since a day inside of it; of earlier ones that overlap each other one is counted. Sizes are compared as printed: one that a reader cannot tell apart is as large. A change that touches a suspect row, or whose percentage has no base above zero, counts as larger, since nobody knows. A change that prints as zero has no rank. Only the run of periods up to the latest without a hole is looked at. Reaching back over fewer than `least` periods, twice as many for the second and three times for the third largest, it is withheld; more than 1,000 periods are not counted. Completeness for records is declared of levels, so a change is never called a record: `start` tells from when on it is the largest. Its rank among sizes rests on changes that do not overlap, itself counted half.",
  definition: "Simple change, to / from − 1, or to − from, of full calendar periods.",
  options,
  parts: {
    "": "The latest change, as a ratio, in points or in the series' own unit; state up or down.",
    since: "The last earlier change at least as large; its day is the D of 'largest since D'.",
    second: "The one before that at least as large: 'second largest since D'.",
    third: "The one before that: 'third largest since D'.",
    tie: "The change of `since` where it is equal as printed.",
    periods: "Periods of which the latest change is the largest, a count: 'largest in 54 weeks'.",
    elapsed: "Calendar days from the end of the change of `since` to that of the latest.",
    rank: "Its place among all of them by size: one more than the larger ones, so that ties share a place; withheld past 20.",
    start: "The reading at which the earliest of them starts, where none is as large.",
  },
  example: "spread-rank: { statistic: change-rank, series: aaii.spread, over: 1 week }",
  find: ({ series: id, over = { kind: "period" }, as: wanted, least }, context) => {
    const series = context.series(id);
    const { period, count: length } = periodsIn(over, series.every);
    const steps = stepsOf(endsOf(series, period), length, wanted);
    const reached = apart(steps, larger(steps, "at least"), 3);
    const bound = least ?? leastPeriods(period);
    const far = (place: number): boolean => {
      const found = reached[place];
      const back =
        found === undefined ? steps.ends.points.length - length : steps.last.place - found.place;
      return back >= bound * (place + 1);
    };
    if (!far(0) && !far(1) && !far(2)) {
      withhold(`the change of ${series.name} reaches back over too few ${periodName(period)}`);
    }
    return findings(steps, reached, far);
  },
};

function findings(
  steps: Steps,
  reached: readonly Step[],
  far: (place: number) => boolean,
): Findings {
  const { ends, last, length } = steps;
  const { series, points } = ends;
  const [since] = reached;
  const first = points[0] ?? last.from;
  const none: Unsaid = { unsaid: `no change since ${first.day} is as large` };
  const near: Unsaid = { unsaid: "it reaches back over too few periods" };
  const named = { [periodName(ends.period)]: length };
  const part = (place: number): Finding | Unsaid => {
    const found = reached[place];
    if (!far(place)) return near;
    return found === undefined ? none : said(() => changeOf(steps, found, named));
  };
  const tied = since !== undefined && !larger(steps, "strictly")(since);
  const since0 = part(0);
  return {
    "": changeOf(steps, last, named),
    since: since0,
    second: part(1),
    third: part(2),
    tie: tied ? since0 : { unsaid: "there is no tie" },
    periods: far(0) ? periodsOf(steps, since) : near,
    elapsed: since === undefined ? none : far(0) ? daysFinding(series, since.to, last.to) : near,
    rank: rankPart(steps, first.day),
    start:
      since === undefined ? pointFinding(series, first) : { unsaid: "an earlier one is as large" },
  };
}

function changeOf(steps: Steps, step: Step, named: Readonly<Record<string, number>>): Finding {
  const { series, points } = steps.ends;
  const past: number[] = [];
  for (let place = steps.last.place - steps.length; place >= steps.length; place -= steps.length) {
    const from = points[place - steps.length];
    const to = points[place];
    const size = from === undefined || to === undefined ? null : steps.size(from, to);
    if (size !== null) past.push(Math.abs(size));
  }
  const own = step === steps.last ? { rank: rankAmong(Math.abs(step.size ?? 0), past) } : {};
  return finding({
    series,
    ...steps.measure(step.from, step.to),
    cites: [cite(series, step.from), cite(series, step.to)],
    state: (step.size ?? 0) > 0 ? "up" : "down",
    named,
    ...own,
  });
}

function periodsOf({ ends, last, length }: Steps, since: Step | undefined): Finding | Unsaid {
  const run = ends.points.slice(since === undefined ? length : since.place + 1, last.place + 1);
  if (run.length > MOST_COUNTED) {
    return { unsaid: `it reaches back over more than ${MOST_COUNTED} ${periodName(ends.period)}` };
  }
  return countFinding(
    ends.series,
    run,
    `${periodName(ends.period)}, of which the last ends the largest change`,
    {},
  );
}

/** One more than the larger ones: both ends of each of them are cited, and those of the latest. */
function rankPart(steps: Steps, first: string): Finding | Unsaid {
  const { series } = steps.ends;
  const above = apart(steps, larger(steps, "strictly"), MOST_LARGER);
  if (above.length >= MOST_LARGER) return { unsaid: `it is not among the ${MOST_LARGER} largest` };
  const all = [steps.last, ...above];
  return finding({
    series,
    recipe: {
      op: "count",
      first: 0,
      last: all.length - 1,
      how: `changes since ${first} that are larger, and the latest itself`,
    },
    cites: [...all.map((each) => each.to), ...all.map((each) => each.from)].map((each) =>
      cite(series, each),
    ),
    unit: "count",
    digits: 0,
    day: steps.last.to.day,
  });
}
