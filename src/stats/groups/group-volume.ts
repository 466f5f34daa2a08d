import { z } from "zod";
import { overOption } from "../tools/options.ts";
import type { Statistic } from "../statistic.ts";
import { taking, TAKING } from "./changes.ts";
import { measuredBy } from "./gauge.ts";
import { groupAsked, groupShape } from "./group.ts";
import { GROWTH, windowOfVolume } from "./growth.ts";
import { ofEnd, ofGroup } from "./summary.ts";

const options = z.strictObject({ ...groupShape, over: overOption });

/** Who trades more, and how much more all of them do. */
export const groupVolume: Statistic<z.infer<typeof options>> = {
  name: "group-volume",
  summary: "How much more the members of a group trade than a week, a month or a quarter before.",
  method:
    "Of each member the mean volume of the last five sessions against that of the five sessions which ended the same date a week, a month, a quarter or a year before; in a week with a holiday the earlier five end where the later ones begin, so that no session counts on both sides. A member takes part that has a volume on all ten days, a base above zero and no row in doubt; growth of more than eleven times the base is left out, for such a base is next to nothing. Every member counts the same, large or small. The mean of such ratios is drawn upwards by a few: the median stands beside it.",
  definition:
    "Relative change of the five-session average daily volume, averaged over the members.",
  options,
  parts: {
    "": "The mean growth of the members, a ratio.",
    median: "The median growth.",
    least: "The least growth, under its member's name.",
    greatest: "The greatest growth, under its member's name.",
    ...TAKING,
  },
  example: "turnover: { statistic: group-volume, group: stocks, over: 1 month }",
  find: (chosen, context) => {
    const window = windowOfVolume(groupAsked(chosen, context), chosen.over);
    const growth = measuredBy(window, GROWTH);
    const { each } = growth;
    return {
      "": ofGroup(growth, { op: "of all", take: "mean", each }, GROWTH),
      median: ofGroup(growth, { op: "of all", take: "median", each }, GROWTH),
      least: ofEnd(growth, "least", GROWTH),
      greatest: ofEnd(growth, "greatest", GROWTH),
      ...taking(window),
    };
  },
};
