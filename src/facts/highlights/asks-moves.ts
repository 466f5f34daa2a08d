import type { Ask } from "./ask.ts";
import { ask, DAILY, GAUGES, READINGS, series } from "./ask.ts";
import type { Subject } from "./subject.ts";

/** A daily ratio of small figures, such as the put-call ratio, moves by percents: its points are hundredths. */
const over = (span: string) => (about: Subject) => ({
  series: about.series,
  over: span,
  ...(about.kind === "daily" && about.unit === "score" ? { as: "percent" } : {}),
});
const ranked = (span: string) => (about: Subject) => ({ ...over(span)(about), least: 6 });

const past = (cases: string | null, by: "reading" | "week" | "month", steps: number) => ({
  ...(cases === null ? {} : { cases }),
  past: { by, steps },
});
/** A move of ordinary size over a day, a month or a year is no news: one case in six at most. */
const rare = { leastBits: 2.5 };
const least = (cases: string | null, count: number) => ({
  ...(cases === null ? {} : { cases }),
  least: count,
});
const MOSTLY: Partial<Ask> = { least: 8, states: ["with latest"] };
const MOSTLY_WEEKS: Partial<Ask> = { ...MOSTLY, cases: "weeks" };
/** A run that has ended is old. */
const running = (cases: string | null, count: number): Partial<Ask> => ({
  ...least(cases, count),
  states: ["running"],
});
const turned: Partial<Ask> = { arises: "day", alike: true, theme: "turn" };

/** How far and how long it moved. */
export const moveAsks: readonly Ask[] = [
  ask("week", "change", DAILY, over("1 week"), "moves", 1.5, past("weeks", "week", 1)),
  ask("week-rank", "change-rank", DAILY, ranked("1 week"), "moves", 0),
  ask("day", "change", DAILY, over("period"), "moves", 0.6, {
    ...past("sessions", "reading", 1),
    ...rare,
  }),
  ask("month", "change", DAILY, over("1 month"), "moves", 0.6, {
    ...past("months", "month", 1),
    ...rare,
  }),
  ask("quarter", "change", DAILY, over("3 months"), "moves", 0.5, {
    ...past("three-month stretches", "month", 3),
    ...rare,
    theme: "long",
  }),
  ask("year", "change", DAILY, over("1 year"), "moves", 0.5, {
    ...past("twelve-month stretches", "month", 12),
    ...rare,
    theme: "long",
  }),
  ask("step", "change", READINGS, told, "moves", 1, past(null, "reading", 1)),
  ask("step-rank", "change-rank", READINGS, series, "moves", 0),
  ask("step-month", "change", READINGS, halfMonths, "moves", 1, {
    ...past("months", "month", 1),
    lingers: 1,
  }),
  ask("step-year", "change", READINGS, over("1 year"), "moves", 0.5, {
    ...past("twelve-month stretches", "month", 12),
    ...rare,
    theme: "long",
  }),
  ask("revised", "revision", READINGS, prints, "editions", 0.8, {
    lingers: 1,
    theme: "revision",
    states: ["up", "down"],
  }),

  ask("weeks-up", "streak", DAILY, run("rising", "week-end"), "runs", 0.8, running("weeks", 3)),
  ask("weeks-down", "streak", DAILY, run("falling", "week-end"), "runs", 0.8, running("weeks", 3)),
  ask("days-up", "streak", DAILY, run("rising"), "runs", 0.6, running("sessions", 5)),
  ask("days-down", "streak", DAILY, run("falling"), "runs", 0.6, running("sessions", 5)),
  ask("run-up", "streak", READINGS, run("rising"), "runs", 0.8, running(null, 3)),
  ask("run-down", "streak", READINGS, run("falling"), "runs", 0.8, running(null, 3)),
  ...(["rising", "falling"] as const).flatMap((of) => {
    const way = of === "rising" ? "up" : "down";
    return [
      ask(`mostly-${way}`, "tally", DAILY, most(of, "week-end"), "counts", 0.7, MOSTLY_WEEKS),
      ask(`mostly-${way}-readings`, "tally", READINGS, most(of), "counts", 0.7, MOSTLY),
      ask(`first-${way}`, "first-since", DAILY, run(of, "week-end"), "firsts", 1, {
        ...least("weeks", 4),
        lead: "periods",
      }),
      ask(`first-${way}-readings`, "first-since", READINGS, run(of), "firsts", 1, {
        ...least(null, 4),
        lead: "periods",
      }),
    ];
  }),

  ask("turn", "turning-point", READINGS, series, "editions", 0.5, turned),
  ask("peak", "peak-rank", GAUGES, turns("peak"), "editions", 0.8, { ...turned, by: "since" }),
  ask("trough", "peak-rank", GAUGES, turns("trough"), "editions", 0.8, { ...turned, by: "since" }),
];

/** Money is told in dollars. */
function told(about: Subject): Readonly<Record<string, unknown>> {
  const { series: id, unit } = about;
  return { series: id, over: "period", ...(unit === "money" ? { as: "amount" } : {}) };
}

function halfMonths(about: Subject): ReturnType<Ask["options"]> {
  if (about.every !== "half-month") return null;
  return { series: about.series, at: "month-end", over: "1 month" };
}

function run(of: "rising" | "falling", at?: "week-end"): Ask["options"] {
  return (about) => ({ series: about.series, of, ...(at === undefined ? {} : { at }) });
}

function most(of: "rising" | "falling", at?: "week-end"): Ask["options"] {
  return (about) => ({ ...run(of, at)(about), in: 10 });
}

/** A price swings more often than a survey: only turns of ten usual steps count. */
function turns(of: "peak" | "trough"): Ask["options"] {
  return (about) => ({
    series: about.series,
    of,
    ...(about.kind === "daily" ? { times: 10 } : {}),
  });
}

function prints(about: Subject): ReturnType<Ask["options"]> {
  const { first } = about.kin;
  return first === null ? null : { series: about.series, first };
}
