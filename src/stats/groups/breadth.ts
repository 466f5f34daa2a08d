import { z } from "zod";
import type { Finding, Recipe, Unit } from "../../model/index.ts";
import { finding } from "../tools/finding.ts";
import { count, overOption } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { countOf, taking, TAKING } from "./changes.ts";
import { groupAsked, groupShape } from "./group.ts";
import type { Tested } from "./tests.ts";
import { moved, besideAverage, beyond } from "./tests.ts";
import { namedBy, spanOf, windowOfSessions, windowOver } from "./window.ts";

const options = z
  .strictObject({
    ...groupShape,
    of: z
      .enum(["rose", "fell", "above-average", "below-average", "new-high", "new-low"])
      .default("rose")
      .describe("What is counted."),
    over: overOption.optional(),
    sessions: count
      .min(2)
      .max(520)
      .optional()
      .describe("Sessions of the average, usually 50, or of the high or low, usually 252."),
  })
  .refine((each) => each.over === undefined || ofMoves(each.of), {
    message: "`over` is for those that rose or fell; give `sessions`",
    path: ["over"],
  })
  .refine((each) => each.sessions === undefined || !ofMoves(each.of), {
    message: "`sessions` is for averages, highs and lows; give `over`",
    path: ["sessions"],
  });

type Options = z.infer<typeof options>;

function ofMoves(of: string): boolean {
  return of === "rose" || of === "fell";
}

/** How many of a group did the one thing, and how many the other. */
export const breadth: Statistic<Options> = {
  name: "breadth",
  summary:
    "How many members of a group rose or fell, stand above or below their average, or set new highs or lows.",
  method:
    "All members are measured over the same days: from the base that `change` would take to the last day on which at least half of the members have a row; `over` is one week where nothing is said. A member takes part that has positive closes on both days and no row in doubt between them, and for averages, highs and lows a close on each session. With fewer than half of the members, or fewer than three, nothing is said. Who closed exactly where it began is unchanged. The average is the simple mean of the last closes, the latest included; a new high is a close above every other close of the `sessions`, so that an equal one is none. The count is reckoned member by member from the rows it cites, closes throughout. Members are those of the catalogue or its list: who has left the group since is not among them.",
  definition:
    "Advances and declines, share of members above their moving average, new highs and new lows, as exchanges and index providers publish them.",
  options,
  parts: {
    "": "How many did; state all, most, half, fewer than half, few (a quarter at most) or none.",
    share: "The count as a share of those looked at.",
    against: "How many did the opposite: fell, stand below, set new lows.",
    unchanged: "How many did neither.",
    ...TAKING,
  },
  example: "advancers: { statistic: breadth, group: sectors, of: rose, over: 1 week }",
  find: (chosen, context) => {
    const tested = testedBy(chosen, groupAsked(chosen, context));
    const { window } = tested;
    const whole = countOf(window.takers.length);
    const say = (recipe: Recipe, unit: Unit = "count"): Finding =>
      finding({
        series: window.group.series,
        recipe,
        cites: tested.cites,
        unit,
        digits: 0,
        window: spanOf(window),
        day: spanOf(window).to,
        named: namedBy(window),
      });
    const found = say(tested.is);
    const both: Recipe = { op: "of all", take: "sum", each: [tested.is, tested.against] };
    return {
      "": { ...found, state: howMany(found.value, window.takers.length) },
      share: say({ op: "quotient", of: tested.is, by: whole }, "ratio"),
      against: say(tested.against),
      unchanged: say({ op: "difference", from: both, to: whole }),
      ...taking(window),
    };
  },
};

function testedBy(chosen: Options, group: ReturnType<typeof groupAsked>): Tested {
  switch (chosen.of) {
    case "rose":
    case "fell": {
      const over = chosen.over ?? { kind: "span", span: { count: 1, unit: "week" } };
      return moved(windowOver(group, over), chosen.of === "rose");
    }
    case "above-average":
    case "below-average":
      return besideAverage(
        windowOfSessions(group, chosen.sessions ?? 50),
        chosen.of === "above-average",
      );
    case "new-high":
    case "new-low":
      return beyond(windowOfSessions(group, chosen.sessions ?? 252), chosen.of === "new-high");
  }
}

function howMany(found: number, of: number): string {
  if (found === of) return "all";
  if (found === 0) return "none";
  if (2 * found === of) return "half";
  if (2 * found > of) return "most";
  return 4 * found <= of ? "few" : "fewer than half";
}
