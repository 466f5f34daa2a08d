import { z } from "zod";
import type { Day, Finding, Recipe } from "../../model/index.ts";
import { daysBetween } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import type { DayOrFact } from "../tools/options.ts";
import { dayOrFact } from "../tools/options.ts";
import type { Context, Statistic } from "../statistic.ts";
import { withhold } from "../statistic.ts";

const options = z
  .strictObject({ from: dayOrFact, to: dayOrFact })
  .refine((each) => each.from.kind === "fact" || each.to.kind === "fact", {
    message: "one of the two must be a fact, so that there is a row to cite",
    path: ["from"],
  });

/** The time between two days. */
export const elapsed: Statistic<z.infer<typeof options>> = {
  name: "elapsed",
  summary: "How many days lie between two facts, or between a fact and a day.",
  method:
    "Calendar days from the day of the first to the day of the second. Withheld where the second lies before the first.",
  definition: "Difference of two calendar days.",
  options,
  parts: { "": "Calendar days; its day is the later one." },
  example: "record-age: { statistic: elapsed, from: record.prior, to: record }",
  find: ({ from, to }, context) => {
    const start = end(from, context);
    const stop = end(to, context);
    if (start.day > stop.day) withhold(`${stop.day} lies before ${start.day}`);
    const facts = [start.fact, stop.fact].filter((each) => each !== null);
    const series = facts.at(-1)?.series ?? withhold("neither of the two is a fact");
    return {
      "": finding({
        series: context.series(series),
        recipe: recipeFor(start, stop),
        cites: facts.flatMap((each) => each.cites),
        unit: "days",
        digits: 0,
        day: stop.day,
        window: windowOf(start.day, stop.day, facts),
      }),
    };
  },
};

interface End {
  readonly day: Day;
  readonly fact: Finding | null;
}

function end(when: DayOrFact, context: Context): End {
  if (when.kind === "day") return { day: when.day, fact: null };
  const fact = context.fact(when.id);
  return { day: fact.day, fact };
}

/** From rows where the facts' days are those of rows they cite; a breach or a release has no such row. */
function recipeFor(start: End, stop: End): Recipe {
  const before = start.fact?.cites ?? [];
  const from = before.findIndex((each) => each.day === start.day);
  if (from >= 0) return { op: "days", from, to: stop.day };
  const value = daysBetween(start.day, stop.day);
  return { op: "given", value, how: `days from ${start.day} to ${stop.day}` };
}

function windowOf(from: Day, to: Day, facts: readonly Finding[]): Finding["window"] {
  const days = facts.flatMap((each) => each.cites.map((cite) => cite.day));
  const all = [from, to, ...days].toSorted();
  return { from: all[0] ?? from, to: all.at(-1) ?? to };
}
